"""The text of a page, whatever its encoding."""

from __future__ import annotations

import codecs
import re

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset[\t\n\f\r ]*=[\t\n\f\r \"']*([a-zA-Z0-9_:.-]{1,40})", re.IGNORECASE
)
_LEGACY = re.compile(
    r"windows-125[0-8]|iso-8859-(?:[1-9]|1[013-6])|koi8-[ru]|macintosh|gbk|gb18030|big5|euc-(?:jp|kr)|shift_jis"
)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decoded(data: bytes) -> str:
    """Text as a browser reads it: by its mark, as UTF-8, by what it says of itself, else as windows-1252."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        said = _CHARSET.search(data, 0, 2048)
        label = said[1].decode("ascii").lower() if said else ""
        return data.decode(label if _LEGACY.fullmatch(label) else "cp1252", "replace")
