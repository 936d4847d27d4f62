"""Points in time as containers write them, put into ISO 8601."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

_PDF = re.compile(r"\A(?:D:)?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?")
_DAY = re.compile(r"(?:1[89]|20)\d\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?")
_EARLIEST, _LATEST = 0, 32_503_680_000  # 1970 to 2999, in seconds: other numbers are no times


def from_mail(value: str) -> str:
    """A date of RFC 5322 (mail, RSS) in ISO 8601; as it stands if it is none."""
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return value.strip()


def from_pdf(value: str) -> str:
    """A date of PDF metadata (``D:20210412093000Z``) as an ISO 8601 day; empty if it is none."""
    match = _PDF.match(value.strip())
    if not match:
        return ""
    try:
        return dt.date(int(match[1]), int(match[2] or 1), int(match[3] or 1)).isoformat()
    except ValueError:
        return ""


def from_number(value: float) -> str:
    """Seconds or milliseconds since 1970 in ISO 8601; an eight-figure day or a year as it stands."""
    if _DAY.fullmatch(f"{value:.10g}"):
        return f"{value:.0f}"
    seconds = value / 1000 if value > _LATEST else value
    if not _EARLIEST < seconds < _LATEST:
        return ""
    return dt.datetime.fromtimestamp(seconds, tz=dt.UTC).isoformat()
