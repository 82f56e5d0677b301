"""What a work is called and where it stands: its nouns with the words that belong to them, here or carried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qatynas.claims.clauses import token_after, tokens_after
from qatynas.claims.context import At
from qatynas.claims.events_names import with_possessive
from qatynas.claims.predicates import closes_clause
from qatynas.claims.predicates_lexicon import Sign, is_adjective, verb_tense
from qatynas.claims.projects_attributes import between_ends, called_by, described, is_capital
from qatynas.claims.projects_words import (
    BUILDERS,
    BUILDING,
    INVESTORS,
    JOINING,
    SITES,
    THING_WORDS,
    WITHIN,
    WORK_PLACES,
)
from qatynas.claims.towns import site_of
from qatynas.language import analyse
from qatynas.language.mentions import Case, NameMention, NameType, Token
from qatynas.model import Place, Span

_LOCAL = ("дағы", "дегі", "тағы", "тегі")
_OBLIQUE = frozenset({"acc", "dat", "abl", "loc", "ins"})
_LONGEST = 9
_PROJECT = "жоба"
_ATTRIBUTIVE = {"да": "ғы", "де": "гі", "та": "ғы", "те": "гі"}
"""«арасында» as an attribute: «арасындағы»."""
_BUILDING = "құрылысы"
_BACK = 3
_BEHIND = 3  # words behind a name among which the noun for its work stands, closing marks too
_GAP = 2
"""Characters between a plant's name and the word for what is done to it."""
_POINTING = frozenset(
    "сонда онда мұнда осында сол осы бұл аталған аталмыш мұндай ол олар оны оның соның мұның бұның осының "
    "олардың содан одан дейін кейін үшін болса бірақ әрі алайда".split()
)
_SKIPPED = frozenset({"шекарадағы", "мұндағы", "ондағы", "бірлескен", "жаңа", "ал", "бұл", "осы"})


@dataclass(frozen=True, slots=True)
class Named:
    """A work's name in the nominative, the words it stands on, and where it was carried from, if it was."""

    name: str
    span: Span
    place: Place | None = None
    carried: Span | None = None


def anchored(at: At, noun: Sign | None = None) -> tuple[str, Span, Place | None] | None:
    """The quoted or placed name nearest before, which «нысан», «бекет», «ол», «мұндағы» stand for.

    With noun a work that the sentence itself names before it counts, too: «… СЭС-1, оның іргетасы …».
    """
    if noun is not None and noun.pattern == _PROJECT and (planned := _of_project(at)):
        return planned
    if noun is not None:
        for name in reversed(at.names_in(at.sentence.span, NameType.PLACE)):
            if name.span.end <= noun.span.start and name.role in WORK_PLACES:
                return name.canonical, name.span, Place(name.country, name.canonical)
    if not any(
        t.lemmas & THING_WORDS or any(n.role in WORK_PLACES for n in o.sentence.names)
        for o in at.before(_BACK)
        for t in o.sentence.tokens
    ):
        return None
    for other in at.before(_BACK):
        for name in reversed(other.names_in(other.sentence.span, NameType.PLACE, NameType.QUOTED)):
            if not _names_a_work(other, name):
                continue
            place = Place(name.country, name.canonical) if name.type is NameType.PLACE else None
            return name.canonical, name.span, place
    return None


def _of_project(at: At) -> tuple[str, Span, Place | None] | None:
    """«Шу каналын жаңарту жобасының сомасы … . Жоба …»: what a project told before is to do."""
    for other in at.before(_BACK):
        tokens = other.sentence.tokens
        for index in range(len(tokens) - 1, 1, -1):
            done = analyse(tokens[index - 1].lower)[0] if _PROJECT in tokens[index].lemmas else None
            if done is None or done.form != "infinitive" or not tokens[index].possessive:
                continue
            work = Sign("work", "", tokens[index - 1].span, index - 1, index - 1, "", False, None)
            if tokens[index - 2].case is Case.ACC:
                work = Sign("work", "", tokens[index - 2].span, index - 2, index - 2, "", False, None)
            span = tokens[_start(other, work)].span.join(tokens[index - 1].span)
            places = other.names_in(span, NameType.PLACE)
            return span.of(at.reading.text), span, _place(places[-1]) if places and places[-1].country else None
    return None


