"""A source (bytes of a file) becomes a Document: text, blocks, date candidates, script, hash."""
