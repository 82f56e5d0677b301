"""Numbers of everyday talk: questions, sayings, scores, shop prices, mishaps, and what a text itself corrects."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from qatynas.claims.clauses import token_after, tokens_before
from qatynas.claims.figures_people import is_person
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_verbs import is_finite, verb_of, verbs_in
from qatynas.claims.figures_words import STRONG, Marks, begins, endings, marks, noun
from qatynas.claims.once import per_sentence
from qatynas.language.mentions import Case, NameType, NumberKind, Sentence
from qatynas.model import Span

_SCORE = re.compile(r"\d:$")
_CLOSERS = ' \n»"”)'
_YOUNGEST, _OLD = 15, 120  # years
_FEW = 4  # things that «да» takes together
_RANK_WITHIN = 45  # characters after an ordinal in which «орын» or «серіктес» stands
_POCKET = Decimal(100_000)
"""Money of either side that a person carries: shop prices, fares; a figure of states has a scale word."""
_PRICED = frozenset(("energy.price", "project.cost", "aid.value", "education.grants"))
"""What may cost so little and be the relationship's."""
_GIVEN = ("aid.", "trade.")
"""What is given or sold after a mishap, or in spite of it."""
_POCKET_CURRENCIES = frozenset(("KZT", "KGS", "UZS", "RUB"))


def asked(said: Said) -> str:
    """«… 3 миллиардқа жеткізу кімге керек?»: a question states nothing of its own last clause."""
    rest = said.words(Span(said.number.span.end, said.at.sentence.span.end)).rstrip(_CLOSERS)
    if not rest.endswith("?") or "," in rest or "»" in rest or ";" in rest or _taken_as_told(said):
        return ""
    return "rhetoric"


def _taken_as_told(said: Said) -> bool:
    """«Арадағы 130 миллион доллар қай асуда қалып қойды?»: a question where something went takes for granted that it
    is so much; of a number told before it tells nothing new."""
    before = tokens_before(said.at.sentence, said.number.span.start)[-1:]
    known = any(found.quantity.value == said.number.quantity.value for found in said.memory.figures)
    granted = bool(before) and noun("presumed", (before[0].lower,)) and said.number.quantity.unit not in ("", "count")
    after = Span(said.number.span.end, said.at.sentence.span.end)
    return granted and not known and any(noun("whither", (t.lower,)) for t in said.tokens(after))


def saying(said: Said) -> str:
    """«Мың асқанға бір тосқан деген осы»: words that quote a proverb follow."""
    after = Span(said.number.span.start, said.at.sentence.span.end)
    return "idiom" if said.has("sayings", after) and said.unit_kind in ("bare", "count", "person") else ""


def score(said: Said) -> str:
    """«2:0 есебімен», «9:6»: one of two numbers with a colon between them."""
    text, digits = said.at.reading.text, said.number.digits
    before = _SCORE.search(text[max(0, digits.start - 2) : digits.start])
    after = re.match(r":\d", text[digits.end : digits.end + 2])
    return "score" if before or after else ""


def hour(said: Said) -> str:
    """«таңғы 7-де», «кешкі тоғызға дейін»: a bare number after a part of the day."""
    just_before = Span(max(said.at.sentence.span.start, said.number.span.start - 8), said.number.span.start)
    return "score" if said.unit_kind in ("bare", "count") and said.has("day_parts", just_before) else ""


def corrected(said: Said) -> str:
    """«40 делінген, дұрысы – 52»: the value before the right one is a mistake."""
    return "negated" if told_wrongly(said) else ""


def told_wrongly(said: Said) -> bool:
    """«… 92 миллион деп жазыппыз. Дұрысы – 94»: a number that the text itself puts right after it."""
    return said.has("corrections", Span(said.number.span.end, said.at.sentence.span.end))


