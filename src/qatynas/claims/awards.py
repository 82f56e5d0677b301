"""Sentences become award claims: orders and medals, of which degree, to whom and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from qatynas.claims.acts import Mood, mood, part_of, stems, verb
from qatynas.claims.awards_names import Words, award_words, name_of
from qatynas.claims.awards_people import capital_giving, giver_name, group_of, interviewed, is_countryman, office_state
from qatynas.claims.clauses import token_after, tokens_after
from qatynas.claims.context import At
from qatynas.claims.gate import Gate
from qatynas.claims.meetings_met import countries_in, person_of
from qatynas.claims.once import per_reading
from qatynas.claims.told_once import told_once
from qatynas.claims.when import Setting, is_tied, moment, setting_of
from qatynas.claims.when_told import Moment
from qatynas.data import load, world
from qatynas.language import Hit
from qatynas.language.mentions import Case, DateRole, NameMention, NameType, Reading, Token
from qatynas.model import HEADLINES, Award, Claim, Span

# how the letter I of a roman number comes out of other scripts and keyboards
_DAY = len("2025-08-21")
_ROMAN_LETTERS = str.maketrans({"і": "i", "ı": "i", "l": "i", "\u0307": None})
_ANY = frozenset({""})  # no stem: any reading as a verb will do
_TOLD = 2  # sentences back in which «олар» were honoured
_CLOSE = 4  # words behind «медалімен» among which its verb stands
_PASSIVE = ("ал", "ыл", "іл", "ін", "ын", "л")
_REACH = 14  # words between an order's name and its verb


@dataclass(frozen=True, slots=True)
class Given:
    """An award as a sentence tells it."""

    name: str
    degree: str | None
    to: str | None
    by: str | None
    span: Span
    moment: Moment | None
    status: str
    rule: str
    states: tuple[str, ...]


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    for given in _awards(at.reading)[at.index]:
        when = given.moment
        carried = when is not None and when.span is not None and not given.span.covers(when.span)
        yield at.make(
            Award,
            given.span,
            parties=given.states,
            support=((when.span, "date"),) if carried and when and when.span else (),
            why=(("to", given.rule, ""),) + ((("date", when.rule, when.words),) if when else ()),
            status=given.status,
            name=given.name,
            degree=given.degree,
            to=given.to,
            by=given.by,
            date=when.edtf if when else None,
        )


@per_reading
def _awards(reading: Reading) -> tuple[tuple[Given, ...], ...]:
    """The awards of each sentence; the body's before a headline's, each order to one person once."""
    return told_once(reading, _in_sentence, _same)


def _same(one: Given, other: Given, headline: bool) -> bool:
    if one.name.casefold() != other.name.casefold():
        return False
    return headline or (one.to == other.to and (one.to is not None or one.moment == other.moment))


def _in_sentence(at: At) -> Iterator[Given]:
    if not _gate().passes(at.sentence):
        return
    hits = [hit for hit in award_words().find(at.sentence.tokens) if hit.key in ("noun", "honour", "own_name")]
    for hit, following in zip(hits, [*hits[1:], None], strict=False):
        if hit.key == "noun" and any(h.key == "own_name" and h.first == hit.first for h in hits):
            continue
        if hit.key == "honour" and following is not None and following.first == hit.last + 1:
            continue  # «… құрметті азаматы атағы»: named by its noun
        name = name_of(at, hit)
        act = _act(at, hit)
        if name is None or act is None or _is_oblique(at, name[1]):
            continue
        given = _given(at, hit, name, *act)
        if given is not None:
            yield from _each(at, given)


def _each(at: At, given: Given) -> Iterator[Given]:
    """«оларға … медалін тапсырған»: one for each of those whom the sentences before tell of as honoured."""
    if given.to is not None or not any(token.lower == "оларға" for token in at.sentence.tokens):
        yield given
        return
    told: dict[str, None] = {}
    for other in at.before(_TOLD):
        if other.same_paragraph(at) and _gate().passes(other.sentence):
            told.update((n.canonical, None) for n in other.sentence.names if n.type == NameType.PERSON)
    yield from (replace(given, to=name) for name in told) if told else (given,)


def _is_oblique(at: At, name: Span) -> bool:
    """«омырауына наградасын таққан»: a bare word in a case of its own names no award."""
    words = at.tokens_in(name)
    behind = tokens_after(at.sentence, name.end)[:1]
    if behind and behind[0].lower.startswith("белгі"):
        return True  # «Құрмет белгісін … берді»: the thing, not its name
    quoted = any(n.type == NameType.QUOTED and n.span.meets(name) for n in at.sentence.names)
    return len(words) == 1 and not quoted and words[0].case in (Case.DAT, Case.ACC, Case.LOC, Case.ABL)


def _act(at: At, hit: Hit) -> tuple[Hit, Mood] | None:
    """The verb that gives or receives, and whether it is done."""
    tokens = at.sentence.tokens
    hits = award_words().find(tokens[hit.last + 1 : hit.last + 1 + _REACH])
    passive = {found.last for found in hits if found.key in ("receives", "given")}
    for found in hits:
        if found.key == "worn" and _is_worn(at):
            return Hit(
                "given", hit.last + 1 + found.first, hit.last + 1 + found.last, found.span, found.case
            ), Mood.DONE
        if found.key not in ("gives", "receives", "given") or (found.key == "gives" and found.last in passive):
            continue
        moved = Hit(found.key, hit.last + 1 + found.first, hit.last + 1 + found.last, found.span, found.case)
        if verb(tokens[moved.last], _stems()) is None:
            continue
        tone = _decreed(at, moved) or mood(at, moved.last, _stems())
        return (moved, tone) if tone in (Mood.DONE, Mood.PLANNED) else None
    return _act_with(at, hit)


def _act_with(at: At, hit: Hit) -> tuple[Hit, Mood] | None:
    """«„Шапағат“ медалімен мақталды, құрметтеді»: whatever is done to somebody with a medal gives it."""
    tokens = at.sentence.tokens
    if tokens[hit.last].case != Case.INS:
        return None
    behind = tokens[hit.last + 1 : hit.last + _CLOSE]
    read = [verb(token, _ANY) for token in behind]
    found = next((i for i, r in enumerate(read) if r and r.form in ("past", "perfect", "inferred")), None)
    if found is None or any(token.kind == "mark" for token in behind[:found]):
        return None
    index = hit.last + 1 + found
    reading = read[found]
    passive = reading is not None and reading.lemma.endswith(_PASSIVE)
    tone = mood(at, index, _ANY)
    act = Hit("receives" if passive else "gives", index, index, tokens[index].span, None)
    return (act, tone) if tone == Mood.DONE else None


def _is_worn(at: At) -> bool:
    """«Тоқаевтың кеудесінде енді «Манас» жұлдызы жарқырайды»: on somebody's breast now."""
    tokens = at.sentence.tokens
    return any(hit.key == "breast" and hit.case == Case.LOC for hit in award_words().find(tokens))


