"""Writing into the data: new publications and records, and what editors offer while one types."""
