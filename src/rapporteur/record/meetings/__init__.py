"""One meeting, many reports: matching, and where the reports differ.  Begin at ``matching``."""
