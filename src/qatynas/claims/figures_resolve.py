"""A number in its place becomes what it says: every field in turn, each with why."""

from __future__ import annotations

from msgspec.structs import replace

from qatynas.claims import figures_belong
from qatynas.claims.clauses import tokens_after, tokens_before
from qatynas.claims.figures_base import base_period
from qatynas.claims.figures_choice import TAUGHT, Choice
from qatynas.claims.figures_counted import object_counted
from qatynas.claims.figures_direction import direction, upper_side
from qatynas.claims.figures_measure import measure, quantity
from qatynas.claims.figures_of import area, edition, product, reporter, subject
from qatynas.claims.figures_period import period
from qatynas.claims.figures_roles import roles
from qatynas.claims.figures_rules import choose
from qatynas.claims.figures_said import Found, Said, of_years
from qatynas.claims.figures_scope import scope
from qatynas.claims.figures_status import aim_of_that_time, status
from qatynas.claims.figures_words import endings, noun
from qatynas.claims.when_told import to_come
from qatynas.language.mentions import Case, NumberKind
from qatynas.model import Period, Span

_PAIR = 2  # things, told in a word, that nothing ties to both sides
_OLDEST = "1991"  # before it what fits no indicator is history in passing
_MONTH = len("2025-08")
_FEW_ARE_NONE = ("other", "tourism.visitors", "transport.passengers")  # «екі жігіт серуендеп қайтты»
_YEARLY = frozenset(("trade.turnover", "trade.balance"))


def resolve(said: Said) -> tuple[tuple[Found, ...], str]:
    """The figures that a number says (two for a distributive one), or the reason for setting it aside.

    Neither where the unit cannot be told: the number is unplaced.
    """
    choice = choose(said)
    about, weighed = figures_belong.belongs(said, choice, scope(said, choice))
    if about.reason:
        unsure = about.reason == "no_relation" and said.number.quantity.unit not in ("", "count")
        return (), "" if unsure else about.reason
    pair_of_things = said.spelled and said.number.quantity.value <= _PAIR and not said.number.quantity.unit
    if (
        choice.indicator.code in _FEW_ARE_NONE
        and choice.leans is None
        and pair_of_things
        and not (said.has("mutual") or said.number.rate or _handed_over(said))
    ):
        return (), "no_relation"  # «ақын екі өлең оқыды»
    if choice.indicator.code == "other" and choice.leans is None and _empty(said):
        return (), "" if said.number.quantity.unit else "no_relation"
    measured = measure(said, choice)
    amount = quantity(said, choice, measured)
    if amount is None:
        return (), ""
    whole = amount.value == amount.value.to_integral_value() or said.number.kind is NumberKind.RANGE
    if choice.indicator.code == "other" and amount.unit in ("count", "person") and not whole:
        return (), ""
    when, when_rule, when_span = period(said, choice, measured)
    if not when or not _is_time(when):
        when = None  # no time ends before it begins
    if choice.indicator.code == "other" and when and when[:4].isdecimal() and when[:4] < _OLDEST:
        return (), "history"
    state, state_rule, state_words = status(said, choice, when)
    own = when_span is not None and said.piece.covers(when_span) and (when or "") == (said.at.day or "")[:_MONTH]
    own = own and any(reading.form in ("present", "intention") for _, reading in said.verbs)  # «осы айда шығады»
    if state != "actual" and _over(when, said.at.day) and not own and not aim_of_that_time(said):
        ahead = (to_come(said.at, date) for date in said.at.sentence.dates if date.span == when_span)
        told, when = when, next(ahead, None)  # «қаңтарда … тиеуге пәрмен берді», said in December
        if (
            _over(when, said.at.day)
            and _done_by_its_verb(said)
            and when_span is not None
            and said.piece.covers(when_span)
        ):
            when = told
        elif _over(when, said.at.day):
            when, when_rule, when_span = None, "what is aimed at lies ahead: the time is that of the promise", None
    if state == "actual" and when and when.startswith("../") and when[3:].isdigit() and _over(when, said.at.day):
        when = when[3:]  # «2000 жылға қарай 86 миллионға құлдырады»
    if state == "actual" and measured == "level" and choice.indicator.code in _YEARLY and of_years(when):
        when, when_rule, when_span = None, "a yearly sum is not that of many years", None
    if state in ("target", "potential") and when_rule.startswith("carried") and choice.leans is None:
        when, when_rule, when_span = None, "a target has no carried time", None
    base, base_rule, base_span = base_period(said, choice, measured, when)
    leaves, reaches, way = direction(said, choice, measured, about.parties)
    found = Found(
        sentence=said.at.index,
        paragraph=said.at.sentence.paragraph,
        number=said.number,
        span=said.piece,
        indicator=choice.indicator.code,
        measure=measured,
        quantity=amount,
        status=state,
        from_=leaves,
        to=reaches,
        period=when,
        base_period=base,
        subject=subject(said, choice),
        product=product(said, choice),
        area=area(said, choice),
        reporter=reporter(said),
        edition=edition(said),
        rate=said.number.rate,
        of=_whole(said, choice) if measured == "share" else None,
        what=_what(said) if choice.indicator.code == "other" else None,
        parties=about.parties,
        part=_is_part(said, choice),
        bracketed=said.bracketed,
        carried=when_rule.startswith("carried"),
        support=tuple(_support(said, choice, when_span, base_span)),
        why=tuple(
            reason
            for reason in (
                ("indicator", choice.rule, said.words(choice.span) if choice.span else ""),
                ("period", when_rule, said.words(when_span) if when_span else ""),
                ("status", state_rule, state_words),
                ("base_period", base_rule, said.words(base_span) if base_span else ""),
                ("from", way, ""),
                ("parties", figures_belong.RULE if weighed else "", weighed),
            )
            if reason[1]
        ),
    )
    if measured == "rank":
        ranked, ranked_in = _ranks(said, about.parties)
        return (replace(found, ranked=ranked, ranked_in=ranked_in),), ""
    return _distributed(said, choice, found, about.parties), ""


