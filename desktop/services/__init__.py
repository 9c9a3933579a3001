"""What can be done and its rules, one module per subject; knows no Qt."""
