"""Compression dictionaries, one file per version; a released one never changes."""
