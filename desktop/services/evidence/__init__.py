"""Evidence of learning: what it shows, who looked at it, and who is pictured."""
