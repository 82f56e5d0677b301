"""What a number counts: named beside it, named elsewhere in the sentence, or carried from what was said before."""

from __future__ import annotations

from qatynas.claims.clauses import token_after
from qatynas.claims.figures_choice import (
    GOODS_OF_ONE_SIDE,
    NAMED_BEFORE,
    PART_OF_ONE_SIDE,
    Choice,
)
from qatynas.claims.figures_lean import SMALL, compatible, of_one_size, sibling
from qatynas.claims.figures_marks import marked, nearest, usable
from qatynas.claims.figures_parts import (
    leaning_on,
    owned,
)
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_special import (
    despite,
)
from qatynas.claims.figures_verbs import verb_of
from qatynas.claims.figures_words import STRONG, WEAK, Mark, begins, goods, indicators, noun, people, waters
from qatynas.claims.figures_worth import goods_moved
from qatynas.language.mentions import Case, NameType, NumberKind
from qatynas.model import Span

_PURSE = 100_000  # money of one person
_GREAT = 100_000_000  # a bare number from here on is money where the text is about money
_PURPOSE_WITHIN = 30  # characters between «жаңартуға» and its sum
_AMOUNTS = ("t", "kWh", "m3")
_TRAVELLING = ("transport.passengers", "tourism.visitors")
_PARTS = ("percent", "times", "bare")


def ranked(said: Said) -> Choice | None:
    if said.number.kind is NumberKind.ORDINAL:
        return Choice(indicators()["trade.partner_rank"], "an ordinal of partners", said.number.span)
    return None


def stored(said: Said) -> Choice | None:
    """«Тоқтоғұлда 9 млрд текше метр су бар», «қойма 87 пайызға толды»: water that stands in a reservoir."""
    if said.unit_kind == "percent" and said.has("fills", said.ahead):
        found = list(said.marks.spans("reservoir", said.piece))
        return Choice(indicators()["water.storage"], "how full a reservoir is", found[0]) if found else None
    if said.unit_kind == "m3" and said.has("fills", said.ahead):
        held = [n for n in said.at.names_in(said.at.sentence.span, NameType.PLACE) if n.role == "reservoir"]
        if held:
            return Choice(indicators()["water.storage"], "water that fills a reservoir", held[0].span)
    if said.unit_kind != "m3" or said.has("water_moves", said.ahead):
        return None
    before = Span(said.at.sentence.span.start, said.number.span.start)
    places = said.at.names_in(before, NameType.PLACE)
    found = [name.span for name in places if name.case is Case.LOC and name.canonical in waters()]
    found = found or list(said.marks.spans("in_reservoir", before))
    if not found and said.has("holds", said.ahead):
        found = list(said.marks.spans("reservoir", said.piece))
    last = said.memory.last(said, reach=0)
    if not found and last is not None and last.indicator == "water.storage" and said.has("elsewhere", said.piece):
        found = [last.number.span]
    if not found and said.has("volume_word", said.left):
        found = list(said.marks.spans("reservoir", before))
    return Choice(indicators()["water.storage"], "water that stands in a reservoir", found[0]) if found else None


def named_after(said: Said) -> Choice | None:
    """«екі жыл бұрын 900 миллион болған экспорт»: the noun that the number's participle describes."""
    if not said.verbs or said.verbs[0][1].form != "participle" or said.unit_kind not in ("money", "t", "bare"):
        return None
    if said.verbs[0][0] is not said.follower:
        return None
    after = token_after(said.at.sentence, said.verbs[0][0].span.end)
    found = [m for m in marked(said, STRONG) if after is not None and m.span.covers(after.span) and usable(m, said)]
    return Choice(found[0].indicator, "what the number describes", found[0].span) if found else None


def named_near(said: Said) -> Choice | None:
    """The nearest plain word for an indicator in the number's own words, then in those up to its verb."""
    for span in (said.piece, said.reach):
        found = nearest(said, span, STRONG)
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


