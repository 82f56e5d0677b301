"""What ties a number said of one side to the other: the sentence's own shape, and what was told just before."""

from __future__ import annotations

from collections.abc import Callable

from qatynas.claims.clauses import tokens_after
from qatynas.claims.figures_roles import peoples, roles
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_words import endings, noun
from qatynas.language.mentions import Case, NameType, Sentence
from qatynas.model import Span

_PAIR = 2  # words of «қырғыз жағы»
_NEAR = 2  # sentences back in the paragraph that still tell what a number is about
_COUNTED_WITHIN = 3  # words after a number in which the people that it counts are named
_FEW = 5  # small numbers told in words count what is at hand
_TOLD_ON = ("person", "count", "money", "t")
_SENT_WITHIN = ("t", "m3", "kWh", "money", "count", "person")


def tied(said: Said, here: set[str], before: Callable[[int], bool]) -> bool:
    """Whether a number in a sentence that names one side only (here) is still of both.

    before(n) tells whether one of the n sentences before speaks of both sides.
    """
    if said.has("at_home", said.at.sentence.span):
        return False
    return any(rule(said, here, before) for rule in TIES)


def told_on(said: Said, before: Callable[[int], bool]) -> bool:
    """Whether a number in a sentence that names nobody goes on with what the paragraph tells of both sides.

    «… бірлескен зауыт ашылды. Онда 240 адам еңбек етеді. Шараға 30 миллион теңге бөлінді.»
    """
    few = said.spelled and said.number.quantity.value <= _FEW
    sentence = said.at.sentence.span
    counted = said.unit_kind == "bare" and said.has("count_word", said.left) and said.has("reaches", said.ahead)
    if (
        (said.unit_kind not in _TOLD_ON and not counted)
        or few
        or said.has("at_home", sentence)
        or said.has("hereabouts", sentence)
    ):
        return False
    if said.at.day is None:
        return False  # only what was written on a day goes on without names; a book tells of many things
    things = said.unit_kind in ("person", "count")
    if things and (not said.number.counted or noun("not_counted", (said.number.counted,))):
        return False
    near = [at for at in said.at.before(_NEAR) if said.at.same_paragraph(at)]
    if not near:
        return False
    last = said.memory.last(said, reach=len(near))
    return before(len(near)) or (last is not None and bool(last.parties))


def as_a_side(said: Said, here: set[str], before: Callable[[int], bool]) -> bool:
    """«Оған қырғыз жағы 900 түп арша еккен»: one side, as a side is called where there is another."""
    for name in said.at.names_in(said.reach, NameType.STATE, NameType.SIDE):
        tokens = said.tokens(name.span)
        if len(tokens) < _PAIR or name.case not in (Case.NOM, Case.GEN, None):
            continue
        if noun("side_heads", tokens[-1].lemmas):
            return True
        if noun("folk_heads", tokens[-1].lemmas) and before(_NEAR):
            return True
    return False


def countrymen(said: Said, here: set[str], before: Callable[[int], bool]) -> bool:
    """«68 қырғыз кәсіпкері», «2 мың қазақстандық»: people counted as those of one side, not in their own state."""
    if said.unit_kind != "person":
        return False
    near = said.counted_words[:_COUNTED_WITHIN]
    folk = {code for token in near for word, code in peoples().items() if word in token.lemmas}
    if len(folk) != 1 or not folk <= set(said.at.pair):
        return False
    there = {r.country for r in roles(said, said.reach) if r.case in (Case.LOC, Case.GEN) and not r.owner}
    return not folk & there and before(3)


def firms_of_ours(said: Said, here: set[str], before: Callable[[int], bool]) -> bool:
    """«Елшілік тізімінде 760 біздің компания бар»: things counted as those of one side, not in their own state."""
    near = said.counted_words[:1]
    owned = bool(near) and (noun("ours", (near[0].lower,)) or not peoples().keys().isdisjoint(near[0].lemmas))
    firm = said.unit_kind == "count" and any(
        mark.indicator.code == "enterprises.count" and mark.span.start >= said.number.span.end
        for mark in said.marks.indicators
    )
    if not firm or not owned:
        return False
    there = {r.country for r in roles(said, said.reach) if r.case in (Case.LOC, Case.GEN) and not r.owner}
    return not here & there and before(3)


