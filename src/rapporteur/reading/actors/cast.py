"""Who acts in an article: its cast, with every place where one of them is meant."""

from __future__ import annotations

from rapporteur.config import Config
from rapporteur.intake.article import Article
from rapporteur.language.names.lexicon import lexicon
from rapporteur.language.parse import Parse
from rapporteur.reading.actors.allegiance import settle_allegiances
from rapporteur.reading.actors.compass import settle_compass
from rapporteur.reading.actors.figures import Stage
from rapporteur.reading.actors.homes import settle_homes
from rapporteur.reading.actors.nominals import claim_offices, settle_nominals
from rapporteur.reading.actors.office_holders import settle_offices
from rapporteur.reading.actors.organised import settle_organised
from rapporteur.reading.actors.own import settle_own
from rapporteur.reading.actors.parties import settle_states
from rapporteur.reading.actors.persons import settle_persons
from rapporteur.reading.actors.plurals import settle_plurals
from rapporteur.reading.actors.pronouns import settle_pronouns
from rapporteur.reading.actors.relations import settle_relations
from rapporteur.reading.actors.short_bodies import settle_short_bodies
from rapporteur.reading.scene import Cast


def find_cast(article: Article, parse: Parse, config: Config) -> Cast:
    """Find the actors of an article and their mentions.

    Args:
        article: the article; its text is that of the parse.
        parse: its parse; names may come from rules or from a model.
        config: the analyst's own actors.

    Returns:
        The cast; local ids number the actors by their first mention.
    """
    stage = Stage(parse, lexicon(config))
    settle_own(stage, config)
    settle_states(stage)
    settle_compass(stage)
    settle_organised(stage)
    settle_short_bodies(stage)
    settle_persons(stage)
    settle_offices(stage)
    settle_relations(stage)
    settle_allegiances(stage)
    claim_offices(stage)
    settle_homes(stage, article)
    settle_nominals(stage)
    settle_plurals(stage)
    settle_pronouns(stage)
    return Cast(*stage.cast())
