"""Lists of what one side sells the other become goods claims, each good with its HS heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qatynas.claims.clauses import token_after
from qatynas.claims.context import At
from qatynas.claims.goods_words import GOODS, TABLE, VERBS, WORDS
from qatynas.claims.predicates import mood, own_pair, reach
from qatynas.claims.predicates_lexicon import Sign, verb_tense
from qatynas.claims.towns import town_of_river
from qatynas.claims.voices import voiced
from qatynas.language import analyse
from qatynas.language.mentions import DateRole, NameMention, NameType
from qatynas.model import BlockKind, Claim, Good, Goods, Span

_NAMES = (
    NameType.BODY,
    NameType.ORGANISATION,
    NameType.QUOTED,
    NameType.PERSON,
    NameType.PLACE,
    NameType.OFFICE,
)
_BESIDE = 24
"""Characters between a side's name and the first of its goods: a word or two."""
_GAP = 2
"""Characters between a good and the next: a comma and a blank."""
_HIS_NEIGHBOUR = ("көршісі", "бауырлас", "ағайын")
_THEIRS = {"олардан": "source", "оларға": "goal"}
"""Pronouns that stand for the other side, from where the text stands."""
_POINTED = {
    **{(there, "жақтан"): ("source", "other") for there in ("сол", "ол", "арғы", "көрші")},
    **{(there, "беттен"): ("source", "other") for there in ("арғы", "көрші")},
    **{(there, "жаққа"): ("goal", "other") for there in ("сол", "ол", "арғы", "көрші")},
    **{(there, "бетке"): ("goal", "other") for there in ("арғы", "көрші")},
    ("бізге", "қарай"): ("goal", "home"),
    ("бері", "қарай"): ("goal", "home"),
    ("біз", "жаққа"): ("goal", "home"),
    ("бергі", "бетке"): ("goal", "home"),
}
"""Words that point over the border, from where the text stands."""
_HITHER = ("беріге", "бергіге", "берірекке")
_THITHER = ("арыға", "арғыға", "әріге")
_AND = frozenset({"және", "мен", "пен", "бен", "әрі"})
_STANDING = ("тұр", "отыр", "жатыр", "жүр", "тұрмыз", "отырмыз", "жатырмыз", "жүрміз")
_SUM = 10_000
_ENDS = ("from", "to")
_FEW = 2
"""A list has two goods at least; one alone is a product of a figure or an exchange."""


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence: one a list of goods and its verb."""
    told = list(_claims(at, goes_on=True))
    yield from told or _by_build(At(voiced(at.reading), at.index))


def _by_build(at: At) -> Iterator[Claim]:
    """«Қазақстан қырғыз нарығында бензин мен темекімен мығым тұр», «біз бидай мен майды сол жаққа айдадық»: one side
    acts with a list of goods and the other is where it goes or comes from, whatever the verb."""
    pair = own_pair(at)
    if at.sentence.block is BlockKind.TITLE or len(pair) != 2 or _measures(at, at.sentence.span):
        return
    listed = list(_goods(at))
    goods = tuple(dict.fromkeys(good for good, _ in listed))
    if len(goods) < _FEW or not _is_a_list(at, listed) or WORDS.of(at, "made") or at.sentence.numbers:
        return
    if not _is_told(at):
        return
    source, goal, actor = _sides(at, at.sentence.span)
    if actor is None and (goal or source):  # «арғы бетке асатын керуен», «беріге … жетеді»: only the way is told
        ends = (goal or source, next(code for code in pair if code != (goal or source)))
        actor, goal = (ends[1], ends[0]) if goal else ends
        source = None
    there = any(t.lower in TABLE.words["there"] for t in at.sentence.tokens)
    market = next((n.country for n in at.sentence.names if _is_market(at, n)), None)
    if market and market != actor:
        goal = goal or market
    if actor is None or not (goal or source or there or _trade_before(at)) or actor in (source, goal):
        return
    other = next(code for code in pair if code != actor)
    from_, to = (other, actor) if source and not goal else (actor, other)
    period, where = _period(at, carried=False)
    yield at.make(
        Goods,
        at.sentence.span,
        parties=pair,
        support=where,
        why=(("from", "one side with a list, the other as its place", ""),),
        status="done",
        from_=from_,
        to=to,
        goods=goods,
        period=period,
    )


def listed(at: At) -> Goods | None:
    """The goods that a sentence names, in whatever build, with what is told of their way; None where it names none."""
    at = At(voiced(at.reading), at.index)
    pair = own_pair(at)
    goods = tuple(dict.fromkeys(good for good, _ in _goods(at)))
    if len(pair) != len(_ENDS) or not goods:
        return None
    heads = {sign.code for sign in WORDS.of(at)}
    source, goal, actor = _sides(at, at.sentence.span)
    way = _told_before(at, heads) or _carried(at, heads)
    other = {code: next(o for o in pair if o != code) for code in pair}
    from_ = source or (other[goal] if goal else None) or actor or (way[0] if way else None)
    period, where = _period(at, carried=True)
    return at.make(
        Goods,
        at.sentence.span,
        parties=pair,
        support=where,
        status="done",
        from_=from_,
        to=other[from_] if from_ else None,
        goods=goods,
        period=period,
    )


def _is_told(at: At) -> bool:
    """A verb of the past or present that is not denied ends the sentence."""
    words = [token for token in at.sentence.tokens if token.kind == "word"]
    last = words[-1].lower if words else ""
    denied = last in ("емес", "жоқ") or any(r.negative for r in analyse(last)[:2])
    told = verb_tense(last) in ("past", "present", "progressive") or any(r.form == "past" for r in analyse(last))
    return not denied and (told or last in _STANDING)


def _is_a_list(at: At, listed: Sequence[tuple[Good, Span]]) -> bool:
    """Goods one after another, parted by commas and conjunctions and words of their own phrases."""
    tokens = at.sentence.tokens
    spans = [span for _, span in listed]
    between = [t for t in tokens if spans[0].end <= t.span.start < spans[-1].start]
    return any(t.text == "," or t.lower in _AND for t in between) and not any(
        verb_tense(t.lower) in ("past", "present") for t in between
    )


def _is_market(at: At, name: NameMention) -> bool:
    """«қырғыз нарығында», «көрші базарына»: where goods lie or go."""
    after = token_after(at.sentence, name.span.end)
    return after is not None and after.case in ("loc", "dat") and bool(after.lemmas & set(TABLE.words["shelves"]))


def _trade_before(at: At) -> bool:
    """Whether the sentence before told of goods, or of exports and imports."""
    before = next(iter(at.before(1)), None)
    if before is None or not before.same_paragraph(at):
        return False
    return bool(WORDS.of(before, "exports", "imports")) or bool(list(_claims(before, goes_on=False)))


def _claims(at: At, *, goes_on: bool) -> Iterator[Claim]:
    """As `claims`; goes_on: whether a list without sides may take its direction from the sentence before."""
    at = At(voiced(at.reading), at.index)
    pair = own_pair(at)
    if at.sentence.block is BlockKind.TITLE or len(pair) != 2 or not (VERBS.of(at) or WORDS.of(at)):
        return
    listed = list(_goods(at))
    if len({good.name for good, _ in listed}) < _FEW:
        return
    heads = {sign.code for sign in WORDS.of(at)}
    parts = _parts(at, [span for _, span in listed])
    before: tuple[str, str] | None = None
    for place, verb in parts:
        if _measures(at, place):
            continue
        goods = tuple(dict.fromkeys(good for good, span in listed if place.covers(span)))
        if len(goods) < _FEW or (verb is None and not {s.code for s in WORDS.of(at)} & {"heads", "abundant"}):
            continue
        heads = {sign.code for sign in WORDS.within(at, place)} if len(parts) > 1 and verb is None else heads
        direction = _of_origin(at, listed) if _on_the_shelf(at) else None
        if verb is None and len(parts) > 1:
            direction = _of_half(at, heads)
        direction = direction or _turned(at, place, before) or _direction(at, place, verb, heads)
        direction = direction or _of_origin(at, listed) or (_told_before(at, heads) if goes_on else None)
        if direction is None:
            continue
        from_, to, rule, support = direction
        before = from_, to
        period, where = _period(at, carried=verb is None)
        yield at.make(
            Goods,
            place if len(parts) > 1 else at.sentence.span,
            parties=pair,
            support=support + where,
            why=(("from", rule, verb.pattern if verb else ""),),
            status="done",
            from_=from_,
            to=to,
            goods=goods,
            period=period,
        )


def _told_before(at: At, heads: set[str]) -> tuple[str, str, str, tuple[tuple[Span, str], ...]] | None:
    """«Бері қарай құрт пен тері ағылады», «Одан бөлек …»: the direction of the list in the sentence before."""
    more = any(t.lower in TABLE.words["more"] for t in at.sentence.tokens[:3])
    if not (more or "back" in heads) or _sides(at, at.sentence.span) != (None, None, None):
        return None
    for other in at.before(1):
        if other.same_paragraph(at) and (lists := list(_claims(other, goes_on=False))):
            last = lists[-1]
            if isinstance(last, Goods) and last.from_ and last.to:
                sides = (last.to, last.from_) if "back" in heads else (last.from_, last.to)
                return *sides, "the list before", ((other.sentence.span, "from"),)
    return None


def _turned(
    at: At, place: Span, before: tuple[str, str] | None
) -> tuple[str, str, str, tuple[tuple[Span, str], ...]] | None:
    """«…, қарсы бағытта жеміс, тоқыма келеді», «…, ал өзі жеміс пен киім алады»: the direction just told, turned."""
    if before is None:
        return None
    own = any(token.lower in ("өзі", "өздері") for token in at.tokens_in(place))
    if not own and not any(sign.code == "back" for sign in WORDS.within(at, place)):
        return None
    return before[1], before[0], "the direction before, turned", ()


def _of_half(at: At, heads: set[str]) -> tuple[str, str, str, tuple[tuple[Span, str], ...]] | None:
    """«Экспортта …, импортта … басым»: from where the text stands."""
    home = at.reading.home
    other = next((code for code in own_pair(at) if code != home), None)
    if home is None or other is None:
        return None
    sides = (home, other) if "exports" in heads else (other, home)
    return *sides, "the text's own exports and imports", ()


def _on_the_shelf(at: At) -> bool:
    """«Көрші дүкендерінде қазақстандық кәмпит сатылады»: the goods lie in the other's shops, whose they are is told."""
    return any(t.case == "loc" and t.lower.startswith(TABLE.words["shelves"]) for t in at.sentence.tokens)


