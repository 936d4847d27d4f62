from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.intake.lines import blocks

WRAPPED = """\
The envoy left for the islands on Thursday with a letter that nobody
in the capital would describe. He is expected to hand it over before
the feast, a spokesman said, and to wait for the answer on the quay
rather than in the palace.
    The islanders have made no preparations.
"""


def sentences(text: str) -> list[list[str]]:
    return [[span.of(text) for span in block.sentences] for block in blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\nTwo.", [["One."], ["Two."]]),
        ("He left. She stayed.", [["He left.", "She stayed."]]),
        ("Mr. Otten met Gen. Ruiz. They spoke.", [["Mr. Otten met Gen. Ruiz.", "They spoke."]]),
        ("The U.S. Army and the U.N. Office agreed.", [["The U.S. Army and the U.N. Office agreed."]]),
        ("They met on Friday.The talks lasted an hour.", [["They met on Friday.", "The talks lasted an hour."]]),
        ("“We agreed.”“Not yet,” he said.", [["“We agreed.”", "“Not yet,” he said."]]),
        (
            "Minister Oda (left) greets the envoy. (Ministry of Water)The two then left.",
            [["Minister Oda (left) greets the envoy. (Ministry of Water)", "The two then left."]],
        ),
        (
            "River talks resumeBy Ana Prat LIMA, May 3 (EFE) -- They met.",
            [["River talks resumeBy Ana Prat", "LIMA, May 3 (EFE) -- They met."]],
        ),
        ("They met. ana@andes.example (END)", [["They met.", "ana@andes.example (END)"]]),
        ("## Talks", [["Talks"]]),
        ("***", []),
    ],
)
def test_sentences(text: str, expected: list[list[str]]) -> None:
    assert sentences(text) == expected


def test_wrapped_lines_make_one_block() -> None:
    found = [block.span.of(WRAPPED) for block in blocks(WRAPPED)]
    assert [text.split()[0] for text in found] == ["The", "The"]
    assert found[0].endswith("in the palace.")


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("aZ é.!?\n\t()“”\"'*_#0,"), max_size=200))
def test_sentences_lie_in_their_blocks(text: str) -> None:
    end = 0
    for block in blocks(text):
        assert block.sentences
        for span in block.sentences:
            assert span in block.span
            assert end <= span.start
            end = span.end
