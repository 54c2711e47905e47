"""The site as data: JSON, tables, and what describes them."""
