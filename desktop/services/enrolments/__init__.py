"""Enrolments: who takes part in which course, as what, and how far they came."""
