"""Key skills before and after."""
