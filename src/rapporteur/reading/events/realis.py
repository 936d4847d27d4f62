"""Whether a sentence tells of long ago: the typer sees one sentence, and not when its article was published."""

from __future__ import annotations

import datetime as dt

from rapporteur.reading.scene import Scene
from rapporteur.spans import Span

_PAST_DAYS = 2 * 366
"""An event this long before its article is background."""


def is_background(scene: Scene, sentence: Span) -> bool:
    """Whether the sentence's latest day lies years before the article."""
    latest = [t.when.latest for t in scene.times_in(sentence) if t.type == "DATE" and t.when.latest]
    published = scene.article.published.earliest
    if not latest or published is None:
        return False
    return max(latest) < published - dt.timedelta(days=_PAST_DAYS)


__all__ = ["is_background"]
