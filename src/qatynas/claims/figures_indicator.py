"""What a number counts: named beside it, named elsewhere in the sentence, or carried from what was said before."""

from __future__ import annotations

from qatynas.claims.clauses import token_after
from qatynas.claims.figures_choice import GOODS_OF_ONE_SIDE, NAMED_BEFORE, PART_OF_ONE_SIDE, Choice
from qatynas.claims.figures_direction import roles
from qatynas.claims.figures_lean import OTHER, SMALL, compatible, sibling
from qatynas.claims.figures_said import Found, Said
from qatynas.claims.figures_special import (
    aim_of_the_text,
    at_work,
    could_be_sold,
    despite,
    families,
    given_in_need,
    mirror_gap,
    named_in_question,
    share_of_supply,
    turned_trade,
    worth_of_deals,
)
from qatynas.claims.figures_units import parted
from qatynas.claims.figures_verbs import is_finite
from qatynas.claims.figures_words import COUNTED, STRONG, WEAK, Indicator, Mark, goods, indicators, noun, people, waters
from qatynas.language.mentions import Case, NameType, NumberKind
from qatynas.model import Span

_GREAT = 100_000_000  # a bare number from here on is money where the text is about money
_COUNTED_WITHIN = 45  # characters after a number in which the thing that it counts begins
_SELDOM = frozenset(("water.storage", "energy.price", "aid.mass", "investment.stock"))  # never told without their unit
_PARTS = ("percent", "times", "bare")


def choose(said: Said) -> Choice:
    """The indicator of a number: the first rule that finds one, `other` where none does."""
    for rule in RULES:
        if found := rule(said):
            return found
    return Choice(OTHER, "no word names an indicator")


def fits(indicator: Indicator, said: Said) -> bool:
    """Whether the indicator can be told in the number's unit; a bare number is left to the context."""
    kind = said.unit_kind
    if kind == "bare":
        return "rank" not in indicator.units
    if "rank" in indicator.units:
        return kind == "rank"
    return indicator.told_in(kind)


def ranked(said: Said) -> Choice | None:
    if said.number.kind is NumberKind.ORDINAL:
        return Choice(indicators()["trade.partner_rank"], "an ordinal of partners", said.number.span)
    return None


def counted(said: Said) -> Choice | None:
    """«195 тауар түрі», «он төрт құжатқа»: the noun right after the number, or before «саны»."""
    if said.unit_kind in ("percent", "times"):
        return _whose_number(said)
    if said.unit_kind not in ("count", "person", "bare"):
        return None
    counted_span = said.number.counted_span
    if counted_span is not None and said.unit_kind != "bare":
        direct = [m for m in _marks(said, COUNTED) if m.span.meets(counted_span)]
        if direct:
            best = max(direct, key=lambda m: len(m.span))
            return Choice(best.indicator, "the thing counted", best.span)
    if parted(said.number, said.at.sentence):  # «101 миллионы … компаниялардың үлесінде»
        return _whose_number(said)
    stop = min(said.number.digits.end + _COUNTED_WITHIN, said.piece.end + _COUNTED_WITHIN)
    following = [n.span.start for n in said.siblings if n.span.start > said.number.digits.end]
    stop = min([stop, *following])
    after = [
        m for m in _marks(said, COUNTED) if said.number.digits.end <= m.span.start < stop and not _verb_between(said, m)
    ]
    if after:
        best = min(after, key=lambda m: (m.span.start, -len(m.span)))
        return Choice(best.indicator, "the thing counted", best.span)
    return _whose_number(said)


