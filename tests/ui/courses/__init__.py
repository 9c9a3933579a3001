"""Tests of the screens of courses."""
