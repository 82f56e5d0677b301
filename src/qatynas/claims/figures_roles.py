"""The states of a clause with their cases: told by name, by a place, by «біз», «-іміз» or a verb of ours."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from qatynas.claims.clauses import tokens_after, tokens_before
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_words import begins, noun, people, states
from qatynas.claims.once import per_sentence
from qatynas.data import world
from qatynas.language.mentions import Case, NameMention, NameType, Sentence, Token
from qatynas.language.stems import Analysis, analyse
from qatynas.model import Span

_HEAD_WITHIN = 5  # words after a state's genitive or adjective in which the noun that it belongs to stands
PLACES = (NameType.STATE, NameType.SIDE, NameType.PLACE)
_ROLES = (*PLACES, NameType.ORGANISATION)
_BEHALF_WITHIN = 4  # words after a state in which «үшін» stands
_LONG = 4  # letters
_WITHIN = ("ындағы", "індегі")  # «Қырғызстан тізіліміндегі»: of a word that no list knows, in something of a state
_WORD = 5  # letters behind a hyphen that make a word, not an ending
OF_PLACE = ("лық", "лік", "дық", "дік", "тық", "тік")
_MANY = ("тар", "тер", "лар", "лер", "дар", "дер", "дың", "дің", "тың", "тің")
Sides = tuple[str | None, str | None]
_OURS, _YOURS = "1pl", "2sg.pol"


class Role(msgspec.Struct, frozen=True, gc=False):
    """A state in a clause.

    case is that of the noun phrase that its name belongs to; owner is true for «X-тың …», «қырғыз …».
    """

    country: str
    case: Case
    owner: bool
    span: Span


def roles(said: Said, span: Span, *types: NameType) -> list[Role]:
    """The states named in span with their cases; places stand for their states."""
    found = []
    for name in said.at.names_in(span, *(types or _ROLES)):
        seated = name.type is NameType.ORGANISATION
        if seated and (name.case not in (Case.LOC, Case.DAT, Case.ABL) or (name.country and name.case is Case.LOC)):
            continue
        if _in_compound(said, name):
            continue  # «QR-кодпен», which a text in Latin script shares with «ҚР-ның»
        if name.type is NameType.SIDE and (_somebodys(said, name) or _before_name(said, name)):
            continue  # «оның еліне», «көрші Қырғызстанға»
        if country := country_of(said, name):
            case, owner = _case(said, name)
            if case is Case.NOM and _on_behalf(said, name):
                case = Case.DAT
            found.append(Role(country, case, owner, name.span))
    found.extend(by_person(said, span, found))
    for place, country in _of_towns(said.at.sentence):
        if span.covers(place) and not any(role.span.meets(place) for role in found):
            found.append(Role(country, Case.NOM, True, place))
    for key, country in (("elsewhere", said.away), ("hither_side", said.home)):
        for hit in said.marks.spans(key, span):
            tokens = said.tokens(hit)
            if tokens and country and not any(role.span.meets(hit) for role in found):
                found.append(Role(country, tokens[-1].case or Case.NOM, False, hit))
    return sorted(found, key=lambda role: role.span)


@per_sentence
def _of_towns(sentence: Sentence) -> tuple[tuple[Span, str], ...]:
    """«тараздық 45 бала», «алматылықтар»: those of a town, where they stand, with its state."""
    found = []
    for token in sentence.tokens:
        if token.kind == "word" and token.case is Case.NOM and (country := town_of(token.lower)):
            found.append((token.span, country))
    return tuple(found)


@lru_cache(maxsize=1 << 13)
def town_of(lower: str) -> str | None:
    """The state of the town that a word says someone is of: «тараздық», «алматылықтар»."""
    stem = analyse(lower)[0].lemma if lower.endswith(_MANY) else lower
    return _towns().get(stem[:-3]) if stem.endswith(OF_PLACE) else None


def _in_compound(said: Said, name: NameMention) -> bool:
    """Whether a state's letters are the first part of a word: «ҚР-код»."""
    behind = next((t for t in said.at.sentence.tokens if t.span.start <= name.span.start < t.span.end), None)
    rest = behind.lower.partition("-")[2] if behind is not None and name.span.end - name.span.start == 2 else ""
    return len(rest) >= _WORD and analyse(rest)[0].known and analyse(rest)[0].pos == "noun"


