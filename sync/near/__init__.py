"""The near link: one laptop serves its neighbours, and passes on what they signed."""
