"""What one side gives the other again and again, or gives and takes back, becomes exchange claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qatynas.claims.context import At
from qatynas.claims.exchanges_sides import code_of, ours, sides
from qatynas.claims.exchanges_when import how_often, is_dated, is_measured, purpose_of, season_of
from qatynas.claims.exchanges_words import COMMODITIES, VERBS, WORDS
from qatynas.claims.once import per_reading
from qatynas.claims.predicates import is_auxiliary, is_reciprocal, mood, own_pair, reach
from qatynas.claims.predicates_lexicon import Sign, verb_tense
from qatynas.claims.voices import voiced
from qatynas.language.mentions import DateRole, NameType, Reading
from qatynas.model import BlockKind, Claim, Exchange, Span

_BESIDE = 24
"""Characters between a commodity and whose it is, or whom it goes to."""
_COMING = ("келер", "келесі")
"""«келер жылы»: no verb."""
_MUTUAL_COMMODITIES = ("education.grants", "students")
_TWO = 2
_ON = 2
"""Sentences over which a delivery and its return are told."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One direction of an exchange: its verb, the words that carry it, what flows and from whom to whom."""

    sign: Sign
    place: Span
    commodity: str
    from_: str
    to: str
    season: str | None


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    at = At(voiced(at.reading), at.index)
    if not _is_told(at):
        return
    if COMMODITIES.of(at):
        yield from _mutual(at)
    legs = _legs_of(at.reading)[at.index]
    directions = {(leg.commodity, leg.from_, leg.to) for leg in legs}
    swapped = any((commodity, to, from_) in directions for commodity, from_, to in directions)
    recurrence = how_often(at) if legs else None
    for leg in legs:
        swap = swapped and leg.commodity != "goods"
        deal = _is_deal(at, leg)
        if recurrence and not swap and leg is not legs[0] and not _is_every(at, leg, legs[0]):
            continue
        if leg.commodity in _MUTUAL_COMMODITIES and not recurrence and _status(at, leg) == "done":
            continue  # «Бішкек те дәл сондай квота берді»: a year's grants are a figure's matter
        paired = leg.commodity != "goods" or any(o.from_ == leg.to and o.commodity != "goods" for o in legs)
        if not (recurrence or swap or deal or (paired and _is_habit(at, leg)) or _is_agreed(at, leg)) or _is_once(
            at, leg
        ):
            continue
        often = recurrence or (_habit(at, leg) if not swapped or not is_dated(at) else None)
        yield at.make(
            Exchange,
            leg.place,
            parties=own_pair(at),
            why=(
                ("from", "who gives, who takes", leg.sign.pattern),
                ("recurrence", "regular" if recurrence else "swapped or habitual", ""),
            ),
            status="planned" if deal and not often else _status(at, leg),
            commodity=leg.commodity,
            from_=leg.from_,
            to=leg.to,
            season=leg.season,
            recurrence=often or ("once" if deal else None),
            purpose=purpose_of(at),
        )


def _is_told(at: At) -> bool:
    """Whether a sentence tells of the two at all: no title and no question."""
    asked = at.sentence.text.rstrip(' »"”').endswith("?")
    return at.sentence.block is not BlockKind.TITLE and not asked and len(own_pair(at)) == _TWO


@per_reading
def _legs_of(reading: Reading) -> tuple[tuple[Leg, ...], ...]:
    """The legs of each sentence; what is only pointed at («оны», «қалғаны», «кері») is of the leg told before it."""
    found: list[tuple[Leg, ...]] = []
    last: tuple[At, Leg] | None = None
    asked: tuple[At, list[str]] | None = None
    for index in range(len(reading.sentences)):
        at = At(reading, index)
        if not _is_told(at):
            found.append(())
            if named := _commodities(at, at.sentence.span):
                asked = (at, named)
            continue
        before = last[1] if last and index - last[0].index <= _ON and at.same_paragraph(last[0]) else None
        before = before if before and WORDS.of(at, "carried") else None
        topic = asked[1] if asked and index - asked[0].index == 1 else []
        here: tuple[Leg, ...] = ()
        if before or topic or COMMODITIES.of(at):
            nominal = tuple(_verbless(at))
            here = (*(leg for leg in _legs(at, before, topic) if not nominal or leg.sign.code != "flows"), *nominal)
        if here:
            last = (at, here[-1])
        found.append(here)
    return tuple(found)


