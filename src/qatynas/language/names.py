"""Names in running text: what the lists know, what stands by a pattern, and what it is called in canonical form.

`names` finds the mentions of one sentence; `language.names_resolve` then joins those of a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from qatynas.language.mentions import NameMention, NameType, Token
from qatynas.language.names_atoms import Atom, atoms
from qatynas.language.names_found import Found, held
from qatynas.language.names_gazetteer import Match, gazetteer
from qatynas.language.names_institutions import institutions, joint_bodies
from qatynas.language.names_offices import offices
from qatynas.language.names_people import people
from qatynas.language.names_places import places, several
from qatynas.language.names_quoted import quoted
from qatynas.language.names_spelling import restored
from qatynas.language.names_states import capitals, is_currency, states
from qatynas.language.names_tagged import tagged
from qatynas.language.sides import OTHER

_RANK = {
    NameType.BODY: 0, NameType.ORGANISATION: 1, NameType.PERSON: 2, NameType.STATE: 3, NameType.SIDE: 4,
    NameType.OFFICE: 5, NameType.PLACE: 6, NameType.QUOTED: 7,
}  # fmt: skip

PASSES = (states, capitals, places, several, institutions, joint_bodies, offices, people, quoted)
"""In order: each takes the atoms and what was found before, and gives what it finds; later ones may swallow earlier."""

RIVER = "river"


def names(text: str, tokens: Sequence[Token]) -> tuple[NameMention, ...]:
    """The names among the tokens of one sentence of text, in order, none inside another.

    Sides («еліміз», «екі ел») have the canonical form home, other or both; `language.sides` gives them their countries.
    text is that which the tokens' spans lie in.
    """
    return tuple(found.mention() for found in find(tokens))


def find(tokens: Sequence[Token], *, open_vowels: bool = False) -> list[Found]:
    """The same as `names` with what the resolver of a document needs besides.

    open_vowels says that the text comes from a script that leaves vowel harmony open; names that no list knows are
    then spelled as the given names that they are made of are.
    """
    words = atoms(tokens)
    found = list(_known(words))
    if open_vowels and any(name.role == RIVER for name in found):
        found = list(_known(words, RIVER))  # one river named makes шу and талас its like where no capital tells
    for step in PASSES:
        found = held(found, step(words, found))
    if not open_vowels:
        found = held(found, tagged(words, found))
    found = [name for name in found if not is_currency(words, name)]
    return [restored(name) for name in found] if open_vowels else found


def _known(words: Sequence[Atom], role: str = "") -> Iterator[Found]:
    """What the lists know, longest first from the left; names of this role need no capital."""
    known, index = gazetteer(), 0
    while index < len(words):
        atom = words[index]
        best = _best(words, known.at(words, index), role) if atom.kind != "mark" and known.begins(atom.key) else None
        if best is None or (
            best.role == OTHER and index and words[index - 1].kind == "number"
        ):  # «512 ағайын елге көшті»
            index += 1
            continue
        yield best
        index = best.last + 1


def _best(words: Sequence[Atom], matches: Iterator[Match], role: str) -> Found | None:
    """The longest match that its place allows; of several as long, the first by type; bodies of two pairs are joint."""
    fitting = [match for match in matches if match.entry.role == role or _allowed(words, match)]
    if not fitting:
        return None
    # «Меркіде» is the town and not the mayor's («мэр» with «-кі»), whose type goes first otherwise
    fitting.sort(key=lambda m: (-m.last, m.ending.attributive, _RANK[m.entry.type], m.ending.size))
    best = fitting[0]
    entry = best.entry
    rivals = {m.entry.countries for m in fitting if m.last == best.last and m.entry.type is entry.type}
    countries = entry.countries if len(rivals) == 1 else ()
    return Found(
        best.first, best.last, entry.type, entry.canonical, entry.country, countries, best.ending, entry.role,
        words[best.first].start, words[best.last].end,
    )  # fmt: skip


def _allowed(words: Sequence[Atom], match: Match) -> bool:
    """Whether a known name may be read here: short ones and acronyms only with their capitals."""
    entry, first = match.entry, words[match.first]
    if not entry.capital:
        return True
    if entry.role == "acronym":
        return len(first.text) > 1 and first.text[:2].isupper()
    if first.capital:
        return True
    after = words[match.last + 1] if match.last + 1 < len(words) else None
    return after is not None and (after.joined or after.key in _place_heads())


@cache
def _place_heads() -> frozenset[str]:
    from qatynas.language.names_words import words as lists

    listed = lists()
    heads = (*listed.place_heads_kept, *listed.place_heads_dropped, *listed.place_heads_plural.keys())
    return frozenset(head.split()[0] for head in heads)
