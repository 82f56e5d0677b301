"""Where a document's title begins: read leftwards from its head noun, up to what cannot belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from qatynas.claims.acts import verb
from qatynas.claims.agreements_words import act_stems, find_acts, signs
from qatynas.claims.context import At
from qatynas.claims.when_told import is_term
from qatynas.language import Hit, analyse
from qatynas.language.mentions import Case, NameType, Token

_LONGEST = 28  # words of a title, a law's aside
_FUTURE = ("атын", "етін", "йтын", "йтін")
_DASHES = "-–—‑"
_STOPPING_NAMES = (
    NameType.PERSON,
    NameType.OFFICE,
    NameType.SIDE,
    NameType.BODY,
)


def left_edge(at: At, hit: Hit, heads: Sequence[int], aside: int) -> tuple[int, tuple[str, ...]]:
    """The first token that may belong to the title, and the states named before «арасындағы»."""
    tokens = at.sentence.tokens
    first, linked = hit.first, False
    index = aside - 1
    if aside < hit.first and tokens[aside - 1].case == Case.GEN:
        owner = next((n for n in at.sentence.names if n.span.covers(tokens[aside - 1].span)), None)
        start = owner.span.start if owner else tokens[aside - 1].span.start
        first = next(i for i, token in enumerate(tokens) if token.span.start >= start)
        return (first - 1 if owner is None and _is_modifier(tokens, first - 1) else first), ()
    while index >= 0 and hit.first - index <= _LONGEST:
        token = tokens[index]
        if _in_quotes(at, index, hit.first):
            first, index = index, index - 1
            continue
        says = signs((token,))
        if "between" in says and index < hit.first:
            sides = sides_at(at, token.span.start)
            bodies = first == hit.first and _is_between_bodies(at, index)
            return _first_of_bodies(at, index) if bodies else first, sides
        date = next((d for d in at.sentence.dates if d.span.covers(token.span) and not d.duration), None)
        if date and not is_term(at, date) and not _part_of_term(at, token):
            before = _index_before(tokens, date.span.start)
            if before < 0 or "links" not in signs((tokens[before],)) or first != hit.first:
                break
            index = before
            continue
        if "links" in says and first != hit.first and index and "occasions" in signs((tokens[index - 1],)):
            break  # «сапар қорытындысы бойынша … туралы меморандумға»
        links = "links" in says or is_describing(tokens, index)
        if not links and _stops(at, index, linked, heads, hit.first):
            break
        linked = linked or links
        first = index
        index -= 1
    return first, ()


def is_describing(tokens: Sequence[Token], index: int) -> bool:
    """«өзгеріс енгізетін хаттама», «шекараны айқындайтын шарт»: a participle of what a document does, as good as a
    title, and no act on it («ертең қол қоятын шарт»)."""
    reading = verb(tokens[index])
    if reading is None or reading.form != "participle" or reading.case != Case.NOM or index == 0:
        return False
    if not reading.suffix.startswith(_FUTURE) or is_act(tokens, index):
        return False
    return tokens[index - 1].case == Case.ACC or "amending" in signs(tokens[index - 1 : index + 1])


def _is_between_bodies(at: At, index: int) -> bool:
    """«кеден органдары арасындағы келісім»: parted by institutions and not by states, which title no document."""
    token = at.sentence.tokens[index - 1] if index else None
    return token is not None and token.plural and bool(signs((token,)) & {"institutions"})


def _first_of_bodies(at: At, index: int) -> int:
    """Where the institutions before «арасындағы» at index begin to be named."""
    tokens, first = at.sentence.tokens, index - 1
    while first > 0 and not _stops(at, first - 1, False, (), index):
        reading = verb(tokens[first - 1])
        if not _is_modifier(tokens, first - 1) and (reading is None or reading.form != "infinitive"):
            break
        first -= 1
    return first


def _is_modifier(tokens: Sequence[Token], index: int) -> bool:
    """«Энергетика министрліктерінің»: the noun before an institution says which one it is."""
    if index < 0 or tokens[index].kind != "word" or "leading" in signs((tokens[index],)):
        return False
    return tokens[index].case in (None, Case.NOM) and verb(tokens[index]) is None


def _in_quotes(at: At, index: int, head: int) -> bool:
    """«„Бір сапар – екі ел“ бағдарламасы»: whether a token stands in the quotes right before the head noun."""
    tokens = at.sentence.tokens
    if head == 0 or tokens[head - 1].text not in "»”":
        return False
    opening = next((i for i in range(head - 2, max(-1, head - _LONGEST), -1) if tokens[i].text in "«“„»”"), None)
    return opening is not None and tokens[opening].text not in "»”" and opening <= index < head


def _acts_before_term(at: At, index: int) -> bool:
    """«екі облыс 2025–2028 жылдарға арналған …»: a bare noun before the years of a paper is who makes it."""
    tokens = at.sentence.tokens
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or token.case not in (None, Case.NOM) or token.attributive or not _part_of_term(at, following):
        return False
    return "links" not in signs((token,)) and verb(token) is None and not _part_of_term(at, token)


def _part_of_term(at: At, token: Token) -> bool:
    return any(d.span.covers(token.span) and is_term(at, d) for d in at.sentence.dates)


def _index_before(tokens: Sequence[Token], position: int) -> int:
    return next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].span.end <= position), -1)


def _stops(at: At, index: int, linked: bool, heads: Sequence[int], head: int) -> bool:
    """Whether token index cannot belong to a title whose head noun stands at head."""
    tokens = at.sentence.tokens
    token = tokens[index]
    if token.kind == "mark":
        if token.text in _DASHES and _joins_places(at, index):
            return False
        return _mark_stops(tokens, index, linked, heads, head)
    if any(n.span.covers(token.span) and n.type in _STOPPING_NAMES for n in at.sentence.names):
        return not (linked and _is_founded(at, index))
    if _joins_documents(tokens, index, heads) or _acts_before_term(at, index):
        return True
    if "subjects" in signs((token,)) and "links" not in signs(tokens[index + 1 : index + 2]):
        return True  # not of «бауырлас қалалар туралы»
    if any(n.span.covers(token.span) and n.type == NameType.STATE for n in at.sentence.names) and not token.attributive:
        return not (linked and token.case not in (None, Case.NOM, Case.GEN))
    if index in heads and tokens[index].case in (Case.DAT, Case.ACC) and not linked:
        return "added" not in signs(tokens[index + 1 : index + 2])  # «шартқа қосымша хаттама»
    if token.case == Case.INS and "other_paper" in signs((token,)):
        return True  # «қаулысымен … туралы келісімді бекітті»
    place = any(n.span.covers(token.span) and n.type == NameType.PLACE for n in at.sentence.names)
    known = place or (token.kind == "word" and analyse(token.lower)[0].known)
    if token.case == Case.LOC and not token.attributive and known:
        return place or not linked or "within" not in signs((token,))
    return _verb_stops(tokens, index, linked)


def _is_founded(at: At, index: int) -> bool:
    """«… туралы» preceded by «іскерлік кеңес құру»: a body that the document is to found, not who signs it."""
    body = next(
        (n for n in at.names_in(at.sentence.span, NameType.BODY) if n.span.covers(at.sentence.tokens[index].span)), None
    )
    after = next((t for t in at.sentence.tokens if body and t.span.start >= body.span.end), None)
    reading = verb(after) if after else None
    return reading is not None and reading.form == "infinitive"


def _joins_places(at: At, index: int) -> bool:
    """«Талас – Тараз жолын жөндеу туралы»: a dash between the ends of a road."""
    tokens = at.sentence.tokens
    if not 0 < index < len(tokens) - 1:
        return False
    places = [name.span for name in at.sentence.names if name.type in (NameType.PLACE, NameType.STATE)]
    return all(any(place.covers(tokens[beside].span) for place in places) for beside in (index - 1, index + 1))


def _verb_stops(tokens: Sequence[Token], index: int, linked: bool) -> bool:
    reading = verb(tokens[index]) or (verb(tokens[index], act_stems()) if _ends_act(tokens, index) else None)
    if reading is None:
        return False
    if reading.form in ("past", "present", "perfect", "inferred", "intention", "condition", "wish"):
        return True
    if reading.form == "converb":
        return (index + 1 < len(tokens) and tokens[index + 1].text == ",") or not linked
    if reading.form != "participle" or reading.case != Case.NOM or "plain" in signs((tokens[index],)):
        return False
    return not linked or is_act(tokens, index)


def is_act(tokens: Sequence[Token], index: int) -> bool:
    return any(hit.last == 1 or hit.first == 0 for hit in find_acts(tokens[max(0, index - 1) : index + 1]))


def _ends_act(tokens: Sequence[Token], index: int) -> bool:
    """«сиясы кепкен»: the last word of an act whose verb is no known one alone."""
    return index > 0 and any(hit.last == 1 and hit.first == 0 for hit in find_acts(tokens[index - 1 : index + 1]))


def _joins_documents(tokens: Sequence[Token], index: int, heads: Sequence[int]) -> bool:
    """«A туралы келісім мен B туралы меморандум»: the conjunction ends the second title."""
    return index - 1 in heads and "joins" in signs((tokens[index],))


def _mark_stops(tokens: Sequence[Token], index: int, linked: bool, heads: Sequence[int], head: int) -> bool:
    text = tokens[index].text
    if text in _DASHES:
        return not (0 < index < len(tokens) - 1 and {tokens[index - 1].kind, tokens[index + 1].kind} == {"number"})
    if text in '»”"':
        return False
    if text in "«“„":
        return not any(tokens[i].text in '»”"' for i in range(index, head))
    if text != "," or not linked or index == 0 or index - 1 in heads:
        return True
    before = tokens[index - 1]
    reading = verb(before)
    is_noun = (reading is None or reading.form == "infinitive") and before.case in (Case.NOM, None)
    joined = "joins" in signs(tokens[index + 1 : head])
    return not (joined and is_noun and before.kind == "word")


def sides_at(at: At, position: int) -> tuple[str, ...]:
    """The states of «Өзбекстан, Түркия және Қытай арасындағы …», read backwards from position."""
    found: list[str] = []
    edge = position
    for name in reversed(at.sentence.names):
        if name.span.end > position or name.type not in (NameType.STATE, NameType.SIDE):
            continue
        between = [t for t in at.sentence.tokens if name.span.end <= t.span.start and t.span.end <= edge]
        if len(between) > 3:
            break
        found.extend(name.countries or ((name.country,) if name.country else ()))
        edge = name.span.start
    return tuple(sorted(set(found))) if len(set(found)) > 1 else ()


def sides_before(at: At, index: int) -> tuple[str, ...]:
    """The states of the last «… арасында» before token index in the sentence."""
    for token in reversed(at.sentence.tokens[:index]):
        if "between" in signs((token,)):
            return sides_at(at, token.span.start)
    return ()