def _whose_number(said: Said) -> Choice | None:
    """«кәсіпорындардың саны …»: the noun before «саны»."""
    for span in (said.left, said.led):
        if said.has("count_word", span):
            before = [m for m in _marks(said, COUNTED) if span.covers(m.span)]
            if before:
                best = max(before, key=lambda m: (m.span.end, len(m.span)))
                return Choice(best.indicator, "the thing whose number is given", best.span)
            doing = [
                m for m in said.marks.indicators if m.indicator.code == "education.students" and span.covers(m.span)
            ]
            if doing and said.unit_kind == "bare" and _people_in(said, span):  # «Бішкекте оқитын балалардың саны»
                return Choice(doing[-1].indicator, "people whose number is given", doing[-1].span)
            return None
    if subject := _subject_counted(said):
        return Choice(subject.indicator, "those whose number is given", subject.span)
    if said.number.case in (Case.ABL, Case.DAT) and said.unit_kind == "bare":
        beside = [m for m in _marks(said, COUNTED) if 0 < said.number.span.start - m.span.end <= 1]
        for mark in beside:  # «грантты 50-ден 80-ге көбейтті»
            if any(t.case is Case.ACC for t in said.tokens(mark.span)):
                return Choice(mark.indicator, "the thing that is made more or less", mark.span)
    return None


def _people_in(said: Said, span: Span) -> bool:
    return any(
        noun("persons", t.lemmas) or noun("folk", t.lemmas) or not people().isdisjoint(t.lemmas)
        for t in said.tokens(span)
    )


def _subject_counted(said: Said) -> Mark | None:
    """«… құрған фирмалар тоғыз жүз отызға жеткен»: things in the plural right before their bare number."""
    if said.unit_kind not in ("bare", "times"):
        return None
    marks = [m for m in _marks(said, COUNTED) if m.span.end <= said.number.span.start and said.reach.covers(m.span)]
    for mark in marks[-1:]:
        owner = said.tokens(mark.span)[-1:]
        between = [t for t in said.tokens(Span(mark.span.end, said.number.span.start)) if t.kind == "word"]
        plain = all(noun("hedging", (t.lower,)) or noun("leaning", (t.lower,)) for t in between)
        if owner and owner[0].plural and owner[0].case is Case.NOM and plain:
            return mark
    return None


def stored(said: Said) -> Choice | None:
    """«Тоқтоғұлда 9 млрд текше метр су бар»: water that stands in a reservoir."""
    if said.unit_kind != "m3" or said.has("water_moves", said.ahead):
        return None
    before = Span(said.at.sentence.span.start, said.number.span.start)
    places = said.at.names_in(before, NameType.PLACE)
    found = [name.span for name in places if name.case is Case.LOC and name.canonical in waters()]
    found = found or list(said.marks.spans("in_reservoir", before))
    if not found and said.has("volume_word", said.left):
        found = list(said.marks.spans("reservoir", before))
    return Choice(indicators()["water.storage"], "water that stands in a reservoir", found[0]) if found else None


def value_of(said: Said) -> Choice | None:
    """«жалпы бағасы 75 миллион еуро»: of goods that could be sold, of projects, of one work."""
    if said.unit_kind not in ("money", "bare") or not said.has("value"):
        return None
    span = next(iter(said.marks.spans("value", said.piece)))
    if said.has("budget", span) and not said.has("building", said.at.sentence.span):
        return None
    if worth := _worth_of_goods(said):
        return worth
    trade = [
        m
        for m in said.marks.indicators
        if m.indicator.code.startswith("trade.") and m.strength == STRONG and said.piece.covers(m.span)
    ]
    if trade and not said.has("potential_goods", said.at.sentence.span):
        return None
    last = said.memory.last(said, reach=1)
    goods = said.has("potential_goods", said.at.sentence.span) or (
        last is not None and last.indicator in ("trade.commodity_lines", "trade.export_potential")
    )
    if goods and not said.has("building", said.piece):
        return Choice(indicators()["trade.export_potential"], "the value of goods that could be sold", span, last)
    many = _counted_projects(said) or (
        last is not None and last.indicator in ("projects.count", "agreements.count", "projects.value")
    )
    if many:
        return Choice(indicators()["projects.value"], "the value of projects", span)
    if any(m.indicator.code == "energy.price" for m in said.marks.indicators):
        return None
    return Choice(indicators()["project.cost"], "the cost of a work", span)


