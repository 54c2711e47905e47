"""What was published stays, says what it said, and is found again."""
