"""What the marks of people at meetings of courses come to."""
