"""Which pages there are, and what each needs to be rendered."""
