"""Evidence for a text's year from counts and beginnings that stand apart: «биыл отызға толды» … «1993 жылы жасалды».

A count of years told as of now is joined to a year in which something began; the more their words say that they belong
together (a feast, a day that comes round, a birth), the more points. So too a yearly meeting's number, a school class.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qatynas.language.dating_animals import animals_now
from qatynas.language.dating_evidence import Evidence, since_then
from qatynas.language.dating_told import Said, counts, year_of
from qatynas.language.kk import calendar
from qatynas.language.kk import dating as kk
from qatynas.language.mentions import Case, DateMention, DateRole
from qatynas.language.numerals import read_numeral
from qatynas.model.period import Period

# Points for how a count is told, and for how a year is told; as in dating_evidence.
_NOW, _FEAST, _TITLE, _PLAIN = 3.0, 2.0, 1.2, 0.5
_ROUND_DAY, _BORN, _BEGUN, _ANY, _BARE, _JOINED = 1.5, 1.3, 1.0, 0.5, 0.3, 0.6
_AT_MOST = 4.0
_YEARLY, _CLASS = 3.0, 2.5

_LEAST_PLAIN, _LEAST = 10, 3
_TITLES = 2  # sentences that are a title
_ALONE = 2  # words of a sentence that says a count alone
_AGED = 30  # years from which on a round number alone may be an age
_FIRST_YEAR, _LAST_YEAR = 1700, 2030  # of a beginning
_SEPTEMBER = 9
_NO_TIMES = ("жыл", "ғасыр", "сынып", "орын", *calendar.MONTHS)  # «10-шы қазан» numbers no meeting


@dataclass(frozen=True, slots=True)
class _Counted:
    """So many years told as of now, with points and the sentence's place."""

    count: int
    points: float
    at: int


@dataclass(frozen=True, slots=True)
class _Begun:
    """A year in which something began, with points and the sentence's place."""

    year: int
    points: float
    at: int


def told(said: Sequence[Said], evidence: Evidence, month: int | None) -> None:
    """Add to the evidence what counts and beginnings tell; month is that of the date line."""
    counted = [found for at, sentence in enumerate(said) for found in _counted(sentence, at)]
    counted = [found for found in counted if found.count >= _LEAST]
    if counted:
        begun = [found for at, sentence in enumerate(said) for found in _begun(sentence, at, month)]
        for year, points, why, feast in _joined(said, counted, begun):
            evidence.add(year, points, why, strong=feast and points > _FEAST)
    _yearly(said, evidence)
    _animals_again(said, evidence)
    _classes(said, evidence, month)


def _joined(
    said: Sequence[Said], counted: Sequence[_Counted], begun: Sequence[_Begun]
) -> Iterator[tuple[int, float, str, bool]]:
    """The best year for each count, and whether it is told as of now; half the points where it is one of several and no
    words join the two.
    """
    best: dict[int, tuple[float, str, bool]] = {}
    for count in {one.count for one in counted}:
        told_as = max((one for one in counted if one.count == count), key=lambda one: one.points)
        fitting = [
            (one.points + (_JOINED if _akin(said, told_as.at, one.at) else 0.0), one)
            for one in begun
            if _fits(told_as, one)
        ]
        most = max((points for points, _ in fitting), default=0.0)
        years = {one.year for points, one in fitting if points == most}
        sure = len({one.year for _, one in fitting}) == 1 or most > _BEGUN
        for year in years:
            yield year, -told_as.points, "", False  # so long ago that the day itself is no news
            points = min(_AT_MOST, told_as.points + most) / len(years) / (1 if sure else 2)
            if points > best.get(year + count, (0.0, "", False))[0]:
                why = f"{count} years are told of, and a beginning in {year}"
                best[year + count] = (points, why, told_as.points >= _FEAST or most >= _ROUND_DAY)
    for year, (points, why, feast) in best.items():
        yield year, points, why, feast


def _akin(said: Sequence[Said], one: int, other: int) -> bool:
    """Whether two sentences stand beside each other or share a word that is not everywhere."""
    return abs(one - other) <= 1 or bool((_stems(said[one]) & _stems(said[other])) - kk.COMMON)


def _stems(sentence: Said) -> set[str]:
    return {token.lower[:5] for token in sentence.tokens if token.kind == "word" and len(token.lower) > 5}


def _fits(count: _Counted, begun: _Begun) -> bool:
    """Whether a count may be counted from that beginning: a plain one only from a day that comes round."""
    if not kk.EARLIEST <= begun.year + count.count <= _LAST_YEAR:
        return False
    return count.points >= _TITLE or begun.points >= _ROUND_DAY


