"""Tests of the screens and their ground."""
