"""What changed: the news, and its feeds."""
