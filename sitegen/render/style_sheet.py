"""The style sheet as it is published, and the part of it that a chapter brings along.

A browser shows nothing of a page before the style sheet in its head is there: on a slow line one more
way there and back. So a chapter holds the rules of its first screen itself, allowed by their digest in
the content security policy, and asks for the whole sheet below its heading. There all rules stand once
more, in their order, so that what holds in the end is the style sheet alone.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256

from markupsafe import Markup

from sitegen.values import dataclass

BEGIN, END = "/* first-screen: begin */", "/* first-screen: end */"
_BLANK = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?:/\*.*?\*/|\s)+""", re.DOTALL)
_SIGN = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?: ?;? ?(})| ?([{;,])|(:)) ?""", re.DOTALL)
_ELSEWHERE = re.compile(r"url\(|@import|</", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FirstStyleView:
    """The rules of a chapter's first screen, and their digest as the policy of the page names it."""

    css: Markup
    digest: str


@lru_cache(maxsize=16)
def compact(sheet: str) -> str:
    """A style sheet without comments and blanks that say nothing."""
    single = _BLANK.sub(lambda part: part[1] or " ", sheet)
    return _SIGN.sub(lambda part: part[1] or part[2] or part[3] or part[4], single).strip()


def first_style(sheet: str, additions: str = "") -> FirstStyleView | None:
    """What stands between the marks of a style sheet, then what a publication adds to it. None without
    marks, and where there are addresses in it: those of a style sheet are not those of a page.
    """
    css = "".join(_closed(compact(part.partition(END)[0])) for part in sheet.split(BEGIN)[1:])
    if not css or _ELSEWHERE.search(css + additions):
        return None
    css = f"{css}\n{additions}" if additions else css
    digest = b64encode(sha256(css.encode()).digest()).decode()
    return FirstStyleView(Markup(css), f"sha256-{digest}")  # noqa: S704  (nothing in it can end the element)


def _closed(css: str) -> str:
    """Rules whose outer blocks end behind the mark, with the ends of these."""
    return css + "}" * (css.count("{") - css.count("}"))