def _names_a_work(at: At, name: NameMention) -> bool:
    """Whether a name is that of a plant, a canal …, or stands right before a noun for a work."""
    if name.role in WORK_PLACES:
        return True
    if name.type is NameType.PLACE and name.case == "loc" and not name.attributive:
        return False  # «Венада станцияны салу туралы …»
    following = tokens_after(at.sentence, name.span.end)[:_BEHIND]
    return any(token.lemmas & THING_WORDS for token in following)


def names_of(at: At, nouns: Sequence[Sign]) -> Iterator[Named]:
    """The work's names: one, or one for each quoted name that shares the noun («Қарасу» және «Ақтілек» бекеттері)."""
    things = [n for n in nouns if n.code not in ("part", "pronoun")]
    if things and all(n.code == "work" for n in things):
        built = _work_place_before(at, things[0])
        if built:
            yield Named(f"{built.canonical} {_nominative(at, things)}", built.span.join(things[-1].span), _place(built))
            return
    whole = next((n for n in things if n.code == "work" and " " in n.pattern and n.first and _is_object(at, n)), None)
    if whole:  # «өзен жағасын бекіту»
        start = _start(at, whole)
        words = _words_before(at, start, whole.first)
        yield Named(" ".join([*words, _text(at, whole)]), at.sentence.tokens[start].span.join(whole.span))
        return
    if not any(n.code == "thing" for n in things) and not anchored(at):
        return
    if not things:
        earlier = anchored(at, nouns[0] if nouns else None)
        if earlier:
            yield Named(earlier[0], at.sentence.tokens[0].span, earlier[2], earlier[1])
        return
    head = things[-1]
    own = _nominative(at, things)
    start = _start(at, things[0])
    span = at.sentence.tokens[start].span.join(head.span)
    quoted = [n for n in at.names_in(span) if _is_in_quotes(at, n.span)]
    if len(quoted) > 1:
        for name in quoted:
            yield Named(f"«{name.span.of(at.reading.text).strip('«»')}» {own}", span)
        return
    if ends := between_ends(at, span):
        own = with_possessive(own) if not own.endswith(("ы", "і")) else own
        yield Named(f"{ends[0]} – {ends[1]} {ends[2]}{own}", span, None)
        return
    if called := called_by(at, things[0].first):
        yield Named(f"{called[0]} {own}", called[1].join(head.span))
        return
    words = _words_before(at, start, things[0].first)
    bare = things[0].code == "work" or " " not in things[0].pattern
    own_words = words or _placed_words(at, start) or described(at, start)
    same = None if own_words else _same_before(at, things[0])
    if same:
        yield Named(f"{same[0]} {own}", span, same[2], same[1])
        return
    if not own_words and bare and not _is_placed(at, things[0]):
        earlier = anchored(at)
        if earlier:
            yield Named(f"{earlier[0]} {own}", span, earlier[2], earlier[1])
            return
    if not words and (placed := _placed_words(at, start)):
        words, span = [placed[0]], placed[1].join(span)
    elif not words and (purpose := described(at, start)):
        words = [purpose]
    inside = [n for n in at.names_in(span, NameType.PLACE) if n.span != span]
    sites = [n for n in inside if n.role in WORK_PLACES] or inside
    between = len({n.canonical for n in sites}) > 1
    yield Named(" ".join([*words, own]), span, site_of(at, sites[-1]) if sites and not between else None)


def _is_object(at: At, work: Sign) -> bool:
    """«жағасын бекіту»: work with what it is done to."""
    return at.sentence.tokens[work.first].case is Case.ACC


