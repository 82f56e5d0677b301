"""Whether a figure is reached, expected, aimed at or possible."""

from __future__ import annotations

from dataclasses import replace

from qatynas.claims.clauses import tokens_after
from qatynas.claims.context import At
from qatynas.claims.figures_ahead import (
    becoming,
    closes,
    deed_to_come,
    done,
    heard,
    in_the_making,
    in_time_to_come,
    intended,
    once_it_works,
    tells_aim,
    will_be_given,
)
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_said import Said, passed
from qatynas.claims.figures_spans import closed
from qatynas.claims.figures_stage import yet_to_begin
from qatynas.claims.figures_times import for_another, told_now
from qatynas.claims.figures_units import goes_on
from qatynas.claims.figures_verbs import is_finite, verb_of, verbs_in
from qatynas.claims.figures_words import begins, endings, marks, noun
from qatynas.language.mentions import Case, Token
from qatynas.language.stems import analyse
from qatynas.model import BlockKind, Period, Span

_LONG_WORD = 6
_TELLING = ("past", "perfect", "inferred", "intention", "converb")
_OF_WORKS = ("project.cost", "energy.capacity")
_GIVEN = ("past", "perfect", "inferred")
_WORKS_REACH = 2  # sentences back to the word that the works have begun
_SUBJECT_WITHIN = 4  # words before a number in which its own subject stands
_LIST_REACH = 15  # sentences back to the line that leads a list in


def status(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str]:
    """actual, forecast, target or potential, with the rule and the words that gave it."""
    following = [n for n in said.siblings if n.span.start >= said.number.span.end][:1]
    if following and goes_on(said.number, following[0]):
        return "actual", "where it starts from", ""
    if choice.indicator.code in ("trade.export_potential", "trade.commodity_lines"):
        return "potential", "goods that could be sold", ""
    if estimates := said.marks.spans("first_estimate", said.left):
        return "target", "what it was first reckoned to cost", said.words(estimates[-1])
    if found := of_what_will_be(said, choice) or cost_as_it_stands(said, choice):
        return found
    if found := come_true(said) or size(said):
        return found
    if for_another(said):
        return "actual", "what something is done for", ""
    if _over(period, said.at.day) and any(verb_of(t) is not None for t in said.tokens(_own_end(said))):
        said = replace(said, reach=said.piece)  # «былтыр 1,7 миллиард болып, …»: what is past is not what follows
    for rule in RULES:
        if found := rule(said, choice, period):
            return found
    return "actual", "told as a fact", ""


def of_what_will_be(said: Said, choice: Choice) -> tuple[str, str, str] | None:
    """«… 2027 жылы салына бастайды. Қуаты – 1 860 мегаватт, сметасы – 4 млрд»: what a work that has not begun will
    cost and how large it will be."""
    measured = choice.indicator.code in _OF_WORKS or said.unit_kind in ("W", "km") or _sized(said)
    if not measured or said.has("forecast", heard(said)) or said.has("by_estimate", _from_start(said)):
        return None
    if choice.leans is not None and choice.leans.sentence == said.at.index:
        return None  # a part has the status of its whole
    closing = [(t, r) for t, r in verbs_in(said.tokens(_own_end(said))) if r.form in _TELLING or done(said, t)]
    if closing and not (said.has("takes_on", said.ahead) or said.has("settled", said.ahead)):
        return None
    word = yet_to_begin(said)
    told = any(is_finite(token) for token, _ in said.verbs)
    if word is None or (said.unit_kind == "km" and (told or not begins("builds_new", word.lower()))):
        return None  # «жөндеу күзде басталады, ұзындығы – 41 шақырым»: what is mended stands
    return "target", "of a work yet to begin", word


def _sized(said: Said) -> bool:
    """«сыйымдылығы – 120 миллион текше метр»: how much a thing holds or lets through, told with no verb."""
    return said.has("dimensions", said.left) and not any(t.kind == "word" for t in said.tokens(_own_end(said)))


def _from_start(said: Said) -> Span:
    return Span(said.at.sentence.span.start, said.reach.end)