def named_after(said: Said) -> Choice | None:
    """«екі жыл бұрын 900 миллион болған экспорт»: the noun that the number's participle describes."""
    if not said.verbs or said.verbs[0][1].form != "participle" or said.unit_kind not in ("money", "t", "bare"):
        return None
    if said.verbs[0][0] is not said.follower:
        return None
    after = token_after(said.at.sentence, said.verbs[0][0].span.end)
    found = [m for m in _marks(said, STRONG) if after is not None and m.span.covers(after.span) and _usable(m, said)]
    return Choice(found[0].indicator, "what the number describes", found[0].span) if found else None


def named_near(said: Said) -> Choice | None:
    """The nearest plain word for an indicator in the number's own words, then in those up to its verb."""
    for span in (said.piece, said.reach):
        found = _nearest(said, span, STRONG)
        if found:
            return found
    return None


def side_of_trade(said: Said) -> Choice | None:
    """«Соның ішінде Қазақстанның үлесіне 1,2 миллиард тиді»: what one side sells of the turnover told before."""
    if said.unit_kind not in ("money", "bare") or not said.has("share") or not (said.has("part") or said.has("rest")):
        return None
    named = said.at.names_in(said.piece, NameType.STATE, NameType.SIDE)
    owners = [n for n in named if n.country and (n.case is Case.GEN or said.words(n.span).lower() in people())]
    last = said.memory.last(said, "trade.turnover", reach=1)
    if last and not owners and (own := said.marks.spans("domestic", said.piece)):
        return Choice(indicators()["trade.export"], PART_OF_ONE_SIDE, own[0], last)
    return (
        Choice(indicators()["trade.export"], PART_OF_ONE_SIDE, owners[0].span, last)
        if last and len(owners) == 1
        else None
    )


def as_places(said: Said) -> Choice | None:
    """«биыл қырық грант, келесі жылы – елу орын»: places after grants."""
    if not noun("places", ((said.number.counted or "").lower(),)):
        return None
    last = said.memory.last(said, "education.grants", reach=2)
    return _from(last, "places after grants") if last else None


def goods_of_a_side(said: Said) -> Choice | None:
    """«Өсімнің жартысын қазақстандық астық құрады»: a share that one side's goods have of the trade told before."""
    if said.unit_kind != "percent" or not said.memory.last(
        said, "trade.turnover", "trade.export", "trade.import", reach=2
    ):
        return None
    named = goods(said.tokens(said.reach))
    for name in said.at.names_in(said.reach, NameType.STATE):
        whose = said.words(name.span).lower() in people()
        if whose and any(0 < span.start - name.span.end <= 2 for span in named):
            return Choice(indicators()["trade.export"], GOODS_OF_ONE_SIDE, name.span)
    return None


def leaning(said: Said) -> Choice | None:
    """«Бұл сан …», «соның 2,4 миллиарды», «өзгесі»: what the figure before counted."""
    whole = Span(said.piece.start, said.reach.end)
    early = any(
        span.start <= said.number.span.start + 1 and not despite(said, span)
        for key in ("carry", "rest", "same_value")
        for span in said.marks.spans(key, said.reach)
    )
    led = any(not despite(said, span) for span in said.marks.spans("carry", said.led))
    if not early and not (led and said.unit_kind in _PARTS) and not said.has("reverse", whole):
        return None
    inner = said.has("part", said.reach) or said.has("rest", said.reach)
    dated = any(d.edtf for d in said.at.sentence.dates)  # a time of its own: the whole again, not the part just told
    again = not inner and (said.unit_kind in ("money", "bare") or (said.unit_kind == "percent" and dated))
    last = compatible(said, reach=3, whole=again)
    return _from(last, "carried from the figure before") if last else None


def as_its_neighbour(said: Said) -> Choice | None:
    """«90 мың тоннаның орнына 65 мың ғана келді»: a bare number counts as the one before."""
    last = sibling(said) if said.unit_kind == "bare" else None
    return _from(last, "as the number before it in the sentence") if last else None


def named_weakly(said: Said) -> Choice | None:
    return _nearest(said, said.piece, WEAK) or _nearest(said, said.reach, WEAK)