def _text(at: At, sign: Sign) -> str:
    """A work with its object, in the nominative."""
    tokens = at.sentence.tokens[sign.first : sign.last]
    return " ".join([*(token.text for token in tokens), sign.pattern.split()[-1]])


def candidate(at: At, things: Sequence[Sign]) -> tuple[Named, Sign] | None:
    """The last work that a sentence names with words of its own («Жалал-Абадтағы шыны зауыты»), with its noun."""
    for noun in reversed(things):
        named = next(names_of(at, [noun]), None)
        if named and not named.carried and " " in named.name and not at.sentence.tokens[noun.last].plural:
            return named, noun
    return None


def built_before(at: At) -> Named | None:
    """«Ноокатта алпыс үй тұрғызып бермек»: what a verb of building has right before it, whatever it is called."""
    tokens = at.sentence.tokens
    for index, token in enumerate(tokens[1:], 1):
        built = tokens[index - 1]
        if not token.lemmas & BUILDING or verb_tense(token.lower) in ("", "infinitive") or built.kind != "word":
            continue
        money = any(n.span.covers(built.span) for n in at.sentence.numbers)  # «260 млн доллар салмақ»
        if not money and built.case in (None, Case.NOM, Case.ACC) and analyse(built.lower)[0].pos != "verb":
            where = next((n for n in at.names_in(at.sentence.span, NameType.PLACE) if n.case is Case.LOC), None)
            site = where.span.of(at.reading.text) if where else ""
            words = [site + _ATTRIBUTIVE.get(site[-2:], ""), built.lemma, _BUILDING]
            return Named(" ".join(filter(None, words)), built.span, _place(where) if where and where.country else None)
    return None


def plant_before(at: At) -> Named | None:
    """«Қамбар-Ата-1», «Қамбарата ГЭС-1»: the station or plant that a sentence names."""
    names = [n for n in at.names_in(at.sentence.span, NameType.PLACE) if n.role == "plant"]
    return Named(names[-1].canonical, names[-1].span, _place(names[-1])) if names else None


def _work_place_before(at: At, noun: Sign) -> NameMention | None:
    """A plant, reservoir or post named right before its building or mending: «Жаңасу СЭС-2 құрылысы»."""
    for name in at.names_in(at.sentence.span, NameType.PLACE):
        if name.role in WORK_PLACES and 0 <= noun.span.start - name.span.end <= _GAP:
            return name
    return None


def _place(name: NameMention) -> Place:
    return Place(name.country, name.canonical)


def _same_before(at: At, noun: Sign) -> tuple[str, Span, Place | None] | None:
    """The words by which the same noun was told of before: «Қарқара өткелін … . Өткелді …»."""
    lemma = noun.pattern.split()[-1]
    for other in at.before(_BACK):
        for index, token in enumerate(other.sentence.tokens):
            if lemma in token.lemmas and noun.code == "thing":
                sign = Sign(noun.code, noun.pattern, token.span, index, index, "", False, None)
                start = _start(other, sign)
                words = _words_before(other, start, index)
                if words:
                    whole = other.sentence.tokens[start].span.join(token.span)
                    inside = other.names_in(whole, NameType.PLACE)
                    place = Place(inside[-1].country, inside[-1].canonical) if inside else None
                    return " ".join(words), token.span, place
    return None


def _is_placed(at: At, noun: Sign) -> bool:
    """Whether the sentence itself says where the noun stands: «Сырдария облысындағы фабрика»."""
    return any(n.span.end <= noun.span.start for n in at.names_in(at.sentence.span, NameType.PLACE, NameType.STATE))


