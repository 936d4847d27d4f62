"""From claims to a record: identity, dating, matching, disagreement, the store."""
