"""A web page's source as tags and stretches of text with their offsets, in one pass over it.

Written out because the standard parser gives lines and columns, joins what entities part, and is slow on broken pages.
What a browser does with broken markup is followed where it matters: an unclosed tag or comment swallows the rest.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

RAW = ("script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe")
_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_TAG_STOP = re.compile(r"=\s*([\"'])|>")
_ATTRIBUTE = re.compile(r"([^\s=\"'<>/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_ENTITY = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
LONGEST_ATTRIBUTES = 20_000  # characters of a tag that are looked through


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: name in small letters; attributes only where it opens. start and end are offsets in the source."""

    name: str
    start: int
    end: int
    closing: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """Text between two tags; within names the raw element that it fills (script, title …), else ""."""

    start: int
    end: int
    within: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def pieces(source: str) -> Iterator[Tag | Run]:
    """The tags and runs of a page's source, in order; comments and declarations are left out."""
    place, length = 0, len(source)
    while place < length:
        start = source.find("<", place)
        if start < 0:
            yield Run(place, length)
            return
        after = source[start + 1 : start + 2]
        if not (after.isascii() and after.isalpha()) and after not in ("/", "!", "?"):
            yield Run(place, start + 1)  # a bare «<» in the text
            place = start + 1
            continue
        if start > place:
            yield Run(place, start)
        if after in ("!", "?"):
            place = _skip_declaration(source, start)
            continue
        tag = _tag(source, start)
        if tag is None:
            place = _skip_declaration(source, start)
            continue
        yield tag
        place = tag.end
        if tag.name in RAW and not tag.closing:
            close = re.compile(rf"</{tag.name}[\s/>]", re.IGNORECASE).search(source, place)
            end = close.start() if close else length
            yield Run(place, end, tag.name, tag.attributes)
            place = end


def _skip_declaration(source: str, start: int) -> int:
    opener, closer = ("<!--", "-->") if source.startswith("<!--", start) else ("<", ">")
    end = source.find(closer, start + len(opener))
    return len(source) if end < 0 else end + len(closer)


def _tag(source: str, start: int) -> Tag | None:
    closing = source.startswith("</", start)
    name = _NAME.match(source, start + 1 + closing)
    if not name:
        return None
    place = name.end()
    while True:
        stop = _TAG_STOP.search(source, place)
        if not stop:
            return Tag(name[0].lower(), start, len(source), closing)
        if not stop[1]:
            break
        quoted = source.find(stop[1], stop.end())
        if quoted < 0:
            return Tag(name[0].lower(), start, len(source), closing)
        place = quoted + 1
    attributes = {} if closing else _attributes(source[name.end() : min(stop.start(), name.end() + LONGEST_ATTRIBUTES)])
    return Tag(name[0].lower(), start, stop.end(), closing, attributes)


def _attributes(words: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(words):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), html.unescape(value))
    return found


def characters(source: str, start: int, end: int) -> Iterator[tuple[str, int, bool]]:
    """A run's text in parts, entities resolved: (characters, where they begin, whether they are one entity's)."""
    place = start
    for match in _ENTITY.finditer(source, start, end):
        resolved = html.unescape(match[0])
        if resolved == match[0]:
            continue
        if match.start() > place:
            yield source[place : match.start()], place, False
        yield resolved, match.start(), True
        place = match.end()
    if place < end:
        yield source[place:end], place, False
