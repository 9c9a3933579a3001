"""Tests of courses and of who takes part in them."""
