"""Which side a flow leaves and which it reaches: by the cases of the states' names, or by what the indicator is."""

from __future__ import annotations

from collections.abc import Callable

from qatynas.claims.figures_choice import (
    ASKED,
    COUNTER,
    GAP,
    GIVEN_IN_NEED,
    LABELLED,
    PART_OF_ONE_SIDE,
    TAUGHT,
    UPKEEP,
    Choice,
)
from qatynas.claims.figures_named import asked
from qatynas.claims.figures_payers import bearer, payer
from qatynas.claims.figures_roles import PLACES, Role, Sides, first_of, near_roles, other_of, roles
from qatynas.claims.figures_said import Found, Said
from qatynas.claims.figures_sides import commonest, priced, told_before
from qatynas.claims.figures_special import turns
from qatynas.claims.figures_stated import stated, together, told_just_before
from qatynas.claims.figures_traded import buyer, kin, parties_near, seller, surplus
from qatynas.claims.figures_words import begins, noun, waters
from qatynas.language.mentions import Case, NameType
from qatynas.model import Span

_TOLD_ON = (
    "aid.",
    "energy.electricity",
    "education.grants",
    "tourism.visitors",
)  # flows whose sides are not told again


def direction(
    said: Said, choice: Choice, measured: str, parties: tuple[str, ...]
) -> tuple[str | None, str | None, str]:
    """from, to and the rule that gave them; both None for a mutual figure or where nothing tells."""
    flow = choice.indicator.flow
    if len(parties) != 2 or flow == "none" or said.unit_kind == "km" or choice.rule == GAP:
        return None, None, ""
    counter = flow not in ("seller", "buyer") or choice.rule == COUNTER
    if counter and (against := _against(said, choice, parties)) is not None:
        return *against, "the other way than the flow told before"
    if said.has("reverse", said.reach) and flow != "seller":
        last = said.memory.last(said, *kin(choice.indicator.code), reach=3)
        if last and (last.from_ or last.to) and flow != "buyer":
            return last.to, last.from_, "the other way"
    if flow != "seller" and (turned := _turned(said, choice)):
        return *turned, "the other way than the number before it"
    if flow == "stated" and together(said):
        return None, None, "of both together"
    if (bears := bearer(said, choice, parties)) is not None:
        return bears, None, "who bears it"
    beside = said.memory.last(said, "aid.mass", "aid.value", reach=0) if choice.indicator.code == "other" else None
    if beside is not None and beside.from_ and said.unit_kind == "count":
        return beside.from_, beside.to, "given with what is told before"
    if choice.rule == UPKEEP:
        whole = Span(said.at.sentence.span.start, said.reach.end)
        pays = first_of([role for role in roles(said, whole) if role.country in parties], parties, Case.NOM)
        pays = pays or _told_before(said, parties)
        return pays, other_of(parties, pays), "who pays"
    if choice.rule == GIVEN_IN_NEED or (choice.indicator.code == "other" and said.has("loan", said.reach)):
        flow = "giver"
    if choice.rule == PART_OF_ONE_SIDE and choice.span is not None:
        owner = next((n.country for n in said.at.names_in(choice.span) if n.country in parties), None)
        owner = owner or said.home
        return owner, other_of(parties, owner), "whose part it is"
    unsaid = any(span == said.number.span for span in said.marks.spans("same_value"))
    if unsaid and choice.leans is not None and said.has("give_back", said.reach) and not roles(said, said.reach):
        return choice.leans.to, choice.leans.from_, "given back"
    if flow == "giver" and said.has("give_back", said.ahead) and not roles(said, said.reach):
        last = said.memory.last(said, choice.indicator.code, reach=1)
        if last is not None and last.from_ and last.to:
            return last.to, last.from_, "given back"
    if flow in ("stated", "giver", "origin") and (towards := _hither(said, parties)):
        return *towards, "this way"
    if choice.indicator.code == "education.students" and said.has("swap", said.at.sentence.span):
        out = {role.country for role in roles(said, said.piece) if role.case is Case.ABL}
        to = {role.country for role in roles(said, said.piece) if role.case is Case.DAT}
        if max(len(out), len(to)) != 1 or out & to:
            return None, None, ""
    if flow in ("giver", "buyer") and measured == "share" and (owner := _whose_share(said, parties)):
        return owner, other_of(parties, owner), "whose share it is"
    found = FLOWS[flow](said, choice, parties)
    if found == (None, None) and choice.rule == ASKED and (there := asked(said)) is not None:
        found = FLOWS[flow](there, choice, parties)
    if found == (None, None) and choice.indicator.code.startswith("investment."):
        last = said.memory.last(said, *kin(choice.indicator.code), reach=2)
        near = last is not None and last.paragraph == said.at.sentence.paragraph
        if last is None and (did := told_just_before(said, parties)):
            return *did, "who did something where, just before"
        told = {(f.from_, f.to) for f in said.memory.figures if f.indicator in kin(choice.indicator.code) and f.from_}
        if last is not None and last.from_ and (near or len(told) == 1):
            return last.from_, last.to, "as the flow told before"
        if choice.leans is None and (most := commonest(said, kin(choice.indicator.code))):
            return *most, "as most flows told before"
    if found == (None, None) and choice.indicator.code.startswith(_TOLD_ON):
        last = said.memory.last(said, *_given_with(choice.indicator.code), reach=3)
        if last is not None and last.from_ and last.paragraph == said.at.sentence.paragraph:
            return last.from_, last.to, "as the flow told before"
    unsaid = flow in ("giver", "water") and choice.leans is None and not _named_here(said, parties)
    if found == (None, None) and unsaid and (given := told_before(said, parties)):
        return *given, "by the clause told before"
    moved = flow == "stated" and (measured == "change" or said.unit_kind in ("percent", "times", "money", "bare"))
    if found == (None, None) and moved and choice.leans is not None and (adds := _adds_too(said, choice, parties)):
        return adds, None, "who adds to it"
    people = said.unit_kind == "person" and choice.leans is not None and choice.leans.quantity.unit != "person"
    if found == (None, None) and choice.leans is not None and (moved or flow != "payer") and not people:
        if _goes_back(said, choice.leans):
            return choice.leans.to, choice.leans.from_, "back where the figure before came from"
        return choice.leans.from_, choice.leans.to, "carried from the figure before"
    return (*found, f"the sides of a {flow} flow" if found != (None, None) else "")


