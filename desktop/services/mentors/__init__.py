"""Mentors: people who can teach a learner, or go along with them."""
