"""From bytes to text: byte order marks, declared encodings, and what to do when they lie."""

from __future__ import annotations

import codecs
import re

from rapporteur.errors import UnreadableError

SAMPLE = 262_144
"""Bytes from which the encoding of a long file is told."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What pages call these encodings is a subset of what they mean (WHATWG Encoding).
_MEANT = {
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
# Python knows further codecs that are no encodings of text, or run escapes: none of those may be declared.
_TRUSTED = re.compile(r"utf-(?:8|16|32)|iso8859|iso2022|cp\d|koi8|gb|hz|big5|euc|shift_jis|mac|ascii|johab|tis|ptcp")
_CAPITAL_INSIDE = re.compile(r"[a-zß-ÿ.,!?][À-ÞŠŒŽŸ]")
_CENTRAL = {"cp1250", "cp1257", "iso8859_2"}
_CENTRAL_LANGUAGES = {
    "Croatian", "Czech", "Estonian", "Hungarian", "Latvian", "Lithuanian", "Polish", "Romanian", "Slovak", "Slovene",
}  # fmt: skip
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")

REPAIR = "rapporteur.windows"
"""Error handler for UTF-8: bytes that are none are read as Windows-1252, which is what pastes into such files."""


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(REPAIR, _as_windows)


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text of ``data``.

    A byte order mark decides; else valid UTF-8 is UTF-8 whatever the file declares; else ``declared`` if the bytes
    bear it out; else what the bytes look like. Characters that no text holds (NUL, lone surrogates) become U+FFFD,
    one for one.

    Raises:
        UnreadableError: the bytes are not text.
    """
    encoding, errors = encoding_of(data, declared=declared)
    return clean(data.decode(encoding, errors))


def clean(text: str) -> str:
    """``text`` with every character that cannot be stored or shown replaced by U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)


def encoding_of(data: bytes, *, declared: str | None = None) -> tuple[str, str]:
    """The encoding of ``data`` (or of a file that begins with it) and the error handler to decode it with.

    Raises:
        UnreadableError: the bytes are not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, "replace"
    if wide := _wide(data):
        return wide, "replace"
    if _is_binary(data):
        raise UnreadableError("It holds no text, only binary data.", reason="binary", hint="Give a file of text.")
    told = known(declared)
    if told and told.startswith(("iso2022", "hz")) and _decodes(data, told):
        return told, "replace"  # written in ASCII bytes, so that it passes for UTF-8
    if _decodes(data, "utf-8"):
        return "utf-8", REPAIR
    if told and _decodes(data, told):
        return told, "replace"
    return _look(data)


def known(declared: str | None) -> str | None:
    """The codec that a declared name means, or ``None`` if it means no encoding of text."""
    try:
        name = codecs.lookup((declared or "").strip().strip("\"'")).name
    except (LookupError, ValueError, UnicodeError):
        return None
    return _MEANT.get(name, name) if _TRUSTED.match(name) else None


def _decodes(data: bytes, encoding: str) -> bool:
    """Whether the bytes are valid; a character cut in two at the very end (of a sample, of a torn file) is forgiven."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start > 0 and error.start >= len(data) - 3 and error.end == len(data)
    except UnicodeError:
        return False
    return True


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is NUL."""
    head = data[:4096]
    if len(head) < 8:
        return None
    half = len(head) // 2
    even, odd = head[::2].count(0) / half, head[1::2].count(0) / half
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.1 else None


def _is_binary(data: bytes) -> bool:
    """Control characters by the hundred: text has a stray one at most."""
    head = data[:SAMPLE]
    return len(_CONTROL.findall(head)) > max(2, len(head) // 100)


def _look(data: bytes) -> tuple[str, str]:
    """The encoding of bytes that are not UTF-8 and declare nothing that holds."""
    sample = data[:SAMPLE]
    sequences = _SEQUENCE.findall(sample)
    whole = sum(map(len, sequences))
    high = sum(byte > 0x7F for byte in sample)
    if sequences and len(sequences) >= high - whole:
        return "utf-8", REPAIR  # mostly UTF-8: other bytes were pasted into it
    guess = _guess(sample, western=high < 0.2 * len(sample))
    return (guess, "replace") if guess else ("utf-8", REPAIR)


def _guess(sample: bytes, *, western: bool) -> str | None:
    """A statistical guess, or ``None`` for Windows-1252, which statistics take for each of its neighbours.

    So in mostly plain letters they are asked for the language, and the encoding follows from that.
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415  # few files need it

    if western and _looks_macintosh(sample):
        return "mac_roman"
    best = from_bytes(sample[: SAMPLE // 4]).best()
    if best is None:
        return None
    if not western:
        return best.encoding
    languages = best.languages[:2]
    if languages[:1] == ["Turkish"]:
        return "cp1254"
    return best.encoding if best.encoding in _CENTRAL and _CENTRAL_LANGUAGES.intersection(languages) else None


def _looks_macintosh(sample: bytes) -> bool:
    """Whether, read as Windows-1252, capitals with accents stand inside words: Macintosh's quotation marks."""
    text = sample.decode("cp1252", "replace")
    return 3 * len(_CAPITAL_INSIDE.findall(text)) > sum(char > "\x7f" for char in text)
