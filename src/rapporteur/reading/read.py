"""Reading one article: a pure function of the article and the configuration."""

from __future__ import annotations

from dataclasses import replace

from rapporteur import language
from rapporteur.config import Config
from rapporteur.intake.article import Article
from rapporteur.language.parse import Parse
from rapporteur.reading.actors.cast import find_cast
from rapporteur.reading.claims import Form, NameSeen, Reading
from rapporteur.reading.commitments.commitments import find_commitments
from rapporteur.reading.commitments.outcomes import find_outcomes
from rapporteur.reading.dates.expressions import find_times
from rapporteur.reading.events.events import find_events
from rapporteur.reading.meetings.meetings import find_meetings
from rapporteur.reading.places.toponyms import find_places
from rapporteur.reading.positions.positions import find_positions
from rapporteur.reading.scene import Cast, Scene
from rapporteur.reading.statements.statements import attribute, find_statements


def read(article: Article, config: Config | None = None) -> Reading:
    """Read one article.

    Args:
        article: as intake gives it; one in a language that the program does not read gives an empty reading.
        config: the analyst's own names, places and formats.

    Returns:
        Its claims, every one with the spans of ``article.text`` that it rests on.
    """
    config = config or Config()
    if not article.is_read:
        return Reading(article.id)
    parse = language.parse(article.text, article.body, config)
    scene = set_scene(article, parse, config)
    attributions = attribute(scene)
    scene = replace(scene, statements=find_statements(scene, attributions))
    return Reading(
        article=article.id,
        sentences=parse.sentences,
        names=_names(parse, scene.cast),
        actors=scene.cast.actors,
        mentions=scene.cast.mentions,
        times=scene.times,
        places=scene.places,
        attributions=attributions,
        statements=scene.statements,
        meetings=find_meetings(scene, config),
        positions=find_positions(scene),
        commitments=find_commitments(scene),
        outcomes=find_outcomes(scene),
        events=find_events(scene),
    )


def set_scene(article: Article, parse: Parse, config: Config) -> Scene:
    """Who, when and where of an article, before any claim is read."""
    return Scene(
        article=article,
        parse=parse,
        cast=find_cast(article, parse, config),
        times=find_times(article.text, parse, article.published),
        places=find_places(article.text, parse, config),
    )


def _names(parse: Parse, cast: Cast) -> tuple[NameSeen, ...]:
    """The parse's names, each with the actor that is meant at just that place."""
    at = {mention.span: mention.actor for mention in cast.mentions if mention.form is not Form.PRONOUN}
    return tuple(NameSeen(name.span, name.kind.value, at.get(name.span)) for name in parse.names)
