"""Needs: what learners, households, villages and courses ask for."""
