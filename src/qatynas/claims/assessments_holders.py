"""Whose a judgement is: the speaker that the text credits, or the expert whose words a passage goes on with."""

from __future__ import annotations

from qatynas.claims.context import At
from qatynas.claims.gate import words_in
from qatynas.claims.predicates import is_paper_of_both
from qatynas.claims.predicates_lexicon import Lexicon
from qatynas.claims.speakers import speaker
from qatynas.data import Strict, load
from qatynas.language.mentions import NameMention, NameType
from qatynas.model import BlockKind, Span


class Table(Strict, frozen=True):
    """data/holders.toml."""

    roles: tuple[str, ...]
    saying: tuple[str, ...]
    interview: tuple[str, ...]
    opinions: frozenset[str]
    own: frozenset[str]
    sides: str
    declarations: frozenset[str]


TABLE = load("assessments_holders", Table)
WORDS = Lexicon({"role": TABLE.roles, "saying": TABLE.saying, "interview": TABLE.interview})

_PASSAGE = 12
"""Sentences of one answer at most."""
_HEAD = 5
"""Sentences at a text's head that may call it an interview."""
_QUOTES = " »\"'”"
_CARRIED = 4
"""Sentences of one passage over which an expert's words go on without his name."""

_DASHES = ("-", "–", "—", "−")


def holder(at: At) -> tuple[str | None, tuple[tuple[Span, str], ...]]:
    """Whose the sentence's judgement is, with the place it was read at; None where the text argues for itself."""
    said = speaker(at.reading, at.index, at.sentence.span)
    if said:
        return said, ()
    for rule in (_named, _by_role, _carried, _interviewed, _signed):
        found = rule(at)
        if found:
            return found[0], ((found[1], "holder"),)
    return (TABLE.sides if is_paper_of_both(at, TABLE.declarations) else None), ()


def _named(at: At) -> tuple[str, Span] | None:
    """«… Момынқұловтың пікірінше», «… деп топшылайды А. Б.»"""
    if not any(sign.code == "saying" for sign in WORDS.of(at)):
        return None
    for name in at.names_in(at.sentence.span, NameType.PERSON):
        if name.case in (None, "nom", "gen"):
            return name.canonical, name.span
    return None


def _by_role(at: At) -> tuple[str, Span] | None:
    """«Сарапшы … жеткізді»: the person last named stands for his role."""
    signs = WORDS.of(at)
    if not {"role", "saying"} <= {sign.code for sign in signs}:
        return None
    return _last_person(at)


def _carried(at: At) -> tuple[str, Span] | None:
    """A passage in which an expert speaks goes on: the sentence before was his and nothing ends it."""
    quoted = _in_dialogue(at)
    for other in at.before(_CARRIED):
        if not (other.same_paragraph(at) or quoted):
            return None
        found = _named(other) or _by_role(other)
        if found:
            return found
    if quoted:
        for other in at.after(_CARRIED):
            if not other.same_paragraph(at):
                return None
            if found := (_named(other) or _by_role(other)):
                return found
    return None


def _interviewed(at: At) -> tuple[str, Span] | None:
    """Who answers in an interview: an answer is a paragraph with a dash that does not end in a question."""
    opening = next((o for o in (at, *at.before(_PASSAGE)) if o.sentence.text.lstrip().startswith(_DASHES)), None)
    if opening is None or not opening.same_paragraph(at):
        return None
    answers = not any(o.sentence.text.rstrip(_QUOTES).endswith("?") for o in at.after(1) if o.same_paragraph(at))
    for index in range(min(_HEAD, len(at.reading.sentences))):
        line = At(at.reading, index)
        if any(sign.code == "interview" for sign in WORDS.of(line)):
            for name in line.names_in(line.sentence.span, NameType.PERSON):
                return (name.canonical, name.span) if answers else None
    return None


def _signed(at: At) -> tuple[str, Span] | None:
    """Who signs an opinion: the one person of its head lines, where a rubric calls it one or it says «меніңше»."""
    lines = [At(at.reading, i) for i in range(min(_HEAD + 1, at.index))]
    head = [line for line in lines if line.sentence.block is not BlockKind.PARAGRAPH]
    called = any(not words_in(line.sentence).isdisjoint(TABLE.opinions) for line in head)
    if not (called or any(token.lower in TABLE.own for token in at.sentence.tokens)):
        return None
    for line in head:
        people = line.names_in(line.sentence.span, NameType.PERSON)
        if len(people) == 1 and line.sentence.block is not BlockKind.TITLE:
            return people[0].canonical, people[0].span
    return None


def _in_dialogue(at: At) -> bool:
    """Whether a dash opens direct speech in this sentence's paragraph, at or before it."""
    if at.sentence.text.lstrip().startswith(_DASHES):
        return True
    return any(o.same_paragraph(at) and o.sentence.text.lstrip().startswith(_DASHES) for o in at.before(_CARRIED))


def _last_person(at: At) -> tuple[str, Span] | None:
    for other in at.before(12):
        people: tuple[NameMention, ...] = other.names_in(other.sentence.span, NameType.PERSON)
        credited = any(sign.code == "saying" for sign in WORDS.of(other))
        if people and credited:
            return people[0].canonical, people[0].span
    return None