def travellers(said: Said) -> Choice | None:
    """«бізге 214 мың қырғыз қонақ келіп кетті»: many guests who came or went."""
    many = said.unit_kind in ("person", "count") and said.number.quantity.value >= SMALL
    guests = said.marks.spans("guests", Span(said.number.digits.start, said.reach.end))
    if not many or not guests or not said.has("goes", said.reach) or nearest(said, said.reach, STRONG):
        return None
    return Choice(indicators()["tourism.visitors"], "guests who came or went", guests[0])


def as_places(said: Said) -> Choice | None:
    """«биыл қырық грант, келесі жылы – елу орын»: places after grants."""
    follower = said.follower
    if not noun("places", ((said.number.counted or "").lower(),)) or (follower and noun("seats_of", (follower.lower,))):
        return None
    if said.has("seats_given", said.ahead) and said.has("learners", said.at.sentence.span):
        given = said.marks.spans("learners", said.at.sentence.span)
        return Choice(indicators()["education.grants"], "places given to those who learn", given[0])
    last = said.memory.last(said, "education.grants", reach=2)
    if last:
        return leaning_on(last, "places after grants")
    before = [m for m in said.marks.indicators if m.indicator.code == "education.grants" and said.led.covers(m.span)]
    return Choice(before[-1].indicator, "places after grants", before[-1].span) if before else None


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
    return leaning_on(last, "carried from the figure before") if last else None


def same_things(said: Said) -> Choice | None:
    """«21 мың бас қой сатылды. Былтыр 16 мың бас еді»: what the figure before counted, by the same noun."""
    last = said.memory.last(said, reach=2)
    if said.unit_kind not in ("count", "person", "t") or last is None or last.paragraph != said.at.sentence.paragraph:
        return None
    if last.measure != "level" or last.quantity.unit != (said.number.quantity.unit or "count"):
        return None
    same = said.number.counted and said.number.counted == last.number.counted
    weighed = said.unit_kind == "t" and not goods(said.tokens(said.reach))
    alone = not said.at.names_in(said.at.sentence.span, NameType.STATE, NameType.SIDE)
    if not alone or not (same or weighed) or nearest(said, said.reach, STRONG):
        return None
    return leaning_on(last, "the same things as before")


def things_again(said: Said) -> Choice | None:
    """«… 27 мың қой айдап өтті. Бері асқаны тоғыз мың»: a bare number of one size with the things before."""
    last = said.memory.last(said, reach=2)
    if said.unit_kind != "bare" or last is None or last.paragraph != said.at.sentence.paragraph:
        return None
    named = nearest(said, said.piece, STRONG) or said.at.names_in(said.piece, NameType.STATE)
    things = last.quantity.unit in ("count", "person") and not last.indicator.startswith("agreements.")
    if named or not things or not of_one_size(said, last) or said.has("count_word", said.left):
        return None
    return leaning_on(last, "as many things as before")


def as_its_neighbour(said: Said) -> Choice | None:
    """«90 мың тоннаның орнына 65 мың ғана келді»: a bare number counts as the one before."""
    last = sibling(said) if said.unit_kind == "bare" else None
    return leaning_on(last, "as the number before it in the sentence") if last else None


def put_into_a_work(said: Said) -> Choice | None:
    """«каналды жаңартуға 480 миллион теңге салды»: money for a work, whatever the verb."""
    purpose = Span(said.at.sentence.span.start, said.number.span.start)
    hits = [s for s in said.marks.spans("work_for", purpose) if said.number.span.start - s.end < _PURPOSE_WITHIN]
    if said.unit_kind != "money" or not hits or nearest(said, said.reach, STRONG):
        return None
    return Choice(indicators()["project.cost"], "money for a work", hits[-1])


def named_weakly(said: Said) -> Choice | None:
    found = nearest(said, said.piece, WEAK) or nearest(said, said.reach, WEAK)
    passing = said.has("crossed", said.reach) or said.has("there_and_back", said.reach) or said.number.rate
    last = said.memory.last(said, reach=1)
    sent_home = said.unit_kind == "money" and last is not None and last.indicator == "migration.persons"
    if found and sent_home and found.indicator.code.startswith("trade."):
        return None  # «олар үйіне айына 20 миллион доллар жібереді»
    if found and found.indicator.code == "transport.passengers" and said.unit_kind == "person" and not passing:
        return None  # «шекараның арғы жағынан 38 ғалым келді»
    return found


