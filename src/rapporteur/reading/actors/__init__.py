"""Who acts in one article, with party and office, and everywhere they are meant.  Begin at ``cast``."""
