"""Where: place names, resolved offline.  Begin at ``toponyms``."""
