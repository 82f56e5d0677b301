"""What a number counts where the word for it is told otherwise: the flow against another, a gift, people at work."""

from __future__ import annotations

from qatynas.claims.clauses import tokens_after, tokens_before
from qatynas.claims.figures_choice import FAMILIES, GAP, GIVEN_IN_NEED, GOODS_OF_ONE_SIDE, UPKEEP, Choice
from qatynas.claims.figures_people import is_person
from qatynas.claims.figures_roles import roles
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_units import parted
from qatynas.claims.figures_words import begins, endings, goods, indicators, marks, noun, people
from qatynas.language.mentions import Case, NameMention, NameType
from qatynas.model import Span

_TURNED = {"trade.export": "trade.import", "trade.import": "trade.export"}
_AIM_WITHIN = 25  # characters after a number in which «межеге» stands
_LISTED_WITHIN = 4  # words between two amounts of a list
_GREAT_VOLUME = 1_000_000  # kWh or m³
_WARES_WITHIN = 20  # characters between a side and its goods
_NEXT_WITHIN = 30  # characters between a sum and the number of deals that it is for
_OWNED_WITHIN = 3  # characters between goods in the genitive and the share of them
_GREAT = 1_000_000  # a sum below it is no trade of two states
_MONEY = ("money", "bare")
_AID = {"money": "aid.value", "t": "aid.mass"}


def mirror_gap(said: Said) -> Choice | None:
    """«айырма – 130 миллион»: the gap between what two statistics say of the same flow."""
    if said.unit_kind not in (*_MONEY, "t") or not said.has("gap", said.piece):
        return None
    here = said.at.sentence.span
    told = said.has("mirror", here) or any(marks(at.sentence).has("mirror") for at in said.at.before(1))
    last = said.memory.last(said, *_TURNED, "trade.turnover", reach=1)
    if not told or last is None:
        return None
    return Choice(indicators()["other"], GAP, said.marks.spans("gap", said.piece)[0], last)


def turned_trade(said: Said) -> Choice | None:
    """«… жөнелтті, қарсы бағыттағы ағын – 580 миллион»: after exports the imports, after imports the exports."""
    turning = [
        *said.marks.spans("reverse", said.piece),
        *(s for s in said.marks.spans("hither", said.piece) if turns(said, s)),
    ]
    if said.unit_kind not in _MONEY or not turning or _names_the_flow(said):
        return None
    last = said.memory.last(said, reach=2)
    if last is None or last.indicator not in _TURNED or last.measure not in ("level", "growth"):
        return None
    return Choice(indicators()[_TURNED[last.indicator]], "the other way", turning[0])


def _names_the_flow(said: Said) -> bool:
    """Whether the number's own words name exports or imports."""
    return any(begins("trade_flows", token.lower) for token in said.tokens(said.piece))


def turns(said: Said, span: Span) -> bool:
    """«бері қарай» after a time («содан бері қарай») turns nothing."""
    before = tokens_before(said.at.sentence, span.start)[-1:]
    return not before or before[0].case is not Case.ABL


def aim_of_the_text(said: Said) -> Choice | None:
    """«2030 жылға белгіленген үш миллиардтық межеге жету үшін …»: a mark set for what the text is about."""
    near = Span(said.number.span.end, min(said.number.span.end + _AIM_WITHIN, said.at.sentence.span.end))
    aims = said.marks.spans("aim", near)
    if said.unit_kind not in _MONEY or not aims or any(_before(said, m.span) for m in said.marks.indicators):
        return None
    last = next((f for f in reversed(said.memory.figures) if f.indicator == "trade.turnover"), None)
    if last is None or said.number.quantity.value * 10 < last.quantity.value:
        return None
    return Choice(indicators()["trade.turnover"], "what the text is about", aims[0], last)


def _before(said: Said, span: Span) -> bool:
    return span.end <= said.number.span.start


def exchanged(said: Said) -> Choice | None:
    """«бір-біріне 1,6 млрд доллардың тауарын сатты», «шекарадан 1,4 млрд доллардың жүгі өтті»: trade of both sides."""
    if said.unit_kind not in _MONEY:
        return None
    wares = [t for t in said.tokens(said.reach) if t.kind == "word" and noun("wares", t.lemmas)]
    each = said.marks.spans("each_other", said.reach)
    crossed = said.has("border", said.reach) and said.has("crossed", said.ahead)
    if not wares or not (each or crossed):
        return None
    return Choice(indicators()["trade.turnover"], "goods that go both ways", (each or [wares[0].span])[0])