def _goes_back(said: Said, last: Found) -> bool:
    """«Бізден 118 миллион аударылды, бізге келгені – 21 миллион»: what reaches a side does not leave it, nor does what
    a side gives in its turn come to it; a part stays with its whole."""
    if said.unit_kind == "percent":
        return False
    named = roles(said, said.reach)
    doers = {role.country for role in named if role.case is Case.NOM and role.span.end <= said.number.span.start}
    if doers == {last.to} and last.from_ and (said.has("sent", said.ahead) or said.has("given", said.ahead)):
        return True
    reaches = {role.country for role in named if role.case is Case.DAT}
    leaves = {role.country for role in named if role.case is Case.ABL}
    if not (last.from_ and last.to):
        return False
    return (last.from_ in reaches or last.to in leaves) and last.to not in reaches and last.from_ not in leaves


def _told_before(said: Said, parties: tuple[str, ...]) -> str | None:
    """The side that the sentence before has for its subject."""
    named = [n for at in said.at.before(1) if said.at.same_paragraph(at) for n in at.sentence.names]
    return next((n.country for n in named if n.country in parties and n.case in (Case.NOM, None)), None)


def _against(said: Said, choice: Choice, parties: tuple[str, ...]) -> Sides | None:
    """«Қарсы аударым – соның төрттен бірі», «кері жеткізілім 455 миллион»: against what was told before; against a
    surplus that nobody is said to have it comes home."""
    told = choice.rule == COUNTER or said.has("counter_flow", Span(said.piece.start, said.number.span.start))
    if not told or roles(said, said.reach):
        return None
    last = choice.leans or said.memory.last(said, reach=1)
    if last is not None and last.from_ and last.to:
        return last.to, last.from_
    if last is not None and last.indicator == "trade.balance" and said.home in parties:
        return other_of(parties, said.home), said.home
    return None


