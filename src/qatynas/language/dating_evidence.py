"""What single sentences tell of the year in which a text was written: one small rule for each kind of evidence.

A rule reads a sentence with its neighbours and gives points to years, with the words that say why; `dating_years`
weighs them. Evidence is strong where the words alone name the year («былтыр, 2022 жылы»): no date line is needed then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from qatynas.language.dating_told import NOTHING, Said, counts, year_of
from qatynas.language.kk import calendar
from qatynas.language.kk import dating as kk
from qatynas.language.mentions import Case, DateMention, DateRole
from qatynas.model.period import Period

# Points for each kind of evidence, set by hand; docs/language.md lists them. What names the year outweighs all guesses
# from the latest year told.
CALLED, CALLED_LOOSELY = 6.0, 2.5
AGO, ANNIVERSARY, SINCE = 6.0, 6.0, 3.0
COMPARED_WITH, SAME_LAST_YEAR, LAST_YEAR = 3.0, 4.0, 2.0
GROWN = 1.5
AGED = 1.7
STRETCH = 2.0
ENDING = 3.0
_NEAR = 3  # words between a year and what calls it


@dataclass(slots=True)
class Evidence:
    """Points and reasons for years; the times that the sentences tell.

    past, ahead and untold are told as over, as to come, as neither; by holds years by which a plan is to be done,
    measured those whose sums are told, contrasted the latest that «былтыр» is told after, named those of known events;
    programmes, school and stretches are years in a row: of a programme, of schools, of what is told as over.
    """

    points: Counter[int] = field(default_factory=Counter)
    reasons: dict[int, list[str]] = field(default_factory=dict)
    strong: Counter[int] = field(default_factory=Counter)
    past: list[Period] = field(default_factory=list)
    measured: list[int] = field(default_factory=list)
    ahead: list[Period] = field(default_factory=list)
    untold: list[Period] = field(default_factory=list)
    by: list[int] = field(default_factory=list)
    programmes: list[Period] = field(default_factory=list)
    school: list[Period] = field(default_factory=list)
    stretches: list[Period] = field(default_factory=list)
    named: set[int] = field(default_factory=set)
    contrasted: int = 0
    says_this_year: bool = False
    says_last_year: bool = False

    @property
    def latest(self) -> int:
        """The latest year that begins no later than what is told as over; 0 where nothing is."""
        return max((period.last.year for period in self.past if period.last), default=0)

    def add(self, year: int, points: float, reason: str, strong: bool = False) -> None:
        """Points for a year; strong ones count where no line tells the day."""
        self.points[year] += points  # type: ignore[assignment]
        if reason:
            self.reasons.setdefault(year, []).append(reason)
        if strong:
            self.strong[year] += points  # type: ignore[assignment]


Rule = Callable[[Said, list[Said], Evidence], None]


def called(sentence: Said, near: list[Said], evidence: Evidence) -> None:
    """«Былтыр, 2022 жылы», «биыл (2023 ж.)», «келер жылы, 2024-те», «2019 жылы, яғни былтыр», «өткен 2022 жылы»."""
    for mention in sentence.dates:
        year = year_of(mention)
        if year is None or mention.role is not DateRole.IN:
            continue
        first, last = sentence.places(mention)
        if last >= len(sentence.tokens) or sentence.tokens[last].case is Case.INS:
            continue
        step, points = _called_before(sentence, first)
        if step is None:
            step, points = _called_after(sentence, last)
        if step is not None:
            words = " ".join(token.text for token in sentence.tokens[max(0, first - _NEAR) : last + _NEAR + 1])
            evidence.add(year - step, points, f"«{words}»", strong=True)


def _called_before(sentence: Said, first: int) -> tuple[int | None, float]:
    place, parted = first - 1, False
    while place >= 0 and _between(sentence, place):
        parted, place = True, place - 1
    if place < 0 or first - place > _NEAR + 1:
        return None, 0.0
    word = sentence.lower(place)
    step = next((step for start, step in kk.YEAR_WORDS.items() if word.startswith(start)), None)
    if step is not None and (parted or sentence.tokens[place].attributive):
        return step, CALLED
    if parted and word.startswith("жыл"):
        before = sentence.lower(place - 1)
        return (calendar.RELATIVE_STEPS[before], CALLED) if before in kk.PLAIN else (None, 0.0)
    if not parted and word in kk.PLAIN:
        return calendar.RELATIVE_STEPS[word], CALLED if word in kk.CURRENT else CALLED_LOOSELY
    return None, 0.0


def _between(sentence: Said, place: int) -> bool:
    """Whether a mark or «яғни» stands at a place."""
    return sentence.tokens[place].kind == "mark" or sentence.lower(place) in kk.NAMELY


def _called_after(sentence: Said, last: int) -> tuple[int | None, float]:
    """«2019 жылы, яғни былтыр», «2018 жылы (былтыр)», «2024 жылға, яғни келер жылға»."""
    place, marks = last + 1, ""
    while place < len(sentence.tokens) and _between(sentence, place):
        marks, place = marks + sentence.lower(place), place + 1
    if not ("(" in marks or any(word in marks for word in kk.NAMELY)):
        return None, 0.0
    word = sentence.lower(place)
    step = next((step for start, step in kk.YEAR_WORDS.items() if word.startswith(start)), None)
    if step is None and word in kk.PLAIN and sentence.lower(place + 1).startswith("жыл"):
        step = calendar.RELATIVE_STEPS[word]
    return (step, CALLED) if step is not None else (None, 0.0)


def compared(sentence: Said, near: list[Said], evidence: Evidence) -> None:
    """«Былтыр … 2022 жылмен салыстырғанда», «биыл … 2020 жылдың осы кезеңімен»: the year before the one spoken of."""
    last_year, this_year = of_last_year(sentence), sentence.has(kk.THIS_YEAR)
    before = near[0] if near else NOTHING
    told = max(sentence.years(), default=0)
    for mention in sentence.dates:
        year = year_of(mention)
        if year is None or told > year:
            continue
        _, last = sentence.places(mention)
        from_it = sentence.tokens[last].case is Case.ABL if last < len(sentence.tokens) else False
        more = from_it and any(sentence.lower(place) in calendar.COMPARING for place in range(last + 1, last + 8))
        same_part = kk.SAME_PART.match(" ".join(token.lower for token in sentence.tokens[last : last + _NEAR + 1]))
        against = more or any(sentence.lower(place).startswith(kk.COMPARED) for place in range(last, last + _NEAR + 2))
        if not (same_part or against):
            continue
        if (same_part and not last_year) or this_year:
            evidence.add(year + 1, COMPARED_WITH, f"this year is compared with {year}", strong=True)
        elif last_year or (of_last_year(before) and not list(before.years())):
            evidence.add(year + 2, COMPARED_WITH, f"last year is compared with {year}", strong=True)


def same_part_before(sentence: Said, near: list[Said], evidence: Evidence) -> None:
    """«Тоғыз айда 1,2 млрд болды. 2023 жылғы қаңтар–қыркүйекте 1,1 млрд еді»: a part of this year, then of the last."""
    before = near[0] if near else NOTHING
    if not any(kk.PART.match(before.lower(place)) for place in range(len(before.tokens))) or list(before.years()):
        return
    for mention in sentence.dates:
        long = _months(mention)
        fits = any(long == kk.PARTS.get(token.lower[:4]) for token in before.tokens) or not any(
            token.lower[:4] in kk.PARTS for token in before.tokens
        )
        if long > 1 and fits and (year := year_of(mention)) and mention.role is DateRole.IN:
            evidence.add(year + 1, COMPARED_WITH, f"a part of this year is told before one of {year}", strong=True)


def _months(mention: DateMention) -> int:
    """How many months a part of a year has; 0 for no such part."""
    period = Period(mention.edtf or "")
    if "/" not in (mention.edtf or "") or period.first is None or period.last is None:
        return 0
    return (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1


def year_at_its_end(sentence: Said, near: list[Said], evidence: Evidence) -> None:
    """«2022 жыл аяқталып барады», «2024 жыл басталғалы»: the year that is ending, or has begun."""
    for mention in sentence.dates:
        _, last = sentence.places(mention)
        if len(mention.edtf or "") != len("2022"):
            continue
        if sentence.lower(last + 1).startswith(kk.ENDING):
            evidence.add(int(mention.edtf or "0"), ENDING, f"{mention.edtf} is ending", strong=True)
        if sentence.lower(last + 1).startswith(kk.BEGINNING):
            evidence.add(int(mention.edtf or "0"), ENDING, f"{mention.edtf} has begun", strong=True)


def of_last_year(sentence: Said) -> bool:
    """Whether «былтыр» or «өткен жылы» stands in a sentence."""
    return sentence.has(kk.LAST_YEAR) or sentence.has_pair((kk.PAST,), "жыл")


def last_year_told(sentence: Said, near: list[Said], evidence: Evidence) -> None:
    """«2018 жылғы тасқын – былтырғы сол көктем», «2016 жылы жүк азайды. Былтыр қайта көбейді»."""
    places = [place for place, token in enumerate(sentence.tokens) if token.lower.startswith(kk.LAST_YEAR)]
    if not places:
        return
    years = list(sentence.years())
    part = kk.SAME_PART.match(" ".join(token.lower for token in sentence.tokens[places[0] : places[0] + _NEAR + 1]))
    if part:
        for mention in sentence.dates:
            if (year := year_of(mention)) and "/" in (
                mention.edtf or ""
            ):  # «2025 жылдың бес айында …, былтыр сол кезде»
                evidence.add(year, COMPARED_WITH, f"last year is compared with a part of {year}", strong=True)
        return
    if years and sentence.lower(places[0] + 1) == kk.SAME:
        evidence.add(years[-1] + 1, SAME_LAST_YEAR, f"{years[-1]} is called «былтыр»", strong=True)
        return
    if any(_called_before(sentence, sentence.places(mention)[0])[0] is not None for mention in sentence.dates):
        return
    leads = places[0] < _NEAR and not sentence.lower(places[0] + 1).startswith(calendar.MONTHS)
    before = [year for before in near[:1] for year in before.past_years()] if leads else []
    named = sentence.past_years() or before
    if named:
        latest = max(named)
        evidence.contrasted = max(latest, evidence.contrasted)
        grown = before and not sentence.past_years() and sentence.has(kk.BY_SO_MUCH)  # on what the year before it had
        points, beside = LAST_YEAR + GROWN if grown else LAST_YEAR, LAST_YEAR / 2
        if sentence.lower(0) in kk.OTHER_WAY:
            points, beside = beside, points
        evidence.add(latest + 2, points, f"«былтыр» is told after {latest}", strong=True)
        evidence.add(latest + 1, beside, f"«былтыр» is told beside {latest}", strong=True)


def years_ago(sentence: Said, near: list[Said], evidence: Evidence) -> None:
    """«Осыдан он жыл бұрын, 2015 жылы», «үш жыл бұрын (2019 жылдың тамызында)», «1998 жылдан бері жиырма бес жыл»."""
    for count, _, last in counts(sentence):
        for mention in sentence.dates:
            year = year_of(mention)
            if year is None:
                continue
            begin = sentence.places(mention)[0]
            between = [token for token in sentence.tokens[last + 2 : begin] if token.kind != "mark"]
            if sentence.lower(last + 1) == kk.AGO and last < begin and not between:
                evidence.add(year + count, AGO, f"{count} years ago is {year}", strong=True)
    for mention in sentence.dates:
        beginning = Period(mention.edtf or "").first if mention.role is DateRole.FROM else None
        for count, first, last in counts(sentence):
            if beginning and first > sentence.places(mention)[1] and sentence.lower(last + 1).startswith(kk.PASSED):
                evidence.add(beginning.year + count, SINCE, f"{count} years since {beginning.year}", strong=True)


def anniversary(sentence: Said, near: list[Said], evidence: Evidence) -> None:
    """«2009 жылы құрылған топқа биыл он бес жыл», «құрылғанына бес жыл толды. Ол 2014 жылы тіркелген»."""
    this_year = sentence.has(kk.THIS_YEAR) or _filled_today(sentence)
    own = [(year, True) for year in sentence.years()]
    others = [(year, False) for other in near for year in other.years()]
    for count, first, last in counts(sentence):
        between = sentence.lower(first - 1) == kk.BETWEEN
        filled = sentence.lower(last + 1).startswith(kk.PASSED) and sentence.has(kk.SINCE_WORDS)
        kept = sentence.lower(last).startswith(kk.JUBILEE) and sentence.has(kk.KEPT)
        if not (this_year or filled or kept):
            continue
        later = 0 if this_year else since_then(sentence)
        for year, same in own + (others if this_year or filled else []):
            year += later
            if between and not (same and this_year):
                continue
            if between:
                evidence.add(year + count, SINCE, f"«{year} … арада {count} жыл … биыл»", strong=True)
            elif this_year and (count >= 5 or same):
                points = ANNIVERSARY if same else SINCE
                evidence.add(year + count, points, f"«{year} … биыл {count} жыл»", strong=True)
            elif not this_year:
                if filled:
                    evidence.add(year, -SINCE - AGED, "")  # so long ago that the day itself is no news
                evidence.add(year + count, SINCE + same, f"{count} years have passed since {year}", strong=True)


def _filled_today(sentence: Said) -> bool:
    """«Бүгін … шартына 26 жыл.»: so many years on that very day; nothing but a mark or «толды» follows."""
    if not any(token.lower == kk.TODAY for token in sentence.tokens):
        return False
    after = [(sentence.lower(first - 1), sentence.lower(last + 1)) for _, first, last in counts(sentence)]
    return any(
        before.endswith(("на", "не", "ға", "ге", "қа", "ке"))
        and (follows.startswith(kk.PASSED) or not any(letter.isalpha() for letter in follows))
        for before, follows in after
    )


def since_then(sentence: Said) -> int:
    """How many years ago a feast was: «өткен жылы … отыз жылдығы тойланды», «екі жыл бұрын … атап өттік»."""
    if of_last_year(sentence):
        return 1
    return next((count for count, _, last in counts(sentence) if sentence.lower(last + 1) == kk.AGO), 0)


def ages(sentence: Said, near: list[Said], evidence: Evidence) -> None:
    """«1969 жылы туған елші биыл 56 жасқа толды», «1964 жылы туған. Алпыс жастағы дипломат …»."""
    births = [(s, year) for s in (sentence, *near[:1]) if s.has(kk.BORN) for year in s.years()]
    for count, _, _ in counts(sentence, kk.AGED, attributive=True):
        for said, year in births:
            this_year = sentence.has(kk.THIS_YEAR) and said is sentence
            evidence.add(year + count, SINCE if this_year else AGED, f"born in {year}, aged {count}", strong=True)
            if not this_year:
                evidence.add(year + count + 1, AGED / 2, f"born in {year}, aged {count}")


def times(sentence: Said, near: list[Said], evidence: Evidence) -> None:
    """Sort the sentence's dates into past and to come; a whole year's sums are told when it is over."""
    for mention in sentence.dates:
        last = Period(mention.edtf or "").last
        coming = sentence.tense(sentence.places(mention)[1] + 1) == "coming" or sentence.plans()
        if last and (mention.role is DateRole.BY or (mention.role is DateRole.UNTIL and coming)):
            evidence.by.append(last.year)
        set_to = mention.role is DateRole.IN and year_of(mention) is None and sentence.has(("арнал",))
        if set_to and "/" in (mention.edtf or "") and _is_set(sentence, mention):
            evidence.programmes.append(Period(mention.edtf or ""))  # «2025–2027 жылдарға арналған жоспар»
    for mention, tense in sentence.told():
        edtf, period = mention.edtf or "", Period(mention.edtf or "")
        if "/" in edtf and year_of(mention) is None:
            if period.first and period.last and tense == "past" and not sentence.has(kk.PROGRAMMES):
                evidence.stretches.append(period)
            elif period.first and period.last:
                (evidence.school if sentence.has(kk.SCHOOL) else evidence.programmes).append(period)
            continue
        if period.last and tense == "coming" and period.last.year >= evidence.latest:
            evidence.ahead.append(period)
            continue
        (evidence.past if tense == "past" else evidence.untold).append(period)
        if len(edtf) == len("2025") and mention.role is DateRole.IN and not _is_base(sentence, mention):
            if sentence.has(kk.MEASURED) and not sentence.has(kk.SIGNED):
                evidence.measured.append(int(edtf))
            if tense == "past" and sentence.has(kk.NEXT_YEAR):
                evidence.measured.append(int(edtf) + 1)  # «2023 жылы … болған айналым келесі жылы … асып түсті»


def _is_set(sentence: Said, mention: DateMention) -> bool:
    """Whether something is set for a time: «2025–2027 жылдарға арналған»."""
    _, last = sentence.places(mention)
    return last < len(sentence.tokens) and sentence.tokens[last].case is Case.DAT


def _is_base(sentence: Said, mention: DateMention) -> bool:
    """«2020 жылғыдан екі есе көп», «2020 жылмен салыстырғанда»: what something later is compared with."""
    _, last = sentence.places(mention)
    if last >= len(sentence.tokens) or sentence.lower(last).startswith(kk.SUMMED):
        return False
    return sentence.tokens[last].case in (Case.ABL, Case.INS)


def habits(sentence: Said, near: list[Said], evidence: Evidence) -> None:
    """Whether the text calls its own year «биыл» and the last one «былтыр»: such a text seldom tells them by number."""
    evidence.says_this_year = evidence.says_this_year or sentence.has(kk.THIS_YEAR)
    evidence.says_last_year = evidence.says_last_year or sentence.has(kk.LAST_YEAR)


def last_stretch(sentence: Said, near: list[Said], evidence: Evidence) -> None:
    """«Соңғы бес жылда, 2017–2021 жылдары»: the stretch ends with the year before, or with this one."""
    for count, first, _ in counts(sentence):
        if sentence.lower(first - 1) not in calendar.LAST_STRETCH:
            continue
        for mention in sentence.dates:
            ends = Period(mention.edtf or "")
            if ends.first and ends.last and count - 1 <= ends.last.year - ends.first.year <= count and count > 1:
                evidence.add(
                    ends.last.year + 1, STRETCH, f"the last {count} years end in {ends.last.year}", strong=True
                )
                evidence.add(
                    ends.last.year, STRETCH / 2, f"the last {count} years end in {ends.last.year}", strong=True
                )


RULES: tuple[Rule, ...] = (
    times, habits, called, compared, same_part_before, year_at_its_end, last_year_told, last_stretch, years_ago,
    anniversary, ages,
)  # fmt: skip


def gathered(said: Sequence[Said]) -> Evidence:
    """What all sentences tell; each is read with the one before it and the one after it."""
    evidence = Evidence()
    for place, sentence in enumerate(said):
        near = [*said[max(0, place - 1) : place], *said[place + 1 : place + 2]] if place else [NOTHING, *said[1:2]]
        for rule in RULES:
            rule(sentence, near, evidence)
    _long_since(said, evidence)
    return evidence


def _long_since(said: Sequence[Said], evidence: Evidence) -> None:
    """«Ширек ғасыр аз уақыт емес. Биыл сол мерейтой … бәрі 1996 жылғы 3 мамырда басталған»: so long since that day."""
    spans = {
        count
        for before, sentence in zip([NOTHING, *said], said, strict=False)
        if sentence.has(kk.THIS_YEAR)
        for told in (before, sentence)
        for count, first, _ in counts(told)
        if count >= 10 and count % 5 == 0 and told.lower(first - 1) != kk.BETWEEN
    }
    begun = [m for sentence in said for m in sentence.dates if m.role is DateRole.FROM]
    begun = [m for m in begun if len((m.edtf or "").partition("/")[0]) > len("1996")]  # worth a feast
    for mention in begun:
        first = Period(mention.edtf or "").first
        for count in spans if first else ():
            year = first.year + count if first else 0
            evidence.add(year, SINCE, f"{count} years are told of with «биыл», and a beginning in {mention.edtf}", True)
