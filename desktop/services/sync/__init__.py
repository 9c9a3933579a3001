"""The laptop's side of sync: its store, its conversations, conflicts, sticks and neighbours."""