def could_be_sold(said: Said) -> Choice | None:
    """«175 тауар түрі бойынша 240 млн долларға арттыруға болады»: money beside lines of goods that could be sold."""
    if said.unit_kind not in ("money", "bare") or not said.has("potential", said.reach):
        return None
    last = said.memory.last(said, "trade.commodity_lines", reach=0)
    return (
        Choice(indicators()["trade.export_potential"], "the value of goods that could be sold", last.number.span, last)
        if last
        else None
    )


def worth_of_deals(said: Said) -> Choice | None:
    """«240 миллион долларға он бір шарт жасасты»: money right before a number of agreements or projects."""
    following = [n for n in said.siblings if n.digits.start >= said.number.digits.end][:1]
    if said.unit_kind != "money" or not following or following[0].digits.start - said.number.digits.end > _NEXT_WITHIN:
        return None
    counted = following[0].counted_span
    deals = [m for m in said.marks.indicators if counted is not None and m.span.meets(counted)]
    if any(m.indicator.code in ("agreements.count", "projects.count") and m.strength == "counted" for m in deals):
        return Choice(indicators()["projects.value"], "the value of projects", counted)
    return None


def families(said: Said) -> Choice | None:
    """«700 қазақ отбасы көшіп келді»: families that moved."""
    if said.unit_kind not in ("count", "person") or not said.has("families", said.ahead):
        return None
    moved = [m for m in said.marks.indicators if m.indicator.code == "migration.persons" and said.reach.covers(m.span)]
    return Choice(moved[0].indicator, FAMILIES, moved[0].span) if moved else None


def share_of_supply(said: Said) -> Choice | None:
    """«Көрші ел ұнының 90 пайызын Қазақстаннан алады»: how much of its goods one side has from the other."""
    plain = [m for m in said.marks.indicators if m.strength == "words" and said.piece.covers(m.span)]
    if said.unit_kind != "percent" or plain:
        return None
    asked = said.marks.spans("supply", said.left)
    sides = said.at.names_in(Span(said.number.span.start, said.reach.end), NameType.STATE, NameType.SIDE)
    named = [n for n in said.at.names_in(said.reach, NameType.STATE, NameType.SIDE) if n.case is Case.ABL]
    named = named or [n for n in sides if said.has("share", said.ahead) or _grown_there(said, n)]
    of_goods = goods(said.tokens(said.left))
    if asked and sides and len({n.country for n in sides}) == 1:
        return Choice(indicators()["trade.import"], "what meets a side's needs", asked[-1])
    if not named or not of_goods or said.number.span.start - of_goods[-1].end > _OWNED_WITHIN:
        return None
    return Choice(indicators()["trade.import"], "goods that come from the other side", of_goods[-1])


def _grown_there(said: Said, name: NameMention) -> bool:
    """«– қазақ даласының өнімі»: goods of the side that is named."""
    after = tokens_after(said.at.sentence, name.span.end)[:3]
    if any(token.lower.endswith(endings("somebodys")) for token in said.tokens(name.span)):
        return True  # «ұнның 90 пайызы – қазақтікі»
    return any(token.possessive and noun("wares", token.lemmas) for token in after)


def listed_with(said: Said) -> Choice | None:
    """«230 мың тонна көмір мен 90 мың тонна бензин жөнелтілді»: an amount listed with the one before it."""
    last = said.memory.last(said, reach=0)
    if last is None or said.unit_kind not in ("t", "kWh", "m3") or last.quantity.unit != said.number.quantity.unit:
        return None
    between = said.tokens(Span(min(last.number.span.end, said.number.span.start), said.number.span.start))
    linked = any(noun("links", (t.lower,)) or t.text == "," for t in between[-2:])
    named = any(m.strength == "words" and said.piece.covers(m.span) for m in said.marks.indicators)
    if not linked or len(between) > _LISTED_WITHIN or named or said.at.names_in(said.piece, NameType.STATE):
        return None
    return Choice(indicators()[last.indicator], "listed with the amount before it", last.number.span, last)


