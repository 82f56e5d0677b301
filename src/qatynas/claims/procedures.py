"""What a joint body regularly does («… жыл сайын бекітеді») becomes procedure claims, one a deed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from qatynas.claims.context import At
from qatynas.claims.events_names import with_possessive
from qatynas.claims.predicates import amounts, is_joint, is_nominal_predicate, mood, own_pair, reach
from qatynas.claims.predicates_lexicon import Sign, verb_form, verb_tense
from qatynas.claims.procedures_deeds import other_deeds
from qatynas.claims.procedures_groups import LONGEST_NAME, is_agent, is_group, is_of_two_places, opening_words
from qatynas.claims.procedures_words import DEEDS, FREQUENCIES, TABLE, WORDS
from qatynas.language.mentions import DateRole, NameType, Token
from qatynas.model import BlockKind, Claim, Procedure, Span

_BACK = 10
"""Sentences over which «комиссия» looks for its full name; «ол» stays in its paragraph."""
_NAME = 3
"""Words by which «бірлескен» may stand before its body: «бірлескен сарапшылар тобы»."""
_BESIDE = 2
"""Characters between how often and the month of it."""
_PURPOSES = frozenset({"жөніндегі", "туралы", "бойынша", "мәселелері", "саласындағы"})
_PRESENT_PARTICIPLE = ("атын", "етін", "йтын", "йтін")
_POINTING = frozenset({"сол", "осы", "бұл", "аталған"})
_REPORTED = ("атынын", "етінін", "йтынын", "йтінін", "атыны", "етіні", "йтыны", "йтіні")
_HABITUAL = frozenset({"present"})
_SUCH = ("мұндай", "осындай", "сондай", "аталған", "бұл", "осы")


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    if at.sentence.block is BlockKind.TITLE or not own_pair(at):
        return
    found = _body(at)
    if found is None:
        return
    name, place, support = found
    deeds = [s for s in DEEDS.of(at) if s.form and not any(_inside(s, o) for o in DEEDS.of(at))]
    deeds += other_deeds(at, deeds, place)
    for sign in deeds:
        before = sign.span.start < place.start
        if before and not _tells_of_a_body(at, sign, place):
            continue
        if not before and not _is_regular(at, sign) and not _opens_a_habit(at, sign, deeds):
            continue
        if before:
            yield _attribute(at, sign, name, place, support)
            continue
        whole = _clause(at, sign, place)
        frequency = _frequency(at, whole) or _frequency(at, at.sentence.span)
        for does, span in _deeds(at, sign, place):
            yield at.make(
                Procedure,
                span.join(whole) if span.start < whole.start else whole,
                parties=own_pair(at),
                support=support,
                why=(
                    ("body", "named here" if not support else "carried", name),
                    ("does", "regular deed", sign.pattern),
                ),
                status="recurring",
                body=name,
                does=does,
                frequency=frequency,
            )


def _inside(sign: Sign, other: Sign) -> bool:
    return other.span != sign.span and other.span.covers(sign.span)


def _attribute(at: At, sign: Sign, name: str, place: Span, support: tuple[tuple[Span, str], ...]) -> Procedure:
    """«Айына бір жиналатын топ …»: what the body does is told as its attribute."""
    frequency = _frequency(at, Span(reach(at, sign).start, sign.span.end))
    often = [s.span.start for s in FREQUENCIES.within(at, Span(reach(at, sign).start, sign.span.end))]
    start = min([sign.span.start, *often])
    return at.make(
        Procedure,
        Span(start, place.end),
        parties=own_pair(at),
        support=support,
        why=(("body", "named after its attribute", name), ("does", "regular deed", sign.pattern)),
        status="recurring",
        body=name,
        does=_as_noun(at, sign),
        frequency=frequency,
    )


def _tells_of_a_body(at: At, sign: Sign, place: Span) -> bool:
    """A present participle with a frequency, right before the body that it tells of: «тоқсан сайын жиналатын топ»."""
    word = at.sentence.tokens[sign.last]
    if sign.form != "participle" or not word.lower.endswith(_PRESENT_PARTICIPLE) or sign.negative:
        return False
    between = [t for t in at.sentence.tokens if sign.span.end <= t.span.start < place.start]
    near = len(between) <= LONGEST_NAME and not any(t.kind == "mark" and t.text not in '«»"' for t in between)
    return near and bool(FREQUENCIES.within(at, Span(reach(at, sign).start, sign.span.end)))


def _opens_a_habit(at: At, sign: Sign, deeds: list[Sign]) -> bool:
    """«Топ айына бір жиналып, …ды қарайды»: a converb with a frequency is told as the deed after it is."""
    if (
        sign.form != "converb"
        or not sign.pattern.startswith(TABLE.gathering)
        or not _frequency(at, Span(reach(at, sign).start, sign.span.end))
    ):
        return False
    return any(later.first > sign.last and _is_regular(at, later) for later in deeds)


def _body(at: At) -> tuple[str, Span, tuple[tuple[Span, str], ...]] | None:
    """The body that acts: named here, or carried by «ол», «комиссия», «мүшелері»."""
    if part := _part_of_a_body(at):
        return part
    named = at.names_in(at.sentence.span, NameType.BODY)
    if named:
        return named[0].canonical, named[0].span, ()
    own = _joint_body(at)
    if own and own[2] in (None, "nom"):
        return own[0], own[1], ()
    for sign in WORDS.of(at, "body", "carrying"):
        if sign.code == "carrying" and sign.first > 1:
            continue
        for other in at.before(_BACK):
            before = other.names_in(other.sentence.span, NameType.BODY)
            if before:
                return before[-1].canonical, sign.span, ((before[-1].span, "body"),)
            told = _joint_body(other)
            if told and (sign.code == "carrying" or _same_noun(told[3], sign.pattern)):
                return told[0], sign.span, ((told[1], "body"),)
            if sign.code == "carrying" and not other.same_paragraph(at):
                break
            if sign.code == "carrying" and (again := _body_again(other)):
                return again, sign.span, ()
        if sign.code == "body" and (known := _named_anywhere(at, sign)):
            return known, sign.span, ()
    return _group(at) or _such(at)


def _such(at: At) -> tuple[str, Span, tuple[tuple[Span, str], ...]] | None:
    """«Мұндай консультация әр тоқсанда …»: what was told just before of both sides comes again and again."""
    first = next((i for i, t in enumerate(at.sentence.tokens) if t.kind == "word"), 0)
    if at.sentence.tokens[first].lower not in _SUCH or not FREQUENCIES.of(at):
        return None
    for sign in WORDS.of(at, "body"):
        told = any(is_joint(other) for other in at.before(2))
        if sign.first <= first + 2 and sign.case in (None, "nom") and told:
            return sign.span.of(at.reading.text), sign.span, ()
    return None


def _body_again(at: At) -> str | None:
    """«Комиссия 2006 жылы құрылған. Ол …»: the bare noun of a joint body that the document names before."""
    for sign in WORDS.of(at, "body"):
        if sign.case not in (None, "nom"):
            continue
        if known := _named_anywhere(at, sign):
            return known
        for other in at.before(at.index):
            told = _joint_body(other)
            if told and _same_noun(told[3], sign.pattern):
                return told[0]
    return None


def _part_of_a_body(at: At) -> tuple[str, Span, tuple[tuple[Span, str], ...]] | None:
    """«Комиссияның жұмыс тобы»: a body's own body, with the full name of the first."""
    signs = WORDS.of(at, "body")
    for whole, part in pairwise(signs):
        if whole.case == "gen" and part.first == whole.last + 1 and part.case in (None, "nom"):
            named = at.names_in(at.sentence.span, NameType.BODY)
            name = named[0].canonical if named else _named_anywhere(at, whole)
            if name:
                own = "ның" if name[-1] in "ыая" else "нің"
                return f"{name}{own} {part.span.of(at.reading.text)}", whole.span.join(part.span), ()
    return None