def _handed_over(said: Said) -> bool:
    """«Астана Ошқа екі өрт сөндіру көлігін табыстады»: a few things that one side gives the other."""
    found = roles(said, said.reach)
    doers, takers = ({r.country for r in found if r.case is case} for case in (Case.NOM, Case.DAT))
    last = said.memory.last(said, reach=0)
    goes_with = (
        last is not None and last.from_ is not None and last.to is not None
    )  # «… 18 құтқарушы жіберіп, екі ұшақ»
    return (goes_with or (bool(doers - takers) and bool(takers))) and (
        said.has("sent", said.ahead) or said.has("given", said.ahead)
    )


def _is_time(when: str) -> bool:
    try:
        return bool(Period(when))
    except ValueError:
        return False


def _done_by_its_verb(said: Said) -> bool:
    """«былтыр … 6,1 миллиард қаралды», «босату келісілген-ді»: what has been done by the very next verb, or had been
    agreed on, is of the time told with it."""
    if any(token.lower.endswith(endings("had_been")) for token in said.tokens(said.ahead)):
        return True
    return any(reading.form in ("past", "perfect", "inferred", "participle") for _, reading in said.verbs[:1])


def _over(when: str | None, day: str | None) -> bool:
    """Whether a period ended before the document's day."""
    try:
        last, told = Period(when or "").last, Period(day or "").first
    except ValueError:
        return False
    if last is None or told is None or not when:
        return False
    return last < told or ("/" not in when and len(when) >= _MONTH and (day or "").startswith(when))


def _empty(said: Said) -> bool:
    """Whether nothing tells what is counted."""
    if said.unit_kind != "bare" or said.number.counted or said.has("count_word", said.left):
        return False
    if object_counted(said) is not None:
        return False
    subject = tokens_before(said.at.sentence, said.number.span.start)[-1:]
    things = bool(subject) and subject[0].possessive and subject[0].case is Case.NOM
    return not (things and said.has("reaches", said.ahead) and said.has("mutual"))  # «… қалалар жұбы он тоғызға жетті»


def _is_part(said: Said, choice: Choice) -> bool:
    """Whether the figure is a part of one told shortly before: exports of a turnover, what «оның ішінде» leads in."""
    if said.has("part", said.piece) or said.has("rest", said.piece):
        return True
    if choice.indicator.code in ("trade.export", "trade.import"):
        return said.memory.last(said, "trade.turnover", reach=2) is not None
    return False


