"""The way in: picking a name, typing the passcode."""
