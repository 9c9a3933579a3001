"""Forms and lists that the screens share: fields by their meaning, entry forms, record lists."""
