"""Whole programs in processes of their own."""
