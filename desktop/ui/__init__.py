"""Screens and widgets; the only place with Qt besides the composition root."""
