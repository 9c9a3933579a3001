"""Tries to reach somebody: "phoned, no answer", and when it is tried again."""
