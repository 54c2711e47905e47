"""Files to take along: the site as data, citations, feeds, and the map as a poster."""
