"""Sentences as rows of words with their verbs, subjects and complements: what several readers share."""
