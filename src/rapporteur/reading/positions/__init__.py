"""What a party demands, refuses, supports.  Begin at ``positions``."""
