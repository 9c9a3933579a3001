"""Sync engine, wire protocol and province hub; knows neither desktop nor Qt."""
