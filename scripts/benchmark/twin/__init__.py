"""The twin: the same pages as if somebody had written each by hand, for plain MkDocs."""
