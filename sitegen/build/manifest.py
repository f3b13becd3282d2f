"""The manifest of the output folder: which of its files builds of ours made, and their digests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

MANIFEST = ".sitegen-manifest.json"
PREFIX = ".sitegen-"
"""Whatever begins so in an output folder is ours, whether a manifest names it or not."""


def read_manifest(folder: Path) -> dict[str, str]:
    """Path to digest; nothing where there is no manifest, or one that cannot be understood."""
    try:
        known = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {path: str(digest) for path, digest in known.items()}


def manifest_bytes(digests: Mapping[str, str]) -> bytes:
    text = json.dumps(dict(sorted(digests.items())), indent=0, ensure_ascii=False)
    return text.encode() + b"\n"


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
