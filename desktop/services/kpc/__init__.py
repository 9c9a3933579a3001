"""กพช., life-quality activities: hours in a term, approved and assessed."""
