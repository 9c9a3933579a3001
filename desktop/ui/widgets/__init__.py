"""The widgets that screens are built of; each works from the keyboard and in both languages."""
