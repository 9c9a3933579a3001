"""Urgent restricted cases."""
