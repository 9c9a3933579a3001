"""Opens every screen and writes a picture of each: `python -m tests.tour OUT`."""
