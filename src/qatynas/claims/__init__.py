"""Sentences become claims; one module a kind, all with one shape."""

from qatynas.claims.extract import extract

__all__ = ["extract"]