def _named_anywhere(at: At, sign: Sign) -> str | None:
    """The full name that the document has for a body told by its noun alone, the nearest before it, else the first."""
    later = range(len(at.reading.sentences))
    for index in (*range(at.index - 1, -1, -1), *later):
        for name in at.reading.sentences[index].names:
            if name.type is NameType.BODY and _same_noun(name.canonical.lower(), sign.pattern):
                return str(name.canonical)
    return None


def _group(at: At) -> tuple[str, Span, tuple[tuple[Span, str], ...]] | None:
    """«Екі елдің кеденшілері ай сайын …»: people of both sides who do something at set times."""
    if not FREQUENCIES.of(at):
        return None
    for name in at.names_in(at.sentence.span, NameType.SIDE, NameType.STATE):
        after = [t for t in at.sentence.tokens if t.span.start >= name.span.end][:_NAME]
        both = len(name.countries) > 1 or name.case == "gen"
        for token in after if both else ():
            if is_group(token):
                span = name.span.join(token.span)
                return span.of(at.reading.text), span, ()
    if not is_joint(at) and not is_of_two_places(at):
        return None
    opening = opening_words(at)
    for index, token in enumerate(opening):
        if is_group(token) or (is_agent(token) and index == len(opening) - 1):
            span = opening[0].span.join(token.span)
            return span.of(at.reading.text), span, ()
    return None


