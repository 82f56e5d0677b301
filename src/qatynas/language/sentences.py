"""Sentences: where one ends inside a block of text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import msgspec

from qatynas.language.kk import abbreviations
from qatynas.model.span import Span

_STOP = re.compile(r"[.!?…]+([»”\"'’)\]]*)")
_WORD_BEFORE = re.compile(r"(?:(\d)\s)?([^\s«»“”\"()\[\],;:!?]+)$")
_ITEM_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*|[IVXІХ]{1,5}")
_YEAR_OR_CENTURY = re.compile(r"\d|[IVXІХ]+\s")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_LONGEST = 1_000
"""Characters after which a sentence without a stop is cut; the longest of all articles at hand has 300. Rules compare a
sentence's parts with one another, so that a text without stops must not be one sentence."""
_CUTS = (re.compile(r";(?=\s)"), re.compile(r",(?=\s)"), re.compile(r"(?=\s)"))
"""Where it is cut, the best first."""
_NEXT = re.compile(r"(\s*)([«“\"„(\[—–-]*\s*)(.?)", re.DOTALL)


class _Stop(msgspec.Struct, frozen=True, gc=False):
    """A place where a sentence may end: the marks, the word before, what comes after.

    counted tells that a digit stands before the word, first that the word begins the sentence (or what a colon opens).
    """

    marks: str
    closing: str
    before: str
    counted: bool
    first: bool
    space: str
    opening: str
    after: str
    rest: str


def sentences(text: str, spans: Iterable[Span]) -> list[Span]:
    """The sentences of each span (a block of text), in order, without the white space around them.

    A line break ends a sentence; an abbreviation's stop, an initial's, a decimal's or a date's does not. One that is
    longer than any sentence is cut at a semicolon, a comma or a space.
    """
    found: list[Span] = []
    for span in spans:
        start, end = span.start, min(span.end, len(text))
        while start < end:
            line_end = text.find("\n", start, end)
            line_end = end if line_end < 0 else line_end
            _add_line(found, text, start, line_end)
            start = line_end + 1
    return found


def _add_line(found: list[Span], text: str, start: int, line_end: int) -> None:
    """The sentences of one line."""
    begin = start
    for match in _STOP.finditer(text, start, line_end):
        end = match.end()
        if end < line_end:  # else nothing follows
            if text[end].islower() or (text[end] == " " and text[end + 1 : end + 2].islower()):
                continue  # what `small_letter_follows` says, at once
            if not _ends(_look(text, match, line_end, begin)):
                continue
        _add(found, text, begin, end)
        begin = end
    if begin < line_end:
        _add(found, text, begin, line_end)


def _add(found: list[Span], text: str, begin: int, end: int) -> None:
    """A sentence without the white space around it; a long one in pieces."""
    sentence = text[begin:end]
    begin += len(sentence) - len(sentence.lstrip())
    end -= len(sentence) - len(sentence.rstrip())
    while end - begin > _LONGEST:
        cut = _last_cut(text, begin + _LONGEST // 2, begin + _LONGEST)
        _add(found, text, begin, cut)
        begin = cut
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        found.append(Span(begin, end))


def _last_cut(text: str, start: int, end: int) -> int:
    """The last place between start and end where a long sentence may be cut, end where there is none."""
    for pattern in _CUTS:
        places = [match.end() for match in pattern.finditer(text, start, end)]
        if places:
            return places[-1]
    return end


def _look(text: str, match: re.Match[str], line_end: int, begin: int) -> _Stop:
    before = _WORD_BEFORE.search(text, max(begin, match.start() - 40), match.start())
    following = _NEXT.match(text, match.end(), line_end)
    assert following is not None  # every part of the pattern may be empty
    rest = text[following.start(3) : min(line_end, following.start(3) + 40)]
    closing = match[1]
    marks = match[0][: len(match[0]) - len(closing)] if closing else match[0]
    word, counted, first = "", False, False
    if before is not None:
        word, counted = before[2], before[1] is not None
        opened = text[begin : before.start(2)].rstrip()
        first = not opened or opened[-1] in ":;"
    return _Stop(marks, closing, word, counted, first, following[1], following[2], following[3], rest)


def _ends(stop: _Stop) -> bool:
    """Whether a sentence ends here: the first rule that knows, decides."""
    return next((verdict for rule in RULES if (verdict := rule(stop)) is not None), True)


def nothing_follows(stop: _Stop) -> bool | None:
    """The line's end."""
    return True if not stop.after else None


def small_letter_follows(stop: _Stop) -> bool | None:
    """«2 млрд. долларға», «… деп сұрады?» деді: a small letter goes on."""
    return False if stop.after.islower() else None


def joined_without_space(stop: _Stop) -> bool | None:
    """«өтті.Оны»: a space is missing after a word; «3.5», «a.kz», «Қ.Тоқаев» go on."""
    if stop.space or stop.closing:
        return None
    if stop.marks != ".":
        return None if stop.after.isupper() or stop.opening else False
    if not stop.after.isupper() or stop.after.isascii():
        return False if not stop.opening.strip() else None
    return None if len(stop.before) > 1 and stop.before[-2:].islower() and stop.rest[1:2].islower() else False


def initial(stop: _Stop) -> bool | None:
    """«Ә. Тоқомбаев», «Т.Сатылғанов»: one capital before the stop, a name after it."""
    last = stop.before.rpartition(".")[2].rpartition("-")[2]
    if stop.marks == "." and len(last) == 1 and last.isupper() and stop.after.isupper() and not stop.closing:
        return False
    return None


def abbreviation(stop: _Stop) -> bool | None:
    """«1,5 млрд. Елші …» and «10 м. Бұл …» may end, «1,5 млрд. АҚШ доллары» and «Абай ауд. Қарауыл» may not."""
    lower = stop.before.lower()
    if stop.marks != "." or stop.closing:
        return None
    if lower in abbreviations.ERAS and _YEAR_OR_CENTURY.match(stop.rest):
        return False
    if lower in abbreviations.CLOSING:
        return None
    if lower in abbreviations.AMOUNTS or (stop.counted and lower in abbreviations.MEASURES):
        _, _, second = stop.rest.partition(" ")
        if second.startswith(abbreviations.CURRENCIES):
            return False
        if stop.rest[1:2].islower() or _YEAR.match(stop.rest):
            return None
    if lower in abbreviations.INNER or lower.rpartition("-")[2] in abbreviations.INNER:
        return False
    return None


def number_of_list(stop: _Stop) -> bool | None:
    """«1. Осы жоспар», «3.1. Тараптар», «II. Қорытынды», «2-тарау. Міндеттер»: an item's number belongs to it."""
    if stop.marks != "." or stop.closing or not stop.first:
        return None
    number, hyphen, word = stop.before.partition("-")
    numbered = _ITEM_NUMBER.fullmatch(number) is not None
    return False if numbered and (not hyphen or word.lower() in abbreviations.SECTIONS) else None


RULES: tuple[Callable[[_Stop], bool | None], ...] = (
    nothing_follows, small_letter_follows, initial, joined_without_space, abbreviation, number_of_list,
)  # fmt: skip
