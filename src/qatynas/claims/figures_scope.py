"""Whether a number speaks of the document's two states, of one alone, or of another pair."""

from __future__ import annotations

from functools import cache

import msgspec

from qatynas.claims.context import At
from qatynas.claims.figures_choice import (
    GIVEN_IN_NEED,
    GOODS_OF_ONE_SIDE,
    NAMED_BEFORE,
    OTHER_THINGS,
    PART_OF_THOSE,
    Choice,
)
from qatynas.claims.figures_roles import by_person, country_of, roles
from qatynas.claims.figures_said import Found, Said
from qatynas.claims.figures_tied import tied, told_on
from qatynas.claims.figures_verbs import is_finite
from qatynas.claims.figures_ways import (
    at_the_border,
    comes_or_goes,
    moves,
    of_one_country,
    one_town,
    within_one,
)
from qatynas.claims.figures_words import marks, noun, people, waters
from qatynas.data import world
from qatynas.language.mentions import Case, NameMention, NameType
from qatynas.model import HEADLINES, BlockKind, Span

_BILATERAL = frozenset(
    (
        "trade.turnover",
        "trade.export_potential",
        "trade.commodity_lines",
        "trade.partner_rank",
        "trade.balance",
        "investment.flow",
        "investment.stock",
        "projects.count",
        "projects.value",
        "agreements.count",
        "water.share",
        "water.storage",
    )
)
_BOTH_BESIDE = frozenset(("energy.capacity",))  # of one country unless both are named  # fmt: skip
NAMED = (
    NameType.STATE,
    NameType.SIDE,
    NameType.PLACE,
    NameType.PERSON,
    NameType.OFFICE,
    NameType.ORGANISATION,
    NameType.BODY,
)
_STATES = (NameType.STATE, NameType.SIDE)
_WORKS = ("project.cost", "projects.value")
_NATURAL = ("water.", "energy.")


class Scope(msgspec.Struct, frozen=True, gc=False):
    """The parties of a figure, or why it has none of the document's; firm where words say so, not only silence."""

    parties: tuple[str, ...]
    reason: str = ""
    firm: bool = False


def scope(said: Said, choice: Choice) -> Scope:
    """The states that the number speaks of, or the reason for setting it aside where they are not the document's."""
    pair = said.at.pair
    whole = said.at.sentence.span
    if of_one_country(said) and not said.has("mutual", said.piece) and _alone(said):
        return Scope((), "one_country", firm=True)
    if said.unit_kind in ("money", "bare") and said.has("whole_trade", said.piece) and _alone(said):
        return Scope((), "one_country", firm=True)
    if within_one(said):
        return Scope((), "one_country", firm=True)
    named = _countries(said, said.piece)
    around = named or _countries(said, Span(whole.start, said.piece.start)) or _countries(said, whole)
    if not pair:
        everyone = _countries(said, whole)
        return Scope(tuple(sorted(everyone))) if len(everyone) == 2 else Scope((), "no_pair")
    if choice.rule == PART_OF_THOSE and choice.leans is not None and choice.leans.parties:
        return Scope(choice.leans.parties)  # «соның бестен екісі – Ресейге кеткен қырғыз азаматы»
    third = around - set(pair)
    explicit = {
        code
        for name in said.at.names_in(said.piece, NameType.STATE)
        if not _only_compared(said, name)
        for code in states_of(name)
    }
    if third and (not set(pair) <= around or (explicit - set(pair) and not set(pair) <= explicit)):
        return Scope((), "third_pair")
    if said.has("everyone", said.piece) and not explicit & set(pair):
        return Scope((), "one_country", firm=True)
    if choice.rule == OTHER_THINGS and (last := said.memory.last(said, reach=1)) is not None and last.parties:
        return Scope(last.parties)
    if choice.leans is not None and choice.leans.parties and choice.rule != "what the text is about":
        return Scope(choice.leans.parties)
    return _evident(said, choice, pair)


