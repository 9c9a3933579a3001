"""Headless commands over the same services as the window; nothing here knows Qt."""

from desktop.cli.main import main

__all__ = ["main"]
