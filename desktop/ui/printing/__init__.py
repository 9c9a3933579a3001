"""Choosing what goes onto paper and where the file lies, for every screen that prints."""
