"""Why a number is no figure of the relationship: short rules in order, each gives a reason or "" ."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from qatynas.claims import figures_everyday
from qatynas.claims.clauses import token_after, tokens_before
from qatynas.claims.figures_people import is_person
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_units import parted
from qatynas.claims.figures_verbs import is_finite, verb_of
from qatynas.claims.figures_words import begins, endings, noun
from qatynas.claims.once import per_sentence
from qatynas.language.mentions import Case, NameType, NumberKind, NumberMention, Sentence, Token
from qatynas.model import Qualifier, Span

REASONS = {
    "part_of_date": "it is part of a date",
    "used_elsewhere": "another kind of claim rests on it",
    "furniture": "it stands in the page's furniture",
    "age": "someone's age",
    "anniversary": "an anniversary",
    "phone": "a telephone number",
    "numbering": "it numbers a point, an article, a page, a session or a document",
    "ordinal": "an ordinal that ranks nobody",
    "duration": "a length of time",
    "frequency": "how often something is done",
    "sides": "it counts the sides themselves",
    "pronoun": "it points at things named before",
    "idiom": "an idiom or a manner of speaking",
    "negated": "what is said of it is denied",
    "hypothetical": "what is said of it is only supposed",
    "disbelieved": "the text does not believe it",
    "personal": "it tells of one person's own affairs",
    "arithmetic": "the writer's own sum",
    "one_country": "a figure of one country alone",
    "third_pair": "a figure of another pair of states",
    "history": "history in passing",
    "nature": "a height, a depth or a size in nature",
    "name": "it is part of a name or title",
    "headline": "a headline, which the text below tells in full",
    "rhetoric": "it is asked, not said",
    "score": "a score or a time of day",
    "limit": "how much is allowed to one person",
    "price": "an exchange rate or a shop's price",
    "mishap": "an accident or a crime",
    "no_pair": "the text names no two states that it could be about",
    "no_relation": "nothing near it speaks of the relationship",
    "table_head": "it stands in the head or the label of a table",
    "no_head": "the heads of its table do not stand over its columns",
    "no_unit": "its table names no unit",
    "no_measure": "its table does not say what it is a percentage of",
    "several_states": "a sum over several states",
}
"""Every reason for which a number is set aside, in words."""

_NUMBERED = re.compile(r"\s*(?:\(?\d{1,3}[.)]|№|#)")
_CLOSED = frozenset(("past", "present", "perfect", "inferred", "participle"))
_YEAR_DIGITS = 4
_OLDEST = 120  # years of a person's age
_SUM = 1_000_000  # money of two states rather than of one person
_PAIR, _NINE = 2, 9
_TIGHT = 3  # words after a number in which the sides that it counts stand


def reason(said: Said) -> str:
    """The first reason for setting the number aside that holds, "" where none does."""
    for rule in RULES:
        if found := rule(said):
            return found
    return ""


def part_of_date(said: Said) -> str:
    return "part_of_date" if said.number.part_of_date else ""


def years(said: Said) -> str:
    """«(1891)», «751 ж.», «2 ғ.»: a year or a century that no date rule took."""
    text, digits = said.at.reading.text, said.number.digits
    written = said.words(digits)
    if said.number.quantity.unit or not written.isdigit() or len(written) > _YEAR_DIGITS:
        return ""
    after = text[digits.end : digits.end + 4].lstrip()
    bracketed = len(written) == _YEAR_DIGITS and text[digits.start - 1 : digits.start] == "(" and after.startswith(")")
    return "part_of_date" if bracketed or begins("year_marks", after) else ""


def numbering(said: Said) -> str:
    text, digits = said.at.reading.text, said.number.digits
    sentence = said.at.sentence
    if digits.start <= sentence.span.start + 1 and _NUMBERED.match(text[sentence.span.start : digits.end + 1]):
        return "numbering"
    before = text[max(0, digits.start - 2) : digits.start].strip()
    if before.endswith(("№", "#")) or (said.has("phone", said.left) and said.unit_kind == "bare"):
        return "phone" if said.has("phone") else "numbering"
    last_cut = text[digits.end : digits.end + 2]
    if last_cut.startswith(")") and text[: digits.start].rstrip().endswith((":", ";", ".", "\n")):
        return "numbering"
    after = Span(said.number.digits.start, min(said.number.digits.end + 25, sentence.span.end))
    near = [span for span in said.marks.spans("numbering") if after.covers(Span(span.start, span.start))]
    glued = text[digits.end : digits.end + 1] == "-" and not said.number.quantity.unit
    if (
        near
        and near[0].start <= digits.end + 12
        and said.unit_kind in ("bare", "count", "rank")
        and (glued or said.number.kind is NumberKind.ORDINAL)
    ):
        return "numbering"
    return ""


def page_counts(said: Said) -> str:
    return (
        "furniture"
        if said.has("print_run", said.at.sentence.span) and said.unit_kind in ("bare", "count", "person")
        else ""
    )


def ages_and_years(said: Said) -> str:
    """63 жаста, 100 жылдық, 18 жыл: what is counted is time."""
    words = said.counted_words
    first = words[0] if words else None
    counted = set((said.number.counted or "").split()) | (set(first.lemmas) | {first.lower} if first else set())
    verbal = first is not None and verb_of(first) is not None and first.case is None  # «… миллиардты жазыпты»
    if verbal or said.number.quantity.unit not in ("", "count") or parted(said.number, said.at.sentence):
        return ""
    if len(words) > 1 and noun("young", (first.lower,) if first else ()) and is_person(words[1]):
        return ""  # «30 жас кәсіпкер»
    near = Span(said.number.span.start, max(said.number.span.end, words[0].span.end if words else 0))
    older = said.number.quantity.value > _OLDEST  # «250 жас қабылданды»: young people
    if any(span.meets(near) for span in said.marks.spans("age")) and not older:
        return "age"
    if first and any(span.start == first.span.start for span in said.marks.spans("anniversary")):
        return "anniversary"
    units = said.marks.spans("time_unit")
    if (first and any(span.start == first.span.start for span in units)) or any(
        span.meets(said.number.span) for span in units
    ):
        return "duration" if counted else ""
    return ""


def round_age(said: Said) -> str:
    """«Алпысты алқымдап», «елуге келген шағым»: a bare number said of someone's years."""
    young = said.number.quantity.value <= _OLDEST
    if young and said.unit_kind == "bare" and said.marks.has("age_words", said.at.sentence.span):
        return "age"
    return ""