def over_there(said: Said, here: set[str], before: Callable[[int], bool]) -> bool:
    """«Арғы бетке барар жол – 86 шақырым», «мұнда 1 900 қазақстандық оқиды»: a place told from the other side."""
    return said.has("over_there", said.at.sentence.span)


def sends(said: Said, here: set[str], before: Callable[[int], bool]) -> bool:
    """«Бішкек 120 құрылысшы жіберуге әзір»: what one side as a whole sends or gives after both were told of."""
    if said.unit_kind not in _SENT_WITHIN or not (said.has("sent", said.ahead) or said.has("given", said.ahead)):
        return False
    found = roles(
        said, Span(said.at.sentence.span.start, said.reach.end), NameType.STATE, NameType.SIDE, NameType.PLACE
    )
    doers = {r.country for r in found if r.case is Case.NOM}
    takers = {r.country for r in found if r.case in (Case.DAT, Case.LOC)}
    return said.at.day is not None and len(doers) == 1 and not doers & takers and before(_NEAR)


def for_that(said: Said, here: set[str], before: Callable[[int], bool]) -> bool:
    """«… мектебі салынып жатыр, оған Қазақстан 1,9 млрд теңге берді»: one side's doing for what was told before."""
    pointing = Span(said.at.sentence.span.start, said.number.span.start)
    doing = any(r.case is Case.NOM for r in roles(said, said.reach))
    return doing and said.has("to_it", pointing) and before(_NEAR)


def from_there(said: Said, here: set[str], before: Callable[[int], bool]) -> bool:
    """«яғни 2 980-і Қазақстаннан», «Қазақстаннан барғандар – 1,9 млн»: people by where they come from."""
    if said.unit_kind not in ("person", "count", "bare"):
        return False
    whole = Span(said.at.sentence.span.start, said.at.sentence.span.end)
    for role in roles(said, said.reach):
        if role.case is not Case.ABL or role.country not in said.at.pair:
            continue
        after = tokens_after(said.at.sentence, role.span.end)[:1]
        closing = not after or after[0].kind == "mark"
        people_of = bool(after) and (noun("comers", after[0].lemmas) or noun("comers", (after[0].lower,)))
        if (closing or people_of) and before(_NEAR) and not said.has("abroad", whole):
            return True
    return False


def brought_over(said: Said, here: set[str], before: Callable[[int], bool]) -> bool:
    """«Бішкекке 1 870 өтініш жолданды»: what was brought to the other side, whoever did it."""
    if said.unit_kind not in _SENT_WITHIN or said.home in here or not said.has("carried_to", said.ahead):
        return False
    to = {r.country for r in roles(said, said.reach) if r.case is Case.DAT}
    return said.at.day is not None and len(to & set(said.at.pair)) == 1 and to == here and before(_NEAR)


def in_its_tongue(said: Said, here: set[str], before: Callable[[int], bool]) -> bool:
    """«Қырғыз елордасында қазақша оқытатын екі мектеп», «астықтың оннан жетісі – қазақтікі»: the other side's own."""
    return bool(_of_people(said.at.sentence) & (set(said.at.pair) - here))


def _of_people(sentence: Sentence) -> set[str]:
    """The states whose people's name stands in an ending of speech or of ownership: «қазақша», «қырғыздікі»."""
    found = set()
    for token in sentence.tokens:
        if token.kind == "word" and token.lower.endswith((*endings("tongue"), *endings("somebodys"))):
            found |= {code for word, code in peoples().items() if _with_ending(token.lower, word)}
    return found


def _with_ending(lower: str, word: str) -> bool:
    return lower.startswith(word) and lower[len(word) :] in (*endings("tongue"), *endings("somebodys"))


TIES = (as_a_side, countrymen, firms_of_ours, over_there, sends, for_that, from_there, brought_over, in_its_tongue)
