"""Keeping what is stored: backups, putting back, the disk, the key, and what is left of damage."""
