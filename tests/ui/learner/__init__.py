"""The learner's page."""
