"""Marks proposed from a photograph."""
