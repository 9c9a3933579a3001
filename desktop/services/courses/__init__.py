"""Courses: what is taught, when, by whom, for whom, and what came of it."""
