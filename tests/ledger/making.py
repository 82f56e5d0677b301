"""Hand-made extractions for the ledger's tests: the sentences are the project's own."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from qatynas.model.claim import Claim, Figure, Meeting, Place, Reason, Support
from qatynas.model.document import Block, BlockKind, DateCandidate, DateSource, Document, Script
from qatynas.model.extraction import Dating, Extraction, Leftover
from qatynas.model.quantity import Qualifier, Quantity
from qatynas.model.span import Span


def made(
    number: int = 1, *, path: str | None = None, value: str = "1.7", words: str = "", given: str | None = None
) -> Extraction:
    """An extraction of a note of two sentences; number and words make its bytes differ, value its reading."""
    title = f"Көршілер саудасы, {number}-жазба"
    first = f"Былтыр екі елдің тауар айналымы {number} миллиард доллар болды."
    second = f"Министрлер {number} қыркүйекте Таразда бас қосты.{words}"
    text = f"{title}\n{first}\n{second}\n"
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in (title, first, second)]
    document = Document(
        path=path or f"press/note-{number}.txt",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        encoding="utf-8",
        script=Script.CYRL,
        language="kk",
        title=title,
        blocks=(
            Block(BlockKind.TITLE, spans[0]),
            Block(BlockKind.PARAGRAPH, spans[1]),
            Block(BlockKind.PARAGRAPH, spans[2]),
        ),
        dates=(DateCandidate(DateSource.GIVEN, given),)
        if given
        else (DateCandidate(DateSource.LINE, "2 мамыр", Span(0, 7)),),
        author="Айгүл Сейітова",
        address=f"https://press.example/{number}",
        source_offsets=tuple(range(len(text))) if number % 2 else None,
    )
    return Extraction(
        document=document,
        dating=Dating("2025-05-02", "inferred", "the year from «былтыр»"),
        pair=("KAZ", "KGZ"),
        claims=claims(document, spans, number, value),
        leftovers=(Leftover(Span(0, 2), text[0:2], "set_aside", "age"),),
        canonical_lines=tuple((span, span.of(text)) for span in spans),
    )


def claims(document: Document, spans: list[Span], number: int, value: str) -> tuple[Claim, ...]:
    figure = Figure(
        document=document.path,
        span=spans[1],
        quote=spans[1].of(document.text),
        parties=("KAZ", "KGZ"),
        status="actual",
        published="2025-05-02",
        published_basis="inferred",
        speaker="Сауда министрлігі",
        support=(Support(spans[0], "period"),),
        why=(Reason("indicator", "names the turnover", "тауар айналымы"),),
        indicator="trade.turnover",
        measure="level",
        quantity=Quantity(Decimal(value), "USD", Decimal("0.1000000000000000000001"), None, Qualifier.OVER),
        period="2024",
    )
    meeting = Meeting(
        document=document.path,
        span=spans[2],
        quote=spans[2].of(document.text),
        parties=("KAZ", "UZB") if number % 5 == 0 else ("KAZ", "KGZ"),
        status="done",
        type="talks",
        date=f"2025-09-{number % 28 + 1:02}",
        place=Place("KAZ", "Тараз"),
        participants=("Ерлан", "Нұрлан"),
        host="KAZ",
        guest="KGZ",
    )
    return (figure, meeting)
