"""Documents that a sentence names: the stretch of words that is their title, cut as short as it can stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qatynas.claims.acts import verb
from qatynas.claims.agreements_edges import is_act, is_describing, left_edge
from qatynas.claims.agreements_spelling import inner, is_linked, nominative
from qatynas.claims.agreements_spelling import title as title_of
from qatynas.claims.agreements_words import find_acts, generic_places, signs, types
from qatynas.claims.context import At
from qatynas.claims.when_told import is_term
from qatynas.language import Hit
from qatynas.language.mentions import Case, NameType, NumberKind, Token
from qatynas.model import Span

_ASIDE = 10  # words between a title and its head noun
_NEXT = ("келер", "келесі")  # «келісімге келер жылы …» is no accord come to
_TERMED = ("programme", "roadmap")
_SIDES_REACH = 10  # words of the sides between a term and the title
_STOPPING_NAMES = (
    NameType.PERSON,
    NameType.OFFICE,
    NameType.SIDE,
    NameType.BODY,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A document that a sentence names.

    first and last are token indices of its title, head that of its head noun; type its code. title is canonical (the
    nominative), None where the text says no more than «келісім». weak: a title that only says what kind of document
    it is («үкіметаралық келісім»). draft: «… келісімнің жобасы». between: states named right before it as its sides.
    ratifying: named inside the title of a law that ratifies it. aside: the first token of what is told
    between title and head noun («… туралы 2023 жылы жасалған келісім»).
    """

    first: int
    head: int
    last: int
    span: Span
    type: str
    title: str | None
    weak: bool
    case: Case | None
    plural: bool
    term: str | None = None
    draft: bool = False
    between: tuple[str, ...] = ()
    ratifying: bool = False
    aside: int | None = None


def documents(at: At) -> tuple[Named, ...]:
    """The documents that the sentence names, in order; of a law that ratifies a treaty only the treaty."""
    tokens = at.sentence.tokens
    heads = [hit for hit in types().find(tokens) if not _is_other_word(at, hit)]
    heads = sorted([*heads, *_papers(at)], key=lambda hit: hit.first)
    found = [_named(at, hit, [h.last for h in heads if h.last < hit.first]) for hit in heads]
    whole = [a for a in found if not any(_is_inside(a, b) for b in found)]
    return tuple(_without_ratifying_laws(at, whole))


def _papers(at: At) -> Iterator[Hit]:
    """«өзара түсіністік туралы құжат»: a document of which nothing but its matter is told."""
    tokens = at.sentence.tokens
    for index in generic_places(at.sentence):
        if index and "linked" in signs((tokens[index - 1],)):
            yield Hit("agreement", index, index, tokens[index].span, tokens[index].case)


def inner_of(outer: Named, head: Token) -> Named:
    """«Бұл келісім» after a protocol that amends one: the document named inside its title, else the protocol."""
    noun = nominative(head, keep_possessive=False)
    title = inner(outer.title or "", noun)
    kind = next((hit.key for hit in types().find((head,))), outer.type)
    return replace(outer, title=title, type=kind, term=None) if title else outer


def _is_inside(inner: Named, outer: Named) -> bool:
    """«… шартты толықтыру туралы хаттама»: the agreement is a part of the protocol's title."""
    return outer.type != "law" and outer.first <= inner.first and inner.head < outer.head


def _is_other_word(at: At, hit: Hit) -> bool:
    """«шартты түрде», «келісім бойынша жұмыс»: forms that only look like a document; «келісімге келді» an accord."""
    tokens = at.sentence.tokens
    following = tokens[hit.last + 1].lower if hit.last + 1 < len(tokens) else ""
    lower = tokens[hit.last].lower
    if lower.startswith(("келісімшарт", "заңды", "шартты")) and following.startswith(("түрде", "тұлға")):
        return True
    if lower.startswith("заңгер") or (lower.startswith("заңды") and _is_adjective(tokens, hit.last)):
        return True
    return lower.startswith("келісімге") and following.startswith(("кел", "жет")) and following not in _NEXT