def _goods(at: At) -> Iterator[tuple[Good, Span]]:
    """The goods named, in order; a word inside a name (a body, a quoted title, a person) is none."""
    named = [n.span for n in at.names_in(at.sentence.span, *_NAMES)]
    seen: set[Span] = set()
    for hit in GOODS.find(at.sentence.tokens):
        name, _, hs = hit.key.partition("\t")
        if hit.span in seen:
            continue
        seen.add(hit.span)
        if not any(span.meets(hit.span) for span in named):
            yield Good(name, hs or None), hit.span


def _measures(at: At, place: Span) -> bool:
    """Where numbers with units, or of thousands («соманың 31 миллионы»), are told of goods, figures tell them."""
    numbers = at.numbers_in(place)
    return any(n.quantity.unit not in ("", "count", "times") or n.quantity.value >= _SUM for n in numbers)


def _parts(at: At, listed: Sequence[Span]) -> list[tuple[Span, Sign | None]]:
    """The sentence cut at its verbs of selling and buying («… әкелінсе, … жөнелтіледі» are two); one part without."""
    start = at.sentence.span.start
    parts: list[tuple[Span, Sign | None]] = []
    verbs = [sign for sign in VERBS.of(at) if sign.form]
    outer = [v for v in verbs if not any(o.span != v.span and o.span.covers(v.span) for o in verbs)]
    for index, verb in enumerate(outer):
        how = mood(at, verb)
        contrast = verb.form == "condition" and index + 1 < len(outer)
        told = how.tense in ("past", "present", "progressive") or verb.form in ("participle", "converb")
        if contrast or (how.stands and not how.ahead and told):
            own = reach(at, verb).start
            cut_in_list = any(own - _GAP <= span.end <= own for span in listed)
            parts.append((Span(start if cut_in_list else max(start, own), verb.span.end), verb))
            start = verb.span.end
    halves = [s for s in WORDS.of(at, "exports", "imports") if s.case == "loc"]
    if not parts and {s.code for s in halves} == {"exports", "imports"}:
        cut = halves[-1].span.start  # «экспортта …, импортта …»
        return [(Span(at.sentence.span.start, cut), None), (Span(cut, at.sentence.span.end), None)]
    leading = parts[0][1] if len(parts) == 1 else None
    if leading is not None and leading.form == "participle" and all(s.start > leading.span.end for s in listed):
        return [(at.sentence.span, leading)]
    return parts or [(at.sentence.span, None)]


