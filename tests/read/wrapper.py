"""Texts set anew in a narrow column, for tests: the words of every paragraph cut at a width, some with hyphens."""

from __future__ import annotations

import re

VOWELS = "аәеёиоөуұүыіэюяaäáeéıiïoöóuüúūyýاەوۇىيۋ"


def wrapped(text: str, width: int, *, hyphen: str = "-", between: str = "\n\n", newline: str = "\n") -> str:
    """text with each of its lines as a paragraph of lines of at most width characters.

    hyphen is put where a word is cut at a syllable's end, "" cuts no words; between parts paragraphs.
    """
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    return between.join(newline.join(lines_of(paragraph, width, hyphen)) for paragraph in paragraphs) + "\n"


def lines_of(paragraph: str, width: int, hyphen: str) -> list[str]:
    """The lines of one paragraph."""
    lines, line = [], ""
    for word in paragraph.split(" "):
        room = width - len(line) - bool(line)
        if len(word) <= room or not line:
            line = f"{line} {word}" if line else word
            continue
        cut = _cut(word, room - 1) if hyphen else 0
        if cut:
            lines.append(f"{line} {word[:cut]}" + ("" if word[cut - 1] == "-" else hyphen))
            line = word[cut:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _cut(word: str, room: int) -> int:
    """Where the word is cut so that its head has at most room characters, 0 where it cannot be."""
    for at in range(min(room, len(word) - 2), 1, -1):
        if word[at - 1] == "-" and word[at].isalnum():
            return at
        head, tail = word[:at], word[at:]
        if not re.search(r"[^\W\d_]{2}$", head) or not re.match(r"[^\W\d_]{2}", tail):
            continue
        ends = head[-1].lower() in VOWELS or tail[0].lower() not in VOWELS
        syllable = tail[1].lower() in VOWELS or tail[0].lower() in VOWELS
        voiced = any(letter in VOWELS for letter in head.lower()) and any(letter in VOWELS for letter in tail.lower())
        if ends and syllable and voiced and not (head.isupper() and tail.islower()):
            return at
    return 0
