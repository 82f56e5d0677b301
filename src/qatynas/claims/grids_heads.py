"""What the heads, labels and caption of a small table say: when, in what unit, how sure, by whose data."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qatynas.claims.grids import begins, words
from qatynas.claims.tables_words import year_head
from qatynas.language import dates, tokens
from qatynas.language.mentions import NameType, Reading, Token
from qatynas.language.units import unit_after
from qatynas.model import Span

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[/–-]\s*((?:19|20)?\d\d)(?!\d)(?:\s*(?:оқу\s+жылы|о\.\s?ж\.?|жж?\.?))?")
_BRACKET = re.compile(r"\(([^()]*)\)")
SCALE = re.compile(r"(?:мың|млн|млрд|трлн|миллион|миллиард|триллион)\.?$")
_OWNER = re.compile(r"^\w+(?:ның|нің|дың|дің|тың|тің)\s(?=\w+\s\w)")  # «Қазақстанның Ұлттық банкі»
_COUNTED = 2  # words after a scale that tell what is counted: «мың адам»
_STEM = 4  # letters by which a short name is known again


@dataclass(frozen=True, slots=True)
class Cut:
    """Something read out of words, with the words that are left."""

    found: str | None
    rest: str


def period(told: str, day: str | None, year: str | None = None) -> Cut:
    """The period that words name, EDTF; year is that of the caption, for «I тоқсан» and «қаңтар» alone."""
    if head := year_head(told):
        return Cut(head[0], "")
    if (two := _YEARS.search(told)) and int(two[2][-2:]) == (int(two[1]) + 1) % 100:
        return Cut(f"{two[1]}/{two[1][:2]}{two[2][-2:]}", _tidy(told[: two.start()] + " " + told[two.end() :]))
    for text, cut in ((told, 0), (f"{year} жылғы {told}", len(f"{year} жылғы "))) if year else ((told, 0),):
        if cut and _YEAR.search(told):
            break
        for date in dates(text, tokens(text, Span(0, len(text))), day):
            if cut and date.span.end <= cut:
                continue  # nothing but the caption's year
            if date.edtf and not date.relative and _YEAR.search(date.span.of(text)):
                start, end = max(cut, date.span.start), max(cut, date.span.end)
                return Cut(date.edtf, _tidy(text[cut:start] + " " + text[end:]))
    bare = _YEAR.search(told)
    if bare:
        behind = re.sub(r"[()]", "", told[bare.end() :])
        moved = f"{bare[0]} жылғы " + _tidy(told[: bare.start()] + " " + behind)
        for date in dates(moved, tokens(moved, Span(0, len(moved))), day):
            if date.edtf and len(date.edtf) > len("2020"):
                return Cut(date.edtf, _tidy(moved[date.span.end :]))
        return Cut(bare[0], _tidy(told[: bare.start()] + " " + told[bare.end() :]))
    return Cut(None, told)


def year_of(told: str) -> str | None:
    """The only year that words name."""
    years = set(_YEAR.findall(told))
    return years.pop() if len(years) == 1 else None


def unit(told: str) -> Cut:
    """The scale and unit that words name, as a number would be followed by them: «млн АҚШ доллары», «мың адам», «%»."""
    found = tokens(told, Span(0, len(told)))
    best: Span | None = None
    for place, token in enumerate(found):
        if SCALE.match(token.lower):
            start = token.span.start
            dotted = place + 1 < len(found) and found[place + 1].text == "."
            end = _unit_end(found, place + 1 + dotted) or _counted_end(found, place + 1)
            if end == token.span.end and (ahead := _unit_before(found, place)):
                scaled = f"{told[start:end]} {ahead.of(told)}"
                return Cut(scaled, _tidy(f"{told[: ahead.start]} {told[ahead.end : start]} {told[end:]}"))
            return Cut(told[start:end], _tidy(told[:start] + " " + told[end:]))
        close = _unit_end(found, place)
        apart = place == 0 or found[place - 1].kind == "mark" or close == found[-1].span.end
        if close and apart and best is None:
            best = Span(token.span.start, close)
    return Cut(best.of(told), _tidy(told[: best.start] + " " + told[best.end :])) if best else Cut(None, told)


def _unit_end(found: tuple[Token, ...], place: int) -> int | None:
    unit = unit_after(found, place)
    return found[unit.last].span.end if unit else None


def _unit_before(found: tuple[Token, ...], place: int) -> Span | None:
    """«АҚШ долларымен, млн», «$ млн»: the unit right before a scale that nothing follows."""
    for start in range(max(0, place - _COUNTED - 1), place):
        end = _unit_end(found, start)
        if end and all(token.kind == "mark" for token in found[start + 1 : place] if token.span.start >= end):
            return Span(found[start].span.start, end)
    return None


def _counted_end(found: tuple[Token, ...], place: int) -> int:
    """Where the words that follow a scale end: at a mark."""
    end = found[place - 1].span.end
    for token in found[place : place + _COUNTED]:
        if token.kind != "word":
            break
        end = token.span.end
    return end


def status(*told: str) -> str | None:
    """Whether a row or column is aimed at, expected or possible; None where nothing says so."""
    listed = words()
    for name in ("target", "forecast", "potential"):
        if any(begins(text, getattr(listed, name)) for text in told):
            return name
    return None


def source(reading: Reading, told: str) -> Cut:
    """Whose numbers a label says they are: an office that the text names, called by its own last word.

    «Айналым (Бюро)», «Комитет дерегі», «Бюро» at the head of a column.
    """
    offices = {
        name.canonical
        for sentence in reading.sentences
        for name in sentence.names
        if name.type in (NameType.ORGANISATION, NameType.BODY, NameType.OFFICE)
    }
    bracket = _BRACKET.search(told)
    for inside, rest in (
        *(((bracket[1], told[: bracket.start()] + " " + told[bracket.end() :]),) if bracket else ()),
        *((_led(told),) if begins(told, words().source) or len(told.split()) <= _COUNTED else ()),
    ):
        short = inside.split()[0].lower() if inside.split() else ""
        known = [name for name in sorted(offices) if len(short) >= _STEM and _is_called(name, inside, short)]
        if len(known) == 1:
            return Cut(_OWNER.sub("", known[0]), _tidy(rest))
    return Cut(None, told)


def _led(told: str) -> tuple[str, str]:
    """The first word, and what follows the word of source."""
    parts = told.split()
    rest = next((parts[n + 1 :] for n, part in enumerate(parts) if begins(part, words().source)), parts[1:])
    return (parts[0] if parts else ""), " ".join(rest).strip(" ,:–-")


def _is_called(name: str, inside: str, short: str) -> bool:
    last = name.lower().split()[-1]
    return last.startswith(short) or short.startswith(last) or name.lower().startswith(inside.lower())


def _tidy(text: str) -> str:
    """Words without the marks that a cut left around them."""
    return re.sub(r"\s+", " ", re.sub(r"\(\W*\)|^[\s,.;:–—-]+|[\s,;:–—-]+$", " ", text)).strip(" ,.;:")
