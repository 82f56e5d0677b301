"""Numbers of a sentence as figures see them: in what kind of unit they are told, and which of them count something."""

from __future__ import annotations

import re

from qatynas.claims.clauses import token_after, tokens_after, tokens_before, tokens_in
from qatynas.claims.figures_people import is_of_place, is_person, is_person_alone
from qatynas.claims.figures_verbs import is_finite, verb_of
from qatynas.claims.figures_words import begins, endings, noun, people
from qatynas.claims.once import per_sentence
from qatynas.language.kk.counting import ADJECTIVES
from qatynas.language.mentions import Case, NumberKind, NumberMention, Sentence, Token
from qatynas.language.stems import analyse
from qatynas.model import Qualifier

_POSSESSIVE = re.compile(
    r"(?:(?:-[сш]?[ыі]|миллионы|миллиарды|мыңы|жүзі|млрд-ы|млн-ы|-?[дт][ае]й[ыі])(?:н|н[ыі]ң|нан|нен|на|не)?"
    r"|[еа]уі?|[еа]уы)$"
)
"""«11-і», «3 миллиарды», «төртеуі», «мың жүздейі»: what is said of the number follows, not what it counts."""
_FROM_TO = 25  # characters between the two numbers of «X-тан Y-ке»
_MUCH = 100_000  # of water, in cubic metres
_UNCOUNTED = 100_000_000  # so many things nobody counts: money or an amount whose unit is left out
_MANY = 10  # fewer people are no figure of two states
_SUBJECT_WITHIN = 5  # words before a number in which those whom it counts stand
_FEW = 3  # «екі ел», «үш тарап»


def unit_kind(number: NumberMention, sentence: Sentence) -> str:
    """What kind of unit a number of a sentence is told in; see Said.unit_kind."""
    unit = number.quantity.unit
    if number.kind is NumberKind.ORDINAL:
        return "rank"
    if len(unit) == 3 and unit.isupper():
        return "money"
    if unit in ("", "count"):
        if _persons_after(number, sentence) or _persons_before(number, sentence) or _of_people(number, sentence):
            return "person"
        if unit == "" and (_adjectival(number, sentence) or _of_water(number) or _amount(number)):
            return "bare"
        alone = number.counted is None or number.quantity.value >= _UNCOUNTED
        return "bare" if alone or (unit == "" and _closed(number, sentence)) else "count"
    return unit


def _persons_before(number: NumberMention, sentence: Sentence) -> bool:
    """«Қазақстанда оқитын қырғызстандықтар мың жарым», «жастардың саны екі мыңнан асады»: the subject is people."""
    if number.quantity.value < _MANY or (number.counted is not None and not _closed(number, sentence)):
        return False
    before = tokens_before(sentence, number.span.start)[-_SUBJECT_WITHIN:]
    dated = [d.span for d in sentence.dates]
    for token in reversed(before):
        if token.kind != "word":
            return False
        if (
            noun("number_of", (token.lower,))
            or any(d.covers(token.span) for d in dated)
            or noun("hedging", (token.lower,))
        ):
            continue
        one_of = token.lemmas & people() or (token.possessive and is_person(token))
        if noun("collectives", token.lemmas):
            return token.case in (Case.NOM, Case.GEN)
        many = (token.plural or bool(one_of)) and token.case in (Case.NOM, Case.GEN)
        return many and _of_man(token)
    return False


def _of_man(token: Token) -> bool:
    return is_person(token) or noun("folk", token.lemmas) or is_person_alone(token)


def _of_people(number: NumberMention, sentence: Sentence) -> bool:
    """«студенттердің жетіден бірі, яғни 2 980-і», «ағайыннан мың жүздейі»: so many of people told before."""
    if number.quantity.value < _MANY or not parted(number, sentence):
        return False
    for token in reversed(tokens_before(sentence, number.span.start)):
        if token.plural and token.case in (Case.GEN, Case.ABL) and token.kind == "word":
            return _of_man(token) or noun("folk_heads", token.lemmas)
    return False


def _of_water(number: NumberMention) -> bool:
    """«410 миллион су»: water whose unit is left out."""
    return number.quantity.value >= _MUCH and noun("water", ((number.counted or "").lower(),))


