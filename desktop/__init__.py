"""The laptop program of Tambon Rianru."""
