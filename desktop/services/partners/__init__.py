"""Partners: the agencies, groups and people that help."""
