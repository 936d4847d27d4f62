"""The shipped language model: words to tags, trees and spans.  Begin at ``tagger``."""