def price(said: Said) -> str:
    """«сом 6 теңге 15 тиын», «доллар 540 теңгеден сатылып жатыр», «3 мың теңге сұрады»: a rate or a shop's price."""
    quantity = said.number.quantity
    if said.has("rates") and not said.marks.indicators:
        return "price"
    pocket = quantity.unit in _POCKET_CURRENCIES and quantity.value < _POCKET
    priced = any(mark.indicator.code in _PRICED for mark in said.marks.indicators)
    if not pocket or priced or said.has("on_average", said.piece) or _fare(said):
        return ""
    return "price" if said.has("prices", said.at.sentence.span) else ""


def _fare(said: Said) -> bool:
    """«Автобус күніне алты рет қатынайды, билеті – 2 500 теңге»: what a journey from one side to the other costs."""
    if not said.has("fares", said.reach) or said.has("asked_for", said.at.sentence.span):
        return False
    here = said.has("traffic", said.at.sentence.span)
    return here or _of_traffic(said)


def limit(said: Said) -> str:
    """«150 келіден асатын жүк», «құны 1 000 евродан аспайтын тауар»: up to how much is allowed."""
    quantity = said.number.quantity
    small = (quantity.unit == "t" and quantity.value < 1) or (said.unit_kind == "money" and quantity.value < _POCKET)
    near = Span(said.number.digits.end, min(said.number.span.end + 12, said.at.sentence.span.end))
    return "limit" if small and said.has("limits", near) and not said.has("need", said.reach) else ""


def how_often(said: Said) -> str:
    """«жылына екі рет»: how often a body meets is its procedure."""
    often = any(noun("times_words", (word.lower,)) for word in said.counted_words[:2])
    going = said.has("traffic", said.reach) or (said.has("goes_regularly", said.reach) and _of_traffic(said))
    if said.number.rate and going:
        return ""  # «аптасына екі мәрте автобус жүреді»
    if often and not said.number.rate and said.has("came_together", said.reach):
        return ""  # «содан бері кеңес тоғыз рет жиналды»
    return "frequency" if often and said.number.quantity.value <= 6 else ""


def _of_traffic(said: Said) -> bool:
    """«… пойыз іске қосылды. Қазір ол аптасына үш рет жүреді»: whether the sentence before tells of traffic."""
    return any(said.at.same_paragraph(at) and marks(at.sentence).has("traffic") for at in said.at.before(2))


def ordinals(said: Said) -> str:
    """An ordinal is a rank where trade or partners are spoken of and it is the predicate or tells a place: «Қырғызстан
    үшінші тұр», «оныншы орында», «үшінші серіктес», but not «алтыншы отырыс»."""
    if said.number.kind is not NumberKind.ORDINAL:
        return ""
    near = Span(said.number.span.end, min(said.number.span.end + _RANK_WITHIN, said.at.sentence.span.end))
    first = said.counted_words[:1]
    if said.has("degree", near) or (first and said.has("meeting", first[0].span)):
        return "ordinal"
    if said.has("partners", near):
        return ""
    if said.memory.last(said, "trade.partner_rank", reach=2) is None:
        listed = said.has("listed", said.at.sentence.span) and len(_sides_named(said)) > 1
        worded = listed or said.has("ordinal_rank", near) or said.has("ordinal_rank", said.left)
        if not ((worded and (listed or _trading(said.marks, weakly=True))) or (_predicate(said) and _of_trade(said))):
            return "ordinal"
    elif not _predicate(said) and not said.has("ordinal_rank", near) and not said.has("ordinal_rank", said.left):
        return "ordinal"
    return "" if _of_states(said) else "ordinal"


def _sides_named(said: Said) -> set[str]:
    named = said.at.names_in(said.at.sentence.span, NameType.STATE, NameType.SIDE, NameType.PLACE)
    return {name.country for name in named if name.country in said.at.pair}


def _predicate(said: Said) -> bool:
    """«бізде олар он сегізінші болып тіркелген», «Қазақстан үшінші тұр», «Қазақстан – үшінші»."""
    after = said.follower
    if after is None or after.kind == "mark":
        return after is None or after.text in ".,;)"
    doing = verb_of(after)
    return is_finite(after) or (doing is not None and noun("ranked_verbs", (doing.lemma,)))


