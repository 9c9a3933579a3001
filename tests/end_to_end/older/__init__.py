"""Programs of earlier schema steps, kept to be run beside the present one."""
