"""Sheets whose marks come back from a photograph: where all stands on them, and how it is read.

Pure: pictures in, plain data out. Drawn by `desktop.reports.marks_sheet`; knows no database.
"""
