"""Stands where pip looks for a build tool; tells a name and a version, runs nothing."""
