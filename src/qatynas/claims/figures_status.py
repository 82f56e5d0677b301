"""Whether a figure is reached, expected, aimed at or possible."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from qatynas.claims.clauses import tokens_after
from qatynas.claims.context import At
from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_said import Said, passed
from qatynas.claims.figures_spans import closed
from qatynas.claims.figures_times import for_another, is_school_year, told_now
from qatynas.claims.figures_units import goes_on
from qatynas.claims.figures_verbs import is_finite, verb_of, verbs_in
from qatynas.claims.figures_words import begins, endings, marks, noun
from qatynas.language.mentions import Case, Token
from qatynas.language.stems import Analysis, analyse
from qatynas.model import BlockKind, Period, Span

_LONG_WORD = 6
_GIVEN = ("past", "perfect", "inferred")
_SUBJECT_WITHIN = 4  # words before a number in which its own subject stands
_LIST_REACH = 15  # sentences back to the line that leads a list in


def status(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str]:
    """actual, forecast, target or potential, with the rule and the words that gave it."""
    following = [n for n in said.siblings if n.span.start >= said.number.span.end][:1]
    if following and goes_on(said.number, following[0]):
        return "actual", "where it starts from", ""
    if choice.indicator.code in ("trade.export_potential", "trade.commodity_lines"):
        return "potential", "goods that could be sold", ""
    if found := cost_as_it_stands(said, choice):
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


def cost_as_it_stands(said: Said, choice: Choice) -> tuple[str, str, str] | None:
    """«… күзде басталады, құны – 640 миллион теңге»: what a work costs, told with no verb, whatever stands around."""
    if choice.indicator.code != "project.cost" or said.unit_kind != "money" or not said.has("price_tag", said.left):
        return None
    verbs = [r for _, r in verbs_in(said.tokens(_own_end(said))) if not noun("reckons", (r.lemma,))]
    if verbs or any(said.has(key) for key in ("forecast", "by_forecast", "target")) or _about_to_begin(said):
        return None
    return "actual", "what it costs", said.words(said.marks.spans("price_tag", said.left)[-1])


def _about_to_begin(said: Said) -> bool:
    """«… жаңғырту келер жылы басталмақ, құны …»: the sentence tells first that the work is yet to begin."""
    told = [reading for _, reading in verbs_in(said.tokens(said.led)) if reading.form in ("present", "intention")]
    return bool(told) and noun("begins_work", (told[-1].lemma,))


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
        if told and not any(said.has(key, token.span) for key in ("target", "forecast", "rest")):
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
    return _by_words(said, "forecast", _heard(said)) or _by_words(said, "by_forecast", said.led)


def aimed(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    if choice.indicator.code == "energy.price" and said.has("settled", said.ahead):
        return None
    if choice.indicator.code == "agreements.count" and said.has("documents_agreed", said.reach):
        return None  # «193 құжатқа келіскен»
    needed = _by_words(said, "need", said.ahead)
    return _by_words(said, "target", _heard(said)) or (("target", *needed[1:]) if needed else None)


def possible(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    if told_now(said) and said.number.rate:
        return None  # «қазір тәулігіне 2,5 мың көлік өткізе алады»
    found = _by_words(said, "potential", said.ahead)
    if found and begins("ready", found[2].lower()) and not choice.indicator.code.startswith("trade."):
        return "target", "readiness to do it", found[2]
    return found


def aim_of_that_time(said: Said) -> bool:
    """«былтыр уәде етілген 490 миллионның …», «жоспар 4,4 миллиард болатын»: what was aimed at then."""
    if said.has("was_so", said.ahead):
        return True
    for span in said.marks.spans("target", Span(said.piece.start, said.number.span.start)):
        reading = verb_of(said.tokens(span)[-1])
        if reading is not None and reading.form == "participle" and reading.case is Case.NOM:
            return True
    return False


def intended(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«алмақ» is a plan of who does it, «жетпек» a forecast of what happens by itself."""
    for token, reading in said.verbs:
        if reading.form == "intention" and "-" not in token.lower and _closes(said, token):
            granted = choice.indicator.code == "education.grants" or said.unit_kind == "km"
            falls = choice.indicator.code == "project.cost" and noun("costs", (reading.lemma,))
            willed = "target" if granted else "forecast" if falls else _willed(reading)
            return willed, "a verb of intention", token.text
    return None


