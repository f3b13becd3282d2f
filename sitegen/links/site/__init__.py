"""The rendered site's own links: read out of its pages, resolved, judged against the names of its files."""
