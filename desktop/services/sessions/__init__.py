"""Meetings of courses: when they are, whether they were held, and who came."""