def sides(said: Said) -> str:
    """«екі ел», «үш тарап», «екі президент»: the parties, not a count."""
    value = said.number.quantity.value
    if value > 6 or said.unit_kind not in ("count", "person", "bare") or not said.spelled:
        return ""
    if _of_things_told(said):
        return ""  # «… төрт мектеп салынды, екеуі дайын»
    words = said.counted_words[:_TIGHT]
    if any(noun("sides", (word.lower, *word.lemmas)) for word in words[:2]):
        return "sides"
    if value == _PAIR and words and noun("twins", words[0].lemmas) and said.has("mutual_of_twins", said.ahead):
        return "sides"  # «екі ауыл бір-біріне …», «екі облыс арасында»
    rest = any(span.end <= said.number.span.start <= span.end + 2 for span in said.marks.spans("rest"))
    if _before_office(said):
        return "sides"
    if not rest and any(span.meets(said.number.span) for span in said.marks.spans("mutual")):
        return "sides"
    return ""


def _of_things_told(said: Said) -> bool:
    last = said.memory.last(said, reach=1)
    if last is None or not parted(said.number, said.at.sentence) or last.measure != "level":
        return False
    return last.quantity.unit == "count" and last.quantity.value > said.number.quantity.value


def _before_office(said: Said) -> bool:
    """«екі Сыртқы істер министрлігінің»: a name of an office of both sides stands right after."""
    after = Span(said.number.span.end, said.at.sentence.span.end)
    named = said.at.names_in(after, NameType.ORGANISATION, NameType.OFFICE)
    return said.number.quantity.value == _PAIR and any(n.span.start - said.number.span.end <= 1 for n in named)


def article(said: Said) -> str:
    """«бір» with nothing that makes it a count."""
    number = said.number
    if (
        number.quantity.value == 1
        and said.spelled
        and said.unit_kind in ("bare", "count", "person")
        and number.kind is NumberKind.CARDINAL
    ):
        return "pronoun"
    return ""