def named_in_sentence(said: Said) -> Choice | None:
    """Elsewhere in the sentence: words before first, the nearest of them, then words after."""
    last = sibling(said)
    if last:
        return _from(last, "as the number before it in the sentence")
    for strength in (STRONG, WEAK):
        before = [m for m in _marks(said, strength) if said.led.covers(m.span) and _usable(m, said)]
        if before:
            best = max(before, key=lambda m: (m.span.end, len(m.span)))
            return Choice(best.indicator, NAMED_BEFORE, best.span)
    return None


def carried(said: Said) -> Choice | None:
    """An ellipsis: no word names it, the figure of the sentences before does, the whole rather than its parts."""
    large = said.unit_kind in ("money", "bare", "percent", "times", "m3", "t", "kWh")
    work = said.unit_kind == "money" and said.has("building", said.at.sentence.span)
    for before in said.at.before(4):
        if not said.at.same_paragraph(before):
            break
        last = compatible(said, reach=said.at.index - before.index, whole=True)
        if last and work and last.indicator != "project.cost":
            return None
        if last and (large or last.indicator == "other"):
            return _from(last, "carried from the sentence before")
    bare = said.unit_kind == "bare" and said.number.quantity.value >= _GREAT
    if (said.unit_kind == "money" or bare) and not work:
        unit = said.number.quantity.unit
        told = [
            f
            for f in said.memory.figures
            if f.indicator == "trade.turnover" and f.measure == "level" and (bare or f.quantity.unit == unit)
        ]
        if told:
            return _from(told[-1], "what the text is about")
    return None


def by_unit(said: Said) -> Choice | None:
    """Cubic metres are water, kilowatt-hours current; money for a building is its cost."""
    kind = said.unit_kind
    sentence = said.at.sentence.span
    if kind == "money" and said.has("building", sentence):
        return Choice(indicators()["project.cost"], "money for a work", said.marks.spans("building", sentence)[0])
    if kind == "t" and (flow := _goods_moved(said)):
        return flow
    if kind == "m3" and said.has("gas", sentence):
        return None
    alone = {"m3": "water.volume", "m3/s": "water.flow", "kWh": "energy.electricity", "W": "energy.capacity"}
    if kind in alone:
        return Choice(indicators()[alone[kind]], "by its unit", said.number.span)
    return None


RULES = (
    ranked,
    families,
    counted,
    mirror_gap,
    aim_of_the_text,
    turned_trade,
    at_work,
    stored,
    could_be_sold,
    worth_of_deals,
    given_in_need,
    value_of,
    named_after,
    named_near,
    side_of_trade,
    as_places,
    goods_of_a_side,
    share_of_supply,
    leaning,
    as_its_neighbour,
    named_weakly,
    named_in_sentence,
    named_in_question,
    carried,
    by_unit,
)


def _worth_of_goods(said: Said) -> Choice | None:
    """«қарсы жақтан келген жүктің құны 350 млн»: the value of goods that came or went, where trade is told of."""
    last = said.memory.last(said, "trade.turnover", "trade.export", "trade.import", reach=3)
    owners = [t for t in said.tokens(said.left) if t.case is Case.GEN and noun("wares", t.lemmas)]
    if last is None or not owners or said.has("building", said.piece):
        return None
    home = said.at.reading.home
    moving = roles(said, said.left)
    leaves = next((r.country for r in moving if r.case is Case.ABL), None)
    reaches = next((r.country for r in moving if r.case is Case.DAT), None)
    if leaves is None and reaches is None:
        return None
    bought = leaves != home if leaves else reaches == home
    code, rule = ("trade.import", "goods that home buys") if bought else ("trade.export", "goods that home sells")
    return Choice(indicators()[code], rule, owners[-1].span)


def _goods_moved(said: Said) -> Choice | None:
    """«Қырғызстаннан 62 мың тонна алма келді»: tonnes of goods to the other side are sold, those from it bought."""
    named = goods(said.tokens(said.reach))
    home = said.at.reading.home
    states = said.at.names_in(said.reach, NameType.STATE, NameType.SIDE)
    giver = next((name.country for name in states if name.case is Case.ABL), None)
    taker = next((name.country for name in states if name.case is Case.DAT), None)
    if not named or (giver is None and taker is None):
        return None
    sold = giver == home if giver else taker != home
    code, rule = ("trade.export", "goods that home sells") if sold else ("trade.import", "goods that home buys")
    return Choice(indicators()[code], rule, named[0])


