"""A word that judges in its clause: whose judgement it is, what it speaks of, who else is named."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from qatynas.claims.context import At
from qatynas.claims.predicates import Mood, is_joint, is_near, is_nominal_predicate, mood, opens_joint, reach
from qatynas.claims.predicates_lexicon import Lexicon, Sign
from qatynas.data import Strict, load
from qatynas.language.mentions import NameMention, NameType
from qatynas.model import Span


class Table(Strict, frozen=True):
    """data/assessments.toml."""

    stances: dict[str, tuple[str, ...]]
    frames: dict[str, tuple[str, ...]]
    about: dict[str, tuple[str, ...]]
    tone: dict[str, tuple[str, ...]]
    promising: tuple[str, ...]
    needs: dict[str, frozenset[str]]


TABLE = load("assessments", Table)
STANCES = Lexicon(TABLE.stances | TABLE.frames)
ABOUT = Lexicon(TABLE.about)
TONE = Lexicon(TABLE.tone)
PLANS = TABLE.needs["plans"]
"""Stems of what comes, opens or is begun."""

FIRST_PERSON = ("мын", "мін", "мыз", "міз", "бын", "бін", "мыздар", "міздер")
_OPENING = 12
"""Sentences by which a text says what it is about."""


@dataclass(frozen=True, slots=True)
class View:
    """One judging word in its clause, with all that the rules ask for."""

    at: At
    sign: Sign
    mood: Mood
    place: Span
    holder: str | None
    outsiders: tuple[NameMention, ...]
    opinion: bool

    @property
    def related(self) -> bool:
        """Whether the sentence speaks of the relationship."""
        return bool(ABOUT.of(self.at, "relation")) or is_joint(self.at)

    @property
    def concerned(self) -> bool:
        """Whether it speaks of the relationship, or goes on with a sentence that does, where somebody judges."""
        if self.related:
            return True
        before = next(
            (o for o in self.at.before(1) if o.same_paragraph(self.at) or o.sentence.text.endswith("?")), None
        )
        goes_on = is_near(self.at) or (before is not None and bool(ABOUT.of(before, "relation")))
        return self.opinion and goes_on

    @property
    def joint(self) -> bool:
        """Whether the passage is of both sides; what follows and how the document opens count, too."""
        return (
            is_near(self.at) or any(is_near(after, 0) for after in self.at.after(1)) or opens_joint(self.at, _OPENING)
        )

    @property
    def closes(self) -> bool:
        """Whether an adjective that judges is what its clause says, and no mere attribute."""
        return bool(self.sign.form) or not self.sign.pattern.startswith("=") or is_nominal_predicate(self.at, self.sign)


def longest(signs: tuple[Sign, ...]) -> list[Sign]:
    return [s for s in signs if not any(o.span != s.span and o.span.covers(s.span) for o in signs)]


def view_of(at: At, sign: Sign, held: str | None) -> View:
    place = reach(at, sign)
    outsiders = tuple(name for name in at.names_in(at.sentence.span) if is_outside(at, name))
    own = at.sentence.tokens[sign.last].lower.endswith(FIRST_PERSON) and sign.code in ("hope", "fear")
    opinion = own or _is_quoted(at) or bool(held) or bool(TONE.of(at, "opinion"))
    return View(at, sign, mood(at, sign), place, held, outsiders, opinion)


def _is_quoted(at: At) -> bool:
    """«– …, – дейді ақсақал»: somebody's own words, whoever he is."""
    tokens = at.sentence.tokens
    return any(one.text in "–—-»" and other.lower in ("дейді", "деді") for one, other in pairwise(tokens))


def is_outside(at: At, name: NameMention) -> bool:
    """A state, a capital that stands for one, or an organisation that is not of the pair."""
    foreign = name.country is not None and name.country not in at.pair
    if name.type is NameType.PLACE:
        return foreign and name.case in (None, "nom") and not name.attributive
    return foreign if name.type is NameType.STATE else name.type is NameType.ORGANISATION
