"""Measures the budgets of the design on this machine: `python -m tests.benchmarks`."""
