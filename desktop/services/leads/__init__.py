"""Start lists: who should be looked for, looking for them, and what goes back to the lists."""
