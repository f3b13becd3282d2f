"""Web addresses compared, and shown without their secrets.

Equality: links.md, section 6. Neither form is asked or linked: the key is for comparing only, the
masked form for messages and files.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import quote, unquote_plus, urlsplit

PORTS = {"http": 80, "https": 443}
RESERVED = "%:/?#[]@!$&'()*+,;=~"
MASK = "***"

_ESCAPE = re.compile("%[0-9A-Fa-f]{2}")
_KEPT_FRAGMENTS = ("!", "/", ":~:text=")
_DEVIATIONS = frozenset("ßς\u200c\u200d")
"""Letters that browsers keep and Python's codec (IDNA 2003) replaces."""

_LONGEST_LABEL = 63
"""Letters of a host's label (RFC 1035, section 2.3.4); the codecs take quadratic time over longer ones."""

_USER = re.compile(r"(?<=//)[^/?#]*@")
_PARAMETER = re.compile(r"(?<![^?&;#=])(?P<name>[^?&;#=]++)=(?P<value>[^&;#]+)")
_WORDS = re.compile(r"[a-z0-9]+")
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SECRET_WORDS = frozenset(
    "token accesstoken authtoken apikey key secret password passwd pwd pass auth authorization bearer jwt "
    "sig sign signature hmac session sessionid sid phpsessid credential credentials otp invite".split()
)
_TOKEN = re.compile(r"eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?|(?=\w*\d)(?=\w*[A-Za-z])[\w-]{32,}={0,2}", re.ASCII)


def equality_key(address: str) -> str:
    """Two addresses are equal where their keys are (links.md, section 6). It must be a web address that
    can be parsed; ValueError where it cannot.
    """
    parts = urlsplit(address)
    scheme, port = parts.scheme.lower(), parts.port
    host = host_key(parts.hostname or "")
    shown = f":{port}" if port and port != PORTS.get(scheme) else ""
    path = _spelt(resolved_path(parts.path or "/"))
    query = f"?{_spelt(parts.query)}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment.startswith(_KEPT_FRAGMENTS) else ""
    return f"{scheme}://{host}{shown}{path}{query}{fragment}"


def host_key(name: str) -> str:
    """A host's name in small letters and punycode; an IPv6 address in brackets."""
    if ":" in name:
        try:
            return f"[{ipaddress.IPv6Address(name)}]"
        except ValueError:
            return f"[{name}]"
    if name.isascii():
        return name.lower()
    dots = unicodedata.normalize("NFKC", name.lower() if _DEVIATIONS & set(name) else name)
    return ".".join(_label(label) for label in re.split("[.。]", dots))


def resolved_path(path: str) -> str:
    """A path without its dot segments."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del kept[max(1, len(kept) - 1) :]
        elif segment != ".":
            kept.append(segment)
    dangling = path.endswith(("/.", "/.."))
    return "/".join(kept or [""]) + ("/" if dangling else "")


def masked(address: str) -> str:
    """The address without user, password and values that look like keys: what others may read."""
    return _PARAMETER.sub(_masked_parameter, _USER.sub(f"{MASK}@", address, count=1))


def has_secret(address: str) -> bool:
    """Whether something in the address is for few eyes."""
    return masked(address) != address


def _masked_parameter(match: re.Match[str]) -> str:
    name, value = match["name"], match["value"]
    words = _WORDS.findall(_CAPITAL.sub(" ", unquote_plus(name)).lower())
    is_signed = "amz" in words or "goog" in words
    if is_signed or _SECRET_WORDS & set(words) or _TOKEN.fullmatch(unquote_plus(value)):
        return f"{name}={MASK}"
    return match[0]


def _label(label: str) -> str:
    if label.isascii() or len(label) > _LONGEST_LABEL:
        return label.lower()
    try:
        if _DEVIATIONS & set(label):
            return "xn--" + label.encode("punycode").decode("ascii")
        return label.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return label.lower()


def _spelt(text: str) -> str:
    """`%xx` in capitals, only where it is needed."""
    plain = _ESCAPE.sub(lambda match: _unescaped(match[0]), text)
    return quote(plain, safe=RESERVED)


def _unescaped(escape: str) -> str:
    letter = chr(int(escape[1:], 16))
    return letter if letter.isascii() and (letter.isalnum() or letter in "-._~") else escape.upper()
