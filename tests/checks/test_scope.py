"""A part told as the whole, what no other source repeats, and quotes whose document has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from checks.worlds import figure, seen, told

from qatynas import Ledger
from qatynas.checks.alone import alone
from qatynas.checks.scope import scope
from qatynas.model import Extraction, Figure, Meeting, Span


def grades(*extractions: Extraction) -> list[str]:
    return [str(one.grade) for one in scope(seen(*extractions))]


def bought(value: str, period: str = "2024", **more: Any) -> Figure:
    return figure("trade.import", value, period, **more)


def crossed(value: str, **more: Any) -> Figure:
    return figure("transport.passengers", value, "2024", unit="person", **more)


PARTS = [
    (bought("44500000", product="сүт"), bought("44500000"), bought("450000000")),
    (bought("44500000", area="Алматы облысы"), bought("44500000"), bought("450000000")),
    (crossed("1250000", subject="«Қордай» бекеті"), crossed("1250000"), crossed("6300000")),
    (
        figure("trade.turnover", "312000000", "2024", area="Жамбыл облысы"),
        figure("trade.turnover", "312000000", "2024"),
        figure("trade.turnover", "1700000000", "2024", reporter="KAZ"),
    ),
    (
        figure("investment.flow", "17500000", "2024", from_="KAZ", to="KGZ", product="тау-кен"),
        figure("investment.flow", "17500000", "2024", from_="KAZ", to="KGZ"),
        figure("investment.flow", "74000000", "2024", from_="KAZ", to="KGZ"),
    ),
]


@pytest.mark.parametrize(("part", "slip", "whole"), PARTS)
def test_a_part_told_as_the_whole_is_a_slip(part: Figure, slip: Figure, whole: Figure) -> None:
    assert grades(told(part, whole, name="a.txt"), told(slip, name="b.txt")) == ["slip"]
    assert grades(told(part, slip, whole)) == ["slip"]


@pytest.mark.parametrize(("part", "slip", "whole"), PARTS)
def test_without_another_whole_it_is_a_doubt_between_texts(part: Figure, slip: Figure, whole: Figure) -> None:
    assert grades(told(part, name="a.txt"), told(slip, name="b.txt")) == ["doubt"]
    assert grades(told(part, slip)) == []  # the text may only come back to it
    assert grades(told(part, whole)) == []


def test_other_times_sides_and_round_numbers_are_chance() -> None:
    assert (
        grades(told(bought("44500000", product="сүт"), name="a.txt"), told(bought("44500000", "2023"), name="b.txt"))
        == []
    )
    sold = figure("trade.export", "44500000", "2024")
    assert grades(told(bought("44500000", product="сүт"), name="a.txt"), told(sold, name="b.txt")) == []
    assert grades(told(bought("40000000", product="сүт"), name="a.txt"), told(bought("40000000"), name="b.txt")) == []
    undated = [bought("44500000", None, product="сүт"), bought("44500000", None)]  # type: ignore[arg-type]
    assert grades(*(told(one, name=f"{place}.txt") for place, one in enumerate(undated))) == []


def test_what_no_other_source_repeats() -> None:
    both = bought("44500000"), bought("31000000", "2023")
    view = seen(told(*both, name="a.txt"), told(both[0], name="b.txt"))
    (only,) = alone(view)
    assert (only.grade, only.cited[0].claim.period) == ("alone", "2023")  # type: ignore[attr-defined]
    assert list(alone(seen(told(*both)))) == []  # one text has nobody to repeat it


def test_alone_is_told_only_where_it_is_asked_for(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.sqlite") as book:
        book.add(told(bought("44500000"), name="a.txt"))
        book.add(told(bought("31000000", "2023"), name="b.txt"))
        assert book.findings() == ()
        assert {one.grade for one in book.findings(alone=True)} == {"alone"}


def version(*claims: Figure | Meeting, words: str) -> Extraction:
    """A document of one name with other bytes."""
    from dataclasses import replace

    made = told(*claims, name="page.html")
    text = f"{made.document.text}\n{words}"
    import hashlib

    changed = replace(made.document, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    return replace(made, document=changed)


def test_a_quote_whose_document_has_changed(tmp_path: Path) -> None:
    first = version(bought("44500000"), bought("31000000", "2023"), words="бірінші")
    second = version(bought("44500000"), bought("39000000", "2023"), words="екінші")
    with Ledger(tmp_path / "a.sqlite") as book:
        book.add(first)
        assert book.findings() == ()
        book.add(second)
        (only,) = book.findings()
        assert (only.check, only.grade) == ("changed", "doubt")
        assert [one.claim.quote for one in only.cited] == [first.claims[1].quote]
        assert only.cited[0].source == first.document.sha256
        book.add(first)  # put back
        (back,) = book.findings()
        assert [one.source for one in back.cited] == [second.document.sha256]


def test_a_page_that_only_says_the_same_in_other_words_has_not_changed(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.sqlite") as book:
        book.add(version(bought("44500000"), words="бірінші"))
        book.add(version(bought("44500000"), words="екінші"))
        assert book.findings() == ()
    assert Span(0, 1)
