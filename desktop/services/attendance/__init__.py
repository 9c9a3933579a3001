"""Who came to the meetings of courses, and what that comes to."""
