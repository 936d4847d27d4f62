"""Which analyser reads: the shipped model, or the pipeline that the configuration names."""

from __future__ import annotations

from rapporteur.config import Config
from rapporteur.language.model.analysis import Analyser
from rapporteur.language.model.spacy_pipeline import load_pipeline
from rapporteur.language.model.tagger import tagger


def analyser(config: Config) -> Analyser:
    """The analyser of a project.

    Raises:
        ModelError: a file of the model is missing or damaged, or the pipeline that is named cannot be loaded.
    """
    name = config.language.pipeline
    return load_pipeline(name, tagger()) if name else tagger()
