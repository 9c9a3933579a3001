"""Proofs of storage: power cuts, kills, failing writes, full disks, damaged files."""
