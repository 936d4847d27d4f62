"""Publication days as unknowns that evidence bounds.  Begin at ``dating``."""
