"""The language of a text, and whether it holds so much as a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from rapporteur.reference import load

UNDETERMINED = "und"
"""The code (ISO 639-2) for a text of which the language cannot be told."""

SAMPLE = 2_000
"""Characters from which the language is told: more tell nothing new."""

_LETTERS = 12  # fewer tell no language
_WORDS = 4  # of the shortest thing called a sentence
_UNPUNCTUATED = 25  # words of a paragraph that is prose although nobody put a full stop
_UNSPACED_LETTERS = 8  # of a sentence in a script without spaces
_OTHER_LETTERS = 12  # of a sentence in other scripts but Latin, whose words are longer and fewer
_ENGLISH = 0.12  # of all words: English prose has 0.35 and more, other languages under 0.05
_SURELY_ENGLISH = 0.3
_PLAIN = 4  # words without a capital that tell a language by themselves
_FEWEST, _FEW = 3, 30  # words without a capital of a text that is told by a list of ordinary English
_MOSTLY = 0.75
_TERMINAL = ".!?…。．！？｡؟۔।॥։።။៕"
_END = re.compile(rf"[{_TERMINAL}]+[\"'”’»›）」』\])]*(?=\s|$)|[。！？｡]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# What the statistics tell apart and ISO 639-1 does not.
_GROUPED = {"arz": "ar", "ary": "ar", "sdh": "ku", "wuu": "zh", "yue": "zh"}


class Script(NamedTuple):
    """A writing system: the languages written in it, and whether it leaves out the spaces between words."""

    name: str
    languages: tuple[str, ...]
    unspaced: bool


LATIN = Script("latin", (), unspaced=False)


def language_of(text: str) -> str:
    """The language of ``text`` as its ISO 639-1 code; ``und`` if it has too few words to tell."""
    sample = " ".join(text[: 4 * SAMPLE].split())[:SAMPLE]
    scripts = Counter(script for char in sample if char.isalpha() and (script := script_of(char)))
    if scripts.total() < _LETTERS:
        return UNDETERMINED
    script = _leading(scripts)
    if len(script.languages) == 1:
        return script.languages[0]
    if script is LATIN:
        return _latin_language(sample)
    ranked = (code for code in _ranked(sample) if code in script.languages)
    return next(ranked, script.languages[0])


def has_sentence(text: str) -> bool:
    """Whether ``text`` holds at least one sentence: words that a full stop ends, or a long paragraph without any."""
    return any(_is_sentence(part) for line in text.splitlines() for part in _parts(line)) or any(
        len(_WORD.findall(line)) >= _UNPUNCTUATED or _counts_unspaced(line) >= 3 * _UNSPACED_LETTERS
        for line in text.splitlines()
    )


def script_of(char: str) -> Script:
    """The script of a letter; Latin for all that the table does not name."""
    starts, ends, scripts = _ranges()
    at = bisect_right(starts, ord(char)) - 1
    return scripts[at] if at >= 0 and ord(char) <= ends[at] else LATIN


def _parts(line: str) -> list[str]:
    """What stands before each sentence end of a line; what stands behind the last one is no sentence."""
    parts, at = [], 0
    for end in _END.finditer(line):
        parts.append(line[at : end.start()])
        at = end.end()
    return parts


def _is_sentence(words: str) -> bool:
    found = _WORD.findall(words)
    if len(found) >= _WORDS:
        return True
    letters = [char for word in found for char in word]
    if _counts_unspaced(words) >= _UNSPACED_LETTERS:
        return True
    return len(letters) >= _OTHER_LETTERS and len(found) > 1 and script_of(letters[0]) is not LATIN


def _counts_unspaced(words: str) -> int:
    return sum(script_of(char).unspaced for char in words if ord(char) > 0xDFF)


def _leading(scripts: Counter[Script]) -> Script:
    """The script of most letters; a few kana make Chinese characters Japanese."""
    kana = next((script for script in scripts if script.name == "kana"), None)
    leading = scripts.most_common(1)[0][0]
    if kana and leading.name == "han" and scripts[kana] * 20 > scripts[leading]:
        return kana
    return leading


def _latin_language(sample: str) -> str:
    every = _WORD.findall(sample)
    plain = [word for word in every if not word[0].isupper()]
    words = plain if len(plain) >= _PLAIN else [word.casefold() for word in every]  # names are of no language
    sample = " ".join(words)
    english = sum(word in _english() for word in words) / max(len(words), 1)
    if english >= _SURELY_ENGLISH or _is_short_english(plain):
        return "en"
    taken = {code for script in _scripts() for code in script.languages}
    best = [code for code in _ranked(sample) if code not in taken - {"ku", "sr", "az", "uz"}]
    if best and best[0] == "en" and english < _ENGLISH and len(words) > 20:
        best = best[1:]
    return best[0] if best else UNDETERMINED


def _is_short_english(plain: Sequence[str]) -> bool:
    """Whether the few words of a text that are no names are words of English."""
    if not _FEWEST <= len(plain) <= _FEW:
        return False
    return sum(word in _ordinary() for word in plain) >= _MOSTLY * len(plain)


def _ranked(sample: str) -> list[str]:
    """The languages that statistics think likely, best first, those without a two-letter code under their group's."""
    codes = (_GROUPED.get(code, code) for code, _ in _identifier().rank(sample))
    return [code for code in dict.fromkeys(codes) if len(code) == 2]


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # its model takes half a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _english() -> frozenset[str]:
    return frozenset(load("scripts")["english"])


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word for words in load("common_words").values() for word in words.split())


@cache
def _scripts() -> tuple[Script, ...]:
    table = load("scripts")["scripts"]
    return tuple(Script(name, tuple(row["languages"]), row.get("unspaced", False)) for name, row in table.items())


@cache
def _ranges() -> tuple[list[int], list[int], list[Script]]:
    """First and last code point of every range, with its script, in order."""
    table = load("scripts")["scripts"]
    rows = sorted(
        (*(int(point, 16) for point in span.split("-")), script)
        for script in _scripts()
        for span in table[script.name]["ranges"]
    )
    starts, ends, scripts = zip(*rows, strict=True)
    return list(starts), list(ends), list(scripts)