def _placed_words(at: At, start: int) -> tuple[str, Span] | None:
    """«Болашақ стансасында (құрғақ порт)», «Абай университетінің Ош қаласындағы (филиалы)»: where a noun with no words
    of its own stands, as its attribute, with whose it is; and the place of those words."""
    tokens = at.sentence.tokens
    last = start - 1
    if last < 0 or tokens[last].kind != "word" or not (tokens[last].attributive or tokens[last].case is Case.LOC):
        return None
    named = any(n.span.covers(tokens[last].span) for n in at.names_in(at.sentence.span, NameType.PLACE))
    site = bool(tokens[last].lemmas & SITES) and last > 0 and is_capital(at, tokens[last - 1])
    foreign = any(n.country not in (None, *at.pair) for n in at.names_in(tokens[last].span))
    if not (named or site) or foreign:
        return None
    first = last - 1 if site and not named else last
    while first > 0 and any(n.span.start < tokens[first].span.start < n.span.end for n in at.sentence.names):
        first -= 1
    if tokens[first].text in "»”" or (first > 1 and tokens[first - 1].text in "»”"):
        first = next((i for i in range(first, -1, -1) if tokens[i].text in "«“"), first)
    if first and tokens[first - 1].case is Case.GEN and tokens[first - 1].kind == "word":
        owner = Sign("thing", "", tokens[first - 1].span, first - 1, first - 1, "", False, None)
        first = _start(at, owner)
    span = tokens[first].span.join(tokens[last].span)
    ending = "" if tokens[last].attributive else _ATTRIBUTIVE.get(tokens[last].lower[-2:], "")
    return span.of(at.reading.text) + ending, span


def _is_in_quotes(at: At, span: Span) -> bool:
    text = at.reading.text
    return (text[max(0, span.start - 1) : span.start] in '«“"' and bool(span.start)) or text[
        span.start : span.start + 1
    ] in "«“"


def _start(at: At, noun: Sign) -> int:
    """Index of the first token that belongs to the noun: back over attributes, genitives and quoted names."""
    tokens = at.sentence.tokens
    index = noun.first
    closing = 0
    while index > 0 and noun.first - index < _LONGEST:
        token = tokens[index - 1]
        if token.text in "»”":
            closing += 1
        elif token.text in "«“":
            closing = max(0, closing - 1)
        elif closing == 0 and _stops(at, token) and not (_joins_ends(at, index - 1) or _is_namesake(at, index - 1)):
            break
        index -= 1
    while index < noun.first and (
        tokens[index].lower in _SKIPPED or tokens[index].text in "–—-" or _is_site(at, tokens[index])
    ):
        index += 1
    return index


def _is_site(at: At, token: Token) -> bool:
    """«Бішкекте Абай атындағы мектеп»: where it stands is no part of its name."""
    return token.case is Case.LOC and any(
        n.span.covers(token.span) for n in at.names_in(at.sentence.span, NameType.PLACE)
    )


def _is_namesake(at: At, index: int) -> bool:
    """«Абай атындағы лицей»: whom the work is named after belongs to its name."""
    behind = at.sentence.tokens[index : index + 4]
    return any(token.lower == "атындағы" for token in behind) and not any(t.kind == "mark" for t in behind[:2])


def _joins_ends(at: At, index: int) -> bool:
    """«Тараз бен Таласты жалғайтын жол», «Тараз бен Талас арасында автобус»: the two ends belong to its name."""
    tokens = at.sentence.tokens
    token, before = tokens[index], tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.lower.startswith(JOINING) and token.case is Case.ACC:
        return True
    places = at.names_in(at.sentence.span, NameType.PLACE)
    if token.lower.startswith(JOINING):
        return bool(before and before.case is Case.ACC and any(n.span.covers(before.span) for n in places))
    return bool(
        token.lemmas & WITHIN and token.case is Case.LOC and before and any(n.span.covers(before.span) for n in places)
    )


