"""What somebody might put into an article or an address: the lines of ``payloads.txt``."""

from __future__ import annotations

import re
from pathlib import Path


def _read(line: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)(?:\*(\d+))?\}", lambda m: chr(int(m[1], 16)) * int(m[2] or 1), line)


_LINES = Path(__file__).with_name("payloads.txt").read_text(encoding="utf-8").split("\n")
PAYLOADS = tuple(dict.fromkeys(_read(line) for line in _LINES if line and not line.startswith("# ")))
STORED = tuple(dict.fromkeys(text.encode(errors="replace").decode() for text in PAYLOADS))
"""As a file can hold them: half a character is none."""