def _on_behalf(said: Said, name: NameMention) -> bool:
    """«қырғыз талапкерлері үшін»: for whom."""
    after = tokens_after(said.at.sentence, name.span.end)[:_BEHALF_WITHIN]
    place = next((i for i, token in enumerate(after) if noun("on_behalf", (token.lower,))), None)
    if not place or not all(t.kind == "word" and t.case is Case.NOM for t in after[:place]):
        return place == 0
    between = Span(name.span.end, after[place].span.start)
    return not said.at.names_in(between, *PLACES)  # «Қазақстан қырғыз жастары үшін»: for the one named last


def first_of(found: list[Role], parties: tuple[str, ...], *cases: Case) -> str | None:
    """The party first named in one of the cases."""
    return next((role.country for role in found if role.case in cases and role.country in parties), None)


def other_of(parties: tuple[str, ...], side: str | None) -> str | None:
    return next((code for code in parties if code != side), None) if side else None


def near_roles(said: Said, parties: tuple[str, ...]) -> list[Role]:
    """The parties named in the number's own words and up to its verb; where none is, those before in the sentence."""
    for span in (said.reach, Span(said.at.sentence.span.start, said.reach.end)):
        found = [role for role in roles(said, span) if role.country in parties]
        if found:
            return found
    return []


def _somebodys(said: Said, name: NameMention) -> bool:
    before = tokens_before(said.at.sentence, name.span.start)[-1:]
    return bool(before) and noun("leaning", (before[0].lower,))


def _before_name(said: Said, name: NameMention) -> bool:
    """«көрші Қырғызстанға»: a word for a side right before its state's name."""
    after = (n for n in said.at.sentence.names if n.type is NameType.STATE and n.country == name.country)
    return name.case in (Case.NOM, None) and any(0 < n.span.start - name.span.end <= 1 for n in after)


def country_of(said: Said, name: NameMention) -> str | None:
    """The state that a name belongs to; «біз» in the words of one of the other side is his own state."""
    if name.type is NameType.SIDE and name.country in said.at.pair and said.home != said.at.reading.home:
        return next((code for code in said.at.pair if code != name.country), name.country)
    if name.country is None and name.type is NameType.ORGANISATION:
        return _towns().get(name.canonical.split(" ")[0].lower())
    return name.country


def side_in_name(name: str) -> str | None:
    """«Қазақфильм», «Қырғызалтын»: the state whose people a name begins with."""
    lower = name.lower()
    return next((code for word, code in peoples().items() if lower.startswith(word)), None)


@cache
def peoples() -> dict[str, str]:
    """What the people of states are called: қырғыз, қазақстандық, with the state."""
    return {
        word.lower(): state.code for state in world().states for words in state.adjectives.values() for word in words
    }


@cache
def _towns() -> dict[str, str]:
    """The states of towns and regions by their first word: «Ош университеті» is where Ош is."""
    found: dict[str, set[str]] = {}
    for place in world().places:
        if place.kind in ("capital", "city", "region", "town") and len(place.countries) == 1:
            found.setdefault(place.name.split(" ")[0].lower(), set()).update(place.countries)
    return {word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1}


def by_person(said: Said, span: Span, told: list[Role]) -> list[Role]:
    """«студентіміз», «университеттеріңізде», «жібереміз»: our side and yours, where no name stands at the word."""
    if said.home is None or said.away is None:
        return []
    found = []
    for place, ours, case, owner in _persons(said.at.sentence):
        if span.covers(place) and (ours or said.quoted) and not any(role.span.meets(place) for role in told):
            found.append(Role(said.home if ours else said.away, case, owner, place))
    return found


@per_sentence
def _persons(sentence: Sentence) -> tuple[tuple[Span, bool, Case, bool], ...]:
    """The words of a sentence that mean us or you: where, whether us, in which case, whether as owners."""
    found = []
    for token in sentence.tokens:
        if token.kind != "word" or not _may_mean_us(token.lower):
            continue
        reading = analyse(token.lower)[0]
        if begins("you", token.lower):
            found.append((token.span, False, token.case or Case.NOM, False))
        elif reading.possessor == _YOURS and reading.pos == "noun":
            found.append((token.span, False, reading.case or Case.NOM, True))
        elif reading.possessor == _OURS and _sure(reading) and not noun("of_both", token.lemmas):
            case = Case.NOM if reading.case in (Case.GEN, None) else reading.case
            found.append((token.span, True, case, True))
        elif _ends_in_we(token.lower):
            found.append((token.span, True, Case.NOM, False))
    return tuple(found)


