"""People who are not learners: registering, finding, joining, and their consents."""
