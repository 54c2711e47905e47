"""Projects of any size, made of ours by a seeded chance: the same shape, and other words."""
