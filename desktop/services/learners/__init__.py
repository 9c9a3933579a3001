"""The register: learners, their people and papers, contacts, duplicates, lists."""
