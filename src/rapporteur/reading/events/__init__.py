"""Who did what to whom, in PLOVER's terms.  Begin at ``events``."""
