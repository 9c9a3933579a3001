"""Mapped classes and the value types for text, dates and identity."""
