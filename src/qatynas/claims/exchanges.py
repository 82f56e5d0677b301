"""What one side gives the other again and again, or gives and takes back, becomes exchange claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qatynas.claims.context import At
from qatynas.claims.predicates import is_auxiliary, is_reciprocal, mood, own_pair, reach
from qatynas.claims.predicates_lexicon import Lexicon, Sign, verb_tense
from qatynas.claims.towns import state_of
from qatynas.claims.voices import voiced
from qatynas.data import Strict, load
from qatynas.language.mentions import DateRole, NameMention, NameType
from qatynas.model import BlockKind, Claim, Exchange, Span


class Table(Strict, frozen=True):
    """data/exchanges.toml."""

    commodities: dict[str, tuple[str, ...]]
    verbs: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    seasons: dict[str, tuple[str, ...]]


TABLE = load("exchanges", Table)
COMMODITIES = Lexicon(TABLE.commodities)
VERBS = Lexicon(TABLE.verbs)
WORDS = Lexicon(TABLE.words)
SEASONS = Lexicon(TABLE.seasons)

_BESIDE = 24
"""Characters between a commodity and whose it is, or whom it goes to."""
_OFTEN = ("daily", "weekly", "monthly", "hourly")
"""How often what a figure measures is told («тәулігіне 6 млн»); no exchange of years and seasons."""
_COMING = ("келер", "келесі")
"""«келер жылы»: no verb."""
_MUTUAL_COMMODITIES = ("education.grants", "students")


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
    pair = own_pair(at)
    if at.sentence.block is BlockKind.TITLE or len(pair) != 2 or at.sentence.text.rstrip(' »"”').endswith("?"):
        return
    if not COMMODITIES.of(at):
        return
    yield from _mutual(at)
    legs = [*_legs(at), *_verbless(at)]
    directions = {(leg.commodity, leg.from_, leg.to) for leg in legs}
    swapped = any((commodity, to, from_) in directions for commodity, from_, to in directions)
    recurrence = _recurrence(at)
    for leg in legs:
        swap = swapped and leg.commodity != "goods"
        if recurrence and not swap and leg is not legs[0] and not _is_every(at, leg, legs[0]):
            continue
        if leg.commodity in _MUTUAL_COMMODITIES and not recurrence and _status(at, leg) == "done":
            continue  # «Бішкек те дәл сондай квота берді»: a year's grants are a figure's matter
        if not (recurrence or swap or _is_habit(at, leg) or _is_agreed(at, leg)) or _is_once(at, leg):
            continue
        yield at.make(
            Exchange,
            leg.place,
            parties=pair,
            why=(
                ("from", "who gives, who takes", leg.sign.pattern),
                ("recurrence", "regular" if recurrence else "swapped or habitual", ""),
            ),
            status=_status(at, leg),
            commodity=leg.commodity,
            from_=leg.from_,
            to=leg.to,
            season=leg.season,
            recurrence=recurrence or (_habit(at, leg) if not swapped or not _is_dated(at) else None),
            purpose=_purpose(at),
        )


def _is_every(at: At, leg: Leg, first: Leg) -> bool:
    """Whether «жыл сайын» is said of this leg too: in its own words, or where it only turns the first one round."""
    every = [d.span for d in at.sentence.dates if d.role is DateRole.EVERY] + [
        sign.span for sign in WORDS.of(at, "recurring")
    ]
    return any(leg.place.covers(span) for span in every) or leg.from_ == first.to or leg.commodity != first.commodity


def _mutual(at: At) -> Iterator[Claim]:
    """«Тараптар жыл сайын бір-біріне грант бөледі»: one claim a direction."""
    found = [s for s in COMMODITIES.of(at) if s.code in _MUTUAL_COMMODITIES]
    recurrence = _recurrence(at)
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
                    purpose=_purpose(at),
                )
            return


def _one_giver(at: At) -> bool:
    """Whether one state alone stands as the giver: then it is no mutual gift."""
    names = at.names_in(at.sentence.span, NameType.STATE)
    return any(
        n.case in (None, "nom") and not n.attributive and len(n.countries) < 2 and n.country for n in names
    ) and not any(len(n.countries) > 1 for n in at.names_in(at.sentence.span))


def _legs(at: At) -> Iterator[Leg]:
    """Each verb of giving or taking with what it governs; what one clause leaves out the one before lends."""
    last: Leg | None = None
    carried: list[str] = []
    for sign in _verbs(at):
        if not sign.form or not mood(at, sign).stands or _is_idiom(at, sign):
            continue
        place = reach(at, sign)
        if last is not None and last.place.end > place.start:
            place = Span(min(last.place.end, sign.span.start), place.end)
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
            last = Leg(sign, place, commodity, *direction, _season(at, place))
            yield last
        carried = commodities


def _is_idiom(at: At, sign: Sign) -> bool:
    """«тастауға тура келді», «сай келеді»: nothing comes."""
    before = at.sentence.tokens[sign.first - 1].lower if sign.first else ""
    return sign.pattern == "кел-" and before in ("тура", "сай", "сәйкес", "дәл", "тап")


def _verbless(at: At) -> Iterator[Leg]:
    """«Қыста қазақтың тогы қырғызға, жазда қырғыздың суы қазаққа жөңкіледі»: whose it is and whom it goes to."""
    if not _recurrence(at) or any(s.form for s in VERBS.of(at, "gives", "takes")):
        return
    names = [n for n in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE, NameType.PLACE) if _code(at, n)]
    for sign in COMMODITIES.of(at):
        owner = next((n for n in names if n.case == "gen" and 0 <= sign.span.start - n.span.end <= _BESIDE), None)
        goal = next((n for n in names if n.case == "dat" and 0 <= n.span.start - sign.span.end <= _BESIDE), None)
        source = next((n for n in names if n.case == "abl" and 0 <= sign.span.start - n.span.end <= 1), None)
        if source and source.country and not at.numbers_in(source.span.join(sign.span)):
            other = next((code for code in own_pair(at) if code != source.country), None)
            season = _season(at, Span(at.clause_of(source.span).start, sign.span.end))
            if other:  # «жазда бізден су, қыста сіздерден жарық»
                yield Leg(sign, source.span.join(sign.span), sign.code, source.country, other, season)
            continue
        if owner is None or goal is None or owner.country == goal.country or at.numbers_in(owner.span.join(goal.span)):
            continue
        place = owner.span.join(goal.span)
        clause = at.clause_of(owner.span)
        season = _season(at, Span(clause.start, place.end))
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
    signs = [s for s in VERBS.of(at, "gives", "takes") if s.form and at.sentence.tokens[s.first].lower not in _COMING]
    kept = [s for s in signs if not any(o.span != s.span and o.span.covers(s.span) for o in signs)]
    return sorted((s for s in kept if not is_auxiliary(at, s) and not _reaches(at, s)), key=lambda s: s.first)


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
    """(from, to), by the verb's sense and the cases of the sides; what goes back turns the clause before round."""
    pair = own_pair(at)
    goes_back = bool(VERBS.within(at, place, "back"))
    source, goal, actor = _sides(at, place)
    taking = sign.code == "takes"
    if goes_back and last is not None and not (source or goal):
        return (last.to, last.from_)
    if actor is None and last is not None and any(t.lower == "олар" for t in at.tokens_in(place)):
        actor = last.from_ if last.sign.code == "takes" else last.to  # «… біз сатамыз, олар жөнелтеді»
    if actor is None and last is not None:
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


