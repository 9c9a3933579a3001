"""Tests of the forms that the screens share."""
