"""What goes onto a stick: installers, packages and folders that need no network."""
