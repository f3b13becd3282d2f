project = "Korpus"
language = "de"
extensions = ["myst_parser", "sphinxcontrib.bibtex"]
myst_enable_extensions = ["attrs_block"]
bibtex_bibfiles = ["citations.bib"]
html_theme = "alabaster"
html_sidebars = {"**": ["localtoc.html", "relations.html"]}
exclude_patterns = ["public"]
