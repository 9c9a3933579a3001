"""Key skills before and after: measured, compared, and withdrawn where they were wrong."""