def _named_here(said: Said, parties: tuple[str, ...]) -> bool:
    whole = Span(said.at.sentence.span.start, said.reach.end)
    return said.has("each_other", whole) or any(role.country in parties for role in roles(said, whole))


def _adds_too(said: Said, choice: Choice, parties: tuple[str, ...]) -> str | None:
    """«Қазақ тарапы 410 млн теңге бөледі. Қырғыз жағы 95 млн сом қосады»: another than gives what it leans on."""
    if choice.leans is None or choice.leans.from_ is None or said.unit_kind != "money":
        return None
    found = [r for r in roles(said, said.reach) if r.country in parties]
    doer = first_of([r for r in found if r.span.end <= said.number.span.start], parties, Case.NOM)
    return doer if doer != choice.leans.from_ and len({r.country for r in found}) == 1 else None


def _turned(said: Said, choice: Choice) -> Sides | None:
    """«3,2 миллионы көршіге, 0,6 миллионы қарсы жаққа»: against the number before it in the sentence."""
    hits = said.marks.spans("opposite", said.piece)
    last = said.memory.last(said, choice.indicator.code, reach=0)
    if not hits or last is None or not (last.from_ and last.to) or last.number.span.end > hits[0].start:
        return None
    return last.to, last.from_


def _hither(said: Said, parties: tuple[str, ...]) -> Sides | None:
    """«бері қарай қырық сегізі келді», «бергі бетке 1 млн тонна қайтты»: home, where no side is named."""
    hits = [s for s in said.marks.spans("hither", said.piece) if turns(said, s)]
    if not hits or said.home not in parties or roles(said, said.piece):
        return None
    return other_of(parties, said.home), said.home


def _given_with(code: str) -> tuple[str, ...]:
    """The indicators whose flow one goes with: what is given in need goes with all that is given."""
    return ("aid.mass", "aid.value", "other") if code.startswith("aid.") else (code,)


def _whose_share(said: Said, parties: tuple[str, ...]) -> str | None:
    """«үштен бірі Қазақстанға тиесілі», «жартысы қазақ бизнесінің еншісінде»: the side whose share is told."""
    hits = said.marks.spans("share", said.ahead)
    if not hits:
        before = said.marks.spans("share", said.left)[-1:]
        owners = [r for r in roles(said, said.left) if r.owner and r.country in parties and before]
        near = [r for r in owners if 0 <= before[0].start - r.span.end <= 1 or before[0].covers(r.span)]
        return near[-1].country if near else None
    named = [role for role in roles(said, Span(said.number.span.end, hits[0].end)) if role.country in parties]
    return first_of(named, parties, Case.DAT, Case.GEN, Case.NOM, Case.LOC)


