"""Offers: what partners and people would give."""
