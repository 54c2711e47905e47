"""The typed records. One noun a file; `base` holds what they share."""
