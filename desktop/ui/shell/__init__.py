"""The frame around the screens: rail, search, status line, navigation and keys."""
