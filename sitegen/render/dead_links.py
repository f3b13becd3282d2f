"""Sources that are no longer there, as links.lock knows them (links.md, sections 1 and 4)."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.bibliography import Bibliography
from sitegen.links_lock import LinksLock, Remembered, lock_key
from sitegen.model.nodes import Archived, Link
from sitegen.values import dataclass
from sitegen.web_addresses import has_secret


@dataclass(frozen=True, slots=True)
class DeadLink:
    """An address that leads nowhere any more. `copy` is what is linked in its place; without one, readers
    are told the day it was last looked for. That is empty where the page is there and only the place in
    it is missing: of this a page says nothing.
    """

    copy: Archived | None
    checked: str


@dataclass(frozen=True, slots=True)
class DeadLinks:
    """The dead addresses of a publication, by the form in which they are compared."""

    known: Mapping[str, DeadLink]

    @classmethod
    def of(cls, lock: LinksLock, bibliography: Bibliography) -> DeadLinks:
        dead = {key: entry for key, entry in lock.entries.items() if entry.result == "dead"}
        entries = bibliography.entries.values() if dead else ()
        copies = {lock_key(entry.url): entry.archived for entry in entries if entry.url and entry.archived}
        return cls({key: _dead(entry, copies.get(key)) for key, entry in dead.items()})

    def get(self, url: str) -> DeadLink | None:
        """Nothing is known of an address with a secret in it: its key does not tell it from another one."""
        if not self.known or has_secret(url):
            return None
        return self.known.get(lock_key(url))

    def judged(self, node: Link) -> DeadLink | None:
        """What is known of a link, with the copy that it names itself."""
        found = self.get(node.copy_of or node.url)
        return DeadLink(node.archived, found.checked) if found and node.archived else found


def _dead(entry: Remembered, copy: Archived | None) -> DeadLink:
    if copy is None and entry.copy_url and entry.copy_date:
        copy = Archived(entry.copy_url, entry.copy_date.isoformat())
    return DeadLink(copy, entry.date.isoformat() if entry.is_gone else "")
