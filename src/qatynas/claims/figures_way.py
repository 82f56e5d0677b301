"""Trade that is told by the way of goods or of their money: «бізден кеткен дүние», «қарсы беттен келгені»."""

from __future__ import annotations

from qatynas.claims.figures_choice import BY_WAY, COUNTER, Choice
from qatynas.claims.figures_lean import OTHER
from qatynas.claims.figures_roles import roles
from qatynas.claims.figures_said import Found, Said
from qatynas.claims.figures_verbs import verb_of
from qatynas.claims.figures_words import begins, goods, indicators, marks, noun
from qatynas.language.mentions import Case
from qatynas.model import Span

_MONEY = ("money", "bare")
_PARTS = ("percent", "times")
_FLOWING = (*_MONEY, *_PARTS, "t", "person", "count")
_GREAT = 1_000_000  # a sum below it is no trade of two states
_HERD = 1_000  # fewer head of cattle are a gift or a theft
_TOLD = ("trade.turnover", "trade.export", "trade.import")
_MOVED = (*_TOLD, "transport.freight")


def of_the_two(said: Said) -> Choice | None:
    """«экспорт 1,3 млрд, импорт 600 млн. Алғашқысы 4 пайызға көбейсе, …»: the first or the second of the two."""
    if said.unit_kind not in ("percent", "times", *_MONEY):
        return None
    before = Span(said.piece.start, said.number.span.start)
    first, second = (_stands(said, key, before) for key in ("former", "latter"))
    if first == second:
        return None
    for index in range(said.at.index, said.at.index - 3, -1):
        told = [f for f in said.memory.figures if f.sentence == index and f.measure == "level"]
        told = [f for f in told if f.number.span.end <= said.number.span.start]
        parts = [f for f in told if f.indicator != "trade.turnover" or len(told) == 2]
        if len(parts) >= 2:
            chosen = parts[-2] if first else parts[-1]
            row = indicators().get(chosen.indicator, OTHER)
            return Choice(row, "the first of the two told before" if first else "the second of them", None, chosen)
    return None


def _stands(said: Said, key: str, span: Span) -> bool:
    """Whether the word stands there as the subject or the owner, not as what is compared with."""
    hits = (said.tokens(hit)[-1:] for hit in said.marks.spans(key, span))
    return any(tokens and tokens[0].case in (Case.NOM, Case.GEN) for tokens in hits)


def goods_by_way(said: Said) -> Choice | None:
    """«қырғыз елінен 12 млн долларға көкөніс алдырдық», «көршіге 300 мың тонна астық тиелді», «қалғаны – қарсы беттен
    келгені»: goods, or a part of the trade told before, that go from one side or come to it."""
    kind = said.unit_kind
    if kind not in ("money", "bare", "percent", "t") or said.has("aid_words", said.reach) or said.home is None:
        return None
    if said.has("building", said.reach) or said.has("labour", said.reach) or _names_a_flow(said):
        return None
    span = said.piece if said.has("on_the_way", said.piece) else said.reach
    moving = said.marks.spans("on_the_way", span)
    if not moving:
        return None
    last = said.memory.last(said, reach=1)
    told = last is not None and last.indicator in _TOLD and last.measure in ("level", "share")
    inner = told and (said.has("part", said.reach) or said.has("rest", said.reach) or said.number.case is Case.NOM)
    if kind == "percent" and not (inner and said.has("part", said.reach)):
        return None
    if kind == "bare" and not inner:
        return None
    if kind == "money" and not (_of_wares(said, span) or inner):
        return None
    if kind == "t" and not goods(said.tokens(said.reach)):
        return None
    out = way(said, span)
    if out is None:
        return None
    bought = said.has("taking", span) and not said.has("trade_verb_sell", said.ahead)
    code = "trade.export" if out and not bought else "trade.import"
    return Choice(indicators()[code], BY_WAY, moving[0])


def way(said: Said, span: Span) -> bool | None:
    """Whether things in span go from home to the other side; None where nothing or both tell."""
    found = roles(said, span)
    out = any((r.country == said.home) is (r.case is Case.ABL) for r in found if r.case in (Case.ABL, Case.DAT))
    back = any((r.country == said.home) is (r.case is Case.DAT) for r in found if r.case in (Case.ABL, Case.DAT))
    if found or out != back:
        return None if out == back else out
    out, back = said.has("outward", span), said.has("inward", span)
    return None if out == back else out


def _of_wares(said: Said, span: Span) -> bool:
    tokens = said.tokens(span)
    return any(t.kind == "word" and noun("wares", t.lemmas) for t in tokens) or bool(goods(tokens))


def _names_a_flow(said: Said) -> bool:
    return any(begins("trade_flows", t.lower) for t in said.tokens(said.reach))


