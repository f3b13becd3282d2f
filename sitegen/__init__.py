"""sitegen: bilingual research publications from Markdown."""
