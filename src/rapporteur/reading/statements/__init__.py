"""Who said what.  Begin at ``statements``."""