def _is_deal(at: At, leg: Leg) -> bool:
    """«Қыста ток береміз. Олар оны жазда қайтарады»: a delivery to come, with one to come the other way beside it."""
    if leg.commodity in _MUTUAL_COMMODITIES or not _is_to_come(at, leg):
        return False
    if not (leg.season or at.numbers_in(leg.place)):
        return False
    for index in range(max(0, at.index - _ON), min(len(at.reading.sentences), at.index + _ON + 1)):
        other = At(at.reading, index)
        if not other.same_paragraph(at) or how_often(other) or is_measured(other):
            continue
        for back in _legs_of(at.reading)[index]:
            swapped = (back.from_, back.to) == (leg.to, leg.from_) and {back.commodity, leg.commodity} != {"goods"}
            if swapped and _is_to_come(other, back):
                return True
    return False


def _is_to_come(at: At, leg: Leg) -> bool:
    how = mood(at, leg.sign)
    if how.possible or how.supposed or leg.commodity in _MUTUAL_COMMODITIES:
        return False
    needed = leg.sign.form == "infinitive" and how.needed
    return how.tense in ("present", "future") or needed or leg.sign.form in ("intention", "present")


def _is_every(at: At, leg: Leg, first: Leg) -> bool:
    """Whether «жыл сайын» is said of this leg too: in its own words, or where it only turns the first one round."""
    every = [d.span for d in at.sentence.dates if d.role is DateRole.EVERY] + [
        sign.span for sign in WORDS.of(at, "recurring")
    ]
    return any(leg.place.covers(span) for span in every) or leg.from_ == first.to or leg.commodity != first.commodity


def _mutual(at: At) -> Iterator[Claim]:
    """«Тараптар жыл сайын бір-біріне грант бөледі»: one claim a direction."""
    found = [s for s in COMMODITIES.of(at) if s.code in _MUTUAL_COMMODITIES]
    recurrence = how_often(at)
    named = any(s.form == "infinitive" and s.case in (None, "nom") for s in VERBS.of(at, "swaps"))  # «Грант алмасу – …»
    both = is_reciprocal(at, at.sentence.span) or WORDS.of(at, "mutual") or named
    if not found or not recurrence or not both or _one_giver(at):
        return
    for sign in VERBS.of(at, "gives", "swaps"):
        if sign.form and mood(at, sign).stands and not _reaches(at, sign):
            first, second = own_pair(at)
            for from_, to in ((first, second), (second, first)):
                yield at.make(
                    Exchange,
                    reach(at, sign),
                    parties=own_pair(at),
                    why=(("from", "both give", sign.pattern),),
                    status="recurring" if sign.form != "infinitive" or named else "planned",
                    commodity=found[-1].code,
                    from_=from_,
                    to=to,
                    recurrence=recurrence,
                    purpose=purpose_of(at),
                )
            return


def _one_giver(at: At) -> bool:
    """Whether one state alone stands as the giver: then it is no mutual gift."""
    names = at.names_in(at.sentence.span, NameType.STATE)
    return any(
        n.case in (None, "nom") and not n.attributive and len(n.countries) < 2 and n.country for n in names
    ) and not any(len(n.countries) > 1 for n in at.names_in(at.sentence.span))


def _legs(at: At, before: Leg | None, topic: list[str]) -> Iterator[Leg]:
    """Each verb of giving or taking with what it governs; what one clause leaves out the one before lends.

    before is the leg of the sentences before that this one goes on about; topic what was just asked about.
    """
    last = before
    carried: list[str] = [before.commodity] if before else topic
    told: Leg | None = None
    for sign in _verbs(at):
        if not sign.form or not mood(at, sign).stands or _is_idiom(at, sign):
            continue
        place = reach(at, sign)
        if told is not None and told.place.end > place.start:
            place = Span(min(told.place.end, sign.span.start), place.end)
        commodities = _commodities(at, place)
        if not commodities and not carried and place.start > at.sentence.span.start:
            commodities = _commodities(at, Span(at.sentence.span.start, place.start))[-1:]
        if not commodities or _is_carried(at, place):
            commodities = list(dict.fromkeys([*carried, *commodities]))
        previous = last
        for commodity in commodities:
            if commodity in _MUTUAL_COMMODITIES and (is_reciprocal(at, place) or WORDS.within(at, place, "mutual")):
                continue
            direction = _direction(at, sign, place, previous)
            if direction is None:
                continue
            last = told = Leg(sign, place, commodity, *direction, season_of(at, place))
            yield last
        carried = commodities


