"""Sets the program up on a machine and opens or tests it; standard library only."""
