"""Joint bodies that a sentence names: those that the lists know, and those that their words make one of both sides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from qatynas.claims.acts import verb
from qatynas.claims.agreements_spelling import nominative
from qatynas.claims.context import At
from qatynas.claims.gate import Gate
from qatynas.claims.once import per_place
from qatynas.data import load
from qatynas.language import Hit, PhraseTable
from qatynas.language.mentions import Case, DateRole, NameMention, NameType, Token
from qatynas.model import Span

PART = "part"  # the role of a body that is a part of another
_LONGEST = 14  # words of a body's name
_OTHERS = (NameType.SIDE, NameType.OFFICE, NameType.PERSON, NameType.ORGANISATION)
_PLURAL = ("лар", "лер", "тар", "тер", "дар", "дер")
_DASHES = "-–—‑"
_MEMBERS = frozenset({"expert", "business"})  # offices of whom a body may be made up: «тарихшылар комиссиясы»
_BOTH = frozenset({"екі", "қос", "үш"})
_QUOTES = '«»“”„"'
_ORDINAL = ("ншы", "нші")
_STRAYING = (Case.DAT, Case.LOC, Case.ABL, Case.INS)


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/bodies_named.toml."""

    heads: tuple[str, ...]
    bare: tuple[str, ...]
    joint: tuple[str, ...]
    links: tuple[str, ...]
    joins: tuple[str, ...]
    leading: tuple[str, ...]
    founders: tuple[str, ...]
    unions: tuple[str, ...]
    again: tuple[str, ...]
    led: tuple[str, ...]
    own: tuple[str, ...]


@per_place
def bodies_in(at: At) -> tuple[NameMention, ...]:
    """The joint bodies named in the sentence, in order; one that no list holds by the whole of its name."""
    if not _gate().passes(at.sentence):
        return at.names_in(at.sentence.span, NameType.BODY)
    found = {name.span.end: name for name in at.names_in(at.sentence.span, NameType.BODY)}
    for hit in _table().find(at.sentence.tokens):
        if hit.key != "heads" or at.sentence.tokens[hit.last].plural:
            continue
        known = found.get(at.sentence.tokens[hit.last].span.end)
        if known is not None and known.role not in ("", "other"):
            continue
        named = _named(at, hit)
        if named is not None:
            found[named.span.end] = named
    kept = sorted(found.values(), key=lambda name: name.span)
    return tuple(n for n in kept if not any(o is not n and o.span.covers(n.span) for o in kept))


@per_place
def any_bodies(at: At) -> tuple[NameMention, ...]:
    """The bodies that the sentence names with more than a bare word, whether or not their words say whose they are."""
    if not _gate().passes(at.sentence):
        return ()
    tokens = at.sentence.tokens
    hits = [hit for hit in _table().find(tokens) if hit.key == "heads" and not tokens[hit.last].plural]
    named = (_named(at, hit, of_both=False) for hit in hits)
    return tuple(name for name in named if name is not None)


def bare_in(at: At) -> tuple[Span, ...]:
    """«комиссияның», «осы топ»: words for a body that no name covers."""
    if not _gate().passes(at.sentence):
        return ()
    tokens = at.sentence.tokens
    named = [name.span for name in (*bodies_in(at), *at.sentence.names)]
    return tuple(
        hit.span
        for hit in _bare().find(tokens)
        if not tokens[hit.last].plural and not any(span.meets(hit.span) for span in named)
    )


def newly_named(at: At, span: Span) -> NameMention | None:
    """«… суын бөлісетін комиссия дүниеге келді»: a body by the words before it, where the text has named it nowhere."""
    tokens = at.sentence.tokens
    last = next(i for i, token in enumerate(tokens) if token.span.end == span.end)
    first = last
    while first > 0 and last - first < _LONGEST and _describes(at, first - 1):
        first -= 1
    first = _without_leading(tokens, first, last)
    one = {n.country for n in at.sentence.names if n.country in at.pair and n.type is not NameType.PLACE}
    if first == last or len(one) == 1:
        return None
    words = tokens[first : last + 1]
    name = " ".join([*(token.text for token in words[:-1]), nominative(words[-1])])
    whole = words[0].span.join(words[-1].span)
    return NameMention(whole, NameType.BODY, name[:1].upper() + name[1:], None, (), words[-1].case, role="other")


def _describes(at: At, index: int) -> bool:
    """An attribute of a body: no mark, date or number, nothing where, whither or of what is done."""
    token = at.sentence.tokens[index]
    if token.kind != "word" or any(date.span.covers(token.span) for date in at.sentence.dates):
        return False
    reading = verb(token)
    looks = token.case is Case.ACC and at.sentence.tokens[index + 1].kind == "word"  # «қос хатшылықты комиссия»
    return (looks or token.case in (None, Case.NOM, Case.GEN)) and (reading is None or reading.form == "infinitive")


