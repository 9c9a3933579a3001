"""Headless commands, in this process and without a window."""
