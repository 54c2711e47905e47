"""What search takes in, and its index."""
