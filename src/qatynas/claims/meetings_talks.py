"""Talks and calls: «келіссөз жүргізді», «Кулубаевпен кездесті», «Жапаровты қабылдады», «телефон арқылы сөйлесті»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qatynas.claims.acts import Mood, part_of, verb
from qatynas.claims.context import At
from qatynas.claims.meetings_met import (
    Met,
    countries_in,
    has_day,
    meet,
    mood_at,
    participants,
    postponed_to,
    reach,
    signs,
    table,
    verbs,
)
from qatynas.claims.when import told_earlier
from qatynas.language import Hit
from qatynas.language.mentions import Case, NameMention, NameType
from qatynas.model import Span

RECEIVING = "receiving a guest"
_BACK = 2  # sentences back to which «оны» may refer


def talks(at: At) -> Iterator[Met]:
    """The talks and calls that the sentence tells of: at most one of each kind."""
    seen: set[str] = set()
    for hit in table("meetings").find(at.sentence.tokens):
        if hit.key not in ("talks", "call") or hit.key in seen:
            continue
        found = _mood(at, hit)
        if found not in (Mood.DONE, Mood.PLANNED) or not _meets(at, hit):
            continue
        met = meet(at, hit.key, hit.span, found, f"talks told by {_told_by(at, hit)}")
        if _takes_object(at, hit) and (guest := _meant(at, part_of(at, hit.span))):
            met = _with(met, guest)
        if len(met.parties) >= 2:
            seen.add(hit.key)
            yield met


def _told_by(at: At, hit: Hit) -> str:
    if _takes_object(at, hit):
        return RECEIVING
    reading = verb(at.sentence.tokens[hit.last], verbs())
    return "their noun" if reading is None or reading.form == "infinitive" else "their verb"


def _mood(at: At, hit: Hit) -> Mood:
    """The mood of the verb; of a noun («кездесуі қыркүйекке шегерілген») that of what is said of it."""
    tokens = at.sentence.tokens
    part = part_of(at, hit.span)
    if postponed_to(at, part):
        return Mood.PLANNED
    reading = verb(tokens[hit.last], verbs())
    if reading is None or reading.form == "stem":
        return Mood.NOUN
    if reading.form == "infinitive":
        return _noun_mood(at, hit)
    return mood_at(at, hit.last)


def _noun_mood(at: At, hit: Hit) -> Mood:
    """«кездесуі өтті», «кездесуге келісті»: of «кездесуде», «кездесу соңында» nothing."""
    tokens = at.sentence.tokens
    noun = tokens[hit.last]
    if noun.case in (Case.LOC, Case.ABL, Case.INS):
        return Mood.NOUN
    if noun.case == Case.DAT and "made_ready" in signs("words", tokens[hit.last + 1 : hit.last + 2]):
        return Mood.PLANNED if _is_ahead(at, hit) else Mood.NOUN
    for index in range(hit.last + 1, min(len(tokens), hit.last + 8)):
        if tokens[index].text in ",;.:" and "rather" not in signs("words", (tokens[index - 1],)):
            break
        if "held" in signs("words", (tokens[index],)) and verb(tokens[index], verbs()):
            found = mood_at(at, index)
            return Mood.NOUN if found == Mood.NOUN else found
    return Mood.PLANNED if mood_at(at, hit.last) == Mood.PLANNED else Mood.NOUN


def _is_ahead(at: At, hit: Hit) -> bool:
    """«мамырдағы кездесуіне дайындық»: a noun with a date of its own that others make ready for."""
    before = at.tokens_in(part_of(at, hit.span))
    dates = [d for d in at.sentence.dates if d.edtf and any(d.span.covers(t.span) and t.attributive for t in before)]
    return any(d.span.end <= hit.span.start for d in dates)


def _meets(at: At, hit: Hit) -> bool:
    """Whether people of two sides meet here: two names, a counterpart, or the heads of both; not «жиі кездеседі»."""
    part = reach(at, part_of(at, hit.span))
    tokens = at.tokens_in(part)
    says = signs("words", tokens)
    if "often" in says and not has_day(at, hit.span):
        return False
    people = participants(at, part)
    countries = countries_in(at, part)
    if _takes_object(at, hit):
        received = [name for name in people if name.case == Case.ACC]
        both = len(countries) > 1 and bool(received or _pronoun_object(at, part))
        both = both or _meant(at, part) is not None
        return both or any(_is_foreign(at, name) for name in received)
    if len(countries) > 1:
        return bool(people) or "people" in says or _is_negotiation(at, hit) or "counterpart" in says
    if any(name.case == Case.INS and _is_foreign(at, name) for name in people):
        return True
    if "counterpart" in says and people:
        return True
    if _plural_people(at, part) and has_day(at, hit.span) and not _of_others(at, part):
        return True  # «ғылым министрлері кеше Бішкекте жүздесті»
    told_of = told_earlier(at)
    if told_of and (len(people) > 1 or _plural_people(at, part) or _is_negotiation(at, hit)):
        return True
    return "which" in signs("session", tokens) and has_day(at, hit.span)  # «келесі кездесу күзде Астанада өтеді»


def _of_others(at: At, part: Span) -> bool:
    """Whether an organisation or a state beside the document's pair is named."""
    names = at.names_in(part, NameType.ORGANISATION, NameType.STATE, NameType.PLACE)
    return any(n.type == NameType.ORGANISATION or (n.country and n.country not in at.pair) for n in names)


def _is_foreign(at: At, name: NameMention) -> bool:
    """Whether somebody is of another state than the text's own, so that who meets him is of that one."""
    return at.reading.home is not None and name.country not in (None, at.reading.home)


def _is_negotiation(at: At, hit: Hit) -> bool:
    return at.sentence.tokens[hit.first].lower.startswith("келіссөз")


def _takes_object(at: At, hit: Hit) -> bool:
    """«қарсы алды», «қабылдады»: whom, not with whom."""
    return at.sentence.tokens[hit.last].lower.startswith(("ал", "қабылда")) and hit.key == "talks"


def _pronoun_object(at: At, part: Span) -> bool:
    return "received" in signs("words", at.tokens_in(part))


def _meant(at: At, part: Span) -> NameMention | None:
    """«Оны Қасым-Жомарт Тоқаев қабылдады»: the person of the other state of whom the sentences before tell."""
    hosts = [n for n in at.names_in(part, NameType.PERSON, NameType.OFFICE) if n.case in (None, Case.NOM) and n.country]
    if not hosts or not _pronoun_object(at, part):
        return None
    for other in at.before(_BACK):
        for name in reversed(other.sentence.names):
            if name.type == NameType.PERSON and name.country not in (None, hosts[0].country):
                return name
    return None


def _with(met: Met, guest: NameMention) -> Met:
    """The meeting with one more who took part."""
    people = tuple(dict.fromkeys((*met.participants, guest.canonical)))
    parties = met.parties if guest.country is None else tuple(sorted({*met.parties, guest.country}))
    return replace(met, participants=people, parties=parties if len(met.parties) < 2 else met.parties)


def _plural_people(at: At, part: Span) -> bool:
    """«президенттер», «екі елдің министрлері»."""
    return any(token.plural and "people" in signs("words", (token,)) for token in at.tokens_in(part))
