"""Who wrote a text: a label with a name, a name of its own line, a name above its followers."""

from __future__ import annotations

import re

from qatynas.read import words
from qatynas.read.lines import Line, starts

_NAME_WORD = re.compile(r"^[^\W\d_][\w'’ʼ-]*\.?,?$")
_AFTER_NAME = re.compile(r"[,،;–—(|·•/]| - ")
NAME_WORDS = range(2, 5)
NAME_LENGTH = 60


def is_label(line: Line) -> bool:
    """«Автор», alone in its line: the next line is the name."""
    bare = line.key.strip(" :.")
    return bare in words.AUTHORS


def is_labelled(line: Line) -> bool:
    """«Автор: Айгүл Сейітова», «Дайындаған Мәдина Серікқызы»."""
    label = starts(line.key, words.AUTHORS)
    if not label or line.word_count > 9 or (line.ends_sentence and line.word_count > 6):
        return False
    rest = line.key[line.key.index(label) + len(label) :]
    return bool(re.match(r"\s*[:：–—-]", rest)) or (line.word_count <= 4 and looks_like_name(_after(line, label)))


def is_followed(line: Line) -> bool:
    """«Экономика шолушысы · 7,9 мың жазылушы»: the line before names the author."""
    known = any(word in line.key for word in words.FOLLOWERS)
    return known and bool(re.search(r"\d", line.key)) and line.word_count <= 12


def is_name(line: Line) -> bool:
    """A line that is nothing but a person's name, perhaps with a trade: «Күләш ӘБДІРАХМАН», «Айдос Қали, тарихшы»."""
    if line.ends_sentence and not line.text.rstrip().endswith("."):
        return False
    if len(line.text) > NAME_LENGTH or re.search(r"[\d«»\"!?:]", line.text):
        return False
    name, trade = _split(line.text)
    if trade and not any(word in line.key for word in words.TRADES + words.PUBLISHERS) and len(trade.split()) > 2:
        return False
    return looks_like_name(name)


def looks_like_name(text: str) -> bool:
    """Whether text is two to four words that could be one person's name: capitals where the script has them."""
    parts = text.strip(" .,").split()
    if len(parts) not in NAME_WORDS or not all(_NAME_WORD.match(part) for part in parts):
        return False
    if any(part.lower().rstrip(".,").endswith(words.GENITIVES) for part in parts):
        return False
    if not is_cased(text):
        return True
    shouted = len(parts) > 2 and all(part.isupper() for part in parts)
    return all(part[0].isupper() for part in parts) and not shouted


def is_cased(text: str) -> bool:
    """Whether text is in a script that has capitals."""
    return text.lower() != text.upper()


def has_surname(line: Line) -> bool:
    """Whether one word ends as surnames do: what tells a name from a headline of two words."""
    name, _ = _split(line.key)
    return any(part.strip(".,").endswith(words.SURNAMES) and len(part) > 4 for part in name.split()[:4])


def name_of(line: Line) -> str:
    """The name in a byline, as the document writes it."""
    label = starts(line.key, words.AUTHORS)
    bare = _after(line, label) if label and not is_label(line) else line.text
    return _split(bare)[0].strip(' .,،:–—-"«»\u200f')


def _after(line: Line, label: str) -> str:
    """The line's own characters after a label that stands at the head of its canonical form."""
    end = line.key.index(label) + len(label)
    return line.text[line.words.original(0, end).end - line.span.start :].lstrip(" :：–—-")


def _split(text: str) -> tuple[str, str]:
    found = _AFTER_NAME.search(text)
    return (text[: found.start()], text[found.end() :].strip()) if found else (text, "")
