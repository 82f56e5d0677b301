"""What a text says of its own making: «бұл мақала … жарияланған», «бет соңғы рет … өңделді», the head of a sitting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qatynas.model.document import BlockKind
from qatynas.read import words
from qatynas.read.datelines import DateWords, date_in
from qatynas.read.lines import Line

HEAD, FOOT = 3, 5  # lines of a document's ends in which it speaks of itself
SITTING_HEAD = 6  # lines in which minutes name their sitting
GENRE_HEAD = 4
TURNS = 8  # lines after that head in which somebody takes the floor
NOTE_WORDS = 18
NOTE_SENTENCES = 2  # of a line that is a note; more are a paragraph of the body
PLACE_AND_DAY = 8  # words of a line of that head that tells no more
_YEAR = re.compile(r"(?:19|20)\d\d|\d\.\d\d\.\d\d(?!\d)")
_STOP = re.compile(r"(?<=[^\W\d_]{3})[.!?;]\s+")  # «2025 ж.» goes on
_LABEL = re.compile(r"^[^\w«]*[^\W\d_][^:.\d]{2,40}:\s*")
_ENDING = r"(?:лар|лер|дар|дер|тар|тер)?(?:ны|ні|ды|ді|ты|ті)?"
_OWN = "|".join(words.OWN_TEXTS)
_THIS_TEXT = re.compile(rf"\b(?:б[ұу]л|осы)\s+(?:[^\W\d_]+\s+)?(?:{_OWN}){_ENDING}\b")
_FIRST_WORD = re.compile(rf"\W*(?:{_OWN}){_ENDING}\b")
_VERSION = re.compile(rf"\W*(?:[^\W\d_]+\s+){{0,2}}(?:{'|'.join(words.VERSIONS)})")  # «алғашқы нұсқасы … жүктелген»
_OVER = re.compile(r"(?:[дт][ыі]|[ғқ]ан|[гк]ен)\W*$")  # what was done, at the end of a sentence
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAMED_ORIGIN = re.compile(rf"\W*(?:[^\W\d_]+[нтд][ыі]ң\s+)?(?:{words.ORIGIN_LABELS})")
_NAMED_CHANGE = re.compile(rf"\W*(?:[^\W\d_]+\s+)?(?:{words.CHANGE_LABELS})[^:]*:")
_NAMED_TRANSLATION = re.compile(rf"\W*(?:{words.TRANSLATED})[^.\d]{{0,40}}$")
_SIGNED = re.compile(rf"\W*{words.PRINT_SIGNED}")
_OF_ISSUE = re.compile(rf"\s*(?:№?\s*\d+(?:-\s?|\s))?{words.ISSUE_OF}")
_OF_OTHERS = ("readers' comments", "other news", "leads elsewhere")
_GENRE = re.compile(rf"\b(?:{'|'.join(words.MINUTES)})")
_SITTING = re.compile(rf"\b(?:{'|'.join(words.SITTINGS)})")
_TURN = re.compile(rf"\W*(?:[^\W\d_]+\s+)?(?:{'|'.join(words.CHAIRS)})[^\W\d_]*(?:\s+[^\W\d_]+)?\s*[.:(–—]")
_COMING = re.compile(r"(?:[ае]д[ыі]|йд[ыі]|[мбп][ае][қк])\W*$")


@dataclass(frozen=True, slots=True)
class Note:
    """A day that a text names as its own. changed tells that it is that of a change; else it first came out then."""

    line: Line
    date: DateWords
    changed: bool
    translated: bool = False  # it came out in Kazakh then, whatever the day of what it was translated from


def notes(lines: Sequence[Line]) -> list[Note]:
    """What the first and last lines say of when the text was made or changed, in order."""
    own = [line for line in lines if line.why not in _OF_OTHERS or _NAMED_CHANGE.match(line.key)]
    ends = own if len(own) <= HEAD + FOOT else [*own[:HEAD], *own[-FOOT:]]
    return [note for line in ends for note in _notes(line)]


def _notes(line: Line) -> Iterator[Note]:
    parts = _STOP.split(line.key)
    if not _YEAR.search(line.key) or len(parts) > NOTE_SENTENCES:
        return
    start = 0
    for part in parts:
        at = line.key.index(part, start)
        start = at + len(part)
        found = date_in(part)
        if found is None or found.stretch or not _YEAR.search(part, found.start, found.end):
            continue
        if part[: found.end].endswith(words.ATTRIBUTED) and not _OF_ISSUE.fullmatch(part[found.end :]):
            continue  # «… 20 тамыздағы «Дала үні» газетінде басылған»: the paper's day
        if _NAMED_TRANSLATION.match(part[: found.start]) and _is_short(part):
            yield Note(line, DateWords(at + found.start, at + found.end, found.others), False, True)
            continue
        changed = _changed(part, found)
        if changed is not None:
            yield Note(line, DateWords(at + found.start, at + found.end, found.others), changed)


def _changed(part: str, found: DateWords) -> bool | None:
    """Whether a sentence or label tells of a change of the text; None where it tells of no making of it."""
    before = part[: found.start]
    if _NAMED_CHANGE.match(before) or _SIGNED.match(part):
        return True
    if (_NAMED_ORIGIN.match(before) or _OF_ISSUE.fullmatch(part[found.end :])) and _is_short(part):
        return False
    label = _LABEL.match(part)
    said = part[label.end() :] if label else part
    if not _is_short(said) or not _OVER.search(said):
        return None
    change = any(word in said for word in words.REWORKED)
    made = any(word in said for word in words.MADE)
    first = any(word in said for word in words.FIRST_TIME)
    came_out = any(word in said for word in words.CAME_OUT)
    of_itself = found_in[0] if (found_in := _THIS_TEXT.search(said)) else ""
    named = _FIRST_WORD.match(said) and (change or made or first or label)
    if not (of_itself or named or (_VERSION.match(said) and first)):
        return None
    if not (change or made or came_out):
        return None
    others = any(word in of_itself for word in words.OTHERS_TEXTS)
    if came_out and others and not (label or first or change):
        return None
    return change and not (first or came_out)


def _is_short(part: str) -> bool:
    return len(_WORD.findall(part)) <= NOTE_WORDS


def sitting_day(lines: Sequence[Line]) -> tuple[Line, DateWords] | None:
    """The day of the sitting whose minutes these are, from their head: a title, a line or a sentence.

    Minutes are told by their name in the first lines or by one who takes the floor («ТӨРАҒА. …») after the head.
    """
    own = [line for line in lines if line.kind is not BlockKind.FURNITURE or line.date]
    named = any(_GENRE.search(line.key) for line in own[:GENRE_HEAD])
    for place, line in enumerate(own[:SITTING_HEAD]):
        short = named and line.word_count <= PLACE_AND_DAY  # «Астана, Сенат үйі. 9 маусым 2023 жыл, жұма»
        told = line.key if short else _first_sentence(line.key)
        if _TURN.match(line.key):
            return None
        if not (short or _SITTING.search(told) or _GENRE.search(told)) or _COMING.search(told):
            continue
        if not (named or any(_TURN.match(other.key) for other in own[place + 1 : place + 1 + TURNS])):
            continue
        found = date_in(told)
        if found is not None and not found.stretch and _YEAR.search(told, found.start, found.end):
            return line, found
        if found is None and named and any(month in told for month in words.MONTHS):
            return line, DateWords(0, len(told), 0)  # «екі мың жиырма екінші жылғы …»: read in language.dates
    return None


def _first_sentence(key: str) -> str:
    found = _STOP.search(key)
    return key[: found.start()] if found else key
