"""What a person may ask of their record: consent, access, rectification, restriction, erasure."""
