"""What a joint body regularly does («… жыл сайын бекітеді») becomes procedure claims, one a deed."""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.claims.context import At
from qatynas.claims.predicates import amounts, is_nominal_predicate, mood, own_pair, reach
from qatynas.claims.predicates_lexicon import Sign, verb_form
from qatynas.claims.procedures_bodies import body_of
from qatynas.claims.procedures_deeds import other_deeds
from qatynas.claims.procedures_groups import LONGEST_NAME
from qatynas.claims.procedures_words import DEEDS, FREQUENCIES, TABLE, WORDS, frequency
from qatynas.language.mentions import DateRole, NameType, Token
from qatynas.model import BlockKind, Claim, Procedure, Span

_PRESENT_PARTICIPLE = ("атын", "етін", "йтын", "йтін")
_REPORTED = ("атынын", "етінін", "йтынын", "йтінін", "атыны", "етіні", "йтыны", "йтіні")
_HABITUAL = frozenset({"present"})


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    if at.sentence.block is BlockKind.TITLE or not own_pair(at):
        return
    found = body_of(at)
    if found is None:
        return
    name, place, support = found
    deeds = [s for s in DEEDS.of(at) if s.form and not any(_inside(s, o) for o in DEEDS.of(at))]
    deeds += other_deeds(at, deeds, place)
    told: set[Sign] = set()
    for sign in sorted(deeds, key=lambda deed: deed.first):
        if sign in told:
            continue
        if sign.span.start < place.start:
            if _tells_of_a_body(at, sign, place):
                yield _attribute(at, sign, name, place, support)
            continue
        later = _opens_a_habit(at, sign, deeds, place)
        if later is None and not _is_regular(at, sign, place):
            continue
        whole = _clause(at, sign, place)
        often = frequency(at, whole) or frequency(at, at.sentence.span)
        gathers = sign.pattern.startswith(TABLE.gathering)
        goes_on = later is not None and not gathers and frequency(at, Span(sign.span.end, later.span.end)) is None
        for does, span in _deeds(at, sign, place):
            if later is not None and goes_on:  # one habit told by two verbs: «арнаны аралап, … өлшейді»
                told.add(later)
                does = " ".join(Span(span.start, later.span.start).of(at.reading.text).split())
                does = f"{does} {as_noun(at, later)}"
                span = span.join(later.span)
            yield at.make(
                Procedure,
                span.join(whole) if goes_on or span.start < whole.start else whole,
                parties=own_pair(at),
                support=support,
                why=(
                    ("body", "named here" if not support else "carried", name),
                    ("does", "regular deed", sign.pattern),
                ),
                status="recurring",
                body=name,
                does=does,
                frequency=often,
            )
            if goes_on:
                break


def _inside(sign: Sign, other: Sign) -> bool:
    return other.span != sign.span and other.span.covers(sign.span)


def _attribute(at: At, sign: Sign, name: str, place: Span, support: tuple[tuple[Span, str], ...]) -> Procedure:
    """«Айына бір жиналатын топ …»: what the body does is told as its attribute."""
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
        does=as_noun(at, sign),
        frequency=frequency(at, Span(reach(at, sign).start, sign.span.end)),
    )


def _tells_of_a_body(at: At, sign: Sign, place: Span) -> bool:
    """A present participle with a frequency, right before the body that it tells of: «тоқсан сайын жиналатын топ»."""
    word = at.sentence.tokens[sign.last]
    if sign.form != "participle" or not word.lower.endswith(_PRESENT_PARTICIPLE) or sign.negative:
        return False
    between = [t for t in at.sentence.tokens if sign.span.end <= t.span.start < place.start]
    near = len(between) <= LONGEST_NAME and not any(t.kind == "mark" and t.text not in '«»"' for t in between)
    return near and bool(FREQUENCIES.within(at, Span(reach(at, sign).start, sign.span.end)))


def _opens_a_habit(at: At, sign: Sign, deeds: list[Sign], place: Span) -> Sign | None:
    """«Топ айына бір жиналып, …ды қарайды», «тізімді жыл сайын жаңартып, … ұсынады»: the regular deed that follows."""
    if sign.form != "converb" or sign.negative or not frequency(at, Span(reach(at, sign).start, sign.span.end)):
        return None
    after = at.sentence.tokens[sign.last + 1 : sign.last + 2]
    if not sign.pattern.startswith(TABLE.gathering) and not (after and after[0].text == ","):
        return None
    later = [deed for deed in deeds if deed.first > sign.last and _is_regular(at, deed, place)]
    return min(later, key=lambda deed: deed.first, default=None)


def _is_regular(at: At, sign: Sign, body: Span) -> bool:
    """A present tense without a day, or a noun of action with «жылына екі рет»; a dated session is a meeting."""
    how = mood(at, sign)
    if not how.stands or how.possible or how.expected or how.planned:
        return False
    place = reach(at, sign)
    often = bool(FREQUENCIES.within(at, place))
    dates = () if often else at.dates_in(_after_body(at, place, body))
    if any(d.role in (DateRole.IN, DateRole.BY) and not d.season for d in dates):
        return False
    if WORDS.within(at, place, "once"):
        return False
    often = often or bool(frequency(at, place))
    lasting = how.tense == "progressive" or (how.tense == "present" and often)
    if sign.form in _HABITUAL or (lasting and sign.form == "converb"):
        return not amounts(at, place) or often
    if often and sign.form == "participle":  # «жылына бір рет бас қосатынын айтты»
        return sign.case in ("acc", "nom") and at.sentence.tokens[sign.last].lower.endswith(_REPORTED)
    return often and sign.form == "infinitive" and is_nominal_predicate(at, sign)


def _after_body(at: At, place: Span, body: Span) -> Span:
    """The verb's own clause from its body on: dates before it may belong to the treaty that set the body up."""
    bodies = [n.span.end for n in at.names_in(place, NameType.BODY)]
    bodies += [body.end] if place.covers(body) else []
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


def _deeds(at: At, sign: Sign, place: Span) -> Iterator[tuple[str, Span]]:
    """The objects that the verb governs, each with the verb as a noun: «су бөлу көлемін бекіту»."""
    verb = as_noun(at, sign)
    objects = objects_of(at, sign, place)
    if not objects:
        yield verb, sign.span
    for thing in objects:
        yield f"{thing.of(at.reading.text)} {verb}", thing.join(sign.span)


def as_noun(at: At, sign: Sign) -> str:
    """The pattern's words with the verb as an infinitive, as a dictionary has it."""
    words = sign.pattern.removesuffix("-").split()
    stem = words[-1]
    for ending in ("у", "ю"):
        base = stem[:-1] if stem[-1:] in "ыі" or (ending == "ю" and stem.endswith("й")) else stem
        if verb_form(base + ending, (stem,)):
            return " ".join([*words[:-1], base + ending])
    return " ".join([*words[:-1], stem + "у"])


def objects_of(at: At, sign: Sign, place: Span) -> list[Span]:
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
