"""Names that BibTeX reads in another way than they are meant (citations.md, section 1).

Diagnostics: BIB017 (an institution without braces), BIB018 (a patronymic taken for the family name).
"""

from __future__ import annotations

import re

from sitegen.bibliography.names import is_braced, split_names
from sitegen.diagnostics import Diagnostic, report
from sitegen.source import Span

_BODIES = re.compile(
    r"(?<![^\W\d_])(?:ministry|ministerium|\w*ministerium|institut|institute|university|universität|amt|\w+amt|stiftung|"
    r"foundation|department|committee|council|agency|zentrum|verein|verband|редакция|фонд|центр|лаборатория|"
    r"министерство|институт|университет|комитет|агентство|общество)(?![^\W\d_])",
    re.IGNORECASE,
)
_PATRONYMIC = re.compile(r"[а-яё](?:ович|евич|овна|евна|ична)")
_SHORT_PATRONYMIC = re.compile(r"[а-яё]ич")


def suspects(value: str, span: Span) -> list[Diagnostic]:
    """What is probably meant otherwise, in all names of a field: one finding a field and kind."""
    names = [name for name in split_names(value) if not is_braced(name)]
    body = next((name for name in names if is_body(name)), None)
    if body is not None:
        return [report("BIB017", span, name=body)]
    patronymic = next((name for name in names if _ends_in_patronymic(name)), None)
    return [report("BIB018", span, name=patronymic)] if patronymic is not None else []


def is_body(name: str) -> bool:
    """Whether a name as written is rather that of an institution than of a person."""
    family, comma, given = name.partition(",")
    words = [word for word in family.split() if not word[:1].islower()]
    if comma and len(words) >= 3 and "=" not in name:
        return True
    is_person = bool(comma) and len(words) == 1 and 1 <= len(given.split()) <= 2
    return not is_person and bool(_BODIES.search(name))


def _ends_in_patronymic(name: str) -> bool:
    words = name.split()
    if "," in name or len(words) < 2:
        return False
    last = words[-1]
    return bool(
        _PATRONYMIC.search(last[-6:]) and last.endswith(("ович", "евич", "овна", "евна", "ична"))
    ) or (len(words) >= 3 and bool(_SHORT_PATRONYMIC.search(last)) and last.endswith("ич"))