def _of_trade(said: Said) -> bool:
    """Whether the sentence or those right before tell of trade or of partners."""
    told = [at.sentence for at in said.at.before(2) if said.at.same_paragraph(at)]
    return any(
        _trading(marks(sentence)) or any(begins("trading", t.lower) for t in sentence.tokens)
        for sentence in (said.at.sentence, *told)
    )


def _trading(found: Marks, weakly: bool = False) -> bool:
    flows = (m for m in found.indicators if m.indicator.code.startswith("trade."))
    ranked = (m for m in flows if m.indicator.code != "trade.partner_rank" and (m.strength == STRONG or weakly))
    return found.has("partners") or any(ranked)


def _of_states(said: Said) -> bool:
    named = said.at.names_in(said.at.sentence.span, NameType.STATE, NameType.SIDE)
    return bool(named) or any(noun("place_pronouns", (t.lower,)) for t in said.at.sentence.tokens)


def mishap(said: Said) -> str:
    """«3 келі есірткімен тұтқындалған», «апаттан екі адам жараланды», but not those whom the other side cares for."""
    words = [m for m in said.marks.indicators if m.strength == STRONG or said.unit_kind in ("money", "t")]
    given = any(mark.indicator.code.startswith(_GIVEN) for mark in words)
    sentence = said.at.sentence.span
    if given or not (said.has("crimes", sentence) or said.has("accidents", sentence)):
        return ""
    sides = {name.country for name in said.at.names_in(sentence) if name.country}
    cared = said.has("cared_for", sentence) and said.unit_kind in ("person", "count", "bare") and len(sides) > 1
    return "" if cared and not said.has("crimes", sentence) else "mishap"


def example(said: Said) -> str:
    """«Мысалы, бір кәсіпкер … апарса, 20 мың теңге шығындалады»; «… өсе берсе, … жетпес еді»: thought out."""
    sentence = said.at.sentence
    if not _conditional(sentence):
        return ""
    last = [token for token in sentence.tokens if token.kind == "word"][-1:]
    unreal = bool(last) and begins("was", last[0].lower)
    opened = Span(sentence.span.start, min(said.number.span.start + 1, sentence.span.start + 40))
    return "hypothetical" if unreal or (said.has("examples", opened) and not sentence.dates) else ""


@per_sentence
def _conditional(sentence: Sentence) -> bool:
    """«болса», «өссе»; «оқуға келсек», «дерекке сүйенсек» only lead in."""
    return any(
        reading.form == "condition" and not token.lower.endswith(endings("if_we"))
        for token, reading in verbs_in(sentence.tokens)
    )


def of_nature(said: Said) -> str:
    """«биіктігі 5017 м», «мұздықтың ауданы 38 шаршы шақырым»: geography; «184 мұздық көлі» are counted."""
    near = Span(said.piece.start, said.reach.end)
    if said.unit_kind in ("km", "ha"):
        return "nature" if said.has("geography", near) or said.has("natural_sizes", near) else ""
    sized = said.unit_kind in ("count", "bare") and said.has("natural_sizes", near)
    return "nature" if sized and not said.has("count_word", said.left) else ""


def come_to_an_age(said: Said) -> str:
    """«тоқсанға келген әже», «сексенге таяған ардагер», «отызға толған жігіт»: a bare number of someone's years."""
    quantity, after = said.number.quantity, said.follower
    if (
        said.number.case is not Case.DAT
        or quantity.unit not in ("", "count")
        or not _YOUNGEST <= quantity.value <= _OLD
    ):
        return ""
    doing = verb_of(after) if after is not None else None
    if doing is None or doing.form != "participle" or not noun("comes_to_age", (doing.lemma,)):
        return ""
    return "age" if any(is_person(token) for token in said.counted_words[1:]) else ""