def _evident(said: Said, choice: Choice, pair: tuple[str, ...]) -> Scope:
    """The pair, where the sentence or what it leans on speaks of both sides."""
    home, sentence, code = said.home, said.at.sentence.span, choice.indicator.code
    here = sides_named(said, sentence) & set(pair)
    if said.at.sentence.block in HEADLINES and len(here) < 2 and not said.has("mutual", sentence):
        return Scope((), "headline")
    if code.startswith(_NATURAL) and said.has("deficit", said.reach):
        ours = (
            not here
            and said.has("produces", said.reach)
            and said.memory.last(said, "project.cost", "energy.capacity", reach=2) is not None
        )
        sent = said.has("sent", said.reach) or said.has("crossed", said.reach)
        passed_on = sent and any(r.case is Case.DAT and r.country in pair for r in roles(said, said.reach))
        return Scope(pair) if ours or passed_on else Scope((), "one_country")
    if code.startswith("water.") and _of_shared_water(said, pair):
        return Scope(pair)
    border = set(said.marks.spans("border", sentence))
    mutual = [
        span
        for span in said.marks.spans("mutual", sentence)
        if not (here == {home} and code == "other") or span not in border
    ]
    if len(here) >= 2 or mutual:
        if (
            code in _BOTH_BESIDE
            and len(sides_named(said, said.reach) & set(pair)) < 2
            and not said.has("joint", said.reach)
        ):
            return Scope((), "one_country")
        return Scope(pair)
    foreign, alone = bool(here - {home}), here == {home}
    if said.number.rate and said.has("traffic", said.reach) and _told_in_paragraph(said) and one_town(said):
        return Scope(pair)
    if _at_a_post(said, code) or (said.has("side_part", said.piece) and _spoken_before(said)):
        return Scope(pair)
    long = said.unit_kind == "km" and said.number.quantity.value >= 1
    if not here and (code in _BOTH_BESIDE or long) and (_told_in_paragraph(said) or said.has("planned_work", sentence)):
        return Scope(pair)
    if code in _BOTH_BESIDE and not here and said.memory.last(said, *_WORKS, reach=1) is not None:
        return Scope(pair)
    if code in _BOTH_BESIDE:
        return Scope((), "one_country" if here else "no_relation")
    if foreign and code != "other":
        return Scope(pair)
    if code in _BILATERAL:
        return Scope(pair)
    if code in ("trade.export", "trade.import"):
        told = said.tokens(choice.span) if choice.span else ()
        named = choice.rule in ("named beside it", NAMED_BEFORE, GOODS_OF_ONE_SIDE) and not any(
            is_finite(t) and not t.possessive for t in told
        )
        moved = alone and comes_or_goes(said) and _spoken_before(said)
        moved = moved or said.memory.last(said, "trade.turnover", reach=0) is not None
        kept = not alone or moved or (named and _spoken_before(said)) or _tied(said, here)
        return Scope(pair) if kept else Scope((), "one_country", firm=not comes_or_goes(said))
    if alone and code == "other" and _lives_there(said, pair):
        return Scope(pair)
    if _takes_part(said) or (said.unit_kind == "count" and _meetings(said)):
        return Scope(pair)
    if alone:
        given = choice.indicator.flow in ("giver", "water") and code != "migration.persons" and _spoken_before(said, 2)
        given = given or (choice.indicator.flow == "origin" and _leave_home(said))
        arriving = any(role.case in (Case.DAT, Case.LOC) for role in roles(said, said.reach))
        given = given or (
            code == "tourism.visitors" and (_told_in_paragraph(said) or not arriving) and _spoken_before(said, 2)
        )
        given = given or (choice.rule == GIVEN_IN_NEED and _spoken_before(said, 2))
        moved = said.unit_kind == "money" or (said.unit_kind in ("person", "count") and said.has("goes", said.ahead))
        given = given or (moved and _leave_home(said)) or (said.has("smuggled", said.reach) and _spoken_before(said, 2))
        planned = said.at.sentence.block is BlockKind.ITEM and code in _WORKS and _spoken_before(said, 12)
        planned = planned or (code in _WORKS and _told_in_paragraph(said))
        return Scope(pair) if given or planned or _tied(said, here) else Scope((), "one_country")
    if _lives_there(said, pair) or _members(said):
        return Scope(pair)
    works = said.memory.last(said, *_WORKS, "enterprises.count", "investment.flow", "energy.capacity", reach=1)
    if said.unit_kind in ("person", "count") and works is not None and said.has("jobs", said.reach):
        return Scope(pair)  # «ол 400 адамды жұмыспен қамтиды»
    if foreign and said.has("aid_words", sentence):
        return Scope(pair)
    if not here and said.unit_kind in ("count", "bare") and _between_the_sides(said):
        return Scope(pair)
    if not here and said.has("border_things", said.reach) and at_the_border(said):
        return Scope(pair)
    counted = said.unit_kind == "bare" and said.has("count_word", said.left)
    if foreign and (counted or said.unit_kind in ("person", "count", "m3", "t", "kWh")) and moves(said, pair):
        return Scope(pair)
    if foreign and said.unit_kind == "money" and said.has("handed_on", said.ahead) and comes_or_goes(said):
        return Scope(pair)
    if foreign and said.unit_kind == "person" and {role.country for role in roles(said, said.reach)} >= set(pair):
        return Scope(pair)  # «Қырғызстанда 33 мың қандасымыз тұрады»
    if not here and said.unit_kind == "person" and said.has("gather", said.ahead) and _told_of_both(said):
        return Scope(pair)
    if code != "other" or (choice.span is not None and not here):
        return Scope(pair) if _spoken_before(said, 6) else Scope((), "no_relation")
    if here and _tied(said, here):
        return Scope(pair)
    if not here and (_spoken_close(said) or told_on(said, lambda reach: _spoken_before(said, reach))):
        return Scope(pair)
    return Scope((), "one_country" if here else "no_relation")


