"""Competence of the team: who may do what, and until when."""
