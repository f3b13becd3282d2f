"""The same record in other forms: data sets, the sitemap."""