def giver(said: Said, choice: Choice, parties: tuple[str, ...]) -> Sides:
    """Who puts in, gives or sends, and who gets it; a receiving verb turns its subject into the taker."""
    if said.has("each_other", said.reach):
        return None, None
    found = near_roles(said, parties)
    if not found and said.home in parties and (sold := _sold_or_bought(said)):
        giving = said.home if sold > 0 else said.away
        return giving, other_of(parties, giving)
    if not found and choice.indicator.code == "education.grants" and choice.leans is None:
        learners = said.memory.last(said, "education.students", reach=2)
        if learners is not None and learners.from_ and learners.to:
            return learners.to, learners.from_  # «318 түлек келді, үкімет олар үшін 35 орын бөлді»
    if not found and choice.leans is None and said.has("to_home", said.reach) and said.home in parties:
        return other_of(parties, said.home), said.home  # «512 ағайын елге көшті»
    leaves = first_of(found, parties, Case.ABL) or _whose_people(said, found)
    reaches = first_of(found, parties, Case.DAT) or first_of(found, parties, Case.LOC)
    if choice.rule == TAUGHT and leaves is None and reaches is None:
        reaches = next((r.country for r in found if r.owner), None)  # «біздің 20 түлекті тегін қабылдайды»
    if not found and choice.rule == GIVEN_IN_NEED:
        for at in said.at.before(2):
            sides = [n for n in at.sentence.names if n.type in PLACES and n.country in parties]
            taker = next((n.country for n in sides if n.case in (Case.DAT, Case.LOC)), None)
            doer = next((n.country for n in sides if n.country != taker and n.case in (Case.NOM, Case.GEN, None)), None)
            if taker or doer:
                return doer or other_of(parties, taker), taker or other_of(parties, doer)
    if leaves is None and reaches is None and choice.rule != TAUGHT and _receives(said):
        doer = first_of([r for r in found if not r.owner], parties, Case.NOM)
        owner = first_of([r for r in found if r.owner], parties, Case.NOM, Case.GEN)
        leaves = owner if owner and owner != doer else other_of(parties, doer)
    elif leaves is None:
        named = [r for r in found if r.country != reaches]
        plain = [r for r in named if not r.owner and not noun("neighbour", (said.words(r.span).lower(),))]
        leaves = first_of(plain, parties, Case.NOM) or first_of(named, parties, Case.NOM)
        leaves = leaves or first_of(named, parties, Case.GEN, Case.ACC)
        leaves = leaves or other_of(parties, reaches)
    if leaves is None:
        return None, None
    return leaves, other_of(parties, leaves)


def _whose_people(said: Said, found: list[Role]) -> str | None:
    """«41 мың Қырғызстан азаматына еңбек рұқсаты берілді»: the side whose people are counted, whatever their case."""
    counted = said.number.counted_span
    if said.unit_kind != "person" or counted is None:
        return None
    inside = Span(said.number.digits.end, max(counted.end, said.number.digits.end))
    return next((role.country for role in found if role.owner and inside.covers(role.span)), None)


def _sold_or_bought(said: Said) -> int:
    """«электр энергиясының экспорты»: 1 for what is sold, -1 for what is bought, 0 where nothing tells."""
    words = [token.lower for token in said.tokens(said.reach)]
    return any(w.startswith("экспорт") for w in words) - any(w.startswith("импорт") for w in words)


def origin(said: Said, choice: Choice, parties: tuple[str, ...]) -> Sides:
    """Where people or capital are: from their own state to the place; «Қазақстандағы қырғыз компаниялары»."""
    own = any(role.country in parties for role in roles(said, said.piece))
    out, back = said.has("outward", said.piece), said.has("inward", said.piece)
    if not own and out != back and choice.rule == LABELLED and said.home in parties:
        away = other_of(parties, said.home)
        return (said.home, away) if out else (away, said.home)
    if said.unit_kind in ("percent", "times") and not said.at.names_in(said.piece, NameType.STATE, NameType.SIDE):
        last = said.memory.last(said, choice.indicator.code, reach=1)
        if last is not None and last.from_ and last.paragraph == said.at.sentence.paragraph:
            return last.from_, last.to  # «барғандардың бестен төрті Ыстықкөлдің жағасын таңдаған»
    if choice.leans is not None and choice.leans.from_ and not own and said.has("carry", said.reach):
        return choice.leans.from_, choice.leans.to  # «олардың қатары қырық мыңнан асуы мүмкін»
    found = parties_near(said, parties)
    place = first_of(found, parties, Case.LOC) or first_of(found, parties, Case.DAT)
    if whose := _whose_people(said, found):
        return whose, other_of(parties, whose)
    owners = [r for r in found if r.owner and r.country != place and r.case is not Case.LOC]
    before = [r for r in owners if r.span.end <= said.number.span.start]
    home = first_of(found, parties, Case.ABL) or next((r.country for r in before[-1:] or owners), None)
    if home is None and place is None:
        home = first_of(found, parties, Case.NOM, Case.GEN)
    if home is None:
        home = other_of(parties, place)
    return (home, other_of(parties, home)) if home else (None, None)


