"""What a network is given of the words of a window."""

from __future__ import annotations

from rapporteur.language.model.network import inputs
from rapporteur.language.model.shapes import shape
from rapporteur.language.model.subwords import CLS, SEP


def test_a_word_stands_where_its_subwords_stand() -> None:
    given = inputs([(11,), (12, 13, 14), (15, 16)], ["Oman", "mediates", "again"])
    ids = given["ids"].tolist()
    assert ids == [CLS, 11, 12, 13, 14, 15, 16, SEP]
    ends = zip(given["first"].tolist(), given["last"].tolist(), strict=True)
    assert [ids[first : last + 1] for first, last in ends] == [[11], [12, 13, 14], [15, 16]]
    assert given["shape"].tolist() == [shape("Oman"), shape("mediates"), shape("again")]
    assert {values.dtype.name for values in given.values()} == {"int64"}
