"""What is measured, a module for each: a run, a build, an edit in the browser, search, pages."""