def _sides(at: At, place: Span) -> tuple[str | None, str | None, str | None]:
    """Who is named as source (-дан, -ның of what is taken), as goal (-ға) and as actor (nominative) in place."""
    source: str | None = None
    goal: str | None = None
    actor: str | None = None
    town: str | None = None
    for name in at.names_in(place, NameType.STATE, NameType.SIDE, NameType.PLACE):
        code = _code(at, name)
        if code is None:
            continue
        case = _case(at, name)
        if case == "abl":
            source = source or code
        elif case == "dat":
            goal = goal or code
        elif case == "gen" and name.type is not NameType.PLACE:
            source = source or (code if actor and actor != code else None)
        elif case in (None, "nom") and name.type is not NameType.PLACE:
            actor = actor or code
        elif case in (None, "nom") and _acts(at, name):
            town = town or code
    return source, goal, actor or town


def _acts(at: At, name: NameMention) -> bool:
    """«Бішкек те … қабылдайды»: a capital stands for its state; a town for it by its institutions."""
    after = next((t for t in at.sentence.tokens if t.span.start >= name.span.end), None)
    alone = after is None or not (after.possessive or after.attributive)
    return _is_institution(at, name) or (name.role == "capital" and not name.attributive and alone)


def _is_institution(at: At, name: NameMention) -> bool:
    """«Бішкек университеттері … ұсынады»: a town's institutions act for its state."""
    after = next((t for t in at.sentence.tokens if t.span.start >= name.span.end), None)
    return after is not None and after.possessive and after.case in (None, "nom")


def _code(at: At, name: NameMention) -> str | None:
    country = state_of(at, name)
    if country is None and len(name.countries) > 1:
        return None
    return country if country in own_pair(at) else None


def _case(at: At, name: NameMention) -> str | None:
    """The case of the phrase that a name opens: «қырғыз тарапына», «Қырғызстан азаматтарына»."""
    if name.case is not None and name.case != "nom":
        if name.case == "gen":
            return _of_people(at, name) or "gen"
        return name.case.value
    after = [t for t in at.sentence.tokens if t.span.start >= name.span.end][:1]
    if after and any(other.span.covers(after[0].span) for other in at.sentence.names):
        return "nom"
    if after and after[0].case is not None and after[0].case.value in ("dat", "abl") and _is_head(at, after[0].lemmas):
        return after[0].case.value
    return "nom"