def _sure(reading: Analysis) -> bool:
    """«салымымыз», but not «қымыз»: a known word with its ending, or a long ending on a word."""
    return reading.known or (len(reading.suffix) >= _LONG and len(reading.lemma) >= _LONG)


@lru_cache(maxsize=1 << 14)
def _may_mean_us(lower: str) -> bool:
    """Whether a word may mean us or you: few do, and every word of a sentence with a number is asked."""
    return begins("you", lower) or analyse(lower)[0].possessor in (_OURS, _YOURS) or _ends_in_we(lower)


@lru_cache(maxsize=1 << 14)
def _ends_in_we(lower: str) -> bool:
    """«жібереміз», «алдық»."""
    reading = analyse(lower)[0]
    told = reading.pos == "verb" and reading.known and reading.form in ("present", "past", "perfect", "intention")
    return told and reading.suffix.endswith(_WE)


_WE = ("мыз", "міз", "пыз", "піз", "быз", "біз", "дық", "дік", "тық", "тік")


def _case(said: Said, name: NameMention) -> tuple[Case, bool]:
    case = name.case or Case.NOM
    if name.attributive and case is Case.LOC:
        return Case.LOC, False
    if case not in (Case.NOM, Case.GEN):
        return case, False
    head = _head_case(said, name, 1 if case is Case.NOM and not _adjective(said, name) else _HEAD_WITHIN)
    return (head or case), bool(head or case is Case.GEN or _adjective(said, name))


def _head_case(said: Said, name: NameMention, within: int) -> Case | None:
    """The case of the noun that a genitive or an adjective belongs to, where it is one that tells a direction."""
    others = [n.span for n in said.at.sentence.names if n.span.start >= name.span.end and n.type in PLACES]
    dates = [d.span for d in said.at.sentence.dates]
    plain = name.case is not Case.GEN and not _adjective(said, name)
    count, listed = 0, False
    for token in said.at.sentence.tokens:
        if token.span.start < name.span.end:
            continue
        if any(d.covers(token.span) for d in dates):
            if plain:
                return None
            continue
        count += 1
        if listed and (token.text == "," or noun("links", (token.lower,))):
            listed = False  # «Бішкектің дүкен, дәмханаларында»: the last of a list has the ending of all
            continue
        if count > within or token.kind != "word" or any(o.start <= token.span.start for o in others):
            return None
        listed = name.case is Case.GEN and token.case is Case.NOM and not (token.possessive or token.plural)
        if noun("place_pronouns", (token.lower,)):
            return None  # «біздің бизнес мұнда … құйды»
        if (token.case is Case.LOC and _going_on(token)) or begins("trade_flows", token.lower):
            return None
        if not plain and token.case is Case.NOM and token.plural and (token.possessive or name.case is not Case.GEN):
            return None  # «қырғыз энергетиктері жазда тәулігіне …»: the noun is found, and stands in no such case
        if token.case is not Case.NOM and any(n.digits.covers(token.span) for n in said.at.sentence.numbers):
            return None
        sided = token.possessive or noun("side_heads", token.lemmas)  # «Ыстықкөл жаққа»
        sided = sided or token.lower.endswith(_WITHIN)
        if token.case in (Case.DAT, Case.ABL, Case.LOC) and (not plain or sided):
            return token.case
        if token.case in (Case.ACC, Case.INS):
            return None
    return None


def _going_on(token: Token) -> bool:
    """«білім алуда», «өсуде»: an infinitive in the locative, a verb that goes on."""
    return any(r.pos == "verb" and r.form == "infinitive" and not r.possessor for r in analyse(token.lower)[:2])


def _adjective(said: Said, name: NameMention) -> bool:
    last = said.tokens(name.span)[-1:]
    if last and last[0].plural:
        return False  # «қазақстандықтар көл жағасында …»
    return _is_adjective(said.words(name.span).lower())


@lru_cache(maxsize=1 << 12)
def _is_adjective(words: str) -> bool:
    """Whether a state is named by what its people are called rather than by its name."""
    if " " in words.strip():
        return False
    adjective = max((len(word) for word in people() if words.startswith(word)), default=0)
    return adjective > max((len(word) for word in states() if words.startswith(word)), default=0)
