"""Whether a number is told to come: verbs of intention, a present of what is yet to be, times ahead."""

from __future__ import annotations

from itertools import pairwise

from qatynas.claims.clauses import tokens_after, tokens_before
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_spans import closed
from qatynas.claims.figures_times import is_school_year
from qatynas.claims.figures_verbs import is_finite, verb_of, verbs_in
from qatynas.claims.figures_words import begins, endings, noun
from qatynas.language.mentions import Case, DateRole, Token
from qatynas.language.stems import Analysis
from qatynas.model import Period, Span

_GIVEN = ("past", "perfect", "inferred")
_CURRENCY = len("KZT")


def intended(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«алмақ» is a plan of who does it, «жетпек» a forecast of what happens by itself."""
    for token, reading in said.verbs:
        if reading.form == "intention" and "-" not in token.lower and closes(said, token):
            granted = choice.indicator.code == "education.grants" or said.unit_kind == "km"
            falls = choice.indicator.code == "project.cost" and noun("costs", (reading.lemma,))
            falls = falls or said.has("by_estimate", Span(said.at.sentence.span.start, said.reach.end))
            kind = "target" if granted else "forecast" if falls else willed(reading)
            return kind, "a verb of intention", token.text
    return None


def in_time_to_come(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """A present-future verb with a time that has not come."""
    if not ahead_of(period, said.at.day):
        present = any(reading.form == "present" for _, reading in said.verbs) and _school_to_begin(said, period)
        return ("target", "a school year to come", period or "") if present else None
    last = said.memory.last(said)
    if last is not None and last.period == period and not any(date.edtf for date in said.at.sentence.dates):
        return None  # a time carried from another sentence
    given = choice.indicator.code == "education.grants" and not tells_aim(said)
    if given and (closed(said) or any(reading.form in _GIVEN for _, reading in said.verbs)):
        return "actual", "what was given for a time to come", period or ""
    for token, reading in (*verbs_in(said.tokens(said.number.span)), *said.verbs):
        if reading.form == "present":
            reckoned = said.has("by_estimate", Span(said.at.sentence.span.start, said.reach.end))
            return "forecast" if reckoned else willed(reading), "a time to come", token.text
    if not said.at.sentence.dates:
        return None
    if _came_about(said):
        return "actual", "told as past, whatever the day of the text", ""
    return "target", "a time to come", period or ""


def _came_about(said: Said) -> bool:
    """«2021 ж. миллиардтан асты»: a past verb ends it; what was given or settled may be for a time to come."""
    if any(r.form == "infinitive" or r.suffix.startswith(endings("to_come")) for _, r in said.verbs):
        return False  # «жеткізуді мойнына алды», «сұрайтынын айтты»
    verbs = said.verbs or verbs_in(said.tokens(said.number.span))  # «миллиард доллардан асты»
    if not verbs or noun("puts_money", (verbs[-1][1].lemma,)) or said.has("settled", said.ahead):
        return False
    token, reading = verbs[-1]
    return reading.form in ("past", "inferred") and reading.known and closes(said, token)


def will_be_given(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«Қазақстан 70 млн, Қырғызстан 30 млн доллар салады»: money that is put in, in a present that tells no habit."""
    if said.unit_kind == "money" and said.has("fund", said.left) and said.has("settles", said.ahead):
        return "target", "how much a fund is to have", ""  # «қордың жарғысын 100 млн доллар көлемінде бекітті»
    money = said.unit_kind == "money" or (said.unit_kind in ("bare", "percent") and _beside_money(said, choice))
    if _habit(said) or not money or choice.indicator.code == "energy.price" or said.has("now"):
        return None
    dated = [d.edtf for d in said.at.dates_in(said.piece) if d.edtf]
    if any(not ahead_of(told, said.at.day) and not (said.at.day or "").startswith(told) for told in dated):
        return None
    for token, reading in said.verbs[:1]:
        if reading.form == "present" and noun("puts_money", (reading.lemma,)) and closes(said, token):
            return "target", "money that will be given", token.text
    return None


def _habit(said: Said) -> bool:
    """«жыл сайын 20 млн теңге бөледі», «жылына …»."""
    return said.number.rate is not None or any(d.recurrence or d.role is DateRole.EVERY for d in said.at.sentence.dates)


def _beside_money(said: Said, choice: Choice) -> bool:
    """«Қазақстан 70 млн, Қырғызстан 30 млн доллар», «құны 5 млрд теңге, жартысын кәсіпкерлер салады»."""
    if choice.leans is not None and choice.leans.quantity.unit.isupper():
        return True
    later = next((n for n in said.siblings if n.span.start >= said.number.span.end), None)
    return said.unit_kind == "bare" and later is not None and len(later.quantity.unit) == _CURRENCY


def in_the_making(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«үш меморандум әзірленіп жатыр»: papers that are not signed yet."""
    if choice.indicator.code != "agreements.count":
        return None
    words = [t for t in said.tokens(said.ahead) if t.kind == "word"]
    for before, token in pairwise(words):
        if noun("continuing", (token.lower,)) and begins("prepares", before.lower):
            return "target", "what is being prepared", f"{before.text} {token.text}"
    done = [t for t in words if begins("prepares", t.lower) and t.lower.endswith(endings("under_way"))]
    return ("target", "what is being prepared", done[0].text) if done else None


def _school_to_begin(said: Said, period: str | None) -> bool:
    """«Келесі оқу жылынан бастап»: a school year begins in September."""
    day = said.at.day or ""
    for date in said.at.sentence.dates:
        words = said.words(date.span).lower().split()
        if date.edtf and date.edtf == period and noun("school", tuple(words)):
            return date.edtf[:4] == day[:4] and len(day) >= len("2025-08") and day[5:7] < "09"
    return False


def becoming(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«өткізетін болады», «ілінеміз»: what will be, without a time."""
    if found := _will_be(said, choice):
        return found
    tokens = [t for t in said.tokens(said.ahead) if t.kind == "word"]
    for before, token in pairwise(tokens):
        if noun("will_be", (token.lower,)) and before.lower.endswith(endings("will_be")):
            return "forecast", "what will be", f"{before.text} {token.text}"
    for token, reading in said.verbs:
        going_on = period is not None and (said.at.day or "").startswith(period) and not said.number.rate
        if going_on and reading.form == "present" and noun("reaches_it", (reading.lemma,)) and closes(said, token):
            return "forecast", "what will be reached yet", token.text
        ours = reading.suffix.endswith(endings("we")) and closes(said, token)
        if reading.form == "present" and noun("becomes", (reading.lemma,)) and ours:
            return "forecast", "what we shall come to", token.text
        nominal = reading.case is Case.ACC or reading.possessor == "3"
        if reading.form == "participle" and nominal and _to_come(reading):
            return willed(reading), "what is told to come", token.text
        if reading.form == "present" and noun("grows", (reading.lemma,)):
            granted = choice.indicator.code == "education.grants"
            return "target" if granted else "forecast", "what will come about", token.text
        work = choice.indicator.code == "project.cost" and noun("spends", (reading.lemma,)) and not _habit(said)
        if work and reading.form == "present" and _reckoned(said, token):
            return "forecast", "what a work is reckoned to take", token.text
        if work and reading.form == "present" and closes(said, token):
            return "target", "what a work will take", token.text
    return None


def once_it_works(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«Орталық іске қосылғанда 700 адам еңбек етеді»: what follows on something that is yet to begin or to end."""
    if not said.verbs or said.verbs[-1][1].form != "present" or said.number.rate or said.unit_kind == "money":
        return None  # «бәрінің бағасы қосылғанда 780 миллион шығады»
    before = Span(said.at.sentence.span.start, said.number.span.start)
    for token, reading in verbs_in(said.tokens(before)):
        when = reading.form == "participle" and reading.case is Case.LOC and reading.suffix.startswith(endings("done"))
        if when and noun("comes_to_be", (reading.lemma,)):
            return "forecast", "when something will work", token.text
    return None


def deed_to_come(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«14 бекет орнатылады», «жазда қайтарады»: what is done once, in a present that tells no habit."""
    share = said.unit_kind == "percent" and said.number.case is not Case.DAT  # «үлесін үштен біріне жеткіземіз»
    share = share or said.unit_kind == "ha" or choice.indicator.code == "energy.price"
    begins_then = any(ahead_of(date.edtf, said.at.day) for date in said.at.sentence.dates)
    if share or closed(said) or (_habit(said) and not begins_then) or _over(period, said.at.day):
        return None
    standing = any(noun("standing_now", (token.lower,)) for token in said.tokens(heard(said)))
    token, reading = next(((t, r) for t, r in said.verbs if is_finite(t)), (None, None))
    if token is None or reading is None or standing or reading.form != "present":
        return None
    deed = closes(said, token) and any(noun("deeds", (r.lemma,)) for r in (reading, *_joined(said, token)))
    return ("target", "what will be done", token.text) if deed else None


def _joined(said: Said, token: Token) -> list[Analysis]:
    """The verb that an auxiliary stands with: «қайтарып алады»."""
    before = tokens_before(said.at.sentence, token.span.start)[-1:]
    return [r for _, r in verbs_in(before) if r.form == "converb" and said.ahead.covers(before[0].span)]


def _over(period: str | None, day: str | None) -> bool:
    """Whether a period ended before the document's day."""
    try:
        last, told = Period(period or "").last, Period(day or "").first
    except ValueError:
        return False
    return last is not None and told is not None and last < told


def _to_come(verb: Analysis) -> bool:
    """«бөлінетінін жариялады»: what someone will give, bring about or spend, as it is reported."""
    known = any(noun(group, (verb.lemma,)) for group in ("grows", "deeds", "spends"))
    return known and verb.suffix.startswith(endings("to_come"))


def _will_be(said: Said, choice: Choice) -> tuple[str, str, str] | None:
    """«қуаты 1 860 мегаватт болады»: a size with nothing but «болады» after it."""
    words = [t for t in said.tokens(said.ahead) if t.kind == "word"]
    if len(words) != 1 or not noun("will_be", (words[0].lower,)) or said.unit_kind in ("count", "person"):
        return None
    planned = choice.indicator.code.startswith(("energy.capacity", "project")) or said.unit_kind == "km"
    return "target" if planned else "forecast", "what will be", words[0].text


def willed(verb: Analysis) -> str:
    """What comes about by itself is a forecast, what someone does a target."""
    return "forecast" if noun("becomes", (verb.lemma,)) else "target"


def closes(said: Said, token: Token) -> bool:
    """Whether nothing but a mark or an auxiliary follows: «алмақ.», «бармақ болды», but not «көмек жіберді»."""
    after = tokens_after(said.at.sentence, token.span.end)[:1]
    return not after or after[0].kind == "mark" or begins("auxiliaries", after[0].lower)


def _reckoned(said: Said, token: Token) -> bool:
    """«1,1 млрд сом кетеді деп отырмыз»: what somebody thinks, though no word of a forecast stands there."""
    after = tokens_after(said.at.sentence, token.span.end)[:2]
    return len(after) == 2 and noun("quoting", (after[0].lower,)) and begins("thinking", after[1].lower)


def ahead_of(period: str | None, day: str | None) -> bool:
    """Whether a period begins after the document's day, or ends after it where it is open."""
    if not period or not day:
        return bool(period) and (period or "").startswith("../")
    try:
        first, told = Period(period).first, Period(day).last
        last = Period(period).last
    except ValueError:
        return False
    if told is None:
        return False
    if first is not None and is_school_year(period):
        return first.replace(month=9) > told
    if first is None:
        return last is not None and last > told
    return first > told or (last is not None and first.year >= told.year and last.year > told.year)


def tells_aim(said: Said) -> bool:
    return any(said.has(key, heard(said)) for key in ("target", "forecast", "potential", "need"))


def heard(said: Said) -> Span:
    """The number's own words and those up to its verb."""
    return Span(said.piece.start, said.reach.end)


def done(said: Said, token: Token) -> bool:
    """«… 290 миллион келген.»: a participle that ends the sentence tells what is past."""
    reading = verb_of(token)
    past = reading is not None and reading.form == "participle" and reading.case is Case.NOM and not reading.possessor
    after = tokens_after(said.at.sentence, token.span.end)[:1]
    return past and (not after or after[0].text in ".!?…")
