"""Individual learning plans: beginning, lines, agreement, review, lists."""
