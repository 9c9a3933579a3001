"""What goes onto paper, gathered from the records in ready words."""
