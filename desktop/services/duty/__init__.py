"""The roster of those who answer in a day or a night."""