def _is_adjective(tokens: Sequence[Token], index: int) -> bool:
    """«заңды жалғасы», «заңды болды»: no object of the verb behind it."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.lower.startswith("күш"):
        return True
    return following.kind == "word" and verb(following) is None and not find_acts(tokens[index + 1 : index + 3])


def _named(at: At, hit: Hit, heads: Sequence[int]) -> Named:
    tokens = at.sentence.tokens
    head = tokens[hit.last]
    aside, aside_end = _aside(at, hit)
    first, between = left_edge(at, hit, heads, aside)
    chosen = _trimmed(tokens, first, hit.first) if aside == hit.first else _trimmed(tokens, first, aside)
    inside = [i for i in range(chosen, hit.last + 1) if not aside <= i < aside_end]
    title_tokens = [tokens[i] for i in inside if not _inner_date(at, tokens, i, hit.first)]
    content = title_tokens[: len(title_tokens) - (hit.last - hit.first + 1)]
    meant = [token for token in content if token.kind != "mark"]
    says = signs(meant)
    plain = all("plain" in signs((token,)) for token in meant)
    term = _term(at, tokens[chosen].span.join(head.span), first)
    describing = any(is_describing(tokens, i) for i in inside if i < hit.first)
    shaped = describing or "links" in says or head.possessive or any(token.attributive for token in meant)
    known = "titled_plain" in says or (term is not None and hit.key in _TERMED)
    titled = bool(meant) and (known or (shaped and not plain))
    span = tokens[chosen].span.join(head.span)
    several = head.plural or _is_counted(at, tokens[chosen].span, head.span)
    return Named(
        first=chosen,
        head=hit.last,
        last=hit.last,
        span=span,
        type=_type(hit.key, content, tokens[hit.first : hit.last + 1]),
        title=title_of(content, tokens[hit.first : hit.last + 1]) if titled and not several else None,
        weak=plain,
        case=head.case,
        plural=several,
        term=term,
        draft=_is_draft(tokens, hit.last),
        between=between,
        aside=aside if aside < hit.first else None,
    )


def _is_counted(at: At, first: Span, head: Span) -> bool:
    """«150 үкіметаралық келісім», «екі меморандум», «бірнеше хаттама»: more than one."""
    if "many" in signs(
        [t for t in at.sentence.tokens if first.start <= t.span.start <= head.start or t.span.end == first.start - 1]
    ):
        return True
    for number in at.sentence.numbers:
        if number.part_of_date or number.kind != NumberKind.CARDINAL or number.quantity.value < 2:
            continue
        if at.reading.text[number.span.end : number.span.end + 1] in (".", ")"):
            continue  # «6. … туралы хаттама»: the item's own number
        near = number.digits.end < head.start and len(at.tokens_in(Span(number.digits.end, head.start))) == 1
        if number.span.start == first.start and near:
            return True  # «17 ниет хаттамасы»
        before = number.span.end <= first.start and len(at.tokens_in(Span(number.span.end, first.start))) <= 2
        if number.counted_span == head or (before and number.quantity.unit == "" and number.counted is None):
            return True
    return False


def _aside(at: At, hit: Hit) -> tuple[int, int]:
    """The first token of what stands between a title's last word and its head noun with the one that it ends before,
    the head's own where nothing does.

    «… туралы 2023 жылы Бішкекте жасалған келісім»: date, place and act up to the word that links the title;
    «министрліктердің 2025 жылғы 21 ақпандағы хаттамасы»: the date after those whose paper it is.
    """
    tokens = at.sentence.tokens
    end = hit.first  # «… туралы 2021 жылғы 2 қыркүйектегі үкіметаралық келісім»
    while end > 0 and "plain" in signs((tokens[end - 1],)):
        end -= 1
    end = end if end and any(d.span.covers(tokens[end - 1].span) for d in at.sentence.dates) else hit.first
    first = end
    while first > 0 and end - first < _ASIDE and _is_aside(at, first - 1, end):
        first -= 1
    if first == end or first == 0:
        return hit.first, hit.first
    before = tokens[first - 1]
    if "linked" in signs((before,)):
        return first, end
    owned = tokens[hit.last].possessive and before.case == Case.GEN and "institutions" in signs((before,))
    dated = all(any(d.span.covers(token.span) for d in at.sentence.dates) for token in tokens[first:end])
    return (first, end) if owned and dated else (hit.first, hit.first)


def _is_aside(at: At, index: int, head: int) -> bool:
    """Whether a token is a date, a place or the participle of an act on the document that follows."""
    tokens = at.sentence.tokens
    token = tokens[index]
    if any(d.span.covers(token.span) and not is_term(at, d) for d in at.sentence.dates):
        return True
    if any(n.span.covers(token.span) and n.type == NameType.PLACE for n in at.sentence.names):
        return token.case == Case.LOC or token.attributive
    reading = verb(token)
    if reading is not None and reading.form == "participle" and reading.case == Case.NOM and index == head - 1:
        return is_act(tokens, index)
    return "already" in signs((token,)) or (index < head - 1 and _begins_act(tokens, index))


def _begins_act(tokens: Sequence[Token], index: int) -> bool:
    """«қол» of «қол қойылған», «күшіне» of «күшіне енген»."""
    return any(hit.first == 0 and hit.last == 1 for hit in find_acts(tokens[index : index + 2]))


def _trimmed(tokens: Sequence[Token], first: int, head: int) -> int:
    """Without conjunctions, pointing words and adjuncts at the title's start."""
    adjuncts = set() if is_linked(tokens[first:head]) else {Case.ABL, Case.INS, Case.DAT, Case.ACC}
    while first < head:
        token = tokens[first]
        says = signs((token,))
        quoted = token.text in "«“„" and any(t.text in '»”"' for t in tokens[first:head])
        adjunct = token.case in adjuncts and "links" not in says and not token.attributive
        adjunct = adjunct and not _has_infinitive(tokens[first + 1 : head])
        if not ((token.kind == "mark" and not quoted) or "leading" in says or adjunct):
            break
        first += 1
    return first


