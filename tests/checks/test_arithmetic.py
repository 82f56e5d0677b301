"""The arithmetic of what documents say: consistent, consistent within rounding, contradictory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from checks.worlds import figure, seen, told, world
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.checks.listing import arithmetic, findings
from qatynas.checks.view import View
from qatynas.claims import extract
from qatynas.model import Extraction
from qatynas.model.finding import Finding, Grade
from qatynas.read import read_path
from qatynas.relations import build


def found(*extractions: Extraction) -> list[Finding]:
    return list(arithmetic(seen(*extractions)))


def grades(made: Iterable[Finding]) -> list[str]:
    return [one.grade for one in made]


def quotes(clashes: Iterable[Finding], view: View) -> set[str]:
    """The words of all claims that stand in one of the minimal sets."""
    ids = {name for one in clashes for name in [*(c.id for c in one.cited), *(n for s in one.further for n in s)]}
    return {cited.claim.quote for cited in view.said if cited.id in ids}


SEED = (
    figure("trade.turnover", "1300000000", "2022", low="1250000000", high="1350000000"),
    figure("trade.turnover", "19", "2022", low="18.5", high="19.5", measure="growth", unit="percent", base_period="2021"),
    figure("trade.turnover", "1500000000", "2023", low="1450000000", high="1550000000"),
    figure("trade.turnover", "23", "2023", low="22.5", high="23.5", measure="growth", unit="percent", base_period="2022"),
)  # fmt: skip


def test_growth_narrows_both_of_its_levels() -> None:
    (only,) = found(told(*SEED))
    assert only.grade is Grade.CONSISTENT
    left = {one.period: (one.low, one.high) for one in only.narrowed}
    assert left["2022"] == (Decimal(1250000000), Decimal(1265307000))
    assert left["2021"] == (Decimal(1046025000), Decimal(1067769000))
    assert left["2023"] == (Decimal(1531250000), Decimal(1550000000))


def test_a_growth_that_cannot_be_names_its_smallest_set_and_what_would_heal_it() -> None:
    wrong = figure("trade.turnover", "1900000000", "2023", low="1850000000", high="1950000000")
    (only,) = [one for one in found(told(SEED[0], SEED[1], wrong, SEED[3])) if one.grade is Grade.CONTRADICTION]
    assert sorted(one.claim.quote for one in only.cited) == ["note.txt 0", "note.txt 2", "note.txt 3"]
    assert only.heal is not None
    assert only.heal.needed == Decimal("1667250000") or only.heal.stated == Decimal("1300000000")


def test_turnover_is_exports_plus_imports() -> None:
    whole = figure("trade.turnover", "1700000000", "2024", low="1650000000", high="1750000000")
    sold = figure("trade.export", "1260000000", "2024", low="1192000000", high="1328000000")
    bought = figure("trade.import", "456000000", "2024", low="455500000", high="456500000")
    (fine,) = found(told(whole, sold, bought))
    assert fine.grade is Grade.CONSISTENT
    assert "turnover is exports plus imports" in fine.says
    too_much = figure("trade.import", "610000000", "2024", low="609500000", high="610500000")
    assert grades(found(told(whole, sold, too_much))) == ["contradiction"]


def test_documents_that_differ_are_told_as_a_difference() -> None:
    one = told(figure("trade.turnover", "1300000000", "2022", low="1250000000", high="1350000000"), name="a.txt")
    other = told(figure("trade.turnover", "1400000000", "2022", low="1350000001", high="1450000000"), name="b.txt")
    finer = told(figure("trade.turnover", "1318000000", "2022", low="1317500000", high="1318500000"), name="c.txt")
    assert grades(found(one, finer)) == []
    assert grades(found(one, other)) == ["difference"]


def test_each_office_has_statistics_of_its_own() -> None:
    own = figure("trade.turnover", "848600000", "2020", reporter="KAZ")
    theirs = figure("trade.turnover", "809500000", "2020", reporter="KGZ")
    assert found(told(own, theirs)) == []


def test_a_part_is_no_more_than_its_whole_and_parts_make_it() -> None:
    half, other = figure("trade.export", "600", "2024-01/2024-06"), figure("trade.export", "500", "2024-07/2024-12")
    assert grades(found(told(half, other, figure("trade.export", "1100", "2024")))) == ["consistent"]
    assert grades(found(told(half, other, figure("trade.export", "1000", "2024")))) == ["contradiction"]
    assert grades(found(told(half, figure("trade.export", "500", "2024")))) == ["contradiction"]


def test_forecasts_targets_and_undated_numbers_do_not_clash() -> None:
    assert not found(
        told(*(figure("trade.turnover", v, "2030", status="target") for v in ("2000000000", "3000000000")))
    )
    assert not found(told(*(figure("trade.turnover", v, None) for v in ("2000000000", "3000000000"))))


def test_this_year_means_the_year_so_far() -> None:
    may = told(figure("trade.turnover", "800", "2025"), name="may.txt", published="2025-05-31")
    august = told(figure("trade.turnover", "1300", "2025"), name="august.txt", published="2025-08-31")
    assert found(may, august) == []


def test_a_text_that_quotes_two_sources_is_told_once() -> None:
    first = [figure("trade.turnover", "1710", "2024"), figure("trade.export", "1250", "2024")]
    second = [figure("trade.turnover", "1490", "2024"), figure("trade.export", "980", "2024")]
    (clash,) = [one for one in found(told(*first, *second)) if one.grade is not Grade.CONSISTENT]
    assert (clash.grade, len(clash.cited), len(clash.further)) == (Grade.DIFFERENCE, 4, 2)
    assert grades(found(told(*first, second[0]))) == ["contradiction"]


def test_each_passage_of_a_text_that_quotes_two_sources_is_added_up() -> None:
    first = ("1710", "1250", "460")
    second = ("1490", "980", "640")
    names = ("trade.turnover", "trade.export", "trade.import")
    made = told(
        *(figure(name, value, "2024") for row in (first, second) for name, value in zip(names, row, strict=True))
    )
    lines = [made.claims[0].span, made.claims[1].span]
    placed = tuple(replace(claim, span=lines[number // 3]) for number, claim in enumerate(made.claims))
    quoted, clash = found(replace(made, claims=placed))
    assert (quoted.grade, len(quoted.further)) == (Grade.DIFFERENCE, 3)
    assert clash.grade is Grade.CONTRADICTION
    assert {c.claim.quantity.value for c in clash.cited} == {1490, 980, 640}  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", range(16))
def test_worlds_of_true_numbers_raise_no_alarm(seed: int) -> None:
    assert [one.says for one in found(told(*world(seed).figures)) if one.grade is not Grade.CONSISTENT] == []


@pytest.mark.parametrize("seed", range(16))
def test_what_is_planted_is_found(seed: int) -> None:
    made = world(seed, troubles=1 + seed % 3)
    view = seen(told(*made.figures))
    clashes = [one for one in arithmetic(view) if one.grade is Grade.CONTRADICTION]
    for place in made.planted:
        assert f"note.txt {place}" in quotes(clashes, view)


@settings(max_examples=4)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_order_does_not_matter(seed: int, dice: object) -> None:
    made = world(seed, troubles=2)
    texts = [told(*made.figures[n::3], name=f"{n}.txt") for n in range(3)]
    before = findings(seen(*texts).relationship)
    dice.shuffle(texts)  # type: ignore[attr-defined]
    assert findings(seen(*texts).relationship) == before


def test_the_two_seeds(shared: Path) -> None:
    texts = [extract(read_path(path)) for path in sorted((shared / "corpus" / "seeds").glob("*.txt"))]
    made = [one for one in findings(build(texts, ("KAZ", "KGZ"))) if one.check == "arithmetic"]
    assert {one.grade for one in made} == {Grade.CONSISTENT}
    left = {one.period: one for finding in made for one in finding.narrowed if "turnover" in one.name}
    assert (left["2022"].low, left["2022"].high) == (Decimal(1250000000), Decimal(1265307000))
    assert (left["2021"].low, left["2021"].high) == (Decimal(1046025000), Decimal(1067769000))
    assert any("turnover is exports plus imports" in finding.says for finding in made)


def test_sources_that_a_text_quotes_may_differ_in_figures_that_do_not_hang_together() -> None:
    first = [figure("trade.turnover", "1710", "2024"), figure("investment.flow", "74", "2024")]
    second = [figure("trade.turnover", "1490", "2024"), figure("investment.flow", "41", "2024")]
    (only,) = found(told(*first, *second))
    assert (only.grade, len(only.cited), len(only.further)) == (Grade.DIFFERENCE, 4, 2)


def test_ranks_of_which_it_is_not_told_whose_they_are_do_not_clash() -> None:
    third, twelfth = (
        figure("trade.partner_rank", value, "2024", measure="rank", unit="count") for value in ("3", "12")
    )
    assert found(told(third, twelfth)) == []
    named = {"ranked": "KAZ", "ranked_in": "KGZ"}
    assert len(found(told(replace(third, **named), replace(twelfth, **named)))) == 1  # type: ignore[arg-type]
    other = {"ranked": "KGZ", "ranked_in": "KAZ"}  # each is a place in a list of its own
    assert found(told(replace(third, **named), replace(twelfth, **other))) == []  # type: ignore[arg-type]
