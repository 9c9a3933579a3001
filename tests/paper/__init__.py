"""Sheets that come back as photographs: pages drawn and photographed here, with known truth."""
