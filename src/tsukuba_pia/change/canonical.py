"""Canonical content and its digest (formats.md §6): RFC 8785, layout, comments and order of keys never count."""

import hashlib
import json
from typing import Any

from tsukuba_pia.change.tree import tree

NOT_CONTENT = ("status", "reviewed_by")  # what becomes of a version later does not change what it says


def content(value: Any) -> Any:  # noqa: ANN401 - a value of the model → plain data
    """What a versioned file says."""
    plain = tree(value).plain
    return {key: one for key, one in plain.items() if key not in NOT_CONTENT}


def digest(value: Any) -> str:  # noqa: ANN401 - a value of the model
    """The SHA-256 of the canonical content of a versioned file, in hexadecimal digits."""
    return hashlib.sha256(canonical_json(content(value))).hexdigest()


def canonical_json(plain: Any) -> bytes:  # noqa: ANN401 - plain data
    """RFC 8785 for data without binary numbers: keys by their UTF-16 code units, no blanks."""
    return json.dumps(_sorted(plain), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _sorted(plain: Any) -> Any:  # noqa: ANN401 - plain data
    if isinstance(plain, dict):
        return {key: _sorted(plain[key]) for key in sorted(plain, key=lambda one: one.encode("utf-16-be"))}
    return [_sorted(one) for one in plain] if isinstance(plain, list) else plain
