"""Tests of the screen: window."""