def _of_both_before(at: At, sign: Sign) -> int | None:
    """Index of the first word of «Екі ел парламенттерінің … комиссиясы», «Қазақстан-Қырғызстан жұмыс тобы»."""
    near = [n for n in at.names_in(at.sentence.span, NameType.SIDE, NameType.STATE) if n.span.end <= sign.span.start]
    tokens = at.sentence.tokens
    for name in reversed(near):
        first = next(i for i, t in enumerate(tokens) if t.span.end > name.span.start)
        between = tokens[first : sign.first]
        pointed = any(t.lower in _POINTING or verb_tense(t.lower) == "participle" for t in between)
        if pointed or len(between) > LONGEST_NAME or any(t.kind == "mark" and t.text not in "-–«»" for t in between):
            return None
        both = len(name.countries) > 1 or {n.country for n in near if n.span.start >= name.span.start} >= set(at.pair)
        if both and name.case in (None, "nom", "gen") and not name.attributive:
            return first
    return None


def _joint_body(at: At) -> tuple[str, Span, str | None, str] | None:
    """A joint body by its own words («бірлескен сарапшылар тобы»), with its case and its noun's pattern."""
    for sign in WORDS.of(at, "body"):
        first = next((s for s in WORDS.of(at, "joint") if 0 < sign.first - s.first <= _NAME), None)
        if first is not None:
            start = _purpose_before(at, first.first)
            span = at.sentence.tokens[start].span.join(sign.span)
            return _nominative(at, start, sign), span, sign.case, sign.pattern
    for sign in WORDS.of(at, "body"):
        start_of_both = _of_both_before(at, sign)
        if start_of_both is not None:
            span = at.sentence.tokens[start_of_both].span.join(sign.span)
            return _nominative(at, start_of_both, sign), span, sign.case, sign.pattern
    return None


def _nominative(at: At, first: int, sign: Sign) -> str:
    """The body's words with its noun as a dictionary has it, its own possessive kept: «жұмыс тобын» → «жұмыс тобы»."""
    tokens = at.sentence.tokens
    noun = tokens[sign.last]
    lemma = sign.pattern.split()[-1]
    own = noun.possessive and not lemma.endswith(("ы", "і"))
    words = [t.text for t in tokens[first : sign.last]]
    return " ".join([*words, with_possessive(lemma) if own else lemma])


def _same_noun(one: str, other: str) -> bool:
    """Whether two patterns end in one noun: топ, жұмыс тобы."""
    first, second = one.split()[-1], other.split()[-1]
    shorter = max(2, min(len(first), len(second)) - 1)
    return first[:shorter] == second[:shorter]


def _purpose_before(at: At, first: int) -> int:
    """Index of the first word of «… жөніндегі» before a body, the body's own first word where it has none."""
    tokens = at.sentence.tokens
    if not first or tokens[first - 1].lower not in _PURPOSES:
        return first
    sides = at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE, NameType.ORGANISATION)
    index = first
    while index and first - index < LONGEST_NAME:
        token = tokens[index - 1]
        dated = any(d.span.covers(token.span) for d in at.sentence.dates)
        if token.kind == "mark" or dated or any(n.span.covers(token.span) for n in sides):
            break
        index -= 1
    return index


