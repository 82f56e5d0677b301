"""A document's claims as lines for the terminal: what was read, why, and which numbers were left."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from qatynas.language.mentions import Reading, Sentence
from qatynas.model import Claim, Extraction, Span

_SHOWN_FIRST = ("indicator", "type", "act", "name", "title", "organisation", "commodity", "topic", "stance", "body")


def extraction_table(extraction: Extraction) -> str:
    """One line a claim: kind, what it says, its words; under a line that names the document, its date and its pair."""
    return "\n".join(
        [_head(extraction), *(f"  {brief(claim)}\n      {_one_line(claim.quote)}" for claim in extraction.claims)]
    )


def explanation(extraction: Extraction) -> str:
    """The same with the rule and words behind every field, then every number that became no claim and why."""
    return "\n".join([_head(extraction), *_explained(extraction)])


def brief(claim: Claim) -> str:
    """A claim's kind and fields in one line, the telling ones first; what the text does not say is left out."""
    said = claim.row()
    skipped = {"kind", "document", "published", "published_basis", "quote", "start", "end", "support", "low", "high"}
    fields = {key: value for key, value in said.items() if key not in skipped and value not in (None, [], "")}
    ordered = sorted(fields, key=lambda key: _SHOWN_FIRST.index(key) if key in _SHOWN_FIRST else len(_SHOWN_FIRST))
    return f"{claim.kind:<11}" + "  ".join(f"{key}={_short(fields[key])}" for key in ordered)


def _head(extraction: Extraction) -> str:
    dating, pair = extraction.dating, "–".join(extraction.pair) or "no pair of states"
    date = f"{dating.edtf} ({dating.basis}: {dating.reason})" if dating.edtf else f"no date ({dating.reason})"
    return f"{extraction.document.path}: {pair}, {date}, {len(extraction.claims)} claims"


def _explained(extraction: Extraction) -> Iterator[str]:
    for claim in extraction.claims:
        yield f"  {brief(claim)}"
        yield f"      «{_one_line(claim.quote)}» [{claim.span.start}:{claim.span.end}]"
        for reason in claim.why:
            yield f"      {reason.field}: {reason.rule}" + (f" («{_one_line(reason.words)}»)" if reason.words else "")
    for left in extraction.leftovers:
        yield f"  {left.fate:<11}«{_one_line(left.quote)}» [{left.span.start}:{left.span.end}]: {left.reason}"


def _short(value: object) -> str:
    if isinstance(value, dict):
        return "/".join(str(part) for part in value.values() if part is not None)
    if isinstance(value, list):
        return ",".join(_short(part) for part in value)
    return str(value)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def reading_rows(reading: Reading, what: str) -> Iterator[dict[str, object]]:
    """What the language layer found, a row each: where (in the original text), the words there, and their value.

    what is sentences, numbers, dates or names.
    """
    for sentence in reading.sentences:
        if what == "sentences":
            yield _where(reading, sentence.span) | {"block": sentence.block.value, "cyrillic": sentence.text}
            continue
        for span, value in _found(sentence, what):
            yield _where(reading, span) | value


def _where(reading: Reading, span: Span) -> dict[str, object]:
    own = reading.original(span)
    place: dict[str, object] = {"document": reading.document.path, "start": own.start, "end": own.end}
    return place | {"quote": _one_line(own.of(reading.document.text))}


def _found(sentence: Sentence, what: str) -> Iterator[tuple[Span, dict[str, object]]]:
    if what == "numbers":
        for number in sentence.numbers:
            quantity = number.quantity
            interval = {"low": _plain(quantity.low), "high": _plain(quantity.high)}
            said = {"kind": number.kind.value, "value": _plain(quantity.value), "unit": quantity.unit}
            hedge = {"qualifier": quantity.qualifier.value, "counted": number.counted}
            yield number.span, said | interval | hedge | {"part_of_date": number.part_of_date}
    elif what == "dates":
        for date in sentence.dates:
            said = {"edtf": date.edtf, "role": date.role.value, "recurrence": date.recurrence}
            yield date.span, said | {"season": date.season, "relative": date.relative, "reason": date.reason}
    else:
        for name in sentence.names:
            states = list(name.countries) or ([name.country] if name.country else [])
            yield name.span, {"type": name.type.value, "canonical": name.canonical, "states": ",".join(states)}


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
