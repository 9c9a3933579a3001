"""Counts of people for reports."""