def _amount(number: NumberMention) -> bool:
    """«екі миллиард межесіне», «бір миллиард қаржы»: a sum whose unit is left out."""
    return number.quantity.value >= _MUCH and noun("amount_heads", ((number.counted or "").lower(),))


def _adjectival(number: NumberMention, sentence: Sentence) -> bool:
    """«үш миллиардтық меже»: a scale made an adjective; its unit is left out."""
    inside = tokens_in(sentence, number.digits)
    return len(inside) > 1 and inside[-1].lower.endswith(endings("adjectives"))


def _persons_after(number: NumberMention, sentence: Sentence) -> bool:
    """Whether people are counted: «640 қандас», «2766 қазақстандық білім алады», «алты жүз қырғыз студент»."""
    if number.quantity.qualifier is Qualifier.EXACT and number.case not in (None, Case.NOM) and not number.each:
        return False
    words, of_those = [], parted(number, sentence)
    if of_those and _somewhere(number, sentence):
        return False
    begin = max(number.span.end, number.digits.end)
    if number.kind is NumberKind.RANGE and number.counted_span is not None:
        begin = max(begin, number.counted_span.start)  # «600 мың мен 650 мың аралығында демалушы»
    for token in tokens_after(sentence, begin):
        if token.kind != "word":
            break
        words.append(token)
    for index, token in enumerate(words[:4]):
        if index and token.plural and _modifies(token, words[index + 1 :]):
            continue
        young = index > 0 and noun("young", token.lemmas) and words[index - 1].lower in people()
        if young or (is_person(token) and not (index and _many_others(token))):
            return True
        if not of_those and is_person_alone(token) and _ends_what_is_counted(token, words[index + 1 :]):
            return True
        if _ends_phrase(token):
            return False
    return False


def _ends_phrase(token: Token) -> bool:
    """Whether what is counted goes on no further: at its case, at what belongs to something, at a verb."""
    if token.attributive or is_person_alone(token):
        return False
    doing = verb_of(token)
    if doing is not None and doing.known:
        return doing.form != "infinitive" or token.case is not Case.NOM  # «оқу орнының басшысы»
    return token.case in _APART or (token.case is Case.NOM and token.possessive)


_WITHOUT = ("сыз", "сіз")
_APART = (Case.ACC, Case.DAT, Case.ABL, Case.LOC, Case.INS)


def _many_others(token: Token) -> bool:
    """«8 мың оқулық оқушыларға жеткізілді»: what a number counts has no plural."""
    return token.plural and token.case in _APART


def _modifies(token: Token, after: list[Token]) -> bool:
    """«120 төсектік балалар оңалту орталығы»: people in the plural before another noun are not what is counted."""
    best = analyse(after[0].lower)[0] if after else None
    plain = token.case is Case.NOM and not token.possessive and best is not None
    return plain and best is not None and (best.pos == "noun" or best.form == "infinitive") and best.known


def _ends_what_is_counted(people_of: Token, after: list[Token]) -> bool:
    """Whether no noun follows those who are called by a people or a place: «20 қазақстандық келді», «64 қазақстандық
    жазасын өтеп жүр», but not «1 200 орындық қазақ мектебін»."""
    following = after[0] if after else None
    called = is_of_place(people_of)
    return (
        following is None
        or (verb_of(following) is not None and not _heads(after))
        or following.plural
        or (analyse(following.lower)[0].case is Case.ACC and (called or not following.possessive))
        or (following.case is Case.DAT and not begins("trade_flows", following.lower))
        or noun("doings", (following.lower,))
        or noun("closing", (following.lower,))
        or (called and not _heads(after))
    )


def _heads(after: list[Token]) -> bool:
    """Whether a noun follows that is what is counted, «қырғызстандық компания»; «ресми еңбек етеді», «тынығып оралды»
    are none."""
    for token in after:
        if token.lower in ADJECTIVES or noun("meanwhile", (token.lower,)) or token.lower.endswith(_WITHOUT):
            continue
        if token.case is not Case.NOM or token.attributive or noun("doings", token.lemmas):
            return False
        best = analyse(token.lower)[0]
        return best.pos == "noun" and best.known
    return False


