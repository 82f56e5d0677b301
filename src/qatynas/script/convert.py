"""The front door: convert, align and the streaming of files larger than memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from qatynas.model import Script
from qatynas.script import arabic_chunks, chunks, lines
from qatynas.script.aligned import Aligned
from qatynas.script.cells import Cells, identity
from qatynas.script.identify import identify
from qatynas.script.latin import DEFAULT_VARIANT, VARIANTS
from qatynas.script.latin_reading import detect_variant
from qatynas.script.mended import Cut, mend
from qatynas.script.styles import STYLES

MARKUP = re.compile(r"<[^<>]*>|&#?\w+;|\b(?:https?://|www\.)[^\s<>\"«»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
BLOCK = 1 << 18  # characters that a stream is cut into, at the next line break or space


def convert(
    text: str, to: Script, source: Script | None = None, style: str = "kazinform", *, keep_markup: bool = False
) -> str:
    """The text in another script.

    source is identified where not given. style is a house style of Arabic script (see styles.STYLES) or a Latin
    variant (see latin.VARIANTS); one that the target script does not have means the default. keep_markup leaves HTML
    tags, addresses and e-mail addresses as they are.
    """
    steps = _steps(text, to, source, style)
    if keep_markup:
        return _around_markup(text, lambda part: _through(part, steps))
    return _through(text, steps)


def align(text: str, to: Script = Script.CYRL, source: Script | None = None, cuts: Sequence[Cut] = ()) -> Aligned:
    """The text in another script with a map of offsets both ways; source is identified where not given.

    cuts, in order, are made in the text before it is converted; offsets lead back behind them.

    Cyrillic aligned to Cyrillic is cleaned: look-alike Latin letters, invisible characters and loose accents in its
    words are put right.
    """
    source = source or identify(text).script or Script.CYRL
    mended = mend(text, cuts) if cuts else None
    text = mended.text if mended else text
    aligned: Aligned | None = None
    for step in _steps(text, to, source, ""):
        before = aligned.text if aligned else text
        if step.source is step.to and lines.convert_text(before, step.way) == before:
            ends = [0, len(before)]
            aligned = Aligned(before, before, step.to, step.source, ends, ends, identity, aligned or mended, True)
            continue
        made, source_at, target_at = lines.convert_with_offsets(before, step.way)
        aligned = Aligned(made, before, step.to, step.source, source_at, target_at, step.cells, aligned or mended)
    if aligned is None:
        return Aligned(text, text, to, source, [0, len(text)], [0, len(text)], identity, mended)
    return aligned


def convert_stream(
    texts: Iterable[str],
    to: Script,
    source: Script | None = None,
    style: str = "kazinform",
    *,
    keep_markup: bool = False,
) -> Iterator[str]:
    """The parts of one long text converted one after the other, in memory that does not grow with it.

    texts may be cut anywhere: lines, or blocks of any size. source is identified on the first block where not given.
    """
    for block in _blocks(texts):
        source = source or identify(block).script
        yield convert(block, to, source, style, keep_markup=keep_markup)


class _Step(NamedTuple):
    """One conversion between two scripts: for a text's chunks, and for one chunk with its cells."""

    source: Script
    to: Script
    way: lines.Way
    cells: Callable[[str], Cells]


def _steps(text: str, to: Script, source: Script | None, style: str) -> list[_Step]:
    """The conversions from source to target, through Cyrillic where neither is Cyrillic."""
    source = source or identify(text).script or Script.CYRL
    if source is to is Script.CYRL:
        return [_Step(source, to, lines.with_table(chunks.clean_table()), chunks.clean_cells)]
    if source is to and (source is Script.ARAB or style not in VARIANTS):
        return []
    steps = []
    if source is Script.ARAB:
        steps.append(_Step(source, Script.CYRL, lines.reading(), arabic_chunks.reading_cells))
    elif source is Script.LATN:
        variant = detect_variant(text)
        steps.append(_Step(source, Script.CYRL, lines.from_latin(variant), chunks.from_latin_cells(variant)))
    if to is Script.ARAB:
        house = STYLES.get(style, STYLES["kazinform"])
        steps.append(_Step(Script.CYRL, to, lines.writing(house), chunks.arabic_cells(house)))
    elif to is Script.LATN:
        variant = style if style in VARIANTS else DEFAULT_VARIANT
        steps.append(_Step(Script.CYRL, to, lines.with_table(chunks.latin_table(variant)), chunks.latin_cells(variant)))
    return steps


def _through(text: str, steps: list[_Step]) -> str:
    for step in steps:
        text = lines.convert_text(text, step.way)
    return text


def _around_markup(text: str, convert_part: Callable[[str], str]) -> str:
    done = []
    place = 0
    for found in MARKUP.finditer(text):
        done += [convert_part(text[place : found.start()]), found.group()]
        place = found.end()
    done.append(convert_part(text[place:]))
    return "".join(done)


def _blocks(texts: Iterable[str]) -> Iterator[str]:
    """The same characters in blocks that end at a line break, else at a space, else at BLOCK characters."""
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        while size >= BLOCK:
            joined = "".join(held)
            cut = joined.rfind("\n") + 1 or joined.rfind(" ") + 1 or len(joined)
            yield joined[:cut]
            held = [joined[cut:]]
            size = len(held[0])
            if size >= BLOCK and cut < size:
                continue
            break
    if size:
        yield "".join(held)
