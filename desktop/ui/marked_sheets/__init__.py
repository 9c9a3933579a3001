"""Marks of a photographed sheet, proposed: the picture beside them, doubtful ones asked one by one.

`MarksDialog` is opened by whoever keeps the marks; see `desktop.paper_marks.proposing`.
"""
