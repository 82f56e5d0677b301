"""The year of a document that does not state it, from the years that its text names.

Each sentence gives evidence (`_Evidence`): years told as past, years still to come, «2004 жылы … биыл жиырма жыл
толды», «2023 жылғы … былтыр». A year that contradicts what is told as past or to come is out; of the rest the one that
most evidence points to is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from qatynas.language.anchor import is_day
from qatynas.language.date_mentions import dates
from qatynas.language.kk import dating as kk
from qatynas.language.mentions import Case, DateMention, DateRole, Token
from qatynas.language.numerals import read_numeral
from qatynas.language.sentences import sentences
from qatynas.language.tokens import tokens
from qatynas.model.document import BlockKind, Document
from qatynas.model.period import Period
from qatynas.script import Aligned

_READ = frozenset((BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM))
_LATEST = 2100
# Points for each kind of evidence, set by hand: a stated anniversary outweighs all guesses from the latest year named.
_ANNIVERSARY, _SINCE, _SAME_LAST_YEAR, _LAST_YEAR, _NEXT_AFTER_LATEST, _LATEST_ITSELF, _STARTS = (
    6.0,
    3.0,
    4.0,
    2.0,
    1.5,
    1.0,
    1.0,
)
_ENOUGH_WITHOUT_A_DATE_LINE = 2.0


@dataclass(slots=True)
class _Evidence:
    """What the sentences told: latest year told as past, first told as to come, points and reasons for years."""

    past: list[tuple[Period, str]] = field(default_factory=list)
    coming: list[int] = field(default_factory=list)
    points: Counter[int] = field(default_factory=Counter)
    reasons: dict[int, list[str]] = field(default_factory=dict)
    strong: set[int] = field(default_factory=set)

    def add(self, year: int, points: float, reason: str, strong: bool = False) -> None:
        self.points[year] += points  # type: ignore[assignment]
        self.reasons.setdefault(year, []).append(reason)
        if strong:
            self.strong.add(year)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence: its tokens and the dates in it that need no document date."""

    tokens: Sequence[Token]
    dates: tuple[DateMention, ...]

    def years(self) -> Iterator[int]:
        """Single years told, in order."""
        for mention in self.dates:
            if mention.edtf and (year := Period(mention.edtf).year):
                yield year

    def has(self, stems: Sequence[str]) -> bool:
        return any(token.lower.startswith(tuple(stems)) for token in self.tokens)


def infer_year(
    said: list[Said], month: int | None = None, day: int | None = None, weekday: int | None = None
) -> tuple[int | None, str]:
    """The year that the text's own words tell, and in words why; None where they tell too little.

    month, day and weekday (Monday 0) are those of a date line without a year. Without them only an anniversary or a
    «былтыр» beside a year is enough.
    """
    evidence = _evidence(said)
    latest = max((period.last.year for period, _ in evidence.past if period.last), default=None)
    if month is not None and latest is not None:
        if not any(sentence.has(kk.LAST_YEAR) for sentence in said):
            evidence.add(latest + 1, _NEXT_AFTER_LATEST, f"{latest} is the latest year that it tells as past")
        evidence.add(latest, _LATEST_ITSELF, f"{latest} is the latest year that it names")
    possible = [year for year in evidence.points if _possible(year, evidence, month, day)]
    if weekday is not None and month and day:
        agreed = [year for year in evidence.strong if is_day(year, month, day)]
        agreed = [year for year in agreed if date(year, month, day).weekday() == weekday]
        if agreed:
            best = max(agreed, key=lambda year: evidence.points[year])
            return best, "; ".join([f"the weekday fits {best}", *dict.fromkeys(evidence.reasons[best])])
    if weekday is not None and month and day and latest:
        fitting = [year for year in range(latest, latest + 7) if is_day(year, month, day)]
        fitting = [year for year in fitting if date(year, month, day).weekday() == weekday]
        chosen = [year for year in fitting if _possible(year, evidence, month, day)]
        if chosen:
            return chosen[0], f"the weekday fits {chosen[0]}, and {latest} is the latest year that it tells as past"
    if month is None:
        possible = [
            year for year in possible
            if year in evidence.strong and evidence.points[year] >= _ENOUGH_WITHOUT_A_DATE_LINE
        ]  # fmt: skip
    if not possible:
        return None, ""
    best = max(possible, key=lambda year: (evidence.points[year], -year))
    return best, "; ".join(dict.fromkeys(evidence.reasons[best]))


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


def _possible(year: int, evidence: _Evidence, month: int | None, day: int | None) -> bool:
    """Whether nothing told as past would lie after that date, and nothing told as to come before that year."""
    if year > _LATEST or any(coming < year for coming in evidence.coming):
        return False
    if month and day and not is_day(year, month, day):
        return False
    own = date(year, month or 12, min(day or 28, 28)) if 1 <= year <= 9999 else None
    return own is None or all(period.first is None or period.first <= own for period, _ in evidence.past)


