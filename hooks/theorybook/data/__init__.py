"""A data folder, read and checked file by file, with the place of every value."""
