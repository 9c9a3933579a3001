"""ซิงก์: what waits, what the province has, and what two people wrote at once."""
