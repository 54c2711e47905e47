"""What changed: the news, and the versions of every record."""
