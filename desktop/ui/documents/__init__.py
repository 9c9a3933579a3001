"""The photos and papers of any record: taken in, seen in small, noted of, given out."""