def _counted(sentence: Said, at: int) -> Iterator[_Counted]:
    now = any(token.lower.startswith(kk.THIS_YEAR) or token.lower in kk.NOWADAYS for token in sentence.tokens)
    ago = since_then(sentence)
    title = at < _TITLES and bool(sentence.tokens) and sentence.tokens[-1].lower != "."
    for count, first, last in (*counts(sentence, attributive=True), *_centuries(sentence)):
        if sentence.lower(first - 1) in calendar.LAST_STRETCH or sentence.lower(first - 1) == kk.BETWEEN:
            continue
        word, after = sentence.lower(last), sentence.lower(last + 1)
        if after == kk.AGO:
            if count % 25 == 0:  # «жүз жыл бұрын»
                yield _Counted(count, _FEAST, at)
            continue
        ends = now and word == "жыл" and not any(letter.isalpha() for letter in after)  # «театрға бүгін жүз жыл.»
        filled = ends or any(sentence.lower(last + step).startswith(kk.FILLED) for step in (1, 2))
        since = sentence.lower(first - 1).endswith(kk.SINCE_ENDINGS) or sentence.has(kk.SINCE_WORDS)
        feast = word.startswith("жылдығ") or (word.startswith("жылдық") and sentence.has(kk.KEPT))
        alone = sum(token.kind != "mark" for token in sentence.tokens) <= _ALONE + 1
        exact = sentence.lower(first - 1) in kk.EXACTLY
        if (now and (filled or since or feast)) or (filled and since):
            yield _Counted(count + ago, _NOW, at)
        elif filled or feast or exact or (alone and count >= _AGED):
            yield _Counted(count + ago, _FEAST, at)
        elif title or (count >= _LEAST_PLAIN and not after.startswith(kk.THROUGHOUT)):
            yield _Counted(count, _TITLE if title else _PLAIN, at)
    yield from _numbers_alone(sentence, at, now)


def _centuries(sentence: Said) -> Iterator[tuple[int, int, int]]:
    """«Жарты ғасыр толды», «бір ғасыр», «екі ғасыр»."""
    for place, token in enumerate(sentence.tokens):
        if token.lower.startswith("ғасыр") and not token.attributive:
            before = sentence.lower(place - 1)
            many = kk.CENTURIES.get(before)
            if many:
                yield many, place - 1, place


def _numbers_alone(sentence: Said, at: int, now: bool) -> Iterator[_Counted]:
    """«Биыл шарт отызға толды», «сексен бірге толдым», ««Еңбек» – тоқсанда!», «Жетпіс!»: a number of years alone."""
    words = [place for place, token in enumerate(sentence.tokens) if token.kind != "mark"]
    read = -1
    for place in words:
        numeral = read_numeral(sentence.tokens, place) if place > read else None
        if numeral is None or numeral.step is not None or numeral.ordinal or not _LEAST <= numeral.value <= 1500:
            continue
        read = numeral.last
        after = [sentence.lower(numeral.last + step) for step in (1, 2)]
        filled = numeral.case is Case.DAT and after[0].startswith("тол")
        if filled or (after[0].startswith("жасқа") and after[1].startswith((*kk.FILLED, "кел"))):
            yield _Counted(int(numeral.value), _NOW if now else _FEAST, at)
        elif numeral.last == words[-1] and numeral.value >= _AGED and numeral.value % 10 == 0 and not numeral.scaled:
            written = not sentence.lower(place)[:1].isdigit()
            if written and (len(words) <= _ALONE or numeral.case is Case.LOC):
                yield _Counted(int(numeral.value), _FEAST, at)
    if words and (ninety := kk.NINETY.get(sentence.lower(words[-1]))):
        yield _Counted(ninety, _FEAST, at)


def _begun(sentence: Said, at: int, month: int | None) -> Iterator[_Begun]:
    begins = sentence.has(kk.BEGINS)
    that_day = _that_day(sentence)
    covered: set[int] = set()
    ends = [sentence.places(mention)[0] for mention in sentence.dates]
    for mention in sentence.dates:
        first, last = sentence.places(mention)
        stretch = sentence.lower(last + 1) in ("–", "—", "-") and last + 2 in ends
        covered |= set(range(first, last + 1))
        year = year_of(mention)
        bound = stretch or mention.role in (DateRole.BY, DateRole.UNTIL)
        if year is None or bound or not _FIRST_YEAR <= year <= _LAST_YEAR:
            continue
        points = _BORN if sentence.has(kk.BORN) else _BEGUN if begins else _ANY
        if that_day or _in_month(mention, month):
            points += _ROUND_DAY - _ANY
        yield _Begun(year, points, at)
    for place, token in enumerate(sentence.tokens):
        bare = place not in covered and sentence.lower(place + 1) in kk.BARE_YEAR_NEXT
        if bare and kk.A_CENTURY_YEAR.fullmatch(token.lower):
            yield _Begun(int(token.lower), _BARE, at)


