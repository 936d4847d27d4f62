"""Who met whom, or means to.  Begin at ``meetings``."""
