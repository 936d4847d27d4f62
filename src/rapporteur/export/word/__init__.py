"""Word files: a paper with headings, lines and footnotes.  Begin at ``paper.py``."""
