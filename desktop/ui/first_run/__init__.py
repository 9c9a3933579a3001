"""First run: join a centre, begin one, or try with sample people."""
