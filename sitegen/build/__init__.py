"""The build: the phases in their order, and the folder that the site is written to."""