def cost_as_it_stands(said: Said, choice: Choice) -> tuple[str, str, str] | None:
    """«… күзде басталады, құны – 640 миллион теңге»: what a work costs, told with no verb, whatever stands around."""
    if choice.indicator.code != "project.cost" or said.unit_kind != "money" or not said.has("price_tag", said.left):
        return None
    verbs = [r for _, r in verbs_in(said.tokens(_own_end(said))) if not noun("reckons", (r.lemma,))]
    if verbs or any(said.has(key) for key in ("forecast", "by_forecast", "target")):
        return None
    return "actual", "what it costs", said.words(said.marks.spans("price_tag", said.left)[-1])


def size(said: Said) -> tuple[str, str, str] | None:
    """«92 шақырым жолдың сызбасы …», «ұзындығы – 41 шақырым»: how long a thing is, whatever is planned of it."""
    if said.unit_kind != "km" or said.number.case is Case.ACC:
        return None
    dates = [d.span for d in said.at.sentence.dates]
    own = said.tokens(_own_end(said))
    adjective = said.words(said.number.span).lower().endswith(endings("adjectives"))
    owned = any(t.case is Case.GEN and not any(d.covers(t.span) for d in dates) for t in own[:_SUBJECT_WITHIN])
    told = not any(t.kind == "word" for t in own)
    return ("actual", "how long a thing is", "") if adjective or owned or told else None


def come_true(said: Said) -> tuple[str, str, str] | None:
    """«уәде 1,1 миллиард болған, жеткені 870 миллион», «… бағытталғаны айтылсын»: what was done, told as a noun."""
    if said.has("target", said.left):
        return None  # «жоспар 8,9 миллиард болғанымен»
    before = said.tokens(said.left)[-_SUBJECT_WITHIN:]
    after = said.verbs[:1]
    for token, reading in (*verbs_in(before), *after):
        done = reading.form == "participle" and reading.suffix.startswith(endings("done"))
        told = done and (reading.possessor == "3" or reading.case is Case.ACC) and not reading.negative
        aims = (span for key in ("target", "forecast", "rest") for span in said.marks.spans(key))
        if told and not any(span.meets(token.span) for span in aims):  # «пәрмен бергенін» is none
            return "actual", "what was done", token.text
    return None


def _own_end(said: Said) -> Span:
    """The piece after the number."""
    return Span(min(said.number.span.end, said.piece.end), said.piece.end)


def _over(period: str | None, day: str | None) -> bool:
    """Whether a closed period ended before the document's day."""
    try:
        first, last, told = Period(period or "").first, Period(period or "").last, Period(day or "").first
    except ValueError:
        return False
    return first is not None and last is not None and told is not None and last < told


