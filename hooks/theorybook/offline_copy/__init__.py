"""A copy of the built site that works from a disk, with no server and no network."""
