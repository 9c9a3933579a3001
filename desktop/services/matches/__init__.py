"""Matches: a need and an offer put together, followed until the receiver confirms."""