def expected(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    found = _by_words(said, "forecast", heard(said))
    if found and said.has("reckoned", heard(said)) and (_over(period, said.at.day) or _price(said, choice)):
        return None  # «былтырға 1,57 миллиард деп есептеген»: statistics; «құны 9 миллион деп есептелді»: a price
    if found:
        return found
    if said.unit_kind == "money" and said.has("need", said.ahead) and said.has("by_estimate", _from_start(said)):
        return "forecast", "what is reckoned to be needed", ""
    return None if _told_past(said) else _by_words(said, "by_forecast", said.led)


def _price(said: Said, choice: Choice) -> bool:
    return said.unit_kind == "money" and choice.indicator.code in ("project.cost", "other")


def _told_past(said: Said) -> bool:
    """«министрлік бағалауынша, былтыр 74 миллион доллардың затын алған»: an estimate of what came about."""
    return any(
        r.form in _GIVEN or (r.form == "participle" and r.suffix.startswith(endings("done")) and closes(said, t))
        for t, r in said.verbs
    )


def aimed(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    if choice.indicator.code == "energy.price" and said.has("settled", said.ahead):
        return None
    if choice.indicator.code == "agreements.count" and said.has("documents_agreed", said.reach):
        return None  # «193 құжатқа келіскен»
    if choice.indicator.code in ("agreements.count", "projects.value") and said.has(
        "signed_now", said.at.sentence.span
    ):
        return None  # «17 ниет хаттамасына мөр соғылды, сомасы – 74 млн доллар»
    if choice.indicator.code == "project.cost" and _set_aside_for_works(said):
        return None
    needed = _by_words(said, "need", said.ahead)
    return _by_words(said, "target", heard(said)) or (("target", *needed[1:]) if needed else None)


def _set_aside_for_works(said: Said) -> bool:
    """«… былтыр басталды. Жұмысқа 2,3 миллиард теңге қаралған»: money for what is under way or done."""
    words = [t for t in said.tokens(said.ahead) if begins("set_aside", t.lower)]
    spent = any(
        (r := verb_of(t)) is not None and r.form in ("participle", "past", "perfect", "inferred") for t in words
    )
    if not spent:
        return False
    for at in (said.at, *said.at.before(_WORKS_REACH)):
        if not said.at.same_paragraph(at):
            return False
        told = [r for t, r in verbs_in(at.sentence.tokens) if t.span.end < said.number.span.start]
        if any(r.form in ("past", "inferred", "perfect") and noun("comes_to_be", (r.lemma,)) for r in told):
            return True
    return False


def possible(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    if told_now(said) and said.number.rate:
        return None  # «қазір тәулігіне 2,5 мың көлік өткізе алады»
    found = _by_words(said, "potential", said.ahead)
    if found and begins("ready", found[2].lower()) and any(r.form in ("past", "perfect") for _, r in said.verbs):
        return None  # «200 ат дайындап қойды»
    if found and begins("ready", found[2].lower()) and not choice.indicator.code.startswith("trade."):
        return "target", "readiness to do it", found[2]
    return found


def open_to(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«бағалауынша, тағы 230 миллион доллардың өнімін өткізуге жол ашық»: what somebody reckons could be done."""
    return possible(said, choice, period) if said.has("by_forecast", said.led) else None


def aim_of_that_time(said: Said) -> bool:
    """«былтыр уәде етілген 490 миллионның …», «жоспар 4,4 миллиард болатын»: what was aimed at then."""
    if said.has("was_so", said.ahead):
        return True
    for span in said.marks.spans("target", Span(said.piece.start, said.number.span.start)):
        reading = verb_of(said.tokens(span)[-1])
        if reading is not None and reading.form == "participle" and reading.case is Case.NOM:
            return True
    return False


def ordered(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«3,6 млрд теңге қарастырылсын»: what a minute orders."""
    for token, reading in said.verbs:
        if reading.form == "wish" and closes(said, token) and token.lower.endswith(endings("let_it")):
            return "target", "what is ordered", token.text
    return None


def to_be_done(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """A point of a plan ends in a bare infinitive: «… электр энергиясын беру»."""
    if said.words(said.piece).lstrip().startswith("("):
        return None
    words = [t for t in _unbracketed(said, said.ahead) if t.kind == "word"]
    if words and _bare_infinitive(words[-1]):
        return "target", "a point of a plan", words[-1].text
    return None


def led_in(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """A number with no verb of its own takes the status of its sentence, a list that of the line that leads it in."""
    text = said.at.reading.text
    if text[said.piece.start : said.piece.start + 1] == "(":
        return None
    closing = [t for t in said.tokens(said.ahead) if is_finite(t) or done(said, t)]
    if closing:
        verb = verb_of(closing[-1])
        return _lead_line(said) if verb is not None and verb.form == "present" else None
    if found := _by_words(said, "target", said.led) or _intended_in(said, said.led):
        return found
    return _lead_line(said)


def by_paper(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«Келісімге сай … жеткізеді»: what a paper says will be done."""
    hits = said.marks.spans("by_paper", Span(said.at.sentence.span.start, said.reach.end))
    before = Span(hits[-1].end, max(hits[-1].end, said.piece.start)) if hits else said.led
    if any(is_finite(t) for t in said.tokens(before)):
        return None  # «соған сәйкес … жалға берілді; оның ширегі …»
    if hits and any(reading.form == "present" for _, reading in said.verbs):
        return "target", "as a paper has it", said.words(hits[0])
    return None


def as_the_whole(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«… 18 млрд жұмсалмақ, соның төрттен бірін қырғыз жағы көтереді»: a part of what is to come is to come."""
    whole = choice.leans
    of_it = said.has("part") or said.has("rest") or said.unit_kind == "percent"
    if whole is not None and of_it and not said.verbs and whole.sentence == said.at.index and not tells_aim(said):
        return whole.status, "as the whole that it leans on", ""
    if whole is None and choice.indicator.code == "project.cost":
        whole = said.memory.last(said, "project.cost", reach=1)
    if whole is None or said.unit_kind != "percent":
        return None
    if whole.status == "actual":
        borne = whole.indicator == "project.cost" and [r.form for _, r in said.verbs] == ["present"]
        return ("actual", "as the whole that it is a part of", "") if borne else None
    came = closed(said) or any(reading.form in ("past", "perfect", "inferred") for _, reading in said.verbs)
    came = came and not said.has("takes_on", said.ahead)  # «… қарастырылған, соның 40 пайызын көрші мойнына алды»
    return None if came else (whole.status, "as the whole that it is a part of", "")


RULES = (
    will_be_given, as_the_whole, ordered, open_to, expected, becoming, once_it_works, deed_to_come, intended, aimed,
    in_the_making, possible, in_time_to_come, by_paper, to_be_done, led_in,
)  # fmt: skip


def _unbracketed(said: Said, span: Span) -> list[Token]:
    """The words of span that stand in no bracket opened inside it."""
    found, depth = [], 0
    for token in said.tokens(span):
        depth += (token.text == "(") - (token.text == ")" and depth > 0)
        if not depth:
            found.append(token)
    return found


def _bare_infinitive(token: Token) -> bool:
    """Whether a word is a plain infinitive; a long word in -у may be one of a verb that no list knows."""
    long = len(token.lower) >= _LONG_WORD
    return any(
        r.form == "infinitive" and (r.known or long) and r.case is Case.NOM and not r.possessor and not r.plural
        for r in analyse(token.lower)[:3]
    )


def _by_words(said: Said, key: str, span: Span) -> tuple[str, str, str] | None:
    spans = said.marks.spans(key, span)
    whole = [s for s in spans if not any(other != s and other.covers(s) for other in spans)]
    found = [s for s in whole if not passed(said, s) and not _of_another_noun(said, s) and not _of_the_report(said, s)]
    kind = "forecast" if key == "by_forecast" else key
    if said.unit_kind == "person":  # «емханаға 1 140 қазақстандық қаралыпты»
        found = [s for s in found if not begins("looked_at", said.words(s).lower())]
    return (kind, f"words of a {kind}", said.words(found[0])) if found else None


def _of_the_report(said: Said, span: Span) -> bool:
    """«… адам өткенін алға тартты»: words behind what is reported as past are of who reports it."""
    past = [
        token.span.end
        for token, reading in said.verbs
        if reading.form == "participle" and reading.case is Case.ACC and reading.suffix.startswith(endings("done"))
    ]
    return any(end <= span.start for end in past)


def _of_another_noun(said: Said, span: Span) -> bool:
    """«келісілген көлемнің 60 пайызы алынды»: what was agreed is another thing, and the number came true."""
    tokens = said.tokens(span)
    reading = verb_of(tokens[-1]) if tokens else None
    after = tokens_after(said.at.sentence, span.end)[:1]
    if reading is not None and reading.form == "participle" and reading.case is Case.GEN:
        return True  # «уәде етілгеннің оннан тоғызы»
    share = said.unit_kind in ("percent", "bare") and bool(tokens) and tokens[-1].case is Case.GEN
    if share and span.end <= said.number.span.start and not any(r.form == "intention" for _, r in said.verbs):
        return True  # «жылдық межелерінің 62 пайызы»
    attributive = (
        reading is not None and reading.form == "participle" and not reading.possessor and reading.case is Case.NOM
    )
    if (
        not attributive
        or not after
        or after[0].kind != "word"
        or said.number.span.covers(after[0].span)
        or is_finite(after[0])
    ):
        return False
    return any(verb.form in ("past", "perfect", "inferred") for _, verb in said.verbs)


def _intended_in(said: Said, span: Span) -> tuple[str, str, str] | None:
    for token, reading in verbs_in(said.tokens(span)):
        if reading.form == "intention" and reading.known and closes(said, token):
            return "target", "a verb of intention before it", token.text
    return None


def _lead_line(said: Said) -> tuple[str, str, str] | None:
    if said.at.sentence.block is not BlockKind.ITEM and not _numbered(said.at):
        return None
    for before in said.at.before(_LIST_REACH):
        words = before.sentence.text.rstrip()
        if words.endswith(":"):
            hits = marks(before.sentence)
            found = hits.spans("target")
            return ("target", "the line that leads the list in", found[0].of(before.reading.text)) if found else None
        if before.sentence.block is not BlockKind.ITEM and not _numbered(before):
            return None
    return None


def _numbered(at: At) -> bool:
    """Whether the sentence is a point of a list: «1) …», «– …»."""
    words = at.sentence.text.lstrip()[:4]
    return words[:1] in "–—-•" or (words[:1].isdigit() and ")" in words)