def per_unit(said: Said) -> str:
    """«бір киловатт-сағаты 2 сом», «бір тоннасы 200 доллар»: what a price is for."""
    later = [
        n for n in said.siblings if n.span.start >= said.number.span.end and n.span.start - said.number.span.end < 30
    ]
    one = (
        said.number.quantity.value == 1
        and said.spelled
        and said.number.quantity.unit not in ("", "count", "times", "percent")
    )
    return "pronoun" if one and later and said.unit_kind != "money" else ""


def pointing(said: Said) -> str:
    """«осы үш күштің», «аталған екі көпір»: things named before."""
    before = tokens_before(said.at.sentence, said.number.span.start)
    if (
        before
        and noun("pointers", (before[-1].lower,))
        and said.number.quantity.value <= 10
        and said.unit_kind in ("bare", "count", "person")
        and said.spelled
        and not (said.follower is not None and is_finite(said.follower))  # «былтыр бұл алтау еді»
    ):
        return "pronoun"
    return ""


def part_of_day(said: Said) -> str:
    """«күннің екінші жартысында»: a time."""
    return "duration" if said.number.kind is NumberKind.FRACTION and said.number.case is Case.LOC else ""


def copies(said: Said) -> str:
    words = said.counted_words
    hits = said.marks.spans("copies")
    return (
        "numbering"
        if words and any(span.start == words[0].span.start for span in hits) and said.number.quantity.value < 20
        else ""
    )


def idioms(said: Said) -> str:
    digits = said.number.digits  # «алты мың үш жүз»: words of a longer number are no idiom
    if any(span.meets(digits) and not (digits.covers(span) and span != digits) for span in said.marks.spans("idiom")):
        return "idiom"
    number = said.number
    round_word = (
        number.quantity.value in (7, 9, 40, 100, 1000, 1000000)
        and said.spelled
        and number.quantity.qualifier is Qualifier.EXACT
    )
    words = said.counted_words
    if (
        round_word
        and words
        and not said.number.rate
        and not (said.at.sentence.dates and number.quantity.value == _NINE)
        and not said.has("came_together", said.reach)
        and any(span.start == words[0].span.start for span in said.marks.spans("rhetoric_round"))
        and number.kind is not NumberKind.MULTIPLE
    ):
        return "idiom"
    return ""


def within_proverb(said: Said) -> str:
    """A short quotation that names no indicator is a saying or a title."""
    text, sentence = said.at.reading.text, said.at.sentence.span
    opened = max(
        text.rfind("«", sentence.start, said.number.span.start), text.rfind("“", sentence.start, said.number.span.start)
    )
    if opened < 0:
        return ""
    ends = [
        p
        for p in (
            text.find("»", said.number.span.start, sentence.end),
            text.find("”", said.number.span.start, sentence.end),
        )
        if p >= 0
    ]
    closed_before = max(
        text.rfind("»", opened, said.number.span.start), text.rfind("”", opened, said.number.span.start)
    )
    if not ends or closed_before > opened or min(ends) - opened > 160:
        return ""
    quoted = Span(opened, min(ends))
    told = any(d.edtf and quoted.covers(d.span) for d in said.at.sentence.dates) or said.marks.has("carry", quoted)
    if told and begins("speech", text[min(ends) + 1 : min(ends) + 8].lstrip(" ,–—-")):
        return ""
    unit = said.number.quantity.unit not in ("", "count", "person")
    return "" if unit or any(quoted.covers(mark.span) for mark in said.marks.indicators) else "name"


def supposed(said: Said) -> str:
    sentence = said.at.sentence.span
    if said.has("hypothetical", sentence) and not said.has("by_paper", sentence):
        return "hypothetical"
    would_be = any(place >= said.number.span.start for place in _would_be(said.at.sentence))
    return "hypothetical" if would_be else ""


@per_sentence
def _would_be(sentence: Sentence) -> tuple[int, ...]:
    """Where «… болар еді», «… еселенер ме еді» stands."""
    words = [token for token in sentence.tokens if not noun("asking", (token.lower,))]
    return tuple(
        [
            first.span.start
            for first, second in pairwise(words)
            if begins("was", second.lower) and _form(first, ("participle",), *endings("would_be"))
        ]
    )


def disbelieved(said: Said) -> str:
    return "disbelieved" if said.has("disbelief", said.at.sentence.span) else ""


