"""Data shipped with the program: fonts, icons, code lists, frameworks, translations."""
