"""Who is said to have said what, as spans.  Begin at ``attribution``."""
