"""What stands for a source in the text: names, or the beginning of its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.bibliography.entry import Entry
from sitegen.bibliography.names import Name, Names

LONGEST = 40
"""Letters of a title used as a label (citations.md, section 4, rule 8)."""

_PAIRS = {"„": "“”", "«": "»", "“": "”", "‚": "‘’", "‹": "›"}
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def is_cyrillic(text: str) -> bool:
    return bool(_CYRILLIC.search(text))


def initials(given: str) -> str:
    """`Anna Petrovna` → `A. P.`, `Hans-Jürgen` → `H.-J.`; no line may break between them."""
    words = [word for word in re.split(r"[\s.\u00a0]+", given) if word.strip("-")]
    return "\u00a0".join(_initial(word) for word in words)


def short_title(title: str) -> str:
    """A title as a label: up to its first `: `, shortened to whole words outside of quotation marks."""
    title = undescribed(title)
    title = _up_to_colon(title)
    if len(title) <= LONGEST:
        return title
    cut = title[: LONGEST + 1].rpartition(" ")[0] if " " in title[: LONGEST + 1] else title[:LONGEST]
    opened = _open_mark(cut)
    if opened == 0:
        return _first_quotation(title)
    words = (cut if opened is None else cut[:opened]).split()
    while len(words) > 1 and len(words[-1].strip(",;–—-")) <= 3:
        words.pop()
    text = " ".join(words).rstrip(" ,;:–—-") or cut
    return f"{text}\u00a0…"


def title_label(entry: Entry) -> str:
    """The label of an entry that nothing but its title heads; the key where there is no title."""
    return short_title(entry.plain("shorttitle") or entry.plain("title")) or entry.key


def undescribed(title: str) -> str:
    """A descriptive title without its square brackets."""
    return title[1:-1] if is_descriptive(title) else title


def is_descriptive(title: str) -> bool:
    """Whether a title stands wholly in square brackets."""
    return title.startswith("[") and title.endswith("]") and "]" not in title[:-1]


def families(names: Names, joint: str, others: str) -> str:
    """Up to three family names, else the first with the sign for more."""
    people = names.people
    if names.others or len(people) > 3:
        return f"{people[0].surname} {others}"
    return joint.join(name.surname for name in people)


def inverted(name: Name) -> str:
    """`van der Berg, Jan`."""
    return ", ".join(part for part in (name.surname, name.given, name.suffix) if part)


def uninverted(name: Name) -> str:
    """`Jan van der Berg`."""
    return " ".join(part for part in (name.given, name.surname, name.suffix) if part)


def sorted_names(people: Sequence[Name]) -> list[tuple[str, str]]:
    """Family and given name of each, without the particle."""
    return [(name.family, name.given) for name in people]


def _initial(word: str) -> str:
    parts = [part for part in word.split("-") if part]
    return "-".join(f"{next((sign for sign in part if sign.isalnum()), part[0])}." for part in parts)


def _up_to_colon(title: str) -> str:
    position = title.find(": ")
    while position > 0:
        if _open_mark(title[:position]) is None:
            return title[:position]
        position = title.find(": ", position + 1)
    return title


def _first_quotation(title: str) -> str:
    """A title that begins with a long quotation: all of that, as a label may not end within it."""
    end = next((end for end in range(LONGEST, len(title) + 1) if _open_mark(title[:end]) is None), len(title))
    return title[:end] if end == len(title) else f"{title[:end]}\u00a0…"


def _open_mark(text: str) -> int | None:
    """Where the outermost quotation begins that is not closed."""
    stack: list[tuple[int, str]] = []
    for position, sign in enumerate(text):
        if stack and sign in _PAIRS[stack[-1][1]]:
            stack.pop()
        elif sign in _PAIRS:
            stack.append((position, sign))
    return stack[0][0] if stack else None