def head_of(at: At, span: Span) -> str:
    """The stem of the last word of a body's name, by which a bare word means it."""
    last = at.tokens_in(span)[-1:]
    return nominative(last[0], keep_possessive=False).lower() if last else ""


def _named(at: At, hit: Hit, *, of_both: bool = True) -> NameMention | None:
    """The body whose name ends in the head at hit; with of_both only where its words or states make it a joint one."""
    tokens = at.sentence.tokens
    first = hit.first
    linked = False
    while first > 0 and hit.first - first < _LONGEST and _continues(at, first - 1, linked, tokens[hit.last].span):
        first -= 1
        linked = linked or "links" in _signs(tokens[first : first + 1])
    first = _without_leading(tokens, first, hit.first)
    owned = _owned_by_both(at, first)
    first = first if owned is None else owned
    if first == hit.first and not of_both:
        return None
    words = tokens[first : hit.last + 1]
    span = words[0].span.join(words[-1].span)
    owners = [n.country for n in at.names_in(span, NameType.BODY, NameType.ORGANISATION) if n.country]
    states = tuple(dict.fromkeys((*at.states_in(span), *owners)))
    several = len(states) > 1 and any(t.plural and t.case == Case.GEN for t in words)
    if ("own" in _signs(words) and not several) or (first == hit.first and len(words) < 2):
        return None
    part = _is_part(at, words)
    both = part or _led_by_both(at, first) or _made_of_both(at, first)
    often = hit.first > first and not states and "unions" not in _signs(words[-1:])
    of_both = of_both and "joint" not in _signs(words) and len(states) < 2 and not both
    if of_both and not (often and _meets_often(at, words)):
        return None
    last = words[-1].text if words[-1].case in (None, Case.NOM) else nominative(words[-1])
    spelled = span.of(at.reading.text)[: words[-1].span.start - span.start] + last
    between = tuple(sorted(states)) if len(states) > 1 else ()
    name = " ".join(spelled.split())
    return NameMention(
        span, NameType.BODY, name[:1].upper() + name[1:], None, between, words[-1].case, role=PART if part else "other"
    )


def _meets_often(at: At, words: Sequence[Token]) -> bool:
    """«Үйлестіру тобы екі айда бір рет жиналады», «екі министрлік … жұмыс тобын құрды»: what meets again and again, or
    what two have founded or lead, is of both, unless it is named as one state's own."""
    alone = {n.country for n in at.sentence.names if n.country in at.pair and not n.span.covers(words[-1].span)}
    two = any(_is_of_two(at, index) for index in range(len(at.sentence.tokens) - 1))
    every = any(d.role is DateRole.EVERY for d in at.sentence.dates) or any(n.rate for n in at.sentence.numbers)
    return two or ((every or "again" in _signs(at.sentence.tokens)) and len(alone) != 1)


def _is_of_two(at: At, index: int) -> bool:
    """«екі министрлік», «қос әкім», «үш елдің»."""
    one, other = at.sentence.tokens[index : index + 2]
    return one.lower in _BOTH and "founders" in _signs((other,))


def _is_part(at: At, words: Sequence[Token]) -> bool:
    """«Комиссияның көлік жөніндегі кіші тобы», «Шу-Талас комиссиясының хатшылығы»: a part of a body."""
    owners = [token for token in words[:-1] if token.case == Case.GEN and "heads" in _signs((token,))]
    owned = words[-1].possessive or words[-1].attributive  # «хатшылығы» reads as either
    return bool(owners) and owned and not owners[0].plural


def _owned_by_both(at: At, first: int) -> int | None:
    """«Екі ел парламенттерінің ынтымақтастық комиссиясы»: where both sides' institutions before the name begin."""
    tokens = at.sentence.tokens
    start = tokens[first].span.start
    sides = [n for n in at.sentence.names if n.type == NameType.SIDE and len(n.countries) > 1 and n.span.end <= start]
    between = at.tokens_in(Span(sides[-1].span.end, start)) if sides else ()
    owners = between if between else tokens[first : first + 1]
    if not sides or len(owners) != 1 or owners[0].case != Case.GEN or not owners[0].plural:
        return None
    return next(i for i, token in enumerate(tokens) if token.span.start >= sides[-1].span.start)


def _led_by_both(at: At, first: int) -> bool:
    """«екі елдің вице-премьерлері тең төрағалық ететін … комиссия»: led by people of both, whatever its name says."""
    tokens = at.sentence.tokens
    participle = verb(tokens[first - 1]) if first else None
    if participle is None or participle.form != "participle" or "led" not in _signs(tokens[max(0, first - 3) : first]):
        return False
    before = Span(at.sentence.span.start, tokens[first].span.start)
    states = at.states_in(before)
    several = any(t.plural and "founders" in _signs((t,)) for t in tokens[max(0, first - 3) : first])
    return len(states) > 1 or (several and not states and tokens[first].text[:1].isupper())