def personal(said: Said) -> str:
    """One person's own affairs: «өзімде 85 гектар», «жүз рет айттым»."""
    sentence = said.at.sentence.span
    colon = said.at.reading.text.rfind(":", sentence.start, said.number.span.start)
    clause = _clause_start(said)
    sentence = Span(max(sentence.start, colon + 1, clause), sentence.end)  # «Мені құрамы алаңдатады: …»
    if said.number.quantity.value >= _SUM and any(m.strength == "words" for m in said.marks.indicators):
        return ""
    reckoned = said.marks.spans("own_reckoning", sentence)
    if any(not any(own.covers(span) for own in reckoned) for span in said.marks.spans("personal", sentence)):
        return "personal"
    for _, reading in said.verbs:
        if (
            reading.known
            and reading.form in ("past", "present", "perfect")
            and reading.suffix.endswith(endings("first_person"))
        ):
            return "personal"
    return ""


def _clause_start(said: Said) -> int:
    """Where the number's clause begins: after the last comma before it at which a verb or «емес» ends another."""
    tokens = said.tokens(said.led)
    ends = [b.span.end for a, b in pairwise(tokens) if b.text in ",;" and is_finite(a)]
    return max(ends, default=said.at.sentence.span.start)


def own_sum(said: Said) -> str:
    if said.has("added", said.left) and said.has("target", said.at.sentence.span):
        return ""  # «бұған тағы бір миллиард қоссақ деген міндет»: an aim
    return "arithmetic" if said.has("arithmetic", said.at.sentence.span) else ""


def denied(said: Said) -> str:
    """«195 емес, 205», «қол қойылған жоқ»; a denied verb that only bounds the number is no denial."""
    after = said.follower
    if said.has("unfulfilled", Span(said.number.span.start, said.at.sentence.span.end)):
        return "negated"
    if after and noun("negatives", (after.lower,)):
        return "negated"
    if said.number.quantity.qualifier in (Qualifier.UNDER, Qualifier.OVER):
        return ""
    if _described(said):
        return ""
    things = said.number.counted_span  # «бетперде» is no verb that is denied
    words = [t for t in said.tokens(said.ahead) if t.kind == "word" and not (things and things.covers(t.span))]
    for before, token in zip([None, *words], words, strict=False):
        if noun("negatives", (token.lower,)) and before is not None and _form(before, ("participle", "perfect")):
            return "" if _bounds(said, before) else "negated"
        reading = verb_of(token)
        if reading and reading.known and reading.negative and reading.form in _CLOSED:
            return "" if _bounds(said, token) else "negated"
    return ""


def _described(said: Said) -> bool:
    """«1 257 шақырымға созылған шекарада дау қалған жоқ»: a number whose own verb, right after it, only describes a
    noun, of which something is then denied."""
    if not said.verbs or said.verbs[0][0] is not said.follower or said.number.case in (None, Case.NOM):
        return False
    token, reading = said.verbs[0]
    after = token_after(said.at.sentence, token.span.end)
    describes = reading.form == "participle" and reading.case in (None, Case.NOM) and not reading.negative
    noun_after = after is not None and after.kind == "word" and not noun("negatives", (after.lower,))
    return describes and noun_after and after is not None and verb_of(after) is None


RULES: tuple[Callable[[Said], str], ...] = (
    part_of_date, years, numbering, page_counts, idioms, ages_and_years, round_age, sides, article, per_unit,
    pointing, part_of_day, copies, within_proverb, figures_everyday.ordinals, own_sum, supposed, disbelieved, personal,
    denied, *figures_everyday.RULES,
)  # fmt: skip


def _form(token: Token, forms: tuple[str, ...], *suffixes: str) -> bool:
    reading = verb_of(token)
    return reading is not None and reading.form in forms and (not suffixes or reading.suffix in suffixes)


def _bounds(said: Said, verb: Token) -> bool:
    """Whether the denied verb says that something does not reach the number: it has no other object."""
    return bool(said.marks.spans("reaches", verb.span)) or _also(said.number, said)


def _also(number: NumberMention, said: Said) -> bool:
    """«ширегін де төлемеді», «12 текше метр су да өтпейтін»: not even so much."""
    ends = {number.span.end, (number.counted_span or number.span).end}
    after = [token_after(said.at.sentence, end) for end in ends]
    return any(token is not None and noun("also", (token.lower,)) for token in after)