def _tied(said: Said, here: set[str]) -> bool:
    return tied(said, here, lambda reach: _spoken_before(said, reach))


def _of_shared_water(said: Said, pair: tuple[str, ...]) -> bool:
    """Whether a water of both or of the other side is named, or the water figure before is the pair's."""
    abroad = {code for code in pair if code != said.home}
    for name in said.at.sentence.names:
        if name.type is NameType.PLACE and any(
            abroad & set(countries) for countries in waters().get(name.canonical, ())
        ):
            return True
    last = said.memory.last(said, reach=1)
    return last is not None and last.indicator.startswith("water.") and last.paragraph == said.at.sentence.paragraph


def _at_a_post(said: Said, code: str) -> bool:
    """«Қордайдан тәулігіне 640 жүк көлігі өтеді»: people and cars at a border post."""
    posts = [n for n in said.at.names_in(said.at.sentence.span, NameType.PLACE) if n.role == "post"]
    passing = said.has("crossed", said.reach) or said.has("goes", said.reach) or said.number.rate is not None
    things = said.unit_kind == "person" or said.has("border_things", said.reach) or code.startswith("transport.")
    after = said.memory.last(said, reach=0)
    again = said.unit_kind == "bare" and after is not None and after.quantity.unit in ("count", "person")
    return bool(posts) and passing and (things or again)


def _told_in_paragraph(said: Said) -> bool:
    """Whether one of the three sentences before in the paragraph speaks of both sides or of a work in the other."""
    near = [at for at in said.at.before(3) if said.at.same_paragraph(at)]
    return any(speaks(said, at) for at in near)


def _told_of_both(said: Said) -> bool:
    """Whether one of the two sentences before in the paragraph tells of something of both sides."""
    near = [at for at in said.at.before(2) if said.at.same_paragraph(at)]
    pair = set(said.at.pair)
    return any({code for n in at.sentence.names if n.type in NAMED for code in states_of(n)} >= pair for at in near)


def _takes_part(said: Said) -> bool:
    """Those who came to a meeting that the sentences before tell of, and what they did there."""
    if said.unit_kind not in ("person", "count"):
        return False
    if said.has("gather", said.reach) and said.has(
        "to_that", Span(said.at.sentence.span.start, said.number.span.start)
    ):
        near = [at for at in said.at.before(2) if said.at.same_paragraph(at)]
        if any(marks(at.sentence).has("meeting") for at in near):
            return True
    if said.has("meeting", said.at.sentence.span) and said.has("gather", said.reach):
        placed = said.at.names_in(said.piece, NameType.PLACE)
        return not placed and _spoken_before(said, 3)
    last = said.memory.last(said, reach=0)
    named = said.at.names_in(said.piece, *_STATES)
    return last is not None and last.indicator == "other" and bool(last.parties) and not named and _counts(last)


def _meetings(said: Said) -> bool:
    """«14 кездесу өтті»: meetings, after a sentence that speaks of both sides."""
    counted = said.number.counted_span
    return counted is not None and said.has("meeting", counted) and _spoken_before(said, 3)


def _counts(found: Found) -> bool:
    return found.quantity.unit in ("person", "count")


def _leave_home(said: Said) -> bool:
    """«Қазақстаннан келген туристер»: people of home, where what stands before speaks of the other side."""
    whole = Span(said.at.sentence.span.start, said.reach.end)
    left = any(role.country == said.home and role.case is Case.ABL for role in roles(said, whole))
    return left and not said.has("abroad", whole) and _spoken_before(said, 6)


def _between_the_sides(said: Said) -> bool:
    """Flights, buses and trains that nothing else is said of, or the figure before counts them."""
    last = said.memory.last(said, reach=0)
    if last is not None and last.indicator == "other" and last.quantity.unit == "count" and last.parties:
        return said.unit_kind == "bare"
    return said.has("traffic", said.reach) and _spoken_before(said, 6)


