"""From files to articles: formats, body text, metadata, language, copies of one wire story."""
