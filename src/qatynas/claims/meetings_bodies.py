"""Which body meets: the one that the sentence names, the one told before, or one of no list and no known name."""

from __future__ import annotations

from qatynas.claims.acts import part_of
from qatynas.claims.agreements_spelling import nominative
from qatynas.claims.bodies_named import any_bodies, bare_in, bodies_in, head_of
from qatynas.claims.clauses import tokens_before
from qatynas.claims.context import At
from qatynas.claims.meetings_met import has_date, has_day, moved_on_to, with_participle
from qatynas.claims.meetings_places import hosting, planned_for, told_of_it
from qatynas.claims.meetings_words import signs
from qatynas.claims.when_places import own_place
from qatynas.language import Hit
from qatynas.language.mentions import Case, NameMention, NameType, NumberKind, NumberMention, Token
from qatynas.model import Span

_BETWEEN = 12  # words between a body's name and its session («… 2018 жылғы 7 ақпанда Ошта өткен IV отырысы»)
_NEAR = 2  # sentences back to which «оның отырысы» may mean a body whose words do not say whose it is


def is_of_many(at: At, body: NameMention) -> bool:
    """«Еуразиялық үкіметаралық кеңес»: a body of an organisation, whatever its name is like."""
    before = tokens_before(at.sentence, body.span.start)[-2:]
    return "of_many" in signs("session", before)


def body_of(at: At, hit: Hit) -> NameMention | None:
    """The body whose session it is: named before the noun, meant by «кеңестің», «оның», or told before."""
    tokens = at.sentence.tokens
    here = [n for n in bodies_in(at) if n.span.end <= tokens[hit.first].span.start]
    if here:
        gap = at.tokens_in(Span(here[-1].span.end, tokens[hit.first].span.start))
        if len(gap) <= _BETWEEN and not any(token.text in ";" for token in gap):
            return here[-1]
    bare = [span for span in bare_in(at) if span.end <= tokens[hit.first].span.start]
    meant = _told_before(at, head_of(at, bare[-1]), _word_before(at, bare[-1])) if bare else None
    earlier = meant or _told_before(at)
    if here:
        return here[-1]
    if earlier is None or (hit.key == "verbs" and not (bare and has_date(at, hit.span))):
        return None
    if hit.key == "verbs":
        return earlier
    near = tokens[max(0, hit.first - 4) : hit.first]
    says = signs("session", near)
    pointed = bool(says & {"bodies", "which", "first"}) or any(t.lower in ("оның", "осы", "бұл") for t in near)
    if pointed or ordinal_before(at, hit.first):
        return earlier
    told = next((b for b in at.before(2) if at.same_paragraph(b) and earlier in b.sentence.names), None)
    return earlier if told and has_date(at, with_participle(at, hit.first, hit.last)) else None


def unnamed(at: At, hit: Hit) -> NameMention | None:
    """«Қаржыгерлер кеңесінің алтыншы отырысы», «жұмыс тобы 20 шілдеде Алматыда қайта бас қосады»: a body whose words do
    not say whose it is, on a day and in a town of the pair, unless it is one country's own."""
    numbered = hit.key == "nouns" and ordinal_before(at, hit.first) is not None
    span = moved_on_to(at, hit.span)
    part = part_of(at, span)
    if not (has_day(at, span) or (numbered and at.dates_in(part))):
        return None
    place = own_place(at, part) or planned_for(at, part) or told_of_it(at, part) or hosting(at)
    before = at.sentence.tokens[: hit.last + 1]
    if place is None or place.country not in at.pair or "of_one" in signs("session", before):
        return None
    named = [name for name in any_bodies(at) if name.span.end <= hit.span.start]
    named = [n for n in named if numbered or "societies" not in signs("session", at.tokens_in(n.span)[-1:])]
    if hit.key == "nouns" and "councils" in signs("session", [at.sentence.tokens[hit.last]]):
        return _council(at, hit)
    body = named[-1] if named else _bare(at, hit)
    return NameMention(hit.span, NameType.BODY, "") if body is None and numbered else body


def _council(at: At, hit: Hit) -> NameMention | None:
    """«Құтқару қызметтерінің шілдеге белгіленген төртінші кеңесі»: a council that is a meeting, by whose it is."""
    tokens = at.sentence.tokens
    whose = next((i for i in range(hit.first - 1, -1, -1) if tokens[i].case == Case.GEN and tokens[i].plural), None)
    if whose is None:
        return None
    first = whose - 1 if whose and _is_plain(at, tokens[whose - 1]) else whose
    words = [token.text for token in tokens[first : whose + 1]]
    name = " ".join([*words, nominative(tokens[hit.last])])
    return NameMention(tokens[first].span.join(tokens[whose].span), NameType.BODY, name[:1].upper() + name[1:])


def _is_plain(at: At, token: Token) -> bool:
    """Whether a word is no more than an attribute of the one behind it."""
    known = [d.span for d in at.sentence.dates]
    return token.kind == "word" and token.case in (None, Case.NOM) and not any(s.covers(token.span) for s in known)


def _bare(at: At, hit: Hit) -> NameMention | None:
    """«жұмыс тобы» of no name."""
    bare = [span for span in bare_in(at) if span.end <= hit.span.start]
    if not bare:
        return None
    last = at.tokens_in(bare[-1])[-1]
    of = tokens_before(at.sentence, bare[-1].start)[-1:]
    span = of[0].span.join(bare[-1]) if of and of[0].plural and of[0].case in (None, Case.NOM) else bare[-1]
    before = span.of(at.reading.text)[: last.span.start - span.start]
    return NameMention(span, NameType.BODY, before + nominative(last))


def _word_before(at: At, span: Span) -> str:
    """«жоғары» of «Жоғары кеңес»: the word of a body's name that tells it from others."""
    before = [t.lower for t in at.sentence.tokens if t.span.end <= span.start][-1:]
    return before[0] if before else ""


def _told_before(at: At, noun: str | None = None, word: str = "") -> NameMention | None:
    """The body told last; of those that end in this noun where one is given, one with this word in its name first."""
    last: NameMention | None = None
    for other in at.before(len(at.reading.sentences)):
        near = at.index - other.index <= _NEAR
        for name in reversed(bodies_in(other) or (any_bodies(other) if near else ())):
            if noun is not None and head_of(other, name.span) != noun:
                continue
            if not word or word in name.canonical.lower().split():
                return name
            last = last or name
    return last


def ordinal_before(at: At, first: int) -> NumberMention | None:
    """The ordinal right before a noun: «сегізінші отырысы», «XIX отырысының»."""
    tokens = at.sentence.tokens
    edge = tokens[first].span.start
    for number in at.sentence.numbers:
        glued = number.kind == NumberKind.CARDINAL and at.reading.text[number.digits.end : edge] in ("-", "‑", "–")
        if not (glued or number.kind == NumberKind.ORDINAL) or number.part_of_date:
            continue
        gap = at.tokens_in(Span(number.digits.end, edge)) if number.digits.end <= edge else None
        if gap is not None and len(gap) <= 1:
            return number
    return None
