"""Tests of the screen: first run."""
