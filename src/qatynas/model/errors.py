"""The one error that a user sees: bad input, told in a line."""

from __future__ import annotations


class InputError(Exception):
    """Bad input: names the file and place, what was found, what was expected and what to do. Exit status 2."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what
