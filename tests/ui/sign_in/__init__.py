"""Tests of the screen: sign in."""
