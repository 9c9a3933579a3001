"""What opens the database: passcodes, their cost and their delay, recovery words."""
