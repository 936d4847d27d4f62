"""Which actors of many articles are one.  Begin at ``identity``."""