def _marks(said: Said, strength: str) -> list[Mark]:
    """Marks of one strength that fit the number's unit, without those inside a longer one that fits."""
    fitting = [m for m in said.marks.indicators if fits(m.indicator, said)]

    def within_another(mark: Mark) -> bool:
        wider = (o for o in fitting if o.span != mark.span and o.indicator is not mark.indicator)
        return any(other.span.covers(mark.span) for other in wider)

    return [m for m in fitting if m.strength == strength and not within_another(m)]


def _usable(mark: Mark, said: Said) -> bool:
    """Water words name shares and areas only; a bare number takes a countable from nobody else."""
    code, kind = mark.indicator.code, said.unit_kind
    if kind == "bare" and (code in _SELDOM or not set(mark.indicator.units) & {"money", "m3", "t", "kWh"}):
        return False
    if code.startswith("water.") and not said.has("water_only", said.at.sentence.span):
        return False
    if code == "water.share":
        return kind == "percent" and said.has("water_words", Span(said.piece.start, said.reach.end))
    if kind in ("percent", "times") and code in (
        "energy.capacity",
        "water.storage",
        "water.volume",
        "water.flow",
        "water.irrigated_area",
    ):
        return code == "water.irrigated_area" and mark.strength == STRONG and len(mark.span) > 8
    return not (kind == "bare" and said.number.quantity.value < SMALL)


def _nearest(said: Said, span: Span, strength: str) -> Choice | None:
    """The mark in span that is nearest to the number; those of a neighbour's own words do not count."""
    found = [m for m in _marks(said, strength) if span.covers(m.span) and _usable(m, said) and not _others(said, m)]
    if not found:
        return None
    number = said.number.span

    def distance(mark: Mark) -> tuple[int, int]:
        gap = number.start - mark.span.end if mark.span.end <= number.start else mark.span.start - number.end
        return (max(gap, 0), -len(mark.span))

    best = min(found, key=distance)
    return Choice(best.indicator, "named beside it", best.span)


def _others(said: Said, mark: Mark) -> bool:
    """Whether the mark stands beyond another number, in that one's words."""
    low, high = sorted((said.number.span.start, mark.span.start))
    if any(is_finite(t) for t in said.tokens(mark.span)) and _all_alike(said, low, high):
        return False
    return any(low < n.span.start < high for n in said.siblings) and not said.piece.covers(mark.span)


def _all_alike(said: Said, low: int, high: int) -> bool:
    """«12 мың тонна ет, 5 мың тонна сүт сатылды»: whether the numbers between share the unit, and so the verb."""
    between = [n for n in said.siblings if low < n.span.start < high]
    return all(n.quantity.unit == said.number.quantity.unit for n in between)


def _from(found: Found, rule: str) -> Choice:
    return Choice(indicators().get(found.indicator, OTHER), rule, found.number.span, found)


def _counted_projects(said: Said) -> bool:
    sentence = said.at.sentence
    many = [
        m
        for m in said.marks.indicators
        if m.strength == COUNTED and m.indicator.code in ("projects.count", "agreements.count")
    ]
    counted = [n.counted_span for n in sentence.numbers if n.counted_span is not None and n is not said.number]
    return any(m.span.meets(span) for m in many for span in counted) or any(
        m.indicator.code == "projects.count" and _several(said, m) for m in many
    )


def _several(said: Said, mark: Mark) -> bool:
    """Whether the marked word is in the plural, or counted by a number just before it."""
    tokens = said.tokens(mark.span)
    near = any(
        0 <= mark.span.start - n.span.end <= 30
        for n in said.at.sentence.numbers
        if not n.part_of_date and n is not said.number
    )
    return near or any(token.plural for token in tokens)


def _verb_between(said: Said, mark: Mark) -> bool:
    between = Span(said.number.digits.end, max(mark.span.start, said.number.digits.end))
    return any(is_finite(token) for token in said.tokens(between))
