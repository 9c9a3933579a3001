"""Workbooks of a subject: declared by its columns, read and compared in one way for all of them."""
