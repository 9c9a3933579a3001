"""Paper: plain data in, PDF out."""
