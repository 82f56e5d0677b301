"""Bytes to text: a byte-order mark, then a declared charset, then UTF-8, then what reads most like Kazakh."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from qatynas.read.letters import CANDIDATES, KIN, likeness

# longest first: UTF-32's little-endian mark begins with UTF-16's
MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = (
    re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{2,40})[\"']"),
    re.compile(rb"<meta\b[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._-]{2,40})", re.IGNORECASE),
)
SEARCHED = 8192  # a declaration must stand in the first 1024 bytes (HTML), many pages put it later
SAMPLE = 1 << 16  # bytes that the guess looks at
# labels that pages use and Python does not know, or knows as something narrower (WHATWG Encoding Standard)
LABELS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "x-cp1251": "cp1251",
    "win-1251": "cp1251",
    "rk1048": "kz1048",
    "strk1048-2002": "kz1048",
    "pt154": "ptcp154",
    "unicode": "utf-16-le",
    "utf-16": "utf-16-le",
}
NOT_PLAIN = ("idna", "punycode", "mbcs", "oem", "unicode_escape", "raw_unicode_escape", "utf-7")
RARER_COST = 4.0  # nats a place in the list: a rarer encoding needs evidence of its own
LEAST_LIKENESS = (
    -4.6
)  # nats a letter: Kazakh read rightly scores above -4.1, noise read as text below -6 (bench/read_encodings.py)


@dataclass(frozen=True, slots=True)
class Decoded:
    """text is what the codec gives, without a byte-order mark; because says how the codec was chosen."""

    text: str
    encoding: str
    because: str


class Undecodable(ValueError):
    """Bytes that are no text in any encoding that is tried; its words say where and what to do."""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of data. declared is a charset that came with it (from a media type). Raises Undecodable."""
    for mark, codec in MARKS:
        if data.startswith(mark):
            return _marked(data, codec)
    label = declared or _declared_inside(data)
    utf8 = _utf8(data)
    if utf8 is not None and not utf8.isascii():
        return Decoded(utf8, "utf-8", "its bytes are valid UTF-8")
    named = _codec(label) if label else None
    if named and named != "utf-8":
        meant = _best(data, KIN.get(named, (named,)))
        if meant:
            return Decoded(data.decode(meant), meant, f"declared as {label}")
    wide = _utf16(data)
    if wide:
        return wide
    if utf8 is not None:
        return Decoded(utf8, "utf-8", "its bytes are valid UTF-8")
    mostly = _mostly_utf8(data)
    if mostly:
        return mostly
    chosen = _best(data, CANDIDATES, LEAST_LIKENESS)
    if chosen:
        return Decoded(data.decode(chosen), chosen, "reads most like Kazakh so")
    raise Undecodable("its letters make no words in any encoding that is tried; save it as UTF-8")


def _marked(data: bytes, codec: str) -> Decoded:
    try:
        return Decoded(_without_mark(data.decode(codec)), codec, "it begins with a byte-order mark")
    except UnicodeDecodeError as error:
        if error.end >= len(data) - 3:  # a file cut in the middle of its last character
            return Decoded(_without_mark(data[: error.start].decode(codec)), codec, "a byte-order mark; its end is cut")
        where = f"its byte-order mark says {codec}, but byte {error.start} is none"
        raise Undecodable(f"{where}; save it again as UTF-8") from None


def _without_mark(text: str) -> str:
    return text[1:] if text.startswith("\ufeff") else text


def _declared_inside(data: bytes) -> str | None:
    head = data[:SEARCHED]
    found = (pattern.search(head) for pattern in DECLARED)
    return next((match[1].decode("ascii") for match in found if match), None)


def _codec(label: str) -> str | None:
    """The Python codec that a label means, None where it is unknown or turns bytes into something else than text."""
    name = label.strip().strip("\"'").lower()
    try:
        codec = codecs.lookup(LABELS.get(name, name))
    except (LookupError, ValueError):
        return None
    is_text = getattr(codec, "_is_text_encoding", False) and codec.name not in NOT_PLAIN
    return codec.name.replace("_", "-") if is_text and codec.name not in KIN else codec.name if is_text else None


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.end >= len(data) and error.reason == "unexpected end of data" and error.start > 3
        return data[: error.start].decode("utf-8") if cut else None


def _mostly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes is never anything else: say where, rather than guess."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text[:SAMPLE]) - text[:SAMPLE].count("\ufffd")
    if sound <= 20 * max(1, text[:SAMPLE].count("\ufffd")):
        return None
    line = text[: text.index("\ufffd")].count("\n") + 1
    raise Undecodable(f"{broken} broken byte(s) in UTF-8 text, the first in line {line}; save it again as UTF-8")


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: every second byte of a text in one script is nearly always the same few values."""
    if len(data) < 8:
        return None
    best = _best(data[: len(data) // 2 * 2], ("utf-16-le", "utf-16-be"), LEAST_LIKENESS)
    if best is None:
        return None
    return Decoded(data[: len(data) // 2 * 2].decode(best), best, "every second byte is that of UTF-16")


def _best(data: bytes, codecs_tried: tuple[str, ...], least: float = float("-inf")) -> str | None:
    scored: list[tuple[float, str]] = []
    for order, codec in enumerate(codecs_tried):
        try:
            whole = data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
        sample = whole[:SAMPLE]
        scored.append((likeness(sample) - RARER_COST * order / max(1, len(sample)), codec))
    if not scored:
        return None
    score, codec = max(scored)
    return codec if score >= least else None
