"""Characters that a file for readers can hold: what no HTML and no XML may contain is replaced, never dropped."""

from __future__ import annotations

import re

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def holdable(text: str) -> str:
    """``text`` with such characters as spaces (those that are white space) or ``\ufffd``."""
    return _NOT_TEXT.sub(lambda found: " " if found[0].isspace() else "\ufffd", text)


__all__ = ["holdable"]