def _lives_there(said: Said, pair: tuple[str, ...]) -> bool:
    """«… Таразда ашылды. Облыста 9 мың қырғыз тұрады»: people of one side where a place of the other was told."""
    if said.unit_kind not in ("person", "count") or not said.has("hereabouts", said.at.sentence.span):
        return False
    if not said.has("live", said.reach) and not any(noun("having", (t.lower,)) for t in said.tokens(said.ahead)):
        return False
    named = said.at.names_in(said.ahead, NameType.STATE)
    folk = {code for n in named if said.words(n.span).lower() in people() for code in states_of(n)}
    if len(folk) != 1 or not folk <= set(pair):
        return False
    for at in said.at.before(4):
        places = [n for n in at.sentence.names if n.type is NameType.PLACE and n.country in pair]
        if places:
            return any(n.country not in folk for n in places)
    return False


def _members(said: Said) -> bool:
    """«Бірлестік мүшелері 1 200-ге жетті»: who belongs to what the sentences before tell of both sides."""
    return said.unit_kind in ("person", "count", "bare") and said.has("members", said.left) and _spoken_before(said, 6)


def sides_named(said: Said, span: Span) -> set[str]:
    """The states named in span by themselves or by a place of theirs; shared waters and border posts are nobody's."""
    found: set[str] = set()
    for name in said.at.names_in(span, NameType.STATE, NameType.SIDE, NameType.PLACE, NameType.ORGANISATION):
        if name.type is not NameType.PLACE or name.canonical not in _shared_places() or _end_of_way(said, name):
            ours = country_of(said, name) if name.type in (NameType.SIDE, NameType.ORGANISATION) else None
            found.update((ours,) if ours else states_of(name))
    for _ in said.marks.spans("elsewhere", span):
        found.update(code for code in said.at.pair if code != said.home)
    found.update(role.country for role in by_person(said, span, []) if role.country != said.home)
    return found


def _end_of_way(said: Said, place: NameMention) -> bool:
    """«Кеген – Түп жолы»: a town that a dash ties to another, though a border post has its name too."""
    text = said.at.reading.text
    for other in said.at.sentence.names:
        first, second = sorted((place.span, other.span))
        tied = other.type is NameType.PLACE and other is not place and first.end <= second.start
        if tied and text[first.end : second.start].strip() in ("-", "–", "—"):
            return True
    return False


@cache
def _shared_places() -> frozenset[str]:
    return frozenset(place.name for place in world().places if place.kind in ("post", "river", "canal"))


def _spoken_before(said: Said, reach: int = 4) -> bool:
    """Whether a sentence shortly before speaks of both sides."""
    return any(speaks(said, at) for at in said.at.before(reach))


def _spoken_close(said: Said) -> bool:
    """Whether the number leans on the sentence before, which speaks of both sides."""
    previous = next(iter(said.at.before(1)), None)
    if previous is None or not said.at.same_paragraph(previous) or not speaks(said, previous):
        return False
    return said.has("carry", Span(said.at.sentence.span.start, said.reach.end)) or said.number.rate is not None


def speaks(said: Said, at: At) -> bool:
    """Whether a sentence of the text tells of both sides, or of the other one, and of no third state alone."""
    codes = {code for name in at.sentence.names if name.type in NAMED for code in states_of(name)}
    pair = set(said.at.pair)
    if codes - pair and not pair <= codes:
        return False
    return len(codes & pair) >= 2 or marks(at.sentence).has("mutual") or bool(codes & pair - {said.home})


def _countries(said: Said, span: Span) -> set[str]:
    """The states named in span, by themselves, their places or people; those that only rank others are left out."""
    found: set[str] = set()
    for name in said.at.names_in(span, *NAMED):
        inside = any(number.span.meets(name.span) for number in said.at.sentence.numbers)  # «АҚШ доллары»
        if not inside and not _only_compared(said, name):
            found.update(states_of(name))
    return found


def states_of(name: NameMention) -> tuple[str, ...]:
    return name.countries or ((name.country,) if name.country else ())


def _only_compared(said: Said, name: NameMention) -> bool:
    """«Түркия мен Ираннан кейінгі», «Қытайдан басқа»: states that the figure is not about."""
    after = Span(name.span.end, min(name.span.end + 30, said.at.sentence.span.end))
    hits = said.marks.spans("after_state", after)
    if not hits:
        return False
    between = [t for t in said.tokens(Span(name.span.end, hits[0].start)) if t.kind != "mark"]
    names = [n.span for n in said.at.sentence.names if n.type in _STATES]
    return (
        all(noun("joins", (t.lower,)) or any(s.covers(t.span) for s in names) for t in between)
        and states_of(name)[:1] != said.at.pair[:1]
        and not (set(states_of(name)) & set(said.at.pair))
    )


def _alone(said: Said) -> bool:
    """Whether the number's own words name at most one state."""
    return len(_countries(said, said.piece) & set(said.at.pair)) <= 1
