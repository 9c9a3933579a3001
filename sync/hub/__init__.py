"""The province hub: receives, merges and hands out the records of its centres."""