def proceeds_of_goods(said: Said) -> Choice | None:
    """«Ұннан түскен табыс 29 млн доллар», «қырғыздың сүтіне 8 млн доллар төледік»: what goods bring in or cost."""
    if said.unit_kind != "money" or said.has("building", said.reach) or said.has("aid_words", said.reach):
        return None
    tokens = said.tokens(said.reach)
    named = [(span, said.tokens(span)[-1].case) for span in goods(tokens) if said.tokens(span)]
    sold = [span for span, case in named if case is Case.ABL and span.end <= said.number.span.start]
    bought = [span for span, case in named if case is Case.DAT and span.end <= said.number.span.start]
    if sold and (said.has("proceeds", said.left) or said.has("on_the_way", said.ahead)):
        last = _trade_before(said)
        if last is not None:
            return Choice(indicators()[last.indicator], "what those goods brought in", sold[-1], last)
        return Choice(indicators()["trade.export"], "what goods brought in", sold[-1])
    if bought and said.has("paid", said.ahead) and any(r.country == said.away for r in roles(said, said.reach)):
        return Choice(indicators()["trade.import"], "what goods cost", bought[-1])
    return None


def in_money(said: Said) -> Choice | None:
    """«… 35 мың тонна ұн сатылды, ақшаға шаққанда – 12 миллион доллар»: what the goods just told are worth."""
    if said.unit_kind != "money" or not said.has("in_money", said.reach) or said.has("building", said.reach):
        return None
    last = _trade_before(said)
    if last is None or last.quantity.unit not in ("t", "count") or last.status == "potential":
        return None
    return Choice(indicators()[last.indicator], "the worth of goods told before", said.number.span, last)


def told_by_participle(said: Said) -> Choice | None:
    """«… 571 млн доллар болды, одан әкелінгені – 241,6 млн»: after trade, what was brought or sent, as a noun."""
    words = [t for t in said.tokens(said.left) if t.kind == "word"][-1:]
    if said.unit_kind not in _MONEY or not words or said.memory.last(said, *_TOLD, reach=1) is None:
        return None
    reading = verb_of(words[0])
    if reading is None or reading.form != "participle" or not reading.possessor or reading.case is not Case.NOM:
        return None
    bought, sold = begins("brought", words[0].lower), begins("sent_out", words[0].lower)
    if bought == sold:
        return None
    return Choice(indicators()["trade.import" if bought else "trade.export"], "what was brought or sent", words[0].span)


def counter_flow(said: Said) -> Choice | None:
    """«Экспорт 1,2 млрд … Кері жеткізілім – 455 млн», «Қарсы ағын 2024 жылы 31 миллион болды»: what goes against the
    flow told before; against a surplus it is what is bought."""
    hits = list(said.marks.spans("counter_flow", Span(said.piece.start, said.number.span.start)))
    if not hits and (back := _come_back(said)):
        hits = [back]
    if said.unit_kind in _PARTS and said.has("counter_flow", said.left):
        hits = []  # «қарсы аударым – соның төрттен бірі»
    last = said.memory.last(said, reach=2) if hits and said.unit_kind in _FLOWING else None
    if last is None or last.measure == "rank":
        return None
    against = {"trade.export": "trade.import", "trade.import": "trade.export", "trade.balance": "trade.import"}
    code = against.get(last.indicator, last.indicator)
    flow = indicators().get(code, OTHER)
    return Choice(flow, COUNTER, hits[-1], last) if flow.flow not in ("none", "") else None


def _come_back(said: Said) -> Span | None:
    """«Көршіге кеткен тауар – 905 млн, келгені одан екі есе аз»: after what went out, a participle made a noun."""
    last = said.memory.last(said, reach=1)
    if last is None or last.indicator != "trade.export" or last.from_ != said.home or said.unit_kind not in _PARTS:
        return None
    for token in said.tokens(said.left):
        reading = verb_of(token)
        noun_of = reading is not None and reading.form == "participle" and reading.possessor == "3"
        if noun_of and reading is not None and reading.case is Case.NOM and begins("brought", token.lower):
            return token.span
    return None


def _trade_before(said: Said) -> Found | None:
    """The exports or imports of goods told just before, in tonnes or things."""
    last = said.memory.last(said, "trade.export", "trade.import", reach=1)
    return last if last is not None and last.quantity.unit not in ("percent", "times") else None


def herds(said: Said) -> Choice | None:
    """«Қырғызстаннан 93 мың бас қой айдап келінді»: cattle that go from one side to the other."""
    if said.unit_kind != "count" or said.number.quantity.value < _HERD or not goods(said.tokens(said.reach)):
        return None
    sentence = said.at.sentence.span
    if not said.has("on_the_way", said.reach) or said.home is None:
        return None
    if not goods(said.tokens(said.ahead)) and not _heads(said):
        return None
    if any(
        said.has(key, sentence) for key in ("given", "disaster", "relief_goods", "aid_words", "smuggled", "pasture")
    ):
        return None
    if any(marks(at.sentence).has("pasture") for at in said.at.before(1)):
        return None  # what is driven to pasture is not sold
    out = way(said, said.reach)
    if out is None:
        sold = [m for m in said.marks.indicators if said.reach.covers(m.span) and m.indicator.code.startswith("trade.")]
        return Choice(sold[0].indicator, BY_WAY, sold[0].span) if sold and _heads(said) else None
    code = "trade.export" if out else "trade.import"
    return Choice(indicators()[code], BY_WAY, said.marks.spans("on_the_way", said.reach)[0])


def _heads(said: Said) -> bool:
    """«ұсақ мал жеткізілімі 90 мың бастан кем түспеуі»: cattle that are counted by their heads."""
    return noun("heads", ((said.number.counted or "").lower(),))
