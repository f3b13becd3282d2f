"""Tracking parameters: what an address carries for those who count visitors, not for readers.

The list and its exceptions: links.md, section 5.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from urllib.parse import unquote_plus, urlsplit

NAMES = frozenset(
    (
        "_ga", "_gl", "gclid", "gclsrc", "gbraid", "wbraid", "dclid",
        "gad_source", "fbclid", "fb_source", "fb_ref", "twclid", "msclkid", "yclid",
        "ysclid", "_openstat", "erid", "mindbox-click-id", "mindbox-message-key", "mc_eid", "mc_cid",
        "mc_tc", "mkt_tok", "_hsenc", "_hsmi", "oly_anon_id", "oly_enc_id", "wickedid",
        "xtor", "wt_mc", "cmpid", "s_cid", "spm", "igshid", "igsh",
    )
)  # fmt: skip
PREFIXES = ("utm", "ga_", "fb_action_", "__hs", "hsa_", "vero_", "ml_subscriber", "itm_", "mtm_", "pk_")
ONLY_AT = {"si": ("youtube.com", "youtu.be"), "feature": ("youtube.com", "youtu.be")}
EXEMPT = {"github.com": ("*",), "gitlab.com": ("*",), "onet.pl": ("utm*",)}
SIGNED = frozenset({"signature", "sig", "token", "expires"})
ARCHIVES = (
    "web.archive.org", "ghostarchive.org", "megalodon.jp", "perma.cc",
    "archive.today", "archive.is", "archive.ph", "archive.fo", "archive.li", "archive.md", "archive.vn",
)  # fmt: skip


def without_tracking(address: str) -> tuple[str, tuple[str, ...]]:
    """The address without its tracking parameters, and their names. The rest keeps its order and
    spelling; an archive's or a signed address is left alone.
    """
    if "?" not in address:
        return address, ()
    before, _, rest = address.partition("?")
    query, hash_, fragment = rest.partition("#")
    if "#" in before:
        return address, ()
    host = _host(address)
    parts = query.split("&")
    names = [unquote_plus(part.partition("=")[0]) for part in parts]
    if at(host, ARCHIVES) or any(is_signature(name) for name in names):
        return address, ()
    removed = [name for name in names if _is_tracking(name, host)]
    if not removed:
        return address, ()
    kept = "&".join(part for part, name in zip(parts, names, strict=True) if not _is_tracking(name, host))
    return before + (f"?{kept}" if kept else "") + hash_ + fragment, tuple(dict.fromkeys(removed))


def _is_tracking(name: str, host: str) -> bool:
    name = name.lower()
    if any(
        at(host, (site,)) and any(fnmatchcase(name, glob) for glob in globs) for site, globs in EXEMPT.items()
    ):
        return False
    return name in NAMES or name.startswith(PREFIXES) or (name in ONLY_AT and at(host, ONLY_AT[name]))


def is_signature(name: str) -> bool:
    """Whether a parameter of this name lets its bearer in."""
    name = name.lower()
    return name in SIGNED or name.startswith("x-amz-")


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def at(host: str, sites: tuple[str, ...]) -> bool:
    """Whether a host is one of these or belongs to one."""
    return any(host == site or host.endswith("." + site) for site in sites)