def ordered(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«3,6 млрд теңге қарастырылсын»: what a minute orders."""
    for token, reading in said.verbs:
        if reading.form == "wish" and _closes(said, token) and token.lower.endswith(endings("let_it")):
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


def in_time_to_come(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """A present-future verb with a time that has not come."""
    if not _ahead_of(period, said.at.day):
        return None
    given = choice.indicator.code == "education.grants" and not _tells_aim(said)
    if given and (closed(said) or any(reading.form in _GIVEN for _, reading in said.verbs)):
        return "actual", "what was given for a time to come", period or ""
    for token, reading in (*verbs_in(said.tokens(said.number.span)), *said.verbs):
        if reading.form == "present":
            return _willed(reading), "a time to come", token.text
    return "target", "a time to come", period or ""


def becoming(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«өткізетін болады», «ілінеміз»: what will be, without a time."""
    if found := _will_be(said, choice):
        return found
    tokens = [t for t in said.tokens(said.ahead) if t.kind == "word"]
    for before, token in pairwise(tokens):
        if noun("will_be", (token.lower,)) and before.lower.endswith(endings("will_be")):
            return "forecast", "what will be", f"{before.text} {token.text}"
    for token, reading in said.verbs:
        ours = reading.suffix.endswith(endings("we")) and _closes(said, token)
        if reading.form == "present" and noun("becomes", (reading.lemma,)) and ours:
            return "forecast", "what we shall come to", token.text
        nominal = reading.case is Case.ACC or reading.possessor == "3"
        if reading.form == "participle" and nominal and _to_come(reading):
            return _willed(reading), "what is told to come", token.text
        if reading.form == "present" and noun("grows", (reading.lemma,)):
            granted = choice.indicator.code == "education.grants"
            return "target" if granted else "forecast", "what will come about", token.text
        work = choice.indicator.code == "project.cost" and noun("spends", (reading.lemma,))
        if work and reading.form == "present" and _closes(said, token):
            return "target", "what a work will take", token.text
        if reading.form == "present" and said.number.case is Case.DAT and noun("brings", (reading.lemma,)):
            return "target", "what will be brought about", token.text
        this_year = period is not None and period == (said.at.day or "")[:4]
        if reading.form == "present" and this_year and _closes(said, token) and noun("delivers", (reading.lemma,)):
            return "target", "what is still to be done this year", token.text
    return None


def cost_of_what_will_be(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«… күзде басталады; сметасы – 1,8 млрд теңге»: what a work that is yet to begin will cost."""
    if choice.indicator.code != "project.cost" or any(_done(said, t) or is_finite(t) for t in said.tokens(said.ahead)):
        return None
    ahead = [d for d in said.at.dates_in(said.led) if _ahead_of(d.edtf, said.at.day)]
    told = [(t, reading) for t, reading in verbs_in(said.tokens(said.led)) if is_finite(t)]
    if ahead and told and told[-1][1].form == "present":
        return "target", "the cost of what will be", told[-1][0].text
    return None


def led_in(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """A number with no verb of its own takes the status of its sentence, a list that of the line that leads it in."""
    text = said.at.reading.text
    if text[said.piece.start : said.piece.start + 1] == "(":
        return None
    closing = [t for t in said.tokens(said.ahead) if is_finite(t) or _done(said, t)]
    if closing:
        verb = verb_of(closing[-1])
        return _lead_line(said) if verb is not None and verb.form == "present" else None
    if found := _by_words(said, "target", said.led) or _intended_in(said, said.led):
        return found
    return _lead_line(said)


def _done(said: Said, token: Token) -> bool:
    """«… 290 миллион келген.»: a participle that ends the sentence tells what is past."""
    reading = verb_of(token)
    past = reading is not None and reading.form == "participle" and reading.case is Case.NOM and not reading.possessor
    after = tokens_after(said.at.sentence, token.span.end)[:1]
    return past and (not after or after[0].text in ".!?…")


def by_paper(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«Келісімге сай … жеткізеді»: what a paper says will be done."""
    hits = said.marks.spans("by_paper", Span(said.at.sentence.span.start, said.reach.end))
    if hits and any(reading.form == "present" for _, reading in said.verbs):
        return "target", "as a paper has it", said.words(hits[0])
    return None


def _to_come(verb: Analysis) -> bool:
    """«бөлінетінін жариялады»: what someone will give, bring about or spend, as it is reported."""
    known = any(noun(group, (verb.lemma,)) for group in ("grows", "brings", "spends", "delivers"))
    return known and verb.suffix.startswith(endings("to_come"))


def _will_be(said: Said, choice: Choice) -> tuple[str, str, str] | None:
    """«қуаты 1 860 мегаватт болады»: a size with nothing but «болады» after it."""
    words = [t for t in said.tokens(said.ahead) if t.kind == "word"]
    if len(words) != 1 or not noun("will_be", (words[0].lower,)) or said.unit_kind in ("count", "person"):
        return None
    planned = choice.indicator.code.startswith(("energy.capacity", "project")) or said.unit_kind == "km"
    return "target" if planned else "forecast", "what will be", words[0].text


def as_the_whole(said: Said, choice: Choice, period: str | None) -> tuple[str, str, str] | None:
    """«… 18 млрд жұмсалмақ, соның төрттен бірін қырғыз жағы көтереді»: a part of what is to come is to come."""
    whole = choice.leans
    of_it = said.has("part") or said.has("rest") or said.unit_kind == "percent"
    if whole is not None and of_it and not said.verbs and whole.sentence == said.at.index and not _tells_aim(said):
        return whole.status, "as the whole that it leans on", ""
    if whole is None and choice.indicator.code == "project.cost":
        whole = said.memory.last(said, "project.cost", reach=1)
    if whole is None or said.unit_kind != "percent":
        return None
    if whole.status == "actual":
        borne = whole.indicator == "project.cost" and [r.form for _, r in said.verbs] == ["present"]
        return ("actual", "as the whole that it is a part of", "") if borne else None
    came = any(reading.form in ("past", "perfect", "inferred") for _, reading in said.verbs)
    return None if came else (whole.status, "as the whole that it is a part of", "")


def _tells_aim(said: Said) -> bool:
    return any(said.has(key, _heard(said)) for key in ("target", "forecast", "potential", "need"))


RULES = (
    as_the_whole, ordered, expected, becoming, intended, aimed, possible, in_time_to_come, by_paper, to_be_done,
    cost_of_what_will_be, led_in,
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


def _heard(said: Said) -> Span:
    """The number's own words and those up to its verb."""
    return Span(said.piece.start, said.reach.end)


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


def _closes(said: Said, token: Token) -> bool:
    """Whether nothing but a mark or an auxiliary follows: «алмақ.», «бармақ болды», but not «көмек жіберді»."""
    after = tokens_after(said.at.sentence, token.span.end)[:1]
    return not after or after[0].kind == "mark" or begins("auxiliaries", after[0].lower)


def _willed(verb: Analysis) -> str:
    """What comes about by itself is a forecast, what someone does a target."""
    return "forecast" if noun("becomes", (verb.lemma,)) else "target"


def _intended_in(said: Said, span: Span) -> tuple[str, str, str] | None:
    for token, reading in verbs_in(said.tokens(span)):
        if reading.form == "intention" and reading.known and _closes(said, token):
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


def _ahead_of(period: str | None, day: str | None) -> bool:
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
