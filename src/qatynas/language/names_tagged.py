"""People, institutions and places that neither list nor pattern knows, as the trained tagger sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qatynas.language import tagger
from qatynas.language.mentions import NameType
from qatynas.language.names_atoms import BARE, Atom, Ending, cuts, spelled
from qatynas.language.names_found import Found, covering, titled
from qatynas.language.tagger_lists import habit

TYPES = {
    "PERSON": NameType.PERSON,
    "ORGANISATION": NameType.ORGANISATION,
    "GPE": NameType.PLACE,
    "LOCATION": NameType.PLACE,
}
SURE = 0.8
"""How likely the model must hold each word of a name: on KazNERD's last fifth 61 of the 63 names that it then adds are
right, at 0.7 it is 67 of 77 (docs/measured.md)."""


def tagged(words: Sequence[Atom], found: Sequence[Found]) -> Iterator[Found]:
    """Names of the model's own finding where nothing stands; it is asked only where a capital is unexplained."""
    capitals = [index for index, atom in enumerate(words) if atom.capital]
    if not any(_unexplained(words, found, index) for index in capitals):
        return
    groups = _tokens(words)
    for begin, after, kind, chance in tagger.likely([text for _, text in groups]):
        first = groups[begin][0]
        last = (groups[after][0] if after < len(groups) else len(words)) - 1
        type = TYPES.get(kind)
        free = all(covering(found, index) is None for index in range(first, last + 1))
        if type is None or chance < SURE or not free or not words[first].capital:
            continue
        if first == last and (type is NameType.PERSON or words[first].upper):
            continue  # a lone word may be anybody's; lone acronyms stand in the lists
        ending = _ending(words[last])
        role = "full" if type is NameType.PERSON else "tagged"
        yield Found(
            first, last, type, titled(spelled(words, first, last, ending)), ending=ending, role=role,
            start=words[first].start, end=words[last].end,
        )  # fmt: skip


def _tokens(words: Sequence[Atom]) -> list[tuple[int, str]]:
    """The tokens that the atoms come from, as the model learned them: first atom and text, hyphens inside."""
    groups: list[tuple[int, str]] = []
    for index, atom in enumerate(words):
        suffix = f"-{atom.suffix}" if atom.suffix else ""
        if atom.joined and groups:
            first, text = groups[-1]
            groups[-1] = (first, f"{text}-{atom.text}{suffix}")
        else:
            groups.append((index, atom.text + suffix))
    return groups


def _unexplained(words: Sequence[Atom], found: Sequence[Found], index: int) -> bool:
    """Whether an atom has a capital that no name explains and is no common word; a first word must be a proper one."""
    atom = words[index]
    if atom.kind != "word" or atom.upper or len(atom.text) < 3 or covering(found, index) is not None:
        return False
    written = habit(atom.key)
    return written == "proper" if index == 0 else written != "common"


def _ending(last: Atom) -> Ending:
    """The ending of a name that no list knows: the longest that leaves four letters or more."""
    fitting = [ending for stem, ending in cuts(last.key) if len(stem) > 3 and not ending.possessive]
    return fitting[-1] if fitting and fitting[-1].size > 1 else BARE