def despite(said: Said, span: Span) -> bool:
    """«соған қарамастан», «одан бөлек»: a pronoun that joins sentences and leans on no figure."""
    after = tokens_after(said.at.sentence, span.end)[:1]
    return bool(after) and begins("joining", after[0].lower)


def given_in_need(said: Said) -> Choice | None:
    """«240 тонна ұн мен қырық шатыр аттандырды»: goods or money given, or sent to where a disaster was."""
    kind = said.unit_kind
    if kind not in ("money", "t", "count", "person") or said.has("loan", said.reach):
        return None
    if load := _load_of_aid(said):
        return Choice(indicators()[_AID.get(kind, "other")], GIVEN_IN_NEED, load)
    given = said.marks.spans("given", said.ahead) or said.marks.spans("given", said.piece)
    if not given and kind == "t" and said.has("sent", said.ahead) and not said.has("trade_verb_buy", said.ahead):
        given = said.marks.spans("needy", said.reach)
    whole = Span(said.at.sentence.span.start, said.reach.end)
    if not given and (said.has("disaster", whole) or said.has("relief_goods", said.at.sentence.span)):
        sent = said.marks.spans("sent", whole) or said.marks.spans("helps", whole)
        given = () if kind == "money" and said.has("building", said.piece) else sent
    if not given:
        return None
    if kind in ("count", "person"):
        counted = any(m.strength == "counted" and m.span.start >= said.number.span.end for m in said.marks.indicators)
        return None if counted else Choice(indicators()["other"], GIVEN_IN_NEED, given[0])
    return Choice(indicators()[_AID[kind]], GIVEN_IN_NEED, given[0])


def _owner(said: Said, name: NameMention) -> bool:
    """«Қырғызстан азаматы», «Қазақстанның жұмысшылары»: a state whose people are told of."""
    numbers = [n.digits for n in said.at.sentence.numbers]
    following = tokens_after(said.at.sentence, name.span.end)[:_OWNED_WITHIN]
    after = [token for token in following if not any(span.covers(token.span) for span in numbers)][:1]
    return bool(after) and after[0].possessive and is_person(after[0])


def brought_in(said: Said) -> Choice | None:
    """«Қырғыз бизнесмендері бізге 11 миллион доллар әкелді»: money that business brings to the other side."""
    if said.unit_kind not in _MONEY or not said.has("business", said.reach) or not said.has("brings_money", said.ahead):
        return None
    if said.has("building", said.reach) or said.has("aid_words", said.reach) or said.has("given", said.reach):
        return None
    there = said.has("over_border", said.reach)
    there = there or any(role.case in (Case.DAT, Case.LOC) for role in roles(said, said.reach))
    wares = any(noun("wares", t.lemmas) for t in said.tokens(said.reach)) or goods(said.tokens(said.reach))
    if not there or wares:
        return None
    return Choice(
        indicators()["investment.flow"], "money that business brings", said.marks.spans("business", said.reach)[0]
    )


def firms_of_a_side(said: Said) -> Choice | None:
    """«Бішкекте қазақ капиталымен үш банк отыр»: firms that one side's capital has in the other."""
    counted = (said.number.counted or "").lower()
    tokens = said.tokens(said.number.counted_span) if said.number.counted_span is not None else ()
    near = said.counted_words[:1]  # «төрт банкі жұмыс істейді»
    named = noun("firms", (counted,)) or any(noun("firms", token.lemmas) for token in (*tokens, *near))
    if said.unit_kind != "count" or not named:
        return None
    sides = list(roles(said, Span(said.at.sentence.span.start, said.reach.end)))
    owned = {role.country for role in sides if role.owner and role.case in (Case.NOM, Case.GEN)}
    there = {role.country for role in sides if role.case is Case.LOC}
    banks = said.at.names_in(said.reach, NameType.ORGANISATION)  # «қазақтың төрт банкі»
    owned |= {name.country for name in banks if name.country and name.span.covers(said.number.digits)}
    if not said.has("capital", said.reach) and not (owned and there and not owned & there):
        return None
    return Choice(indicators()["enterprises.count"], "firms of one side's capital", said.number.counted_span)


