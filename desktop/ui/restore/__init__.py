"""Putting a backup back, as a short wizard: which one, what would be set aside, done."""
