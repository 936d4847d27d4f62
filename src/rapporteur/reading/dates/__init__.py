"""Time expressions and the days they mean.  Begin at ``expressions``; ``rules`` resolves relative ones."""