def whose_goods(said: Said) -> Choice | None:
    """«өзбек тауары 1 миллиардқа жетті», «Қырғызстанға жеткізілген тауарлардың 18 пайызы»: goods by whose they are."""
    if said.unit_kind not in (*_MONEY, "percent") or _names_the_flow(said) or said.home is None:
        return None
    if said.unit_kind == "bare" and said.number.quantity.value < _GREAT:
        return None
    turnover = any(m.indicator.code == "trade.turnover" and said.reach.covers(m.span) for m in said.marks.indicators)
    if turnover or len({role.country for role in roles(said, said.piece)}) != 1:
        return None
    for token in said.tokens(said.piece):
        if token.kind != "word" or not noun("wares", token.lemmas) or noun("loads", token.lemmas):
            continue
        before = [r for r in roles(said, said.piece) if 0 <= token.span.start - r.span.end < _WARES_WITHIN]
        for role in before[-1:]:
            to = role.case is Case.DAT and not role.owner  # «қырғыз өніміне» is no way to them
            if not (to or role.case is Case.ABL or role.owner) or (not to and not token.possessive and not role.owner):
                continue
            sold = (role.country != said.home) if to else (role.country == said.home)
            code = "trade.export" if sold else "trade.import"
            return Choice(indicators()[code], GOODS_OF_ONE_SIDE, token.span)
    return None


def part_by_owner(said: Said) -> Choice | None:
    """«оның 388 миллионын біздің жеткізілім құрады», «соның 500 миллионы – қырғыз тауары»: a part of the trade told
    before, by whose goods it is."""
    last = said.memory.last(said, "trade.turnover", *_TURNED, reach=1)
    parts = said.has("part", said.piece) or said.has("rest", said.piece) or parted(said.number, said.at.sentence)
    if said.unit_kind not in (*_MONEY, "percent") or not parts or last is None or said.home is None:
        return None
    behind = Span(said.number.span.end, said.reach.end)
    owners = [r for r in roles(said, behind) if r.owner and r.case in (Case.NOM, Case.GEN)]
    for role in owners[:1]:
        after = [t for t in tokens_after(said.at.sentence, role.span.end)[:3] if behind.covers(t.span)]
        wares = any(noun("wares", t.lemmas) or begins("deliveries", t.lower) for t in after) or bool(goods(after))
        if wares:
            code = "trade.export" if role.country == said.home else "trade.import"
            return Choice(indicators()[code], GOODS_OF_ONE_SIDE, role.span)
    return None


def whole_of_trade(said: Said) -> Choice | None:
    """«Былтырғы 1,7 миллиард доллардың 1,2 миллиарды – біздің экспорт»: what exports are a part of."""
    following = [n for n in said.siblings if n.span.start >= said.number.span.end][:1]
    if said.unit_kind not in _MONEY or said.number.case is not Case.GEN or not following:
        return None
    beside = following[0].span.start - said.number.span.end < _OWNED_WITHIN
    flows = [m for m in said.marks.indicators if m.indicator.code in _TURNED and m.strength == "words"]
    if not beside or not parted(following[0], said.at.sentence) or not flows:
        return None
    if any(m.span.end <= said.number.span.start for m in flows):
        return None
    return Choice(indicators()["trade.turnover"], "the whole that exports are a part of", said.number.span)


def rest_of_trade(said: Said) -> Choice | None:
    """«Соның 880 миллионы – экспорт, қалған 420 миллионы – қырғыздан алғанымыз»: of the turnover what is no export."""
    if said.unit_kind not in _MONEY:
        return None
    theirs = any(token.lower.endswith(endings("somebodys")) for token in said.tokens(said.left))
    if not (theirs or said.has("rest", said.piece)) or _names_the_flow(said):
        return None
    last = said.memory.last(said, reach=1)
    whole = said.memory.last(said, "trade.turnover", reach=2)
    if last is None or whole is None or last.indicator not in _TURNED or last.measure != "level":
        return None
    told = [f for f in said.memory.figures if f.number.span.start > whole.number.span.start]
    if len(told) != 1 or last.quantity.value >= whole.quantity.value:
        return None
    return Choice(indicators()[_TURNED[last.indicator]], "the rest of the turnover", said.number.span)


