"""Codes, names and postcodes of all provinces, districts and tambons."""