def _stops(at: At, token: Token) -> bool:
    """Whether a noun's own words cannot reach over this token."""
    if token.kind == "mark":
        return token.text not in '–—-"'
    if any(date.span.covers(token.span) for date in at.sentence.dates):
        return True
    if any(number.span.covers(token.span) for number in at.sentence.numbers) and not _is_size(at, token):
        return True
    if any(name.span.covers(token.span) for name in at.names_in(at.sentence.span, NameType.SIDE, NameType.PERSON)):
        return True
    if token.lower in _POINTING or (token.plural and token.case is Case.NOM and not token.possessive):
        return True
    if token.case in (None, Case.NOM) and token.lemmas & (BUILDERS if not token.possessive else INVESTORS):
        return True  # «қазақстандық компания шипажай салып жатыр», «қазақ инвесторы зауыт салды»
    owners = at.names_in(at.sentence.span, NameType.STATE, NameType.PLACE)
    if any(name.span.covers(token.span) and _acts(at, name) for name in owners):
        return True
    if any(name.span.covers(token.span) for name in at.names_in(at.sentence.span, NameType.PLACE)):
        return token.attributive or (token.case is not None and token.case.value in _OBLIQUE)
    if token.case is not None and token.case.value in _OBLIQUE and not token.attributive:
        return token.lower not in ("мен", "пен", "бен") and not is_adjective(token)
    local = token.attributive and token.lower.endswith(_LOCAL)  # «тау даярлығы» is no attribute of a place
    return (local and not token.lemmas & WITHIN) or (closes_clause(token) and not token.possessive)


def _is_size(at: At, token: Token) -> bool:
    """«860 орындық мектеп», «екінші бекет»: a number that belongs to the work's name."""
    after = token_after(at.sentence, token.span.end)
    ordinal = token.lower.endswith(("ншы", "нші"))
    return ordinal or (after is not None and after.lower.endswith(("дық", "дік", "лық", "лік", "тық", "тік")))


def _acts(at: At, name: NameMention) -> bool:
    """A state in the nominative that no noun takes up builds the work: «Қазақстан жаңа көпір салды»."""
    if name.type is NameType.STATE and name.case is Case.NOM and len(at.tokens_in(name.span)) > 1:
        return name.role == "adjective"  # «қырғыз тарабы жолды …»
    if name.role not in ("name", "capital") or name.case is not Case.NOM:
        return False
    if name.role == "capital":
        return at.reading.text[name.span.end : name.span.end + _GAP].strip() in ("«", "“")
    after = token_after(at.sentence, name.span.end)
    return after is not None and after.kind != "mark" and not after.possessive


def _words_before(at: At, start: int, first: int) -> list[str]:
    place = at.sentence.tokens[start:first]
    if not place:
        return []
    words = at.reading.text[place[0].span.start : place[-1].span.end]
    if place[-1].lemmas & WITHIN and place[-1].case is Case.LOC:
        words += _ATTRIBUTIVE.get(place[-1].lower[-2:], "")
    elif any(t.lemmas & WITHIN and t.case is Case.LOC for t in place):
        words = " ".join(
            t.text + _ATTRIBUTIVE.get(t.lower[-2:], "") if t.lemmas & WITHIN and t.case is Case.LOC else t.text
            for t in place
        )
    return [words] if words else []


def _nominative(at: At, things: Sequence[Sign]) -> str:
    """The nouns as one name: «өткізу бекетін жаңғырту», «орталығының құрылысы» → «орталығы»."""
    tokens = at.sentence.tokens
    first, last = things[0], things[-1]
    if last.code == "work" and len(things) > 1 and not last.pattern.endswith(("у", "ю", "лау", "деу")):
        last = things[-2]
    before = [token.text for token in tokens[first.first : last.first]]
    token = tokens[last.last]
    lemma = token.lemma if last.pattern.endswith("*") else last.pattern.split()[-1]
    if lemma.startswith("="):  # a form that the lexicon cannot read
        lemma = max((word for word in THING_WORDS if token.lower.startswith(word)), key=len)
    words = [t.text for t in tokens[last.first : last.last]] + [token.text if token.lower == lemma else lemma]
    if (token.possessive and not words[-1].endswith(("ы", "і")) and last.code == "thing") or (
        token.possessive and last.code == "work" and not words[-1].endswith(("ы", "і", "у", "ю"))
    ):
        words[-1] = with_possessive(words[-1])
    return " ".join([*before, *words])