def spent_on_that(said: Said) -> Choice | None:
    """«… шлюзді ауыстыру күзде басталады, оған 1 млрд 150 млн теңге қарастырылған»: money for the work just told of."""
    if said.unit_kind != "money" or not said.has("on_that", said.left) or not said.has("spent", said.ahead):
        return None
    before = Span(said.at.sentence.span.start, said.number.span.start)
    investors = any(
        m.indicator.code.startswith("investment.") and said.reach.covers(m.span) for m in said.marks.indicators
    )
    if said.has("loan", before) or said.has("given", said.reach) or investors:
        return None
    return Choice(
        indicators()["project.cost"], "money for the work just told of", said.marks.spans("on_that", said.left)[-1]
    )


def _load_of_aid(said: Said) -> Span | None:
    """«… көмек керуені жетті. Жүктің салмағы 160 тонна, құны 310 млн теңге»: what was given in the sentence before."""
    words = said.marks.spans("load_words", Span(said.at.sentence.span.start, said.number.span.start))
    trade = any(m.indicator.code.startswith(("trade.", "project.")) for m in said.marks.indicators)
    near = [at for at in said.at.before(2) if said.at.same_paragraph(at)]
    told = [marks(at.sentence) for at in near]
    given = any(m.has("aid_words") or m.has("relief_goods") or (m.has("disaster") and m.has("sent")) for m in told)
    works = said.has("building", said.at.sentence.span) or trade or said.unit_kind == "person"
    return words[-1] if words and given and not works else None


def upkeep(said: Said) -> Choice | None:
    """«Ортақ нысандарды күтіп ұстауға 410 млн теңге аударды», «… күтіп ұстайды. Биыл бұған 410 млн қаралды»: what is
    paid for the upkeep of shared works."""
    before = Span(said.at.sentence.span.start, said.number.span.start)
    if said.unit_kind != "money" or not said.has("spent", said.ahead):
        return None
    if not said.has("upkeep", before):
        on_it = said.marks.spans("for_it", before)
        told = any(said.at.same_paragraph(at) and marks(at.sentence).has("upkeep") for at in said.at.before(1))
        return Choice(indicators()["other"], UPKEEP, on_it[-1]) if on_it and told else None
    return Choice(indicators()["other"], UPKEEP, said.marks.spans("upkeep", before)[-1])


def smuggled(said: Said) -> Choice | None:
    """«заңсыз шығарылмақ болған 1 300 тонна отын ұсталды»: what is smuggled is no trade."""
    if said.unit_kind not in ("t", "count", "money") or not said.has("smuggled", said.reach):
        return None
    return Choice(indicators()["other"], "smuggled goods", said.marks.spans("smuggled", said.reach)[0])


def volume_again(said: Said) -> Choice | None:
    """«… 600 млн кВт·сағ берілді. Қаңтарда тағы 350 миллион жіберіледі»: an amount of what the figure before told."""
    last = said.memory.last(said, reach=2)
    if said.unit_kind != "bare" or said.number.quantity.value < _GREAT_VOLUME or last is None:
        return None
    same = last.paragraph == said.at.sentence.paragraph and last.quantity.unit in ("kWh", "m3")
    named = any(m.strength == "words" and said.reach.covers(m.span) for m in said.marks.indicators)
    if not same or named or not (said.has("sent", said.reach) or said.has("receive", said.reach)):
        return None
    return Choice(indicators()[last.indicator], "an amount of what was told before", last.number.span, last)


def at_work(said: Said) -> Choice | None:
    """«Қазақстанда 40 мың қырғыз азаматы еңбек етеді»: people of one state at work in the other."""
    if said.unit_kind not in ("person", "bare") or not said.has("labour", said.reach):
        return None
    if said.unit_kind == "bare" and not said.has("count_word", said.left):
        return None
    named = said.at.names_in(said.reach, NameType.STATE, NameType.SIDE)
    ours = any(role.owner and role.case in (Case.NOM, Case.GEN) for role in roles(said, said.reach))  # «азаматымыз»
    if not ours and not any(
        said.words(n.span).lower() in people() or n.case is Case.ABL or _owner(said, n) for n in named
    ):
        return None
    return Choice(indicators()["migration.persons"], "people at work", said.marks.spans("labour", said.reach)[0])
