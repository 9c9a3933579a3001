"""Consent: its forms and rules, what stands today, what is due, and asking for it."""
