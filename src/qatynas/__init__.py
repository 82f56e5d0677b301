"""Reads Kazakh texts on the relations of two states and keeps every claim with its sentence."""

__version__ = "0.1.0"