def named_in_sentence(said: Said) -> Choice | None:
    """Elsewhere in the sentence: words before first, the nearest of them, then words after."""
    last = sibling(said)
    if last and not (said.unit_kind == "percent" and owned(said)):
        return leaning_on(last, "as the number before it in the sentence")
    for strength in (STRONG, WEAK):
        before = [m for m in marked(said, strength) if said.led.covers(m.span) and usable(m, said)]
        if said.unit_kind == "percent":
            before = [m for m in before if not (m.indicator.code.startswith("transport.") and _moving(said, m))]
        if before:
            best = max(before, key=lambda m: (m.span.end, len(m.span)))
            return Choice(best.indicator, NAMED_BEFORE, best.span)
    return None


def _moving(said: Said, mark: Mark) -> bool:
    """Whether a verb or a place names it: «тасып», «бекетте», not «адам ағыны»."""
    return mark.strength == WEAK or any(verb_of(t) is not None for t in said.tokens(mark.span))


def carried(said: Said) -> Choice | None:
    """An ellipsis: no word names it, the figure of the sentences before does, the whole rather than its parts."""
    if said.unit_kind == "percent" and owned(said):
        return None
    if said.bracketed and said.unit_kind == "bare":
        return None
    large = said.unit_kind in ("money", "bare", "percent", "times", "m3", "t", "kWh")
    work = said.unit_kind == "money" and said.has("building", said.at.sentence.span)
    if said.unit_kind == "money" and said.number.quantity.value < _PURSE:
        return None  # «әр қонақ орта есеппен 180 доллар жұмсаған»: no trade of two states
    for before in said.at.before(4):
        if not said.at.same_paragraph(before):
            break
        last = compatible(said, reach=said.at.index - before.index, whole=True)
        if last and work and last.indicator != "project.cost":
            return None
        if last and last.indicator == "water.storage" and said.has("water_moves", said.ahead):
            return None  # «қоймада 340 млн текше метр бар. Көктемде бізге 180 миллион жіберіледі»
        people = said.unit_kind == "person" and said.number.quantity.value >= SMALL and said.has("goes", said.ahead)
        if last and (large or last.indicator == "other" or (people and last.indicator in _TRAVELLING)):
            return leaning_on(last, "carried from the sentence before")
    if said.unit_kind in _AMOUNTS and not said.at.names_in(said.at.sentence.span, NameType.STATE):
        last = said.memory.last(said, reach=3)
        if last is not None and last.quantity.unit == said.number.quantity.unit and last.measure == "level":
            return leaning_on(last, "carried from the paragraph before")
    bare = said.unit_kind == "bare" and said.number.quantity.value >= _GREAT
    if (said.unit_kind == "money" or bare) and not work:
        unit = said.number.quantity.unit
        told = [
            f
            for f in said.memory.figures
            if f.indicator == "trade.turnover" and f.measure == "level" and (bare or f.quantity.unit == unit)
        ]
        if told:
            return leaning_on(told[-1], "what the text is about")
    return None


def by_unit(said: Said) -> Choice | None:
    """Cubic metres are water, kilowatt-hours current; money for a building is its cost."""
    kind = said.unit_kind
    sentence = said.at.sentence.span
    if kind == "money" and said.has("building", sentence):
        return Choice(indicators()["project.cost"], "money for a work", said.marks.spans("building", sentence)[0])
    if kind == "t" and (flow := goods_moved(said)):
        return flow
    if kind == "m3" and said.has("gas", sentence):
        return None
    if (
        kind == "m3"
        and any(begins("litres", t.lower) for t in said.tokens(said.number.span))
        and not said.has("water_only", sentence)
    ):
        return None
    alone = {"m3": "water.volume", "m3/s": "water.flow", "kWh": "energy.electricity", "W": "energy.capacity"}
    if kind in alone:
        return Choice(indicators()[alone[kind]], "by its unit", said.number.span)
    return None
