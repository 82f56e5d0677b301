"""Judgements become assessment claims: who holds that what helps, threatens, decides or founds the relationship."""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.claims.assessments_conditions import conditions
from qatynas.claims.assessments_holders import holder
from qatynas.claims.assessments_phrases import acting, advised, equated, explained
from qatynas.claims.assessments_polarity import turns
from qatynas.claims.assessments_rules import ORDER, stance_of
from qatynas.claims.assessments_shapes import shaped
from qatynas.claims.assessments_views import STANCES, View, is_outside, longest, view_of
from qatynas.claims.clauses import token_after
from qatynas.claims.context import At
from qatynas.claims.predicates import own_pair
from qatynas.claims.predicates_lexicon import Sign
from qatynas.claims.topics_words import topics_of
from qatynas.language.mentions import NameMention, NameType
from qatynas.model import HEADLINES, Assessment, Claim, Span


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence: one a judged subject, the strongest stance of the sentence."""
    if at.sentence.block in HEADLINES or at.sentence.text.rstrip(' »”"').endswith("?"):
        return
    signs: tuple[Sign, ...] = (*STANCES.of(at), *conditions(at))
    signs += tuple(
        turn for turn in turns(at) if not any(turn.span.meets(sign.span) for sign in signs if sign.code != "hope")
    )
    pair = own_pair(at, strict=False) or (_by_region(at) if signs else ())
    if len(pair) < 2:
        return
    held, support = holder(at) if signs else (None, ())
    views = [view_of(at, sign, held) for sign in longest(signs) if not _is_in_title(at, sign)]
    judged = [(stance, view) for view in views for stance in [stance_of(view)] if stance]
    if not judged:
        yield from _shaped(at, pair)
        return
    chosen = _apart(sorted(judged, key=lambda item: ORDER.index(item[0])))
    for stance, view in chosen:
        yield from _claims(view, stance, at.sentence.span if len(chosen) == 1 else view.place, pair, support)


def _shaped(at: At, pair: tuple[str, ...]) -> Iterator[Claim]:
    """A judgement that only the sentence's build tells."""
    if found := shaped(at):
        sign, stance = found
        held, support = holder(at)
        yield from _claims(view_of(at, sign, held), stance, at.sentence.span, pair, support)


def _apart(judged: list[tuple[str, View]]) -> list[tuple[str, View]]:
    """The strongest judgement, and those of clauses of their own: another stance, or another outside power's."""
    chosen: list[tuple[str, View]] = []
    for stance, view in judged:
        rivals = [(s, v) for s, v in chosen if v.place.meets(view.place) or (s == stance != "influence")]
        alone = stance != "influence" or not chosen or any(view.place.covers(n.span) for n in view.outsiders)
        if not rivals and alone:
            chosen.append((stance, view))
    return chosen


def _claims(
    view: View, stance: str, span: Span, pair: tuple[str, ...], support: tuple[tuple[Span, str], ...]
) -> Iterator[Claim]:
    at, held = view.at, view.holder
    cause, effect = _phrases(view, stance)
    for subject in _subjects(view, stance, cause):
        yield at.make(
            Assessment,
            span,
            parties=pair,
            support=support,
            why=(("stance", "judging word", view.sign.pattern), ("holder", "whom the text credits", held or "")),
            status="done",
            holder=held,
            stance="influence" if stance == "cause" else stance,
            subject=subject,
            topics=topics_of(at, span),
            cause=cause,
            effect=effect,
        )


def _is_in_title(at: At, sign: Sign) -> bool:
    """«Достықтың алтын көпірі» ескерткіші, «Береке – Етрек бағытында»: a name judges nothing."""
    tokens = at.sentence.tokens
    first = next((i for i, token in enumerate(tokens) if token.kind == "word"), 0)
    if sign.first == sign.last and sign.first > first and tokens[sign.first].text[:1].isupper():
        before = tokens[sign.first - 1]
        if before.kind == "word" and not before.text.isupper():
            return True
    return any(name.span.covers(sign.span) for name in at.names_in(at.sentence.span, NameType.QUOTED))


def _by_region(at: At) -> tuple[str, ...]:
    """An outside power that acts on the region acts on the document's pair."""
    return at.pair if any(is_outside(at, name) for name in at.sentence.names) else ()


def _subjects(view: View, stance: str, cause: str | None) -> list[str | None]:
    """The state or organisation that a judgement is of, one claim each; None where it is of none."""
    if stance == "cause":
        return [_who_caused(view, cause)]
    if stance == "influence":
        inside = [n for n in view.outsiders if view.place.covers(n.span)] or list(view.outsiders)
        first = min((n.span.start for n in inside), default=0)
        named = [n for n in inside if n.span.start == first]
        return [code_of(named[0])] if named else [None]
    organisations = dict.fromkeys(
        n.canonical
        for n in view.at.names_in(view.at.sentence.span, NameType.ORGANISATION, NameType.BODY)
        if stance == "benefit"
    )
    if organisations:
        return list(organisations)
    if stance == "recommendation":
        return [_who_ought(view)]
    return [None]


def _who_caused(view: View, cause: str | None) -> str | None:
    """The one state whose doing a cause is: «… себебі – көрші тараптың … көшуі»."""
    sides = (NameType.STATE, NameType.SIDE)
    for name in view.at.names_in(view.at.sentence.span, *sides) if cause else ():
        words = name.span.of(view.at.reading.text)
        after = token_after(view.at.sentence, name.span.end)
        owner = name.case == "gen" or (after is not None and after.case == "gen")
        if words in (cause or "") and owner and len(name.countries) < 2:
            return name.country
    return None


def code_of(name: NameMention) -> str:
    return name.country or name.canonical if name.type in (NameType.STATE, NameType.PLACE) else name.canonical


def _who_ought(view: View) -> str | None:
    """«Астана … күш салуы қажет»: the one state that stands as the subject, a capital for its state."""
    for name in view.at.names_in(view.place, NameType.STATE, NameType.PLACE, NameType.SIDE):
        if name.case in (None, "nom") and name.country in view.at.pair and not name.attributive:
            return name.country
        break
    return None


def _phrases(view: View, stance: str) -> tuple[str | None, str | None]:
    """(cause, effect): whole phrases of the text, None where they cannot be told."""
    if stance == "cause":
        return explained(view.at, view.place, view.sign) or (None, None)
    if stance == "recommendation":
        return advised(view.at, view.place, view.sign)
    if stance == "basis" and not view.sign.form:
        return equated(view.at, view.sign)
    return acting(view.at, view.place, view.sign)