def _decreed(at: At, act: Hit) -> Mood | None:
    """«… марапаттау туралы Жарлыққа қол қойды»: given by the order that is signed."""
    tokens = at.sentence.tokens
    behind = [hit.key for hit in award_words().find(tokens[act.last + 1 :])]
    if "decree" not in behind:
        return None
    last = next((i for i in range(len(tokens) - 1, act.last, -1) if verb(tokens[i])), None)
    signed = "signed" in behind and last is not None and mood(at, last) == Mood.DONE
    return Mood.DONE if signed else Mood.NOUN


def _given(at: At, hit: Hit, name: tuple[str, Span], act: Hit, tone: Mood) -> Given | None:
    people = at.names_in(at.sentence.span, NameType.PERSON, NameType.OFFICE)
    taker, giver = _sides(at, act, people)
    if taker and any(token.span.end <= taker.span.start for token in _own_people(at)):
        return None  # «өз ғалымдарын»: of the giver's own state
    giver = giver or _institution(at, act, taker)
    quoted = (n.country for n in at.sentence.names if n.type == NameType.QUOTED and n.span.meets(name[1]))
    of = _state_of(name[0]) or _state_in(at, name[1]) or next(quoted, None)
    if taker is None and giver is not None and of and giver.country not in (None, of) and act.key == "gives":
        taker, giver = giver, None  # «… қырғыздың «Манас» орденін тақты»: nobody gives another state's order
    giver = giver or _he(at, act)
    if taker is None and giver is not None and not _counterpart(at, giver):
        taker = _pointed(at, giver)
    group = group_of(at, act) if taker is None else None
    span = part_of(at, act.span).join(name[1]).join(act.span)
    states = _states(at, taker, giver)
    home = (taker.country or office_state(at, taker)) if taker else None
    abroad = bool(of and home and home != of)
    if abroad and of and home:
        states = tuple(sorted({of, home}))
    elif of and home == of:
        return None
    if len(states) < 2 or not (abroad or _of_two(at, taker, giver, of)):
        return None
    to = person_of(at, taker) or taker.canonical if taker else interviewed(at, act) or _counterpart(at, giver) or group
    by = giver_name(at, giver) if giver else capital_giving(at, act)
    if giver and to and by == to:  # an office that only stands near the one who receives
        holder = world().holder(giver.role, giver.country, at.day) if giver.role and giver.country and at.day else None
        by = holder.name if holder else giver.canonical
    when = moment(at, act.span, past=tone == Mood.DONE) or (_as_news(at) if tone == Mood.DONE else None)
    rule = {"gives": "whom the giver's verb names", "receives": "subject of a receiver's verb", "given": "dative"}[
        act.key
    ]
    degree = _degree(at, hit, name[1])
    return Given(name[0], degree, to, by, span, when, "done" if tone == Mood.DONE else "planned", rule, states)


