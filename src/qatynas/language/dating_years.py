"""The year of a document that does not state it, from what its text tells.

`dating_evidence` gathers what single sentences tell; here it is weighed. A year that contradicts what is told as past
is out; times told near the day of the date line, weekdays, other days of the page and the latest sums of a whole year
speak for the years that they fit. The year that most speaks for is taken where enough does and no other comes near.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from qatynas.language import dating_events, dating_jubilees, dating_known, dating_turns
from qatynas.language.anchor import is_day
from qatynas.language.date_mentions import dates
from qatynas.language.dating_evidence import Evidence, gathered
from qatynas.language.dating_offices import Tenure, in_office, years_of
from qatynas.language.dating_told import Said
from qatynas.language.kk import calendar
from qatynas.language.kk import dating as kk
from qatynas.language.mentions import Token
from qatynas.language.sentences import sentences
from qatynas.language.tokens import tokens
from qatynas.model.document import BlockKind, Document
from qatynas.model.period import Period
from qatynas.script import Aligned

_READ = frozenset((BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM))
_LATEST = 2100
# Points, as in dating_evidence.
_SUMS_OF_YEAR, _SUMS_OF_BEFORE, _SUMS_TOO_EARLY, _SUMS_OF_LATER = 2.0, 0.5, -1.5, -4.0
_SUMS_AT_YEARS_END, _YEAR_CLOSES = 1.7, (12, 15)
_EVENT_OF_YEAR, _EVENT_OF_BEFORE = 0.6, 0.6
_CONTRASTED = 0.25  # of the points for sums, where «былтыр» is set against the latest year told
_PART = 340  # days: no part of a year is longer
# times by their least length in days; how many days before the document's day they end at most → points
_GAPS = (
    (40, ((130, 2.5), (250, 1.0))),  # a part of a year
    (8, ((92, 1.0), (300, 0.7))),  # a month, a season
    (0, ((20, 3.0), (100, 1.0))),  # days
)
_WHOLE_YEAR = 300  # days that are added up to a whole year that is to come
_SOON = ((31, 2.0), (250, 1.0), (700, 0.7), (1300, 0.4))  # days up to what is to come → points
_FAR, _FAR_AHEAD = 5000, -2.5  # nobody plans so many days ahead
_PROGRAMME, _SCHOOL_YEAR = 1.2, 1.7
_STRETCH, _STRETCH_LESS, _LATE = 1.7, 1.0, 9  # from September on the year that is running counts as one of the row
_NAMED_NOT_CALLED = -1.0
_STALE, _STALE_AT_MOST = -0.25, -2.0  # for each year after the one that follows the last told
_PLAN_IS_OVER = -2.0
_WEEKDAY_FITS, _WEEKDAY_FAILS = 2.5, -4.0
_OTHER_STORY, _RIGHTS, _DAY_OF_SITE = 2.5, 1.0, 1.5
ENOUGH, ENOUGH_WITHOUT_A_DATE_LINE = 1.6, 2.0
APART = 0.4  # points that the year taken has before the next
_CYCLE = 12  # years on in which a weekday comes round to a day again


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows beside its text: whole days of other stories, the last year of its rights, the site's day.

    offices are the tenures of those whom the text names with their offices.
    """

    days: tuple[date, ...] = ()
    rights: int | None = None
    site: date | None = None
    offices: tuple[tuple[Tenure, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A date line without a year: month, day and weekday (Monday 0), as far as it tells them."""

    month: int
    day: int | None = None
    weekday: int | None = None

    def in_year(self, year: int) -> date | None:
        """The day in a year; the month's middle where no day is told."""
        day = self.day or 15
        return date(year, self.month, day) if 1 <= year <= _LATEST and is_day(year, self.month, day) else None


@dataclass(slots=True)
class _Weighed:
    points: float = 0.0
    reasons: list[str] = field(default_factory=list)

    def add(self, points: float, reason: str) -> None:
        self.points += points
        if points > 0 and reason:
            self.reasons.append(reason)


def infer_year(said: Sequence[Said], line: Line | None = None, seen: Seen | None = None) -> tuple[int | None, str]:
    """The year that the text's own words tell, and in words why; None where they tell too little.

    line is the date line without a year. Without it only words that name the year by themselves are enough.
    """
    evidence, seen = gathered(said), seen or Seen()
    dating_known.told(said, evidence)
    dating_jubilees.told(said, evidence, line.month if line else None)
    dating_turns.told(said, evidence, line.month if line else None)
    if line is None:
        return _named(evidence)
    seen = replace(seen, offices=(*seen.offices, *dating_events.lasting_told(said)))
    named = dating_events.told(said)
    evidence.named |= dating_events.years_of_events(said)
    told = [" ".join(token.lower for token in sentence.tokens) for sentence in said]
    weighed = {
        year: _weigh(year, line, evidence, seen, told, named)
        for year in _candidates(line, evidence, seen)
        if _possible(year, line, evidence)
    }
    if not weighed:
        return None, ""
    order = sorted(weighed, key=lambda year: (-weighed[year].points, year))
    best = order[0]
    second = weighed[order[1]].points if len(order) > 1 else 0.0
    if weighed[best].points < ENOUGH or weighed[best].points - second < APART:
        return None, ""
    return best, "; ".join(dict.fromkeys(weighed[best].reasons))


def _named(evidence: Evidence) -> tuple[int | None, str]:
    """The year where no line tells a day."""
    summed = max(evidence.measured, default=0)  # a year is not over in which its sums are told
    possible = {
        year: points + _PLAN_IS_OVER * any(plan.last and plan.last.year < year for plan in evidence.ahead)
        for year, points in evidence.strong.items()
        if _possible(year, None, evidence) and year > summed
    }
    best = max(possible, key=lambda year: (possible[year], -year), default=None)
    if best is None or possible[best] < ENOUGH_WITHOUT_A_DATE_LINE:
        return None, ""
    return best, "; ".join(dict.fromkeys(evidence.reasons[best]))


def _candidates(line: Line, evidence: Evidence, seen: Seen) -> Iterator[int]:
    """Years that something speaks for."""
    years = set(evidence.points) | evidence.named
    for period in (*_told(evidence), *evidence.ahead, *evidence.programmes, *evidence.school, *evidence.stretches):
        years |= {end.year + step for end in (period.first, period.last) if end for step in (-1, 0, 1, 2)}
    years |= {day.year + step for day in seen.days for step in (-1, 0, 1)}
    years |= years_of(seen.offices)
    years |= {seen.rights} if seen.rights else set()
    years |= {seen.site.year, seen.site.year - 1} if seen.site else set()
    latest = _latest(evidence)
    if line.weekday is not None and latest:
        years |= set(range(latest, latest + _CYCLE))
    if line.weekday is not None and (plans := [period.first.year for period in evidence.ahead if period.first]):
        years |= set(range(min(plans) - _CYCLE // 2, min(plans)))
    yield from sorted(years)


def _latest(evidence: Evidence) -> int | None:
    return max((period.first.year for period in evidence.past if period.first), default=None)


def _told(evidence: Evidence) -> Iterator[Period]:
    yield from evidence.past
    yield from evidence.untold


def _possible(year: int, line: Line | None, evidence: Evidence) -> bool:
    """Whether nothing told as past would lie after that day, and no plan would have ended before that year."""
    if not kk.EARLIEST <= year <= _LATEST or any(by < year for by in evidence.by):
        return False
    own = line.in_year(year) if line else date(year, 12, 31)
    if own is None or any(period.last and period.last.year > year for period in evidence.stretches):
        return False
    return all(period.first is None or period.first <= own for period in evidence.past)


def _weigh(
    year: int, line: Line, evidence: Evidence, seen: Seen, told: Sequence[str], named: dating_events.Fitting
) -> _Weighed:
    weighed = _Weighed()
    own = line.in_year(year)
    if own is None:
        return weighed
    weighed.add(evidence.points[year], "; ".join(evidence.reasons.get(year, ())))
    for rule in _FITTING:
        for points, reason in rule(year, own, evidence):
            weighed.add(points, reason)
    for points, reason in _beside(own, seen):
        weighed.add(points, reason)
    for points, reason in _weekdays(own, line, told):
        weighed.add(points, reason)
    for points, reason in named(own):
        weighed.add(points, reason)
    for points, reason in in_office(own, seen.offices, not any(points > 0 for points in evidence.points.values())):
        weighed.add(points, reason)
    return weighed


def _sums(year: int, own: date, evidence: Evidence) -> Iterator[tuple[float, str]]:
    """A whole year's sums are told in the year after it, seldom in the second after it, never before its end."""
    latest, event = max(evidence.measured, default=0), _latest(evidence) or 0
    if latest and (year < latest or (year == latest and own.month < 12)):
        yield (_SUMS_OF_LATER if year < latest else _SUMS_TOO_EARLY), ""
    if latest < event:
        if event in (year, year - 1):
            yield (_EVENT_OF_YEAR if event == year else _EVENT_OF_BEFORE), f"{event} is the latest year told as past"
        return
    if latest == year and (own.month, own.day) >= _YEAR_CLOSES:
        yield _SUMS_AT_YEARS_END, f"the sums of {latest} are told at its end"
    share = _CONTRASTED if latest == evidence.contrasted else 1.0
    if year == latest + 1:
        yield _SUMS_OF_YEAR * share, f"{latest} is the latest year whose sums it tells"
    elif year == latest + 2:
        yield _SUMS_OF_BEFORE * share, f"{latest} is the latest year whose sums it tells"


def _nearness(year: int, own: date, evidence: Evidence) -> Iterator[tuple[float, str]]:
    """A day, a month or a part of a year that lies right before the document's day."""
    best, why = 0.0, ""
    for period in _told(evidence):
        if period.first is None or period.last is None or (period.last - period.first).days > _PART:
            continue
        gap, long = (own - period.last).days, (period.last - period.first).days
        within = next(
            (points for least, steps in _GAPS if long >= least for most, points in steps if -1 <= gap <= most), 0
        )
        if within > best:
            best, why = within, f"{period.edtf} lies right before that day"
    yield best, why


def _stretches(year: int, own: date, evidence: Evidence) -> Iterator[tuple[float, str]]:
    """«2021–2025 жылдары 68 мұздық өлшенді»: years in a row are told as over in the last of them, or in the next."""
    ends = max((period.last.year for period in evidence.stretches if period.last), default=0)
    if ends < max((_latest(evidence) or 0, *evidence.measured)):
        return
    late = own.month >= _LATE
    if year == ends:
        yield (_STRETCH if late else _STRETCH_LESS), f"years in a row are told up to {ends}"
    elif year == ends + 1:
        yield (_STRETCH_LESS if late else _STRETCH), f"years in a row are told up to {ends}"


def _plans(year: int, own: date, evidence: Evidence) -> Iterator[tuple[float, str]]:
    """What is told as to come lies ahead, often soon; a programme begins this year or next; a school year is on."""
    for period in evidence.ahead:
        if period.last and period.last < own:
            yield _PLAN_IS_OVER, ""
    ahead = [(p.first, p.last) for p in evidence.ahead if p.first and p.last and p.last >= own]
    far = {  # what comes this year is told by its year only where it is a day's matter
        (first - own).days + (_WHOLE_YEAR if (last - first).days > _PART else 0)
        for first, last in ahead
        if first.year > own.year or (first == last and first > own)
    }
    if far:
        points = next((points for most, points in _SOON if min(far) <= most), _FAR_AHEAD if min(far) > _FAR else 0.0)
        yield points, "what it tells as to come lies soon after that day"
    starts = [p.first.year for p in evidence.programmes if p.first]
    if starts:
        latest = max(starts)
        likely = _PROGRAMME if own.month > 6 else _PROGRAMME / 2
        yield (
            (likely if year == latest - 1 else _PROGRAMME * 1.5 - likely if year == latest else 0.0),
            (f"a programme begins in {latest}"),
        )
    for p in evidence.school:
        if p.first and p.last and date(p.first.year, 6, 1) <= own <= date(p.last.year, 9, 1):
            yield _SCHOOL_YEAR, f"the school year {p.edtf}"
            break


def _recency(year: int, own: date, evidence: Evidence) -> Iterator[tuple[float, str]]:
    """A text seldom stands years after the last one that it tells of, where its words do not name its own."""
    if evidence.strong[year] or any(p.first and 0 < (p.first - own).days <= _SOON[-1][0] for p in evidence.ahead):
        return  # what is to come soon says that the text is not old
    all_told = (*_told(evidence), *evidence.school)
    latest = max((p.first.year for p in all_told if p.first and p.first <= own), default=year)
    yield max(_STALE * (year - latest - 1), _STALE_AT_MOST) if year > latest + 1 else 0.0, ""


def _habits(year: int, own: date, evidence: Evidence) -> Iterator[tuple[float, str]]:
    """A text that says «биыл» and «былтыр» seldom tells those years by their numbers, days apart."""
    named = {p.first.year for p in evidence.past if p.first and p.last and (p.last - p.first).days > 1}
    if evidence.says_this_year and year in named:
        yield _NAMED_NOT_CALLED, ""


_FITTING: tuple[Callable[[int, date, Evidence], Iterator[tuple[float, str]]], ...] = (
    _sums, _nearness, _stretches, _plans, _recency, _habits,
)  # fmt: skip


def _beside(own: date, seen: Seen) -> Iterator[tuple[float, str]]:
    near = [day for day in seen.days if -3 <= (own - day).days <= 45]
    if near:
        yield _OTHER_STORY, f"another story of the page is of {max(near)}"
    if seen.rights is not None:
        yield (
            (_RIGHTS if own.year == seen.rights else -_RIGHTS if own.year > seen.rights else 0.0),
            "the year of rights",
        )
    if seen.site is not None:
        yield (_DAY_OF_SITE if 0 <= (seen.site - own).days < 366 else -_DAY_OF_SITE), f"the site shows {seen.site}"


def _weekdays(own: date, line: Line, told: Sequence[str]) -> Iterator[tuple[float, str]]:
    """The weekday of the date line, of «бүгін» and «кеше», and of days told that lie near it."""
    wanted = [] if line.weekday is None or line.day is None else [(own, line.weekday)]
    for sentence in told:
        for found in kk.WEEKDAY_OF_TODAY.finditer(sentence):
            then = date.fromordinal(max(1, own.toordinal() + calendar.RELATIVE_DAYS[found["when"]]))
            wanted.append((then, calendar.WEEKDAYS.index(found["weekday"])))
        if kk.A_YEAR.search(sentence):
            continue
        for found in kk.WEEKDAY_OF_A_DAY.finditer(sentence):
            number = calendar.WEEKDAYS.index(found["weekday"] or found["named"])
            month, day = calendar.MONTH_NUMBERS[found["month"] or found["of"]], int(found["day"] or found["on"])
            near = [
                date(year, month, day) for year in (own.year - 1, own.year, own.year + 1) if is_day(year, month, day)
            ]
            if near and line.day is not None:
                wanted.append((min(near, key=lambda at: abs((at - own).days)), number))
    for one, number in wanted:
        if one.weekday() == number:
            yield _WEEKDAY_FITS, f"{one} is a {calendar.WEEKDAYS[number]}"
        else:
            yield _WEEKDAY_FAILS, ""


def sentences_told(
    document: Document, aligned: Aligned, read_before: Sequence[tuple[BlockKind, Sequence[Token]]] | None = None
) -> list[Said]:
    """The sentences of a document; read_before are theirs with the kind of their blocks, where they are known."""
    if read_before is None:
        blocks = [aligned.to_target(block.span) for block in document.blocks if block.kind in _READ]
        read: list[Sequence[Token]] = [tokens(aligned.text, span) for span in sentences(aligned.text, blocks)]
    else:
        read = [words for kind, words in read_before if kind in _READ]
    return [
        Said(words, tuple([m for m in dates(aligned.text, words, None) if m.edtf and not m.relative])) for words in read
    ]
