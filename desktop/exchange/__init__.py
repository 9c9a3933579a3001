"""Spreadsheets: workbook to checked rows, and back."""
