"""From a parse to claims: a file a kind of claim.  ``read`` is a pure function of an article and the configuration."""
