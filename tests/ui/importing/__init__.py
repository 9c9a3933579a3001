"""Tests of these screens as a person sees them."""