def _as_news(at: At) -> Moment | None:
    """What is told with no day is of the day that the sentence before tells of, else of the text's own."""
    for other in at.before(1):
        days = [(d.edtf or "", d.span) for d in other.sentence.dates if d.role is not DateRole.EVERY]
        days = [(day, span) for day, span in days if len(day) == _DAY and day <= (at.day or "")]
        if other.same_paragraph(at) and days:
            day, span = days[-1]
            return Moment(day, "told before", span, span.of(at.reading.text))
    return Moment(at.day, "told as news", None) if at.day else None


def _state_in(at: At, name: Span) -> str | None:
    """The state of the town or region whose title of honour it is."""
    spelled = name.of(at.reading.text)
    named = [(p.name, p.country) for p in world().places] + [(s.name, s.code) for s in world().states]
    meant = [(known, code) for known, code in named if code and spelled.startswith(known)]
    return max(meant, key=lambda pair: len(pair[0]))[1] if meant else None


def _own_people(at: At) -> list[Token]:
    tokens = at.sentence.tokens
    hits = [hit for hit in award_words().find(tokens) if hit.key == "own_people"]
    with_hands = ("қол", "атынан")  # «өз қолымен»
    return [tokens[h.last] for h in hits if not any(t.lower.startswith(with_hands) for t in tokens[h.last + 1 :][:1])]


def _institution(at: At, act: Hit, taker: NameMention | None) -> NameMention | None:
    """«Қазақстан халқы Ассамблеясы … берді»: an institution that gives."""
    if act.key != "gives":
        return None
    named = at.names_in(at.sentence.span, NameType.ORGANISATION, NameType.BODY)
    before = [n for n in named if n.case in (None, Case.NOM) and n.span.end <= act.span.start]
    return next((n for n in before if taker is None or not n.span.meets(taker.span)), None)


def _state_of(order: str) -> str | None:
    """The state whose order it is, where the list knows."""
    return _orders().get(order.casefold())


@cache
def _orders() -> dict[str, str]:
    """The states of the orders that the list knows, by their names."""
    listed = load("awards", Words).orders
    return {name.casefold(): code for code, names in reversed(listed.items()) for name in names}


def _he(at: At, act: Hit) -> NameMention | None:
    """«… деді қырғыз министрі. Ол … медалін тақты»: who gives is the one named last before."""
    opening = at.sentence.tokens[:2]
    if act.key != "gives" or not any(token.lower == "ол" for token in opening):
        return None
    for other in at.before(2):
        people = other.names_in(other.sentence.span, NameType.PERSON, NameType.OFFICE)
        if people:
            return people[-1]
    return None


def _pointed(at: At, giver: NameMention) -> NameMention | None:
    """«Оған … орденін табыс етті»: the person of the sentence before."""
    tokens = at.sentence.tokens
    told = any(hit.key == "person" and hit.case in (Case.DAT, Case.ACC) for hit in award_words().find(tokens))
    if not told and not any(token.lower in ("оған", "соған", "оны") for token in tokens):
        return None
    for other in at.before(1):
        people = [n for n in other.sentence.names if n.type == NameType.PERSON and n.canonical != giver.canonical]
        return people[0] if people else None
    return None


def _sides(at: At, act: Hit, people: Sequence[NameMention]) -> tuple[NameMention | None, NameMention | None]:
    """Who receives and who gives, by the verb's kind and the names' cases."""
    people = [n for n in people if not _is_title_of_next(n, people) and not _only_decrees(at, n)]
    first = next((n for n in people if n.case in (None, Case.NOM) and n.span.end <= act.span.start), None)
    dative = next((n for n in people if n.case == Case.DAT), None)
    if act.key == "receives":
        return first, None
    breast = any(hit.key == "breast" for hit in award_words().find(at.sentence.tokens))
    owner = next((n for n in people if n.case == Case.GEN), None) if breast else None
    if act.key == "given":
        return dative or owner, None
    taken = dative or next((n for n in people if n.case == Case.ACC), None)
    taken = taken or owner
    return taken, first if first is not taken else None


