"""Tests of the screen: today."""