def _is_idiom(at: At, sign: Sign) -> bool:
    """«тастауға тура келді», «сай келеді»: nothing comes."""
    before = at.sentence.tokens[sign.first - 1].lower if sign.first else ""
    return sign.pattern == "кел-" and before in ("тура", "сай", "сәйкес", "дәл", "тап")


def _verbless(at: At) -> Iterator[Leg]:
    """«Қыста қазақтың тогы қырғызға, жазда қырғыздың суы қазаққа жөңкіледі»: whose it is and whom it goes to."""
    if not how_often(at) or any(s.form for s in VERBS.of(at, "gives", "takes")):
        return
    names = [n for n in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE, NameType.PLACE) if code_of(at, n)]
    for sign in COMMODITIES.of(at):
        owner = next((n for n in names if n.case == "gen" and 0 <= sign.span.start - n.span.end <= _BESIDE), None)
        goal = next((n for n in names if n.case == "dat" and 0 <= n.span.start - sign.span.end <= _BESIDE), None)
        source = next((n for n in names if n.case == "abl" and 0 <= sign.span.start - n.span.end <= 1), None)
        if source and source.country and not at.numbers_in(source.span.join(sign.span)):
            other = next((code for code in own_pair(at) if code != source.country), None)
            season = season_of(at, Span(at.clause_of(source.span).start, sign.span.end))
            if other:  # «жазда бізден су, қыста сіздерден жарық»
                yield Leg(sign, source.span.join(sign.span), sign.code, source.country, other, season)
            continue
        if owner is None or goal is None or owner.country == goal.country or at.numbers_in(owner.span.join(goal.span)):
            continue
        place = owner.span.join(goal.span)
        clause = at.clause_of(owner.span)
        season = season_of(at, Span(clause.start, place.end))
        if owner.country and goal.country:
            yield Leg(sign, place, sign.code, owner.country, goal.country, season)


def _commodities(at: At, place: Span) -> list[str]:
    """What flows, as the verb's object: not what it is for («егінді суару үшін»), nor a name."""
    purposes = [reach(at, sign) for sign in WORDS.of(at, "purpose")]
    named = [n.span for n in at.sentence.names]
    signs = [
        s
        for s in COMMODITIES.within(at, place)
        if not any(purpose.covers(s.span) for purpose in purposes) and not any(span == s.span for span in named)
    ]
    inner = [s for s in signs if not any(o.span != s.span and o.span.covers(s.span) for o in signs)]
    return list(dict.fromkeys(s.code for s in inner))


def _verbs(at: At) -> list[Sign]:
    signs = [
        s
        for s in VERBS.of(at, "gives", "takes", "flows")
        if s.form and at.sentence.tokens[s.first].lower not in _COMING
    ]
    kept = [s for s in signs if not any(o.span != s.span and o.span.covers(s.span) for o in signs)]
    kept = [s for s in kept if s.code != "flows" or _is_finite(at, s)]
    kept = [s for s in kept if not (is_auxiliary(at, s) and not _is_loaded(at, s)) and not _reaches(at, s)]
    return sorted(kept, key=lambda s: s.first)


def _is_loaded(at: At, sign: Sign) -> bool:
    """«көмір тиеп жөнелтеді»: the verb before only tells how it is sent."""
    return any(s.last == sign.first - 1 for s in WORDS.of(at, "loading"))


def _is_finite(at: At, sign: Sign) -> bool:
    """«су келеді», «ток қайтады»; not «Тоқтоғұлдан түсетін су», «суық түсе», «көкөністің келуі»."""
    how = mood(at, sign)
    told = bool(how.tense) or (sign.form == "infinitive" and how.needed)
    return told and sign.form not in ("participle", "converb") and bool(COMMODITIES.of(at) or WORDS.of(at, "carried"))


def _reaches(at: At, sign: Sign) -> bool:
    """«отызға жеткіземіз»: to bring a number up."""
    before = at.sentence.tokens[sign.first - 1] if sign.first else None
    if before is None or before.case != "dat" or not sign.pattern.startswith("жет"):
        return False
    return any(n.span.covers(before.span) and not n.quantity.unit for n in at.sentence.numbers)


