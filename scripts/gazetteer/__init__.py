"""Writes ``src/rapporteur/reference/cities.db``; see ``__main__``."""
