"""What needs a person today, and why."""