def _somewhere(number: NumberMention, sentence: Sentence) -> bool:
    """«қалған он бірінде адам өлшейді»: a place among those told, where someone is."""
    inside = tokens_in(sentence, number.digits)
    return bool(inside) and inside[-1].case is Case.LOC


def parted(number: NumberMention, sentence: Sentence) -> bool:
    """«он екісі», «төртеуі», «11-і»: so many of those told before."""
    bare = [t for t in tokens_in(sentence, number.span) if t.span.end <= number.digits.end]
    return bool(bare) and (bool(_POSSESSIVE.search(bare[-1].lower)) or noun("parted", (bare[-1].lower,)))


def _to_do(token: Token) -> bool:
    """«430 миллион алу көзделген»: an infinitive is no thing that is counted."""
    return any(r.form == "infinitive" and r.known and r.pos == "verb" for r in analyse(token.lower)[:2])


def _closed(number: NumberMention, sentence: Sentence) -> bool:
    """Whether the number phrase ends with the number: it has a case or a possessive ending, or a verb follows."""
    inside = tokens_in(sentence, number.span)
    if parted(number, sentence):
        return True
    within = number.counted_span is not None and number.counted_span.end <= number.span.end
    hedged = bool(inside) and inside[-1].span.end > number.digits.end and not within
    if hedged and not noun("open_hedges", (inside[-1].lower,)):
        return True  # but «90 мың бастан кем түспеуі» counts heads
    if number.counted_span is not None:
        counted = tokens_in(sentence, number.counted_span)
        compared = bool(counted) and len(counted) == 1 and noun("comparisons", (counted[0].lower, *counted[0].lemmas))
        after = token_after(sentence, number.counted_span.end)
        doing = bool(counted) and _to_do(counted[-1]) and (len(counted) > 1 or (after is not None and _to_do(after)))
        if compared or (len(counted) == 1 and not doing and _to_do(counted[0])):
            return True  # neither closes «он тоғыз жоғары оқу орны», «1 870 сұрау салу»
        following = token_after(sentence, number.span.end)
        reading = verb_of(following) if following is not None else None
        if reading is not None and reading.form == "participle" and noun("becomes", (reading.lemma,)):
            return True  # «900 миллион болған экспорт»
        ends = counted[-1:] if counted and not doing and following is counted[0] else ()
        if any(verb_of(token) is not None or is_finite(token) for token in ends):
            return True
    plain = number.quantity.qualifier is Qualifier.EXACT and not number.each
    return plain and number.case not in (None, Case.NOM)


@per_sentence
def counting(sentence: Sentence) -> tuple[NumberMention, ...]:
    """The numbers of a sentence that may count something: no dates, no ordinals, no «екі ел»."""
    found = []
    for number in sentence.numbers:
        if number.part_of_date or number.kind is NumberKind.ORDINAL or corrected(number, sentence):
            continue
        if number.quantity.value <= _FEW and not number.quantity.unit:
            after = token_after(sentence, number.span.end)
            if after and noun("sides", (after.lower, *after.lemmas)):
                continue
        found.append(number)
    return tuple(found)


def corrected(number: NumberMention, sentence: Sentence) -> bool:
    """«312 мың емес, 286 мың»: whether the number is taken back in favour of the next."""
    after = token_after(sentence, number.span.end)
    return after is not None and noun("taken_back", (after.lower,))


def goes_on(start: NumberMention, end: NumberMention) -> bool:
    """«85 мың тоннадан 150 мың тоннаға»: whether something goes from one number to the other."""
    if start.quantity.qualifier is not Qualifier.EXACT:
        return False
    shares = start.quantity.unit == end.quantity.unit == "percent"  # «19 пайыздан былтыр 27 пайызға»
    near = 0 <= end.span.start - start.span.end < (_FROM_TO * 2 if shares else _FROM_TO)
    same = start.quantity.unit in ("", end.quantity.unit) or end.quantity.unit == ""  # «15 мың адамнан 30 мыңға»
    return near and same and start.case is Case.ABL and end.case is not Case.ABL