def hearsay(said: Said) -> str:
    """«оған 60 миллион керек деген сөз де айтылыпты», «… деген қаңқу бар»: what is only talked of."""
    if not said.marks.spans("hearsay", Span(said.number.span.end, said.at.sentence.span.end)):
        return ""
    return "disbelieved"


def one_coin(said: Said) -> str:
    """«бір сомға түскі ас ішетінбіз»: one piece of money is no sum."""
    one = said.number.quantity.value == 1 and said.spelled and said.unit_kind == "money"
    return "pronoun" if one and not any(m.indicator.code in _PRICED for m in said.marks.indicators) else ""


def past_ages(said: Said) -> str:
    return "history" if said.has("history", said.piece) and said.unit_kind in ("bare", "count", "person") else ""


def rounding(said: Said) -> str:
    """«дөңгелектеу салдарынан 0,1 млн-ға өзгеше болуы мүмкін»: what a table's sums may be out by."""
    return "arithmetic" if said.has("rounding", said.at.sentence.span) else ""


def of_all_states(said: Said) -> str:
    """«Қазақстанның барлық елге шығарған бидайы 4,1 млн тонна»: one state's trade with all."""
    if said.unit_kind not in ("money", "t") or said.has("mutual", said.at.sentence.span):
        return ""
    return "one_country" if said.has("with_all", Span(said.at.sentence.span.start, said.number.span.start)) else ""


def rewarded(said: Said) -> str:
    """«сегіз құтқарушыға «Ерлік» медалін табыстады»: those who are given an award, each of whom is told of apart."""
    given = said.unit_kind == "person" and said.has("degree", said.ahead) and said.has("awarding", said.ahead)
    return "used_elsewhere" if given else ""


def voted(said: Said) -> str:
    """«заңды 86 депутат қолдап, үшеуі қалыс қалды», «жетпіс бір депутат «иә» деді»: how a house voted on it."""
    if said.unit_kind not in ("bare", "count", "person") or not said.has("votes", said.at.sentence.span):
        return ""
    deputies = said.has("voters", said.at.sentence.span)
    return "used_elsewhere" if deputies and said.has("votes", said.ahead) else ""


def thought_out(said: Said) -> str:
    """«Сауданың отыз пайызы деген есеп бізде жоқ», «… деген әңгіменің негізі жоқ»: what is named by «деген», and is
    then denied."""
    named = said.marks.spans("so_called", said.right)
    closing = [t for t in said.at.sentence.tokens if t.kind == "word"][-1:]
    return "negated" if named and closing and noun("negatives", (closing[0].lower,)) else ""


def told_again(said: Said) -> str:
    """«… 97 миллионы сол жылға тиесілі. Осы 97 миллионның үштен екісі …»: a figure that is only called again."""
    before = tokens_before(said.at.sentence, said.number.span.start)[-1:]
    if said.number.case is not Case.GEN or not before or not noun("pointers", (before[0].lower,)):
        return ""
    last = said.memory.last(said, reach=2)
    same = last is not None and last.quantity.value == said.number.quantity.value and last.measure == "level"
    return "pronoun" if same else ""


def all_of_them(said: Said) -> str:
    """«Палата екі құжатты да мақұлдады», «үш келісім де мақұлданды»: all of what was told of."""
    if not said.spelled or said.number.quantity.value > _FEW or said.unit_kind not in ("bare", "count"):
        return ""
    things = said.number.counted_span
    after = token_after(said.at.sentence, things.end) if things is not None else None
    also = after is not None and noun("also", (after.lower,))
    return "pronoun" if also and not any(reading.negative for _, reading in said.verbs) else ""


RULES: tuple[Callable[[Said], str], ...] = (
    how_often, past_ages, of_nature, asked, saying, score, hour, corrected, limit, price, mishap, example, rounding,
    of_all_states, rewarded, voted, thought_out, told_again, all_of_them,
    come_to_an_age, hearsay, one_coin,
)  # fmt: skip
