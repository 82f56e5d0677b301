"""Seams of a wrapped text: where its lines were cut, and what stands there when they are put together again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from qatynas.data import world
from qatynas.language.kk.numerals import VALUES
from qatynas.language.kk.words import COUPLED, HYPHENATED, PARTICLES
from qatynas.language.stems import analyse
from qatynas.model import Block, BlockKind, Document, Script, Span
from qatynas.script import Cut, convert

_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]\s*")
_STOP = re.compile(r"[.!?…:;؟۔][\"'»”)\]]*$")
_HYPHENS = "-\u2010\u2011\u00ac\u0640"  # and ¬, tatweel
_SOFT = "\u00ad"
_DASHES = "–—"
_WORD_END = re.compile(r"(?:[^\W\d_]|['’ʼ`])+$")
_WORD_START = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ`])*")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_REACH = 40  # letters of the longest part of a word
_SAMPLE = 5_000  # letters of the text by which words cut in two are spelt
_SHORT = 3  # letters of a word that seldom stands behind a longer one and a hyphen of its own
_ACRONYM = 4


class Part(msgspec.Struct, frozen=True, gc=False):
    """Blocks that make one paragraph: number is that of the first, span reaches to the end of the last."""

    number: int
    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class _Hyphen:
    """A word in two parts around a hyphen at a line's end. cut goes from the hyphen (or a space before it) to the next
    line's first letter."""

    cut: Span
    head: str
    tail: str
    sure: bool  # a soft hyphen never stands inside a word of two
    named: bool  # it begins with a capital inside a sentence


def parts_of(document: Document) -> list[Part]:
    """The document's blocks; in a wrapped text with what a page's head cut in two as one."""
    parts: list[Part] = []
    wrapped = _is_wrapped(document)
    last = -1  # the place of the last part that is told
    for number, block in enumerate(document.blocks):
        if wrapped and last >= 0 and _continues(document.text, parts[last], block, last < len(parts) - 1):
            begun = parts[last]
            parts[last:] = [Part(begun.number, begun.kind, Span(begun.span.start, block.span.end))]
            continue
        parts.append(Part(number, block.kind, block.span))
        if block.kind is not BlockKind.FURNITURE:
            last = len(parts) - 1
    return parts


