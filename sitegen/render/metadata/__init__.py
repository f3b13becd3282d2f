"""What a page says of itself to machines: each value one that its readers see too (accessibility-metadata.md,
section 5).
"""

from __future__ import annotations

from sitegen.render.metadata.head import has_feeds, meta_view
from sitegen.render.metadata.signposting import citation_authors

__all__ = ["citation_authors", "has_feeds", "meta_view"]