def _support(said: Said, choice: Choice, *spans: Span | None) -> list[tuple[Span, str]]:
    found = [(said.number.digits, "value")]
    if choice.span is not None and not said.piece.covers(choice.span):
        found.append((choice.span, "indicator"))
    found.extend(
        (span, field)
        for span, field in zip(spans, ("period", "base_period"), strict=False)
        if span is not None and not said.piece.covers(span)
    )
    return found


def _whole(said: Said, choice: Choice) -> str | None:
    """What a share is of: the last genitive before it, else what the figure leaned on counted."""
    owners = [
        t for t in said.tokens(said.left) if t.case is Case.GEN and t.kind == "word" and not noun("leaning", (t.lower,))
    ]
    if owners:
        return said.words(Span(said.piece.start, owners[-1].span.end)).strip(" ,;–—-").strip() or None
    return choice.leans.indicator if choice.leans else choice.indicator.code


def _what(said: Said) -> str | None:
    """What an `other` figure counts: the noun after the number, else the words before it."""
    if said.number.counted_span is not None:
        return said.words(said.number.counted_span)
    words = [t.text for t in said.tokens(said.left) if t.kind == "word"]
    return " ".join(words[-4:]) or None


def _ranks(said: Said, parties: tuple[str, ...]) -> tuple[str | None, str | None]:
    """Who is ranked, in whose list: «Қырғызстан үшін Қазақстан үшінші», «біздің тізімде көршіміз»."""
    named = [r for r in roles(said, said.at.sentence.span) if r.country in parties]
    lists = [r for r in named if r.case in (Case.LOC, Case.GEN) or _followed_by(said, r.span, "on_behalf")]
    if not lists or len(parties) != 2:
        return None, None
    before = [r for r in lists if r.span.end <= said.number.span.start]
    ranked_in = (before[-1] if before else lists[0]).country
    return next(code for code in parties if code != ranked_in), ranked_in


def _followed_by(said: Said, span: Span, group: str) -> bool:
    after = tokens_after(said.at.sentence, span.end)[:1]
    return bool(after) and noun(group, (after[0].lower,))


def _distributed(said: Said, choice: Choice, found: Found, parties: tuple[str, ...]) -> tuple[Found, ...]:
    """«бір-біріне жүз орыннан», «шығынның тең жартысынан»: one figure for each side."""
    if len(parties) != 2:
        return (found,)
    one, other = parties
    sharing = found.indicator == "water.share" and (said.has("each_side", said.reach) or said.has("mutual", said.reach))
    if sharing and (said.number.each or said.number.kind is NumberKind.FRACTION) and found.to is None:
        upper = upper_side(said, parties)
        return tuple(replace(found, from_=upper if upper != side else None, to=side) for side in parties)
    if said.has("in_all", said.left) and not said.number.each:
        return (found if not said.has("each_other", said.reach) else replace(found, from_=None, to=None),)
    mutual = said.number.each or choice.indicator.code == "education.grants" or said.has("apiece", said.reach)
    both = said.has("mutual", said.reach) or (said.has("each_party", said.reach) and found.indicator == "other")
    if mutual and both and _apiece(said, choice):
        if choice.indicator.flow == "payer" or said.has("own_ground", said.reach):
            return replace(found, from_=one, to=None), replace(found, from_=other, to=None)
        return replace(found, from_=one, to=other), replace(found, from_=other, to=one)
    return (found,)


def _apiece(said: Said, choice: Choice) -> bool:
    """«елу гранттан», «15 мыңнан», «әрқайсысы 20»: so much for each, not so much between the two."""
    counted = said.number.counted_span
    ends = said.tokens(counted)[-1:] if counted else ()
    if (
        said.has("each_other", said.reach)
        and said.number.counted
        and not noun("times_words", (said.number.counted,))
        and (said.unit_kind != "person" or choice.rule == TAUGHT)
    ):
        return True
    return said.number.case is Case.ABL or any(t.case is Case.ABL for t in ends) or said.has("apiece", said.reach)
