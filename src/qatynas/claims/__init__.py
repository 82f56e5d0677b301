"""Sentences become claims; one module a kind, all with one shape."""