def _is_regular(at: At, sign: Sign) -> bool:
    """A present tense without a day, or a noun of action with «жылына екі рет»; a dated session is a meeting."""
    how = mood(at, sign)
    if not how.stands or how.possible or how.expected or how.planned:
        return False
    place = reach(at, sign)
    often_said = [sign.span for sign in FREQUENCIES.of(at)]
    dates = [d for d in at.dates_in(_after_body(at, place)) if not any(_goes_with(span, d.span) for span in often_said)]
    if any(d.role in (DateRole.IN, DateRole.BY) and not d.season for d in dates):
        return False
    if WORDS.within(at, place, "once"):
        return False
    often = bool(_frequency(at, place))
    lasting = how.tense == "progressive" or (how.tense == "present" and often)
    if sign.form in _HABITUAL or (lasting and sign.form == "converb"):
        return not amounts(at, place) or often
    if often and sign.form == "participle":  # «жылына бір рет бас қосатынын айтты»
        return sign.case in ("acc", "nom") and at.sentence.tokens[sign.last].lower.endswith(_REPORTED)
    return often and sign.form == "infinitive" and is_nominal_predicate(at, sign)


def _goes_with(often: Span, date: Span) -> bool:
    """«жыл сайын тамызда»: a month right behind how often."""
    return often.meets(date) or 0 <= date.start - often.end <= _BESIDE


def _after_body(at: At, place: Span) -> Span:
    """The verb's own clause from its body on: dates before it may belong to the treaty that set the body up."""
    bodies = [n.span.end for n in at.names_in(place, NameType.BODY)]
    return Span(max([place.start, *bodies]), place.end)


def _clause(at: At, sign: Sign, place: Span) -> Span:
    own = _own_words(at, sign)
    start = place.start if place.start < own.start and at.clause_of(place) == at.clause_of(own) else own.start
    return Span(min(start, own.start), sign.span.end)


def _own_words(at: At, sign: Sign) -> Span:
    """The verb's reach without what a deed before it governs: «…ды қарайды және … береді»."""
    place = reach(at, sign)
    earlier = [
        s.span.end for s in DEEDS.within(at, place) if s.form in ("present", "past") and s.span.end <= sign.span.start
    ]
    if not earlier:
        return place
    tokens = [t for t in at.tokens_in(place) if t.span.start >= max(earlier) and t.lower not in ("және", "әрі")]
    return Span(tokens[0].span.start, place.end)


def _frequency(at: At, place: Span) -> str | None:
    signs = FREQUENCIES.within(at, place)
    order = [row.code for row in TABLE.frequencies]
    return min((s.code for s in signs), key=order.index, default=None)


def _deeds(at: At, sign: Sign, place: Span) -> Iterator[tuple[str, Span]]:
    """The objects that the verb governs, each with the verb as a noun: «су бөлу көлемін бекіту»."""
    verb = _as_noun(at, sign)
    objects = _objects(at, sign, place)
    if not objects:
        yield verb, sign.span
    for thing in objects:
        yield f"{thing.of(at.reading.text)} {verb}", thing.join(sign.span)


def _as_noun(at: At, sign: Sign) -> str:
    """The pattern's words with the verb as an infinitive, as a dictionary has it."""
    words = sign.pattern.removesuffix("-").split()
    stem = words[-1]
    for ending in ("у", "ю"):
        base = stem[:-1] if stem[-1:] in "ыі" or (ending == "ю" and stem.endswith("й")) else stem
        if verb_form(base + ending, (stem,)):
            return " ".join([*words[:-1], base + ending])
    return " ".join([*words[:-1], stem + "у"])


def _objects(at: At, sign: Sign, place: Span) -> list[Span]:
    """Accusative phrases of the verb's clause, parted at «және» and commas, without how often and when."""
    tokens = [t for t in at.tokens_in(_own_words(at, sign)) if t.span.end <= sign.span.start]
    later = [t for t in tokens if t.span.start >= place.end]
    if any(t.case is not None and t.case.value == "acc" for t in later):
        tokens = later
    elif place.end < sign.span.start:
        tokens = [t for t in tokens if t.span.end <= place.start]
    skipped = [d.span for d in at.sentence.dates] + [f.span for f in FREQUENCIES.of(at)]
    phrases: list[Span] = []
    phrase: list[Token] = []
    for token in tokens:
        if (
            any(span.covers(token.span) for span in skipped)
            or token.kind == "mark"
            or token.lower in ("және", "әрі", "ол")
        ):
            phrase = [] if token.lower in ("ол",) or token.kind != "mark" or token.text in ",;" else phrase
            continue
        phrase.append(token)
        if token.case is not None and token.case.value == "acc":
            phrases.append(phrase[0].span.join(token.span))
            phrase = []
    return phrases
