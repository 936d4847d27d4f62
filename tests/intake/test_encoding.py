from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.errors import UnreadableError
from rapporteur.intake.encoding import clean, decode, encoding_of, known
from tests.intake import makers as m

QUOTED = "The minister’s envoy said the “frontier” talks in Lomé — held behind closed doors — would resume. "

# What is written, in which encoding, and what the file declares.
DECODED = [
    (QUOTED, "utf-8", None),
    (QUOTED, "utf-8-sig", None),
    (QUOTED, "utf-16", None),
    (QUOTED, "utf-16-le", None),
    (QUOTED, "utf-16-be", None),
    (QUOTED, "utf-32", None),
    (QUOTED, "cp1252", None),
    (QUOTED * 3, "mac-roman", None),
    (QUOTED, "utf-8", "iso-8859-1"),
    (QUOTED, "utf-8", "windows-1251"),
    (QUOTED, "cp1252", "utf-8"),
    (QUOTED, "cp1252", "iso-8859-1"),
    (QUOTED, "cp1252", "us-ascii"),
    (QUOTED, "cp1252", "rot13"),
    (QUOTED, "cp1252", "no-such-charset"),
    ("Ayşe Çağlar, İzmir’de konuştu.", "cp1254", "iso-8859-9"),
    ("Ayşe Çağlar, İzmir’de konuştu.", "cp1254", "windows-1254"),
    (m.TURKISH.replace("’", "'"), "cp1254", None),
    (m.FRENCH, "cp1252", None),
    (m.RUSSIAN, "cp1251", None),
    (m.RUSSIAN, "koi8-r", None),
    (m.RUSSIAN, "koi8-r", "koi8-r"),
    (m.GREEK, "cp1253", None),
    (m.ARABIC, "cp1256", None),
    (m.HEBREW, "cp1255", "windows-1255"),
    (m.CHINESE, "gb18030", None),
    (m.CHINESE, "gb18030", "gb2312"),
    (m.JAPANESE, "cp932", "Shift_JIS"),
    (m.JAPANESE, "cp932", None),
    (m.JAPANESE, "iso2022_jp", "iso-2022-jp"),
    (m.KOREAN, "cp949", "ks_c_5601-1987"),
    (m.THAI, "cp874", "tis-620"),
]


@pytest.mark.parametrize(("text", "encoding", "declared"), DECODED)
def test_text_is_read_as_it_was_written(text: str, encoding: str, declared: str | None) -> None:
    assert decode(text.encode(encoding), declared=declared) == text


def test_bytes_pasted_into_utf8_are_read_as_windows() -> None:
    pasted = "“Naïve” talks".encode() + " — “über alles” ".encode("cp1252") + "“Lomé” and “Malmö” agreed".encode()
    assert decode(pasted) == "“Naïve” talks — “über alles” “Lomé” and “Malmö” agreed"


def test_a_character_cut_at_the_end_of_a_sample_does_not_change_the_encoding() -> None:
    assert encoding_of(QUOTED.encode()[: QUOTED.encode().index(b"\xe2") + 1])[0] == "utf-8"


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\0" * 100, b"\x7fELF" + b"\x01\x02\x03" * 50])
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(data)
    assert caught.value.reason == "binary"


@pytest.mark.parametrize(
    "name", ["zlib", "hex", "idna", "punycode", "unicode_escape", "utf-7", "undefined", "", "a\0b", None]
)
def test_what_is_no_encoding_of_text_is_not_believed(name: str | None) -> None:
    assert known(name) is None


def test_what_cannot_be_stored_is_marked_one_for_one() -> None:
    assert clean("a\0b\ud800c\x07d\n\te") == "a\ufffdb\ufffdc\ufffdd\n\te"


@given(
    st.binary(max_size=400), st.sampled_from([None, "utf-8", "utf-16", "latin-1", "gb2312", "iso-2022-jp", "nonsense"])
)
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_text_that_can_be_stored_or_binary(data: bytes, declared: str | None) -> None:
    try:
        text = decode(data, declared=declared)
    except UnreadableError:
        return
    assert text.encode("utf-8").decode("utf-8") == text
    assert "\0" not in text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=300))
@settings(max_examples=100, deadline=None)
def test_utf8_comes_back_whole(text: str) -> None:
    assert decode(text.encode()) == clean(text).removeprefix("\ufeff")
