"""Letting a person's record go: erased, made unknown, or kept a year longer."""
