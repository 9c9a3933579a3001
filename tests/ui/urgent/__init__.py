"""The screen of urgent cases."""
