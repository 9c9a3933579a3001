"""The screens of key skills."""