def _direction(
    at: At, place: Span, verb: Sign | None, heads: set[str]
) -> tuple[str, str, str, tuple[tuple[Span, str], ...]] | None:
    """(from, to, rule, support): by the cases of the sides, the verb's sense, or the direction told before."""
    pair = own_pair(at)
    source, goal, actor = _sides(at, place)
    if verb is not None and source is None and goal is None and (verb.pattern in TABLE.words["weak"] or not actor):
        if verb.pattern in TABLE.words["weak"] and "heads" not in heads:
            return None
        if actor is None and not _is_ours(at, place):
            return _carried(at, heads)
    if verb is None and "imports" in heads and _is_ours(at, place) and source is None:
        goal, actor = at.reading.home, None
    if verb is not None and actor and source is None and _brings(at, verb, goal, actor, place):
        source, actor = actor, None
    buying = (verb is not None and verb.code == "buys") or (verb is None and "imports" in heads)
    actor = actor or (at.reading.home if _is_ours(at, place) else None)
    if verb is None and "exports" not in heads and "imports" not in heads:
        return _carried(at, heads)
    if buying:
        goal = goal or actor
    else:
        source = source or actor
    source = source or next((c for c in pair if goal and c != goal), None)
    goal = goal or next((c for c in pair if source and c != source), None)
    if source and goal and source != goal:
        return source, goal, "the sides' cases and the verb", ()
    return _carried(at, heads)


