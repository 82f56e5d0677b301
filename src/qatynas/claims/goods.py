"""Lists of what one side sells the other become goods claims, each good with its HS heading."""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.claims.context import At
from qatynas.claims.predicates import mood, own_pair
from qatynas.claims.predicates_lexicon import Lexicon, Sign, any_ending
from qatynas.data import Strict, load
from qatynas.language import PhraseTable
from qatynas.language.mentions import DateRole, NameType
from qatynas.model import BlockKind, Claim, Good, Goods, Span


class Heading(Strict, frozen=True):
    hs: str
    names: tuple[str, ...]


class Table(Strict, frozen=True):
    """data/goods.toml."""

    headings: tuple[Heading, ...]
    verbs: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


TABLE = load("goods", Table)
GOODS = PhraseTable({f"{name}\t{row.hs}": (any_ending(name),) for row in TABLE.headings for name in row.names})
VERBS = Lexicon(TABLE.verbs)
WORDS = Lexicon(TABLE.words)

_FEW = 2
"""A list has two goods at least; one alone is a product of a figure or an exchange."""


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    pair = own_pair(at)
    if at.sentence.block is BlockKind.TITLE or len(pair) != 2 or _measures(at):
        return
    listed = list(_goods(at))
    if len({good.name for good, _ in listed}) < _FEW:
        return
    verb = _verb(at, listed[0][1])
    heads = {sign.code for sign in WORDS.of(at)}
    if verb is None and "heads" not in heads:
        return
    direction = _direction(at, verb, heads)
    if direction is None:
        return
    from_, to, rule, support = direction
    period, where = _period(at)
    yield at.make(
        Goods,
        at.sentence.span,
        parties=pair,
        support=support + where,
        why=(("from", rule, verb.pattern if verb else ""),),
        status="done",
        from_=from_,
        to=to,
        goods=tuple(dict.fromkeys(good for good, _ in listed)),
        period=period,
    )


def _goods(at: At) -> Iterator[tuple[Good, Span]]:
    """The goods named, in order; a word inside a name (a body, a quoted title, a person) is none."""
    named = [
        n.span
        for n in at.names_in(
            at.sentence.span,
            NameType.BODY,
            NameType.ORGANISATION,
            NameType.QUOTED,
            NameType.PERSON,
            NameType.PLACE,
            NameType.OFFICE,
        )
    ]
    seen: set[Span] = set()
    for hit in GOODS.find(at.sentence.tokens):
        name, _, hs = hit.key.partition("\t")
        if hit.span in seen:
            continue
        seen.add(hit.span)
        if not any(span.meets(hit.span) for span in named):
            yield Good(name, hs or None), hit.span


def _measures(at: At) -> bool:
    """Where numbers with units are told of goods, figures tell them."""
    return any(n.quantity.unit not in ("", "count", "times") for n in at.numbers_in(at.sentence.span))


def _verb(at: At, first: Span) -> Sign | None:
    """The last verb of selling or buying after the first good, told of the world and not of a deed to come."""
    found: Sign | None = None
    for sign in VERBS.of(at):
        how = mood(at, sign)
        told = (
            how.stands
            and not how.ahead
            and (how.tense in ("past", "present", "progressive") or sign.form in ("participle", "converb"))
        )
        if sign.form and told and sign.span.start >= first.end:
            found = sign if found is None or sign.first > found.first or sign.span.covers(found.span) else found
    return found


def _direction(at: At, verb: Sign | None, heads: set[str]) -> tuple[str, str, str, tuple[tuple[Span, str], ...]] | None:
    """(from, to, rule, support): by the cases of the sides, the verb's sense, or the direction told before."""
    pair = own_pair(at)
    source, goal, actor = _sides(at)
    if verb is not None and source is None and goal is None and (verb.pattern in TABLE.words["weak"] or not actor):
        if verb.pattern in TABLE.words["weak"] and "heads" not in heads:
            return None
        if actor is None and not _is_ours(at):
            return _carried(at, heads)
    buying = (verb is not None and verb.code == "buys") or (verb is None and "imports" in heads)
    actor = actor or (at.reading.home if _is_ours(at) else None)
    if verb is None and "exports" not in heads and "imports" not in heads:
        return _carried(at, heads)
    if buying:
        goal, source = goal or actor, source
    else:
        source = source or actor
    source = source or next((c for c in pair if goal and c != goal), None)
    goal = goal or next((c for c in pair if source and c != source), None)
    if source and goal and source != goal:
        return source, goal, "the sides' cases and the verb", ()
    return _carried(at, heads)


def _sides(at: At) -> tuple[str | None, str | None, str | None]:
    found: dict[str, str] = {}
    for name in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE):
        if len(name.countries) > 1 or name.country not in own_pair(at):
            continue
        case = name.case.value if name.case else "nom"
        if case == "nom" and name.type is NameType.STATE:
            after = next((t for t in at.sentence.tokens if t.span.start >= name.span.end), None)
            if (
                after is not None
                and after.case is not None
                and after.lemmas & {"ел", "тарап", "жақ", "нарық", "базар", "жұрт"}
            ):
                case = after.case.value
        role = {"abl": "source", "dat": "goal", "nom": "actor", "gen": "owner"}.get(case)
        if role and name.country:
            found.setdefault(role, name.country)
    actor = found.get("actor") or found.get("owner")
    return found.get("source"), found.get("goal"), actor


def _is_ours(at: At) -> bool:
    """«біз», «бізден», «сатқанымыз»: the document's own side speaks."""
    return any(
        t.lower in ("біз", "біздің", "біздің экспорт") or t.lower.endswith(("мыз", "міз")) for t in at.sentence.tokens
    )


def _carried(at: At, heads: set[str]) -> tuple[str, str, str, tuple[tuple[Span, str], ...]] | None:
    """The direction of the sentences before: their export or import, turned round by «кері бағытта»."""
    pair = own_pair(at)
    home = at.reading.home if at.reading.home in pair else None
    for other in (at, *at.before(3)):
        if other is not at and not (other.same_paragraph(at) or other.index == at.index - 1):
            continue
        codes = WORDS.of(other, "exports", "imports")
        owner = _sides(other)[2] or home
        if codes and owner:
            other_side = next(c for c in pair if c != owner)
            exports = codes[-1].code == "exports"
            if "back" in heads and other is not at:
                exports = not exports
            sides = (owner, other_side) if exports else (other_side, owner)
            return *sides, "the direction told before", ((codes[-1].span, "from"),) if other is not at else ()
    return None


def _period(at: At) -> tuple[str | None, tuple[tuple[Span, str], ...]]:
    for other in (at, *at.before(3)):
        if other is not at and not other.same_paragraph(at):
            break
        for date in other.sentence.dates:
            if date.edtf and date.role is DateRole.IN:
                return date.edtf, () if other is at else ((date.span, "period"),)
    return None, ()
