"""Rosters and workbooks: imported in one numbered run, exported so that they import again."""