def _brings(at: At, verb: Sign, goal: str | None, actor: str, place: Span) -> bool:
    """«Қырғыз диқандары біздің базарға картоп әкеледі»: who brings it to the other's market has it."""
    home = at.reading.home
    carries = verb.pattern in ("әкел-", "тасы-", "тасып әкел-", "алып кел-") and actor != home
    return verb.code == "brings" or (carries and (goal == home or _is_ours(at, place)))


def _of_origin(
    at: At, listed: Sequence[tuple[Good, Span]]
) -> tuple[str, str, str, tuple[tuple[Span, str], ...]] | None:
    """«Базарда қазақстандық кәмпит пен макарон көп»: whose goods they are, said right before the first of them."""
    pair = own_pair(at)
    if not WORDS.of(at, "abundant"):
        return None
    first = listed[0][1].start
    for name in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE):
        near = 0 <= first - name.span.end <= _BESIDE
        if near and name.country in pair and len(name.countries) < 2:
            other = next(code for code in pair if code != name.country)
            return name.country, other, "whose goods they are", ()
    return None


def _sides(at: At, place: Span) -> tuple[str | None, str | None, str | None]:
    """(source, goal, actor): the sides of place by their cases; a place of a side stands for it."""
    found: dict[str, str] = {}
    for name in at.names_in(place, NameType.STATE, NameType.SIDE, NameType.PLACE):
        country = name.country or town_of_river(at, name)
        if country is None or country not in own_pair(at):
            continue
        case = name.case.value if name.case else "nom"
        if case == "nom" and name.type in (NameType.STATE, NameType.SIDE):
            after = token_after(at.sentence, name.span.end)
            own = after is not None and after.lower.startswith(_HIS_NEIGHBOUR)
            headed = after is not None and bool(after.lemmas & TABLE.heads)
            if name.type is NameType.SIDE:
                headed = after is not None and after.lower.startswith("жақ")  # «біз жақтан», not «біз көршіге»
            if after is not None and not own and after.case is not None and headed:
                case = after.case.value
        role = {"abl": "source", "dat": "goal", "nom": "actor", "gen": "owner"}.get(case)
        if role:
            found.setdefault(role, country)
    for token in at.tokens_in(place):
        other = next((code for code in own_pair(at) if code != at.reading.home), None)
        if not other or not at.reading.home:
            continue
        if token.lower in _THEIRS:
            found.setdefault(_THEIRS[token.lower], other)
        if token.lower in (*_HITHER, *_THITHER):
            found.setdefault("goal", at.reading.home if token.lower in _HITHER else other)
    for before, after in pairwise(at.tokens_in(place)):
        side = _POINTED.get((before.lower, after.lower))
        other = next((code for code in own_pair(at) if code != at.reading.home), None)
        if side and other and at.reading.home:
            found.setdefault(side[0], other if side[1] == "other" else at.reading.home)
    actor = found.get("actor") or found.get("owner")
    return found.get("source"), found.get("goal"), actor


def _is_ours(at: At, place: Span) -> bool:
    """«біз», «сатқанымыз», «импортымыздың»: the document's own side speaks."""
    ours = ("мыз", "міз", "мыздың", "міздің", "мызда", "мізде")
    words = [token.lower for token in at.tokens_in(place)]
    return any(word in ("біз", "біздің") or word.startswith("біздік") or word.endswith(ours) for word in words)


def _carried(at: At, heads: set[str]) -> tuple[str, str, str, tuple[tuple[Span, str], ...]] | None:
    """The direction of the sentences before: their export or import, turned round by «кері бағытта»."""
    pair = own_pair(at)
    home = at.reading.home if at.reading.home in pair else None
    for other in (at, *at.before(3)):
        if other is not at and not (other.same_paragraph(at) or other.index == at.index - 1):
            continue
        codes = WORDS.of(other, "exports", "imports")
        owner = _sides(other, other.sentence.span)[2] or home
        if codes and owner:
            other_side = next(c for c in pair if c != owner)
            exports = codes[-1].code == "exports"
            if "back" in heads and other is not at:
                exports = not exports
            sides = (owner, other_side) if exports else (other_side, owner)
            return *sides, "the direction told before", ((codes[-1].span, "from"),) if other is not at else ()
    return None


def _period(at: At, *, carried: bool) -> tuple[str | None, tuple[tuple[Span, str], ...]]:
    for other in (at, *(at.before(3) if carried else ())):
        if other is not at and not other.same_paragraph(at):
            break
        for date in other.sentence.dates:
            if date.edtf and date.role is DateRole.IN:
                return date.edtf, () if other is at else ((date.span, "period"),)
    return None, ()
