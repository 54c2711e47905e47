"""The evidence map: what the studies say of each pair, as pages and as files."""
