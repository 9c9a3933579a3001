"""Tests of the screen: settings."""
