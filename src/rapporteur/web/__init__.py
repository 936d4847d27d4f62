"""The desk: pages over a record, for one machine.  Begin at ``app.py``; ``guard.py`` keeps others out."""
