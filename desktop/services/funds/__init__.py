"""Funds: whose they are, their cash books, their goods, their closed months."""
