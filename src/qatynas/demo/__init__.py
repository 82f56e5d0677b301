"""Short notes in three scripts that restate, in the project's own words, what public sources said of two states.

Each names its source and date. The facts come from the sources named and from the statistics offices' tables; no
sentence is copied.
"""

from __future__ import annotations

from pathlib import Path

NOTES = Path(__file__).parent
"""The folder of the notes (*.txt), for `qatynas demo`."""
