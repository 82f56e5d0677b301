"""What a diaspora's body grew out of, and what a later sentence says of the one told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qatynas.claims.acts import part_of
from qatynas.claims.agreements_spelling import nominative
from qatynas.claims.communities_words import (
    Told,
    country_place,
    in_quotes,
    is_done,
    keys_of,
    place_before,
    table,
)
from qatynas.claims.context import At
from qatynas.claims.when_told import told
from qatynas.language.mentions import Case, NameType, Token
from qatynas.model import Span

_CLOSE = 2  # characters between «құрылған» and the name in quotes


def with_forerunner(at: At, here: list[Told]) -> list[Told]:
    """«… орталығы 2009 жылы тіркелді, оған дейін бұл жүкті «Мекен» қоғамы арқалаған»: what it grew out of."""
    body = here[0]
    if body.succeeds or "before" not in keys_of(at.sentence.tokens):
        return here
    for span in in_quotes(at.sentence.tokens):
        found = _with_noun(at, span)
        if found is None or span.of(at.reading.text).lower() in body.name.lower():
            continue
        part = part_of(at, span)
        if "before" not in keys_of(at.tokens_in(part)):
            continue
        before = f"«{span.of(at.reading.text)}» {nominative(found[1], keep_possessive=True)}"
        own = Told(before, part.join(span), body.place, None)
        others = [other for other in here[1:] if not other.span.covers(span)]
        acts = found[1].case in (None, Case.NOM) and part != body.span  # «оған дейін «Мекен» қоғамы арқалаған»
        return [replace(body, succeeds=before), own, *others] if acts else [replace(body, succeeds=before), *others]
    return here


def with_carried(at: At, here: list[Told], named: Sequence[Told], before: Told) -> list[Told]:
    """«Кейін ол … қорына айналды», «2009 жылы ашылған сол ұйым …»."""
    tokens = at.sentence.tokens
    keys = keys_of(tokens)
    if "grown" in keys and _opens_with_pointer(tokens) and (older := _footing(at, before)):
        return [older]
    if here and "grown" in keys and _opens_with_pointer(tokens):
        body = here[0]
        return [Told(body.name, body.span, body.place, body.moment, before.name, True, body.carried), *here[1:]]
    if not here and "grown" in keys and _opens_with_pointer(tokens) and (renamed := _renamed(at, before)):
        return [renamed]
    if named or not _points_to_body(at):
        return here
    founded = [hit for hit in table().find(tokens) if hit.key == "founded"]
    if not founded or not is_done(at, founded[0]):
        return here
    place = place_before(at, founded[0].span.end) or before.place
    moment = told(at, founded[0].span)
    return [*here, Told(before.name, at.sentence.span, place, moment, None, True, before.span)]


def rebuilt(at: At, *, known: bool) -> list[Told]:
    """«Ата жолы» клубы «Қазақ үйі» орталығы болып қайта құрылды»: one body in quotes turns into another.

    The old one is told, too, where the sentence says when it was founded. known: the text has told of such bodies;
    else a people must be named.
    """
    tokens = at.sentence.tokens
    keys = keys_of(tokens)
    if not {"grown", "founded", "society"} <= keys:
        return []
    founded = [hit for hit in table().find(tokens, overlapping=True) if hit.key == "founded" and is_done(at, hit)]
    quoted = [found for span in in_quotes(tokens) if (found := _with_noun(at, span))]
    people = any(n.role == "adjective" for n in at.names_in(at.sentence.span, NameType.STATE))
    if not founded or len(quoted) < 2 or not (known or people):
        return []
    (old, noun), (new, _) = quoted[0], quoted[-1]
    place = place_before(at, old.start) or place_before(at, new.start) or country_place(at)
    before = f"«{old.of(at.reading.text)}» {nominative(noun, keep_possessive=True)}"
    grown = Told(new.of(at.reading.text), at.sentence.span, place, told(at, founded[-1].span), before)
    attribute = next((hit for hit in founded if 0 < old.start - hit.span.end <= _CLOSE), None)
    since = told(at, attribute.span) if attribute else None
    if since is None or attribute is None or attribute is founded[-1]:
        return [grown]
    start = (since.span or old).start
    earlier = Told(old.of(at.reading.text), Span(min(start, old.start), noun.span.end), place, since)
    return [earlier, replace(grown, span=Span(noun.span.end, at.sentence.span.end))]


def _with_noun(at: At, name: Span) -> tuple[Span, Token] | None:
    """A name in quotes with the noun for a body right behind it."""
    after = [t for t in at.sentence.tokens if t.span.start >= name.end and t.kind == "word"][:2]
    noun = next((token for token in after if "society" in keys_of((token,))), None)
    inside = at.tokens_in(name)
    if noun is None and len(inside) > 1 and "society" in keys_of(inside[-1:]):
        noun = inside[-1]  # «Қазақ мәдениет орталығы» тіркелді
    return (name, noun) if noun else None


def _footing(at: At, body: Told) -> Told | None:
    """«Ол 1991 жылы құрылған «Қырғыз ауылы» үйірмесінің негізінде бой көтерген»: the older body with its founding."""
    for span in in_quotes(at.sentence.tokens):
        found = _with_noun(at, span)
        behind = [t for t in at.sentence.tokens if found and t.span.start >= found[1].span.end][:1]
        if found is None or found[1].case != Case.GEN or "footings" not in keys_of(behind):
            continue
        attribute = next(
            (
                h
                for h in table().find(at.sentence.tokens)
                if h.key == "founded" and 0 < span.start - h.span.end <= _CLOSE
            ),
            None,
        )
        moment = told(at, attribute.span) if attribute else None
        return Told(span.of(at.reading.text), at.sentence.span, body.place, moment)
    return None


def _renamed(at: At, before: Told) -> Told | None:
    """«Кейін ол «Отан» бірлестігі болып қайта құрылды»: a name in quotes for the body told before."""
    quoted = at.names_in(at.sentence.span, NameType.QUOTED)
    if not quoted or "body" not in keys_of(at.sentence.tokens):
        return None
    moment = told(at, quoted[0].span)
    place = place_before(at, at.sentence.span.end) or before.place
    return Told(quoted[0].canonical, at.sentence.span, place, moment, before.name, True, before.span)


def _opens_with_pointer(tokens: Sequence[Token]) -> bool:
    return "pointing" in keys_of(tokens[:3])


def _points_to_body(at: At) -> bool:
    """«бұл ұйым», «ол»."""
    tokens = at.sentence.tokens
    if "body" in keys_of(tokens[:1]) and tokens[0].case in (None, Case.NOM):
        return True
    pairs = zip(tokens, [*tokens[1:], None], strict=False)
    return any(
        "pointing" in keys_of((a,)) and (b is None or "body" in keys_of((b,)) or a.lower == "ол") for a, b in pairs
    )