def _is_carried(at: At, place: Span) -> bool:
    """«оны», «сол қуатты», «сол көлемді» stand for what the clause before named."""
    return any(t.lower in ("оны", "соны", "бұны", "мұны") for t in at.tokens_in(place))


def _direction(at: At, sign: Sign, place: Span, last: Leg | None) -> tuple[str, str] | None:
    """(from, to), by the verb's sense, the cases of the sides and the verb's person; what goes back turns the clause
    before round."""
    pair = own_pair(at)
    goes_back = bool(VERBS.within(at, place, "back"))
    source, goal, actor = sides(at, place)
    if sign.code == "flows":
        source = source or _owner(at, place)
        actor = None
    if goes_back and last is not None and not (source or goal or actor):
        return (last.to, last.from_)
    if sign.code == "flows" and last is not None and not (source or goal):
        return (last.from_, last.to)
    taking = sign.code == "takes"
    own = None if actor or sign.code == "flows" else ours(at, sign)
    actor = actor or (own if own != (source if taking else goal) else None)
    if actor is None and last is not None and any(t.lower == "олар" for t in at.tokens_in(place)):
        actor = last.from_ if last.sign.code == "takes" else last.to  # «… біз сатамыз, олар жөнелтеді»
    if actor is None and last is not None and sign.code != "flows":
        actor = last.to if last.sign.code == "takes" else last.from_
    if taking:
        goal = goal or actor
    else:
        source = source or actor
    if source is None and goal is not None:
        source = next((code for code in pair if code != goal), None)
    if goal is None and source is not None:
        goal = next((code for code in pair if code != source), None)
    return (source, goal) if source and goal and source != goal else None


def _owner(at: At, place: Span) -> str | None:
    """«өзбек энергиясы … түседі», «Тоқтағұлдың тогы ағады»: whose what flows is, right before it."""
    for sign in COMMODITIES.within(at, place):
        for name in at.names_in(place, NameType.STATE, NameType.SIDE, NameType.PLACE):
            if 0 <= sign.span.start - name.span.end <= 1 and (name.case == "gen" or name.role == "adjective"):
                return code_of(at, name)
    return None


def _is_habit(at: At, leg: Leg) -> bool:
    return _habit(at, leg) is not None


def _habit(at: At, leg: Leg) -> str | None:
    """«Күз бен қыста … береді»: a season of no year and a present tense tell a habit, where no amount is named."""
    generic = not any(d.edtf and d.role is not DateRole.EVERY for d in at.dates_in(leg.place))
    told = _is_present(at, leg.sign)
    if leg.season and generic and told and not at.numbers_in(leg.place) and not is_measured(at):
        return "seasonal"
    return None


def _is_present(at: At, sign: Sign) -> bool:
    """Told of the present, a converb by the verb that ends the sentence («босатып, … алады»)."""
    if sign.form == "present" or mood(at, sign).tense in ("present", "progressive"):
        return True
    behind = [t for t in at.sentence.tokens if t.span.start >= sign.span.end and t.kind == "word"]
    last = next((tense for t in reversed(behind) if (tense := verb_tense(t.lower))), "")
    return sign.form == "converb" and not mood(at, sign).tense and last == "present"


def _is_agreed(at: At, leg: Leg) -> bool:
    """«Хаттама бойынша … береді»: what a document lays down, without a sum and a day of its own."""
    told = leg.sign.form == "present" or mood(at, leg.sign).tense == "present"
    return told and bool(WORDS.of(at, "terms")) and not at.numbers_in(leg.place) and not at.dates_in(leg.place)


def _is_once(at: At, leg: Leg) -> bool:
    """One delivery of a time of its own, past or a sum of goods: a figure's matter."""
    dated = any(d.edtf and d.role is not DateRole.EVERY and not d.season for d in at.dates_in(leg.place))
    told = mood(at, leg.sign).tense == "past" or leg.sign.form == "participle"
    return told and (dated or bool(at.numbers_in(leg.place)))


def _status(at: At, leg: Leg) -> str:
    how = mood(at, leg.sign)
    if leg.sign.form in ("infinitive", "intention") or how.ahead or how.needed:
        return "planned"
    return "done" if how.tense == "past" and not how_often(at) else "recurring"
