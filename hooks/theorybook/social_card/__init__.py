"""The picture that a page shows where it is shared."""
