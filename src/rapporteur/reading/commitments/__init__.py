"""What was promised or agreed.  Begin at ``commitments``."""