def _that_day(sentence: Said) -> bool:
    """«1931 жылы дәл осы күні», «дәл бүгінгі күні, 1992 жылы»."""
    return sentence.has_pair(kk.THAT, ("күні", "айда"))


def _in_month(mention: DateMention, month: int | None) -> bool:
    period = Period(mention.edtf or "")
    if month is None or period.first is None or period.last is None or (period.last - period.first).days > 100:
        return False
    return period.first.month <= month <= period.last.month


def _yearly(said: Sequence[Said], evidence: Evidence) -> None:
    """«Форум 2010 жылы басталған, жылда өтеді. Бүгінгісі – сегізінші»: the year of the eighth of them."""
    if not any(sentence.has(kk.EACH_YEAR) or _each_year(sentence) for sentence in said):
        return
    begun = {year for s in said if s.has(kk.STARTED) for year in _years_begun(s)}
    numbers = {number for at, sentence in enumerate(said) for number in _number_of_today(sentence, at < _TITLES)}
    if len(begun) == 1 and len(numbers) == 1:
        year, number = begun.pop(), numbers.pop()
        evidence.add(year + number - 1, _YEARLY, f"yearly since {year}, now number {number}", strong=True)


def _animals_again(said: Sequence[Said], evidence: Evidence) -> None:
    """«Биыл – жылан жылы. 2013 жылғы жылан жылында туғандар мүшелін жасайды»: twelve years after."""
    now = {animal for sentence in said for animal in animals_now(sentence)}
    for sentence in said if now else ():
        again = {kk.ANIMALS.index(token.lower) for token in sentence.tokens if token.lower in kk.ANIMALS} & now
        for year in sentence.years() if again and sentence.has(("мүшел",)) else ():
            evidence.add(year + len(kk.ANIMALS), _YEARLY, f"the year of the animal of {year} again", strong=True)


def _years_begun(sentence: Said) -> Iterator[int]:
    """The years of a sentence, less those in which something is to begin."""
    for mention, tense in sentence.told():
        if tense != "coming" and (year := Period(mention.edtf or "").year):
            yield year


def _each_year(sentence: Said) -> bool:
    return any(
        a.lower == "жыл" and b.lower == "сайын" for a, b in zip(sentence.tokens, sentence.tokens[1:], strict=False)
    )


def _number_of_today(sentence: Said, title: bool) -> Iterator[int]:
    """«Бүгінгісі – сегізінші», «биыл он екінші рет», «… форумының сегізіншісі» in a title."""
    if not title and not sentence.has(kk.THE_PRESENT_ONE):
        return
    for place in range(len(sentence.tokens)):
        numeral = read_numeral(sentence.tokens, place)
        if numeral is not None and numeral.ordinal and 1 < numeral.value < 100 and numeral.first == place:
            if not sentence.lower(numeral.last + 1).startswith(_NO_TIMES):
                yield int(numeral.value)
            return


def _classes(said: Sequence[Said], evidence: Evidence, month: int | None) -> None:
    """«2009 жылдың қыркүйегінде бірінші сыныпқа келген қыз қазір тоғызыншыда»: so many school years on."""
    if month is None:
        return
    first: set[int] = set()
    now: set[int] = set()
    for sentence in said:
        classes = set(_class_numbers(sentence))
        years = list(sentence.years())
        if 1 in classes and len(years) == 1:
            first.add(years[0])
        elif not years:
            now |= classes - {1}
    if len(first) == 1 and len(now) == 1:
        year, number = first.pop(), now.pop()
        here = year + number - (1 if month >= _SEPTEMBER else 0)
        evidence.add(here, _CLASS, f"first class in {year}, now number {number}", strong=True)


def _class_numbers(sentence: Said) -> Iterator[int]:
    for place in range(len(sentence.tokens)):
        numeral = read_numeral(sentence.tokens, place)
        if numeral is None or numeral.first != place or not (numeral.ordinal or numeral.value <= 12):
            continue
        if any(sentence.lower(numeral.last + step).startswith("сын") for step in range(1, 6)) and numeral.value <= 12:
            nearest = next(step for step in range(1, 6) if sentence.lower(numeral.last + step).startswith("сын"))
            between = [sentence.lower(numeral.last + step) for step in range(1, nearest)]
            if all(len(word) <= 2 for word in between):  # «тоғызыншы «б» сыныбы»
                yield int(numeral.value)