def water(said: Said, choice: Choice, parties: tuple[str, ...]) -> Sides:
    """Water runs from the upper side, unless the text says who gives it."""
    found = [r for r in near_roles(said, parties) if not _is_river(said, r.span)]
    if choice.indicator.code == "water.irrigated_area":
        upper = upper_side(said, parties) or next((r.country for r in found if r.country != said.home), None)
        return upper, other_of(parties, upper)
    leaves = first_of(found, parties, Case.ABL)
    reaches = first_of(found, parties, Case.DAT)
    if leaves is None and reaches is None:
        leaves = upper_side(said, parties) or first_of(found, parties, Case.NOM)
    if leaves is None:
        leaves = other_of(parties, reaches)
    return (leaves, other_of(parties, leaves)) if leaves in parties else (None, None)


def share(said: Said, choice: Choice, parties: tuple[str, ...]) -> Sides:
    """A share of a river belongs to who gets it; it comes from the other side where that is the upper one."""
    found = [r for r in _afterfirst_of(said, parties) if not _is_river(said, r.span)]
    taker = first_of(found, parties, Case.DAT) or first_of(found, parties, Case.GEN, Case.NOM, Case.LOC)
    if taker is None:
        leaves = first_of(near_roles(said, parties), parties, Case.ABL)
        return (leaves, other_of(parties, leaves)) if leaves else (None, None)
    upper = upper_side(said, parties)
    return (upper if upper and upper != taker else None), taker


def upper_side(said: Said, parties: tuple[str, ...]) -> str | None:
    """The side that the water named here comes from: that of a reservoir, the upper one of a river that both share."""
    for at in (said.at, *said.at.before(3)):
        for name in at.sentence.names:
            if name.type is NameType.PLACE and name.case is not Case.DAT:
                for place in waters().get(name.canonical, ()):
                    lying = [code for code in place if code in parties]
                    if lying and (place[0] in parties or len(lying) > 1):
                        return lying[0]
    shared = (places[0] for places in waters().values() if len(places) == 1 and set(parties) <= set(places[0]))
    return next((code for places in shared for code in places if code in parties), None)


def _is_river(said: Said, span: Span) -> bool:
    return any(n.span == span and n.canonical in waters() and n.case is not Case.ABL for n in said.at.sentence.names)


def _afterfirst_of(said: Said, parties: tuple[str, ...]) -> list[Role]:
    """The parties named from the number to the next one, else to the verb of the sentence."""
    following = [n.span.start for n in said.siblings if n.span.start > said.number.span.end]
    near = Span(said.number.span.end, min([said.reach.end, *following]))
    found = [role for role in roles(said, near, NameType.STATE, NameType.SIDE) if role.country in parties]
    return found or [role for role in roles(said, said.ahead, NameType.STATE, NameType.SIDE) if role.country in parties]


def _receives(said: Said) -> bool:
    found = said.marks.spans("receive", said.ahead)
    given = [span.start for span in said.marks.spans("sent", said.ahead)]
    first = min(given, default=said.ahead.end)
    return any(span.start < first and not begins("not_taking", said.words(span).lower()) for span in found)


FLOWS: dict[str, Callable[[Said, Choice, tuple[str, ...]], Sides]] = {
    "seller": seller, "buyer": buyer, "giver": giver, "origin": origin,
    "water": water, "share": share, "stated": stated, "payer": payer, "surplus": surplus, "priced": priced,
}  # fmt: skip
