"""The readers, a module a format; each has ``read(piece, config)`` as ``pieces.Reader`` says.

Beside the fields of an article, a document's ``fields`` may hold: ``author``, whom a program's properties name (often
the owner of the program, so no byline); ``saved``, the day on which the file or page was made, so that the article is
not younger; ``teaser``, if no more than that is there; ``id``, under which its source keeps it.
"""
