"""What a sum or a mass is of: the value of goods, gifts, projects or one work; goods that move between the sides."""

from __future__ import annotations

from itertools import pairwise

from qatynas.claims.clauses import tokens_before
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_roles import roles
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_words import COUNTED, STRONG, Mark, begins, goods, indicators, marks, noun
from qatynas.language.mentions import Case, NameType, Token
from qatynas.model import Span

_OWNER_WITHIN = 3  # words before «құны» in which what is priced stands
_NAME_WITHIN = 15  # characters from the start of a name of goods to its last word


def value_of(said: Said) -> Choice | None:
    """«жалпы бағасы 75 миллион еуро»: of goods that could be sold, of projects, of one work."""
    if said.unit_kind not in ("money", "bare") or not said.has("value"):
        return None
    span = next(iter(said.marks.spans("value", said.piece)))
    if begins("funds", said.words(span).lower()) and not _its_own(said, span):
        return None  # «жиналған қаржысы» is no price
    if said.has("budget", span) and not said.has("building", said.at.sentence.span) and not _its_own(said, span):
        return None
    if said.has("loan", said.left) or said.has("fine", said.reach):
        return None
    if said.has("per_piece", said.left) and not said.has("building", said.piece):
        return Choice(indicators()["other"], "the price of a piece", span)
    if worth := _worth_of_goods(said):
        return worth
    if said.has("aid_words", said.reach) and not said.has("building", said.piece):
        return Choice(indicators()["aid.value"], "the value of what is given", span)
    trade = [
        m
        for m in said.marks.indicators
        if m.indicator.code.startswith("trade.") and m.strength == STRONG and said.piece.covers(m.span)
    ]
    mutual = any(m.indicator.code == "trade.turnover" for m in trade)
    if mutual or (trade and not said.has("potential_goods", said.at.sentence.span)):
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
    if said.has("given", Span(said.at.sentence.span.start, said.number.span.start)):
        return Choice(indicators()["aid.value"], "the value of what is given", span)
    if begins("valued", said.words(span).lower()) and not said.has("building", said.at.sentence.span):
        return None  # «сальдо … 0,8 миллиард доллар шамасында бағаланады»
    if _of_a_thing(said, span):
        return Choice(indicators()["other"], "the price of a thing", span)
    return Choice(indicators()["project.cost"], "the cost of a work", span)


def _of_a_thing(said: Said, value: Span) -> bool:
    """«билеттің орташа құны», «темекінің құны»: what is priced is named right before, and it is no work."""
    before = [t for t in tokens_before(said.at.sentence, value.start)[-_OWNER_WITHIN:] if t.kind == "word"]
    owners = [t for t in before if t.case is Case.GEN]
    if not owners or noun("part_of", (owners[-1].lower,)) or begins("work_things", owners[-1].lower):
        return False
    named = any(n.span.covers(owners[-1].span) for n in said.at.sentence.names)
    phrase = Span(before[0].span.start, value.end)
    return not named and not said.marks.has("building", phrase)


def _its_own(said: Said, budget: Span) -> bool:
    """«… фильм түсіріп жатыр. Бюджеті – 1,2 миллион доллар»: that of the work which the sentence before tells of."""
    near = [at for at in said.at.before(1) if said.at.same_paragraph(at)]
    opens = not any(
        t.kind == "word" and not noun("part_of", (t.lower,))
        for t in said.tokens(Span(said.at.sentence.span.start, budget.start))
    )
    return opens and any(marks(at.sentence).has("building") for at in near)


def _worth_of_goods(said: Said) -> Choice | None:
    """«қарсы жақтан келген жүктің құны 350 млн»: the value of goods that came or went, where trade is told of."""
    named = [span.start for span in goods(said.tokens(said.left))]
    owners = [
        t
        for t in said.tokens(said.left)
        if t.case is Case.GEN and (noun("wares", t.lemmas) or any(start == t.span.start for start in named))
    ]
    owners = owners or [t for t in said.tokens(said.left) if t.case is Case.GEN and _of_goods(named, t, said)]
    owners = owners or _right_before_value(said)
    if not owners or said.has("building", said.piece) or said.has("aid_words", said.at.sentence.span):
        return None
    home = said.home
    moving = roles(said, said.left) or roles(said, said.led)
    leaves = next((r.country for r in moving if r.case is Case.ABL), None)
    reaches = next((r.country for r in moving if r.case is Case.DAT), None)
    if leaves is None and reaches is None:
        out, back = said.has("outward", said.left), said.has("inward", said.left)
        if out == back or said.memory.last(said, "trade.turnover", "trade.export", "trade.import", reach=6) is None:
            return None
        leaves = home if out else said.away
    bought = leaves != home if leaves else reaches == home
    code, rule = ("trade.import", "goods that home buys") if bought else ("trade.export", "goods that home sells")
    return Choice(indicators()[code], rule, owners[-1].span)


def _right_before_value(said: Said) -> list[Token]:
    """«Қырғызстанға жіберілген тауар құны – 571 млн»: goods right before the word for their value."""
    tokens = [t for t in said.tokens(said.left) if t.kind == "word"]
    for token, after in pairwise(tokens):
        if noun("wares", token.lemmas) and any(span.start == after.span.start for span in said.marks.spans("value")):
            return [token]
    return []


def _of_goods(named: list[int], token: Token, said: Said) -> bool:
    """«тігін бұйымдарының»: whether the owner ends a name of goods."""
    return any(start < token.span.start < start + _NAME_WITHIN for start in named)


def goods_moved(said: Said) -> Choice | None:
    """«Қырғызстаннан 62 мың тонна алма келді»: tonnes of goods to the other side are sold, those from it bought."""
    named = goods(said.tokens(said.reach))
    home = said.home
    states = said.at.names_in(said.reach, NameType.STATE, NameType.SIDE)
    giver = next((name.country for name in states if name.case is Case.ABL), None)
    taker = next((name.country for name in states if name.case is Case.DAT), None)
    if not named or (giver is None and taker is None):
        return None
    sold = giver == home if giver else taker != home
    if giver and said.has("trade_verb_buy", said.ahead) and not said.has("trade_verb_sell", said.ahead):
        sold = False
    code, rule = ("trade.export", "goods that home sells") if sold else ("trade.import", "goods that home buys")
    return Choice(indicators()[code], rule, named[0])


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
