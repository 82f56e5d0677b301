"""The sides of a flow where the number's own sentence names none: those of a clause told just before it."""

from __future__ import annotations

from collections import Counter

from qatynas.claims.context import At
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_roles import PLACES, Sides, country_of, roles
from qatynas.claims.figures_said import Found, Said
from qatynas.claims.figures_words import begins
from qatynas.language.mentions import Case, NameMention
from qatynas.model import Span

_BACK = 3  # sentences of the paragraph before
_COLD = frozenset(("10", "11", "12", "01", "02", "03"))
_OF_SEASON = {"21": "warm", "22": "warm", "23": "cold", "24": "cold"}
_SEASONS = {"winter": "cold", "autumn": "cold", "summer": "warm", "spring": "warm", "vegetation": "warm"}


def told_before(said: Said, parties: tuple[str, ...]) -> Sides | None:
    """Who gives to whom, by the clauses of the sentences before in the paragraph: «Қырғызстан жазда бізге ток береді,
    қыста біз қайтарамыз. Маусымда 230 миллион киловатт-сағат жетті»; a clause of another season says nothing."""
    now = _season(said.at, Span(said.at.sentence.span.start, said.reach.end))
    later: Sides | None = None
    for at in said.at.before(_BACK):
        if not said.at.same_paragraph(at):
            return later
        for clause in at.clauses():
            found = _of_clause(said, at, clause, parties)
            if found is None:
                continue
            then = _season(at, clause)
            if now and then == now:
                return found
            if later is None and (not now or not then):
                later = found
    return later


def _of_clause(said: Said, at: At, clause: Span, parties: tuple[str, ...]) -> Sides | None:
    """Whence and whither a clause tells that something goes: by ablative and dative, or by who does it to whom."""
    named = [(name, code) for name in at.names_in(clause, *PLACES) if (code := country_of(said, name)) in parties]
    leaves = next((code for name, code in named if name.case is Case.ABL), None)
    reaches = next((code for name, code in named if name.case is Case.DAT), None)
    doer = next((code for name, code in named if _does(name) and code != reaches), None)
    given = any(begins("giving", token.lower) for token in at.tokens_in(clause))
    leaves = leaves or (doer if reaches or given else None)
    if leaves is None or leaves == reaches:
        return None
    if not any(begins("flowing", token.lower) for token in at.tokens_in(clause)):
        return None
    return leaves, next(code for code in parties if code != leaves)


def _does(name: NameMention) -> bool:
    return name.case in (Case.NOM, Case.GEN, None) and not name.attributive


def _season(at: At, span: Span) -> str:
    """cold or warm, by the seasons and months told in span; "" where none or both are."""
    found = set()
    for date in at.dates_in(span):
        if date.season in _SEASONS:
            found.add(_SEASONS[date.season])
        for end in (date.edtf or "").split("/"):
            month = end[5:7]
            if month.isdigit() and 1 <= int(month) <= 12:
                found.add("cold" if month in _COLD else "warm")
    return found.pop() if len(found) == 1 else ""


def commonest(said: Said, codes: tuple[str, ...]) -> Sides | None:
    """The way in which most of what the text tells of these indicators goes; None where no way leads."""
    ways = Counter((f.from_, f.to) for f in said.memory.figures if f.indicator in codes and f.from_ and f.to)
    ranked = ways.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def priced(said: Said, choice: Choice, parties: tuple[str, ...]) -> Sides:
    """The price of current goes the way of the current: that of the sides named beside it, that of its season, the
    only one that the paragraph tells; none where the current goes both ways."""
    found = [role for role in roles(said, said.at.sentence.span) if role.country in parties]
    leaves = next((role.country for role in found if role.case is Case.ABL), None)
    reaches = next((role.country for role in found if role.case is Case.DAT), None)
    if leaves or reaches:
        other = next(code for code in parties if code != (leaves or reaches))
        return (leaves, other) if leaves else (other, reaches)
    here = Span(said.at.sentence.span.start, said.reach.end)
    if season := _season(said.at, here):
        told = [f for f in _currents(said) if _of_months(f.period) in ("", season)]
        return (told[-1].from_, told[-1].to) if told else told_before(said, parties) or (None, None)
    ways = {(f.from_, f.to) for f in _currents(said)}
    return ways.pop() if len(ways) == 1 else (None, None)


def _currents(said: Said) -> list[Found]:
    """What the paragraph tells of current that goes one way."""
    near = [f for f in said.memory.figures if f.paragraph == said.at.sentence.paragraph and f.from_ and f.to]
    return [f for f in near if f.indicator.startswith("energy.") and f.sentence >= said.at.index - _BACK]


def _of_months(period: str | None) -> str:
    """cold or warm, by the months of a period; "" where it names none."""
    for end in (period or "").split("/"):
        if month := end[5:7]:
            return _OF_SEASON.get(month, "cold" if month in _COLD else "warm")
    return ""