def _only_decrees(at: At, name: NameMention) -> bool:
    """«Президент Жарлығымен»: by whose decree it is given, neither giver nor receiver in the sentence."""
    after = token_after(at.sentence, name.span.end)
    return name.case in (None, Case.NOM) and after is not None and after.case == Case.INS and after.possessive


def _is_title_of_next(name: NameMention, people: Sequence[NameMention]) -> bool:
    """Whether an office stands right before the person who holds it."""
    if name.type != NameType.OFFICE:
        return False
    beside = [n for n in people if n.type == NameType.PERSON and 0 <= n.span.start - name.span.end <= 2]
    return any(n.country == name.country or None in (n.country, name.country) for n in beside)


def _counterpart(at: At, giver: NameMention | None) -> str | None:
    """«әріптесін», «мейманды»: the other side's person of whom the text has told."""
    if not any(hit.key in ("counterpart", "guest") for hit in award_words().find(at.sentence.tokens)):
        return None
    own = giver.country if giver else None
    others = [
        name.canonical
        for other in (at, *at.before(at.index))
        for name in reversed(other.sentence.names)
        if name.type == NameType.PERSON and name.country and name.country != own
    ]
    rank = _ranks((person_of(at, giver) or giver.canonical) if giver else None)
    nearest = others[0] if others else None
    guest = others[-1] if others and any(hit.key == "guest" for hit in award_words().find(at.sentence.tokens)) else None
    return next((name for name in others if rank & _ranks(name)), guest or nearest)


def _ranks(name: str | None) -> set[str]:
    """The codes of the offices that the lists know somebody by: a head of state gives to his counterpart."""
    return {office.office for person in world().people if person.name == name for office in person.offices}


def _states(at: At, taker: NameMention | None, giver: NameMention | None) -> tuple[str, ...]:
    """The states of both; with one of the document's pair known, the pair."""
    named = {name.country for name in (taker, giver) if name and name.country}
    if len(named) >= 2:
        return tuple(sorted(named))
    return at.parties()


def _of_two(at: At, taker: NameMention | None, giver: NameMention | None, of: str | None) -> bool:
    """Whether the award goes from one state to the other: two are named, or one that is not the text's own."""
    sides = {name.country for name in (taker, giver) if name and name.country}
    named = sides | set(at.states_in(at.sentence.span))
    home = {at.reading.home}
    if len(named) > 1 or named - home:
        return True
    if is_countryman(at) and of not in home and (giver is None or giver.country not in home):
        return True
    if of is not None and of in at.pair and of not in home:
        return True  # «Бішкекте … «Данакер» ордені берілді»
    setting = setting_of(at)
    if giver and taker and taker.country is None and setting is not None and setting.lead and _is_abroad(at, setting):
        return True
    if _counterpart(at, giver) or (sides and is_tied(at) and setting_of(at) is not None):
        return True
    before = next(iter(at.before(1)), None)
    goes_on = before is not None and at.same_paragraph(before) and _gate().passes(before.sentence)
    return goes_on and not sides and before is not None and bool(countries_in(before, before.sentence.span) - home)


def _is_abroad(at: At, setting: Setting) -> bool:
    """Whether the report's event goes on in the other state, or between people of both."""
    if setting.place is not None and setting.place.country not in (None, at.reading.home):
        return True
    lead = [other for other in at.before(at.index) if other.sentence.block not in HEADLINES][-2:]
    return any(len(countries_in(other, other.sentence.span)) > 1 for other in lead)


def _degree(at: At, hit: Hit, name: Span) -> str | None:
    """«I дәрежелі», «бірінші дәрежелі» before the name or after it."""
    tokens = at.sentence.tokens
    for found in award_words().find(tokens):
        if found.key != "degree" or abs(tokens[found.first].span.start - name.start) > 60 or found.first == 0:
            continue
        word = tokens[found.first - 1].lower.rstrip(".")
        spelled = {word, word.translate(_ROMAN_LETTERS), word.split("-")[0]}
        before = tokens[found.first - 2].lower if found.first > 1 else ""
        for degree, words in _degrees().items():
            if spelled & set(words) or (word.startswith("-") and before in words):
                return degree
    return None


@cache
def _degrees() -> dict[str, tuple[str, ...]]:
    return load("awards", Words).degrees


@cache
def _stems() -> frozenset[str]:
    words = load("awards", Words).words
    return stems(words["gives"], words["receives"], words["given"])


@cache
def _gate() -> Gate:
    words = load("awards", Words).words
    return Gate(words["noun"], words["honour"])
