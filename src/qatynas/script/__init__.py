"""Kazakh in three scripts: identify, convert, align and fold."""