def _of_people(at: At, name: NameMention) -> str | None:
    """«Қырғыз Республикасының азаматтарына»: the dative of its people is that of the state."""
    for token in [t for t in at.sentence.tokens if t.span.start >= name.span.end][:3]:
        if _is_head(at, token.lemmas) and token.case is not None and token.case.value in ("dat", "abl"):
            return token.case.value
        if _is_head(at, token.lemmas) and token.case == "acc" and any("тегін" in s.pattern for s in VERBS.of(at)):
            return "dat"  # «біздің 20 түлекті тегін қабылдайды»: who studies has the grant
    return None


_HEADS = frozenset({"тарап", "жақ", "ел", "жұрт", "көрші", "диқан", "шаруа", "аумақ", *TABLE.words["people"]})


def _is_head(at: At, lemmas: frozenset[str]) -> bool:
    return bool(lemmas & _HEADS)


def _season(at: At, place: Span) -> str | None:
    codes = [date.season for date in at.dates_in(place) if date.season]
    codes = codes or [sign.code for sign in SEASONS.within(at, place)]
    if "autumn" in codes and "winter" in codes:
        return "winter"
    return codes[0] if codes else None


def _recurrence(at: At) -> str | None:
    for date in at.sentence.dates:
        if date.role is DateRole.EVERY and date.recurrence and date.recurrence not in _OFTEN:
            return "yearly" if date.recurrence == "yearly" else "seasonal"
    if WORDS.of(at, "recurring"):
        return "yearly"
    for after in at.after(1):  # «Бұл тәртіп жылдан-жылға жалғасып келеді»
        points = after.sentence.tokens and after.sentence.tokens[0].lower in ("бұл", "мұндай", "осы")
        if points and after.same_paragraph(at) and WORDS.of(after, "recurring"):
            return "yearly"
    return None


def _is_habit(at: At, leg: Leg) -> bool:
    return _habit(at, leg) is not None


def _habit(at: At, leg: Leg) -> str | None:
    """«Күз бен қыста … береді»: a season of no year and a present tense tell a habit, where no amount is named."""
    generic = not any(d.edtf and d.role is not DateRole.EVERY for d in at.dates_in(leg.place))
    told = _is_present(at, leg.sign)
    if leg.season and generic and told and not at.numbers_in(leg.place) and not _is_measured(at):
        return "seasonal"
    return None


def _is_present(at: At, sign: Sign) -> bool:
    """Told of the present, a converb by the verb that ends the sentence («босатып, … алады»)."""
    if sign.form == "present" or mood(at, sign).tense in ("present", "progressive"):
        return True
    behind = [t for t in at.sentence.tokens if t.span.start >= sign.span.end and t.kind == "word"]
    last = next((tense for t in reversed(behind) if (tense := verb_tense(t.lower))), "")
    return sign.form == "converb" and not mood(at, sign).tense and last == "present"


def _is_measured(at: At) -> bool:
    """«тәулігіне алты миллион киловатт-сағат»: a rate, which a figure tells."""
    return any(d.role is DateRole.EVERY and d.recurrence in _OFTEN for d in at.sentence.dates)


def _is_agreed(at: At, leg: Leg) -> bool:
    """«Хаттама бойынша … береді»: what a document lays down, without a sum and a day of its own."""
    told = leg.sign.form == "present" or mood(at, leg.sign).tense == "present"
    return told and bool(WORDS.of(at, "terms")) and not at.numbers_in(leg.place) and not at.dates_in(leg.place)


def _is_once(at: At, leg: Leg) -> bool:
    """One delivery of a time of its own, past or a sum of goods: a figure's matter."""
    dated = any(d.edtf and d.role is not DateRole.EVERY and not d.season for d in at.dates_in(leg.place))
    told = mood(at, leg.sign).tense == "past" or leg.sign.form == "participle"
    return told and (dated or bool(at.numbers_in(leg.place)))


def _is_dated(at: At) -> bool:
    return any(d.edtf and d.role is not DateRole.EVERY for d in at.sentence.dates)


def _status(at: At, leg: Leg) -> str:
    how = mood(at, leg.sign)
    if leg.sign.form in ("infinitive", "intention") or how.ahead or how.needed:
        return "planned"
    return "done" if how.tense == "past" and not _recurrence(at) else "recurring"


def _purpose(at: At) -> str | None:
    """The words before «үшін»: what it is for."""
    for sign in WORDS.of(at, "purpose"):
        place = reach(at, sign)
        states = [n for n in at.names_in(place, NameType.STATE, NameType.SIDE) if n.case in (None, "nom")]
        start = states[0].span.end if states and states[0].span.end < sign.span.start else place.start
        regular = [d.span for d in at.sentence.dates if d.role is DateRole.EVERY]
        skipped = [*regular, *(s.span for s in WORDS.of(at, "recurring", "mutual", "grounds"))]
        inside = at.tokens_in(Span(start, sign.span.start))
        first = next((t for t in inside if not any(x.covers(t.span) for x in skipped)), None)
        start = first.span.start if first is not None else start
        words = " ".join(at.reading.text[start : sign.span.start].split()).strip(" ,–—-")
        return words or None
    return None
