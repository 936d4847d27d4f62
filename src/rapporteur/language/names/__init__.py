"""Names, titles and demonyms as spans.  Begin at ``names``."""
