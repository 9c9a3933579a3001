"""The calendar: sessions of all courses by day, the seasons of the villages, and what clashes."""
