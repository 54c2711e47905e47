"""What machines read in the head of a page."""