def _has_infinitive(tokens: Sequence[Token]) -> bool:
    """«бекеттерді дамытудың жол картасы»: an object belongs to the verbal noun behind it."""
    return any((reading := verb(token)) is not None and reading.form == "infinitive" for token in tokens)


def _inner_date(at: At, tokens: Sequence[Token], index: int, head: int) -> bool:
    """«… туралы 2011 жылғы 6 мамырдағы келісім»: a date between title and head noun is not the title's."""
    token = tokens[index]
    return index < head and any(
        d.span.covers(token.span) and not d.duration and not is_term(at, d) for d in at.sentence.dates
    )


def _type(key: str, content: Sequence[Token], head: Sequence[Token]) -> str:
    by_nature = "treaty_by_nature" in signs([*content, *head])
    return "treaty" if key == "agreement" and by_nature else key


def _term(at: At, span: Span, first: int) -> str | None:
    """The time that a document covers, in its title or before its sides («… жылдарға арналған … арасындағы …»)."""
    terms = [d for d in at.sentence.dates if is_term(at, d)]
    inside = next((d.edtf for d in terms if span.covers(d.span)), None)
    if inside or first == 0 or "between" not in signs((at.sentence.tokens[first - 1],)):
        return inside
    before = [d for d in terms if d.span.end <= span.start]
    return (
        before[-1].edtf if before and len(at.tokens_in(Span(before[-1].span.end, span.start))) <= _SIDES_REACH else None
    )


def _is_draft(tokens: Sequence[Token], head: int) -> bool:
    """«… келісімнің жобасы», «… келісім келісілуде, оның жобасы жіберілді»."""
    if any("draft" in signs((token,)) for token in tokens[head + 1 : head + 3]):
        return True
    pairs = pairwise(tokens[head + 1 :])
    return any(before.lower == "оның" and "draft" in signs((token,)) for before, token in pairs)


def _without_ratifying_laws(at: At, found: Sequence[Named]) -> list[Named]:
    """«…шартты ратификациялау туралы» заңға: the law goes, its treaty is marked."""
    tokens = at.sentence.tokens
    kept: list[Named] = []
    for document in found:
        if document.type == "law" and kept:
            gap = tokens[kept[-1].head + 1 : document.head]
            if "ratifying" in signs(gap) and len(gap) <= 8:
                kept[-1] = replace(kept[-1], last=document.head, case=document.case, ratifying=True)
                continue
        kept.append(document)
    return kept
