"""The list of known stems, read from `kk/lexicon.txt` when first asked for."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def lexicon() -> tuple[dict[str, int], dict[str, int]]:
    """Weights of known nouns (and all else that takes their endings) and of known verb stems."""
    kinds: dict[str, dict[str, int]] = {"n": {}, "v": {}}
    text = resources.files("qatynas.language.kk").joinpath("lexicon.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            word, kind, weight = line.split("\t")
            kinds[kind][word] = int(weight)
    return kinds["n"], kinds["v"]
