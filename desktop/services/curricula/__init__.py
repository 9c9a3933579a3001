"""Local curricula: what villages teach of their own, tried, then adopted, version by version."""