def seams(document: Document, parts: Sequence[Part]) -> list[Cut]:
    """What has to be cut out of a document's text so that no line break stands in its paragraphs; [] for most."""
    if not _is_wrapped(document):
        return []
    text = document.text
    told = [block.span for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    starts, ends = [span.start for span in told], frozenset(span.end for span in told)
    cuts: list[Cut] = []
    hyphens: list[_Hyphen] = []
    for part in parts:
        for gap in _gaps(text, part, starts, ends):
            hyphen = _hyphen(text, gap, part.span)
            if hyphen is None:
                cuts.append(Cut(gap, "" if _joins(text, gap, part.span) else " "))
            else:
                hyphens.append(hyphen)
    cuts += _decided(hyphens, text, document.script)
    return sorted(cuts, key=lambda cut: cut.span)


def _is_wrapped(document: Document) -> bool:
    """Whether a plain text has paragraphs of several lines."""
    if document.source_offsets is not None:
        return False
    text = document.text
    spans = (block.span for block in document.blocks)
    return any(text.find(sign, span.start, span.end) >= 0 for span in spans for sign in "\n\r")


def _continues(text: str, begun: Part, block: Block, parted: bool) -> bool:
    """Whether a paragraph goes on in a block; parted tells that a page's head or other furniture stands between."""
    if begun.kind is not BlockKind.PARAGRAPH or block.kind is not BlockKind.PARAGRAPH:
        return False
    end = text[max(begun.span.start, begun.span.end - _REACH) : begun.span.end]
    if not _BREAK.search(text, begun.span.start, begun.span.end) or _STOP.search(end):
        return False
    first = text[block.span.start : block.span.start + 1]
    caseless = first.isalpha() and first.lower() == first.upper()
    return first.islower() or (caseless and (parted or end[-1] in _HYPHENS + _SOFT))


def _gaps(text: str, part: Part, starts: Sequence[int], ends: frozenset[int]) -> Iterator[Span]:
    """The line breaks inside a part, with what stands between its blocks; starts and ends are those of all told."""
    place = part.span.start
    while found := _BREAK.search(text, place, part.span.end):
        start, end = found.start(), found.end()
        while start > place and text[start - 1] in " \t\u00a0":
            start -= 1
        if start in ends and start < part.span.end:
            end = starts[bisect_right(starts, start)]
        yield Span(start, end)
        place = end


def _hyphen(text: str, gap: Span, within: Span) -> _Hyphen | None:
    """The word that a hyphen before gap cuts in two, None where none is cut."""
    at = gap.start - 1
    mark = text[at] if at > within.start else ""
    if not mark or mark not in _HYPHENS + _SOFT + _DASHES:
        return None
    while mark in _HYPHENS and text[at - 1] in _HYPHENS and at - 1 > within.start:
        at -= 1  # a tatweel and a hyphen
    spaced = text[at - 1] == " " and mark in _HYPHENS
    head = _WORD_END.search(text, max(within.start, at - spaced - _REACH), at - spaced)
    tail = _WORD_START.match(text, gap.end, min(within.end, gap.end + _REACH))
    if head is None or tail is None or (spaced and not tail[0][0].islower()):
        return None
    opened = text[max(within.start, head.start() - _REACH) : head.start()].rstrip()
    named = head[0][0].isupper() and opened[-1:].isalnum()
    return _Hyphen(Span(at - spaced, gap.end), head[0], tail[0], mark == _SOFT, named)


def _joins(text: str, gap: Span, within: Span) -> bool:
    """Whether nothing stands where a line broke: after «10-», «2020–»."""
    mark, before = text[gap.start - 1], text[max(within.start, gap.start - 2) : gap.start - 1]
    return mark in _HYPHENS + _DASHES and before.isalnum() and text[gap.end : gap.end + 1].isalnum()


def _decided(hyphens: Sequence[_Hyphen], text: str, script: Script) -> Iterator[Cut]:
    """The cuts at hyphens: with the hyphen where it only broke the line, behind it where it is the word's own."""
    if not hyphens:
        return
    written = set(_WORDS.findall(text.lower()))
    written |= {part for word in written if "-" in word for part in word.split("-")}
    spelt = _spelt(hyphens, text, script)
    for hyphen, (head, tail, whole) in zip(hyphens, spelt, strict=True):
        mark = text[hyphen.cut.start]
        if mark == " ":  # «жы -»: a dash, unless only the whole is a word
            broken = _is_word(whole) and not _is_word(head)
            yield Cut(hyphen.cut, "" if broken else " " + text[hyphen.cut.start + 1] + " ")
        elif mark in _DASHES and not (_is_word(whole) and not _is_word(head)):
            yield Cut(hyphen.cut, mark + (" " if hyphen.tail[0].islower() else ""))
        elif hyphen.sure or _only_broken(hyphen, head, tail, whole, written):
            yield Cut(hyphen.cut, "")
        else:
            yield Cut(hyphen.cut, "-")


def _spelt(hyphens: Sequence[_Hyphen], text: str, script: Script) -> list[tuple[str, str, str]]:
    """Each word's parts and the whole of it in Cyrillic."""
    rows = [(hyphen.head, hyphen.tail, hyphen.head + hyphen.tail) for hyphen in hyphens]
    if script is Script.CYRL:
        return rows
    listed = [word for row in rows for word in row]
    made = convert("\n".join((*listed, text[:_SAMPLE])), Script.CYRL, script).split("\n")[: len(listed)]
    if len(made) < len(listed):
        return rows
    return [(made[at], made[at + 1], made[at + 2]) for at in range(0, len(made), 3)]


def _only_broken(hyphen: _Hyphen, head: str, tail: str, whole: str, written: set[str]) -> bool:
    """Whether a hyphen stands for a line's end alone; names, acronyms, pairs have it («Шу-Талас», «ТМД-ның»)."""
    said, after = hyphen.head, hyphen.tail
    shouted = said.isupper() and len(said) > 1
    if after[0].isupper() and not (shouted and after.isupper()):
        return False
    if shouted and after[0].islower():
        return False
    if (said + after).lower() in written:
        return True
    if f"{said}-{after}".lower() in written:
        return False
    if _is_word(whole):
        return True
    if shouted and len(said) <= _ACRONYM and len(after) <= _ACRONYM:
        return False
    return not _is_pair(head, tail, hyphen.named)


def _is_pair(head: str, tail: str, named: bool) -> bool:
    """Whether a hyphen of its own may stand between two words that are none together: «алыс-беріс», «бүгін-ақ».

    named says that the first is a name: it has few such («Премьер-министр», «Қазақ-қырғыз»).
    """
    head, tail = head.lower(), tail.lower()
    if tail in PARTICLES or head in HYPHENATED or head == tail or f"{head}-{tail}".startswith(COUPLED):
        return True
    if len(tail) <= _SHORT and len(head) > _SHORT and tail not in VALUES:
        return False
    if named and (analyse(head)[0].lemma not in _peoples() or analyse(tail)[0].lemma not in _peoples()):
        return False
    return _is_word(head) and _is_word(tail)


@cache
def _peoples() -> frozenset[str]:
    return frozenset(word for state in world().states for word in state.adjectives.get("kk", ()))


def _is_word(word: str) -> bool:
    """Whether the lexicon knows the word's stem."""
    return len(word) > 1 and analyse(word)[0].known