def _evidence(said: list[Said]) -> _Evidence:
    evidence = _Evidence()
    for place, sentence in enumerate(said):
        _tell_times(sentence, evidence)
        _tell_anniversary(sentence, said[max(0, place - 1) : place], evidence)
        _tell_last_year(sentence, said[max(0, place - 1) : place], evidence)
    _tell_span(said, evidence)
    return evidence


def _tell_times(sentence: Said, evidence: _Evidence) -> None:
    """Sort the sentence's dates into past and to come."""
    future = sentence.has(kk.FUTURE) or any(
        token.kind == "word" and token.lower.endswith(kk.FUTURE_ENDINGS) and len(token.lower) > 5
        for token in sentence.tokens[-4:]
    )
    for mention in sentence.dates:
        period = Period(mention.edtf or "")
        last = period.last
        if mention.role in (DateRole.BY, DateRole.UNTIL):
            if last and mention.role is DateRole.BY:
                evidence.coming.append(last.year)
            continue
        if "/" in (mention.edtf or "") and period.year is None:
            continue  # a programme's years, a stretch: either may be
        if _put_off_to(sentence, mention):
            continue  # «2027 жылға ауыстырылды»: either may be
        if future and last and last.year >= max((p.last.year for p, _ in evidence.past if p.last), default=0):
            continue  # told as a plan: it may still be to come
        evidence.past.append((period, mention.edtf or ""))


def _put_off_to(sentence: Said, mention: DateMention) -> bool:
    """Whether the date stands in the dative: something is set or moved to it."""
    inside = [token for token in sentence.tokens if mention.span.covers(token.span) and token.kind == "word"]
    return bool(inside) and inside[-1].case is Case.DAT


def _tell_anniversary(sentence: Said, before: list[Said], evidence: _Evidence) -> None:
    """«2009 жылы құрылған топқа биыл он бес жыл», «2019 жылғы құжат … арада үш жыл салып, биыл»."""
    if not sentence.has(kk.THIS_YEAR):
        return
    for count, between in _counts(sentence):
        years = [(year, True) for year in sentence.years()] + [(year, False) for s in before for year in s.years()]
        for year, same in years:
            if between and same:
                evidence.add(year + count, _SINCE, f"«{year} … арада {count} жыл … биыл»", strong=True)
            elif not between and (count >= 5 or same):
                points = _ANNIVERSARY if same else _SINCE
                evidence.add(year + count, points, f"«{year} … биыл {count} жыл»", strong=True)


def _tell_span(said: list[Said], evidence: _Evidence) -> None:
    """«Ширек ғасыр аз уақыт емес. Биыл сол мерейтой … бәрі 1996 жылғы 3 мамырда басталған»: so long since that day."""
    counts = {
        count
        for before, sentence in zip([Said((), ()), *said], said, strict=False)
        if sentence.has(kk.THIS_YEAR)
        for told in (before, sentence)
        for count, between in _counts(told)
        if count >= 10 and count % 5 == 0 and not between
    }
    begun = [m for sentence in said for m in sentence.dates if m.role is DateRole.FROM]
    begun = [m for m in begun if len((m.edtf or "").partition("/")[0]) > 4]  # a day or month: a beginning worth a feast
    for mention in begun:
        first = Period(mention.edtf or "").first
        for count in counts if first else ():
            year = first.year + count  # type: ignore[union-attr]
            evidence.add(
                year, _SINCE, f"{count} years are told of with «биыл», and a beginning in {mention.edtf}", True
            )


def _counts(sentence: Said) -> Iterator[tuple[int, bool]]:
    """Counts of years in a sentence, and whether «арада» stands before them."""
    read = -1  # «он бес жыл» is fifteen years, and not also five
    for place, token in enumerate(sentence.tokens):
        if token.kind == "mark" or place <= read:
            continue
        numeral = read_numeral(sentence.tokens, place)
        read = numeral.last if numeral else read
        if numeral is None or numeral.step is not None or not 1 <= numeral.value <= 1500 or numeral.ordinal:
            continue
        following = sentence.tokens[numeral.last + 1 : numeral.last + 2]
        if following and any(name in following[0].lemmas for name in kk.AGES) and not following[0].attributive:
            between = place > 0 and sentence.tokens[place - 1].lower == kk.BETWEEN
            yield int(numeral.value), between


def _tell_last_year(sentence: Said, before: list[Said], evidence: _Evidence) -> None:
    """«2018 жылғы тасқын – былтырғы сол көктем», «2016 жылы жүк азайды. Былтыр қайта көбейді»."""
    places = [place for place, token in enumerate(sentence.tokens) if token.lower.startswith(kk.LAST_YEAR)]
    if not places:
        return
    following = sentence.tokens[places[0] + 1 : places[0] + 2]
    years = list(sentence.years())
    if years and following and following[0].lower == kk.SAME:
        evidence.add(years[-1] + 1, _SAME_LAST_YEAR, f"{years[-1]} is called «былтыр»", strong=True)
        return
    named = years or [year for s in before for year in s.years()]
    if named:
        latest = max(named)
        evidence.add(latest + 2, _LAST_YEAR, f"«былтыр» is told after {latest}", strong=True)
        evidence.add(latest + 1, _LAST_YEAR / 2, f"«былтыр» is told beside {latest}", strong=True)