def _made_of_both(at: At, first: int) -> bool:
    """«қос ел сарапшыларынан жұмыс тобы жасақталды»: made up of people of both sides."""
    before = at.sentence.tokens[first - 1] if first else None
    if before is None or before.case != Case.ABL or not before.plural:
        return False
    sides = at.names_in(Span(at.sentence.span.start, before.span.start), NameType.SIDE)
    return any(len(name.countries) > 1 for name in sides)


def _continues(at: At, index: int, linked: bool, head: Span) -> bool:
    """Whether token index may belong to the name: no mark, verb, date, place where, founder or leader."""
    token: Token = at.sentence.tokens[index]
    if any(number.span.covers(token.span) and not number.part_of_date for number in at.sentence.numbers) and not linked:
        return token.lower in _BOTH or token.lower.endswith(_ORDINAL)
    if token.kind == "mark":
        quoted = token.text in _QUOTES and _is_quoted(at, index, head)
        return quoted or (token.text in _DASHES and _between_states(at, index))
    if _is_quoted(at, index, head):
        return True
    if token.kind != "word" or any(date.span.covers(token.span) for date in at.sentence.dates):
        return False
    if "links" in _signs((token,)):
        return not linked
    if "joint" in _signs((token,)):
        return True
    several = token.plural or any(ending in token.lower for ending in _PLURAL) or (index and _is_of_two(at, index - 1))
    if token.case in (None, Case.NOM) and several and "founders" in _signs((token,)):
        return False
    names = [name for name in at.sentence.names if name.span.covers(token.span) and not _is_torn(at, name)]
    if any(n.type == NameType.ORGANISATION and n.span.covers(head) for n in names):
        return True  # the body itself
    if any(name.type in _OTHERS and name.role not in _MEMBERS for name in names):
        return False
    if any(name.type == NameType.STATE and name.case not in (None, Case.NOM, Case.GEN, Case.INS) for name in names):
        return False
    following = at.sentence.tokens[index + 1].lower if index + 1 < len(at.sentence.tokens) else ""
    if token.case == Case.DAT and following == "қарсы":
        return True  # «аусылға қарсы ортақ штаб»
    if token.case in _STRAYING and "joins" not in _signs((token,)):
        state = any(name.type == NameType.STATE for name in names)
        return (linked and token.attributive) or state
    reading = verb(token)
    if reading is not None and reading.form != "infinitive":
        return False
    return linked or token.case not in (Case.ACC,)


def _is_torn(at: At, name: NameMention) -> bool:
    """«қырғыз тарихшылар» of «қазақ-қырғыз тарихшылар комиссиясы»: a name read from the middle of a word."""
    return any(token.span.start < name.span.start < token.span.end for token in at.sentence.tokens)


def _is_quoted(at: At, index: int, head: Span) -> bool:
    """«„Айша бибі – Қаныкей“ әйелдер кеңесі»: whether a token stands in the quotes that a body's name begins with."""
    token = at.sentence.tokens[index]
    quoted = [n.span for n in at.sentence.names if n.type == NameType.QUOTED and n.span.end < head.start]
    last = quoted[-1] if quoted else None
    return last is not None and last.start - 1 <= token.span.start and token.span.end <= last.end + 1


def _between_states(at: At, index: int) -> bool:
    """«Қазақстан – Қырғызстан іскерлік кеңесі»: a dash with a state on either side."""
    tokens = at.sentence.tokens
    states = [name.span for name in at.sentence.names if name.type == NameType.STATE]
    begun = [name.span.start for name in at.names_in(at.sentence.span, NameType.BODY) if name.country]
    beside = [tokens[i] for i in (index - 1, index + 1) if 0 <= i < len(tokens)]
    return len(beside) == 2 and all(t.span.start in begun or any(s.covers(t.span) for s in states) for t in beside)


def _without_leading(tokens: Sequence[Token], first: int, head: int) -> int:
    while first < head and (tokens[first].kind == "mark" or "leading" in _signs((tokens[first],))):
        first += 1
    return first


def _signs(tokens: Sequence[Token]) -> frozenset[str]:
    return _table().keys(tokens)


@cache
def _gate() -> Gate:
    words = load("bodies_named", Words)
    return Gate(words.heads, words.bare)


@cache
def _table() -> PhraseTable:
    words = load("bodies_named", Words)
    return PhraseTable({name: getattr(words, name) for name in Words.__struct_fields__ if name != "bare"})


@cache
def _bare() -> PhraseTable:
    return PhraseTable({"bare": load("bodies_named", Words).bare})
