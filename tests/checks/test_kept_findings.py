"""Findings that are kept up are those that are made anew, whatever comes, goes, is judged or comes back."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from pathlib import Path

import pytest
from checks.worlds import PAIR, figure, told, world
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qatynas import Ledger
from qatynas.checks import ASKED, findings, large, promised
from qatynas.checks.kept_tables import packed, unpacked
from qatynas.claims import extract
from qatynas.demo import NOTES
from qatynas.model import Agreement, Claim, Extraction, Meeting, Project, Span, Trend
from qatynas.read import find_documents, read_path

COMMON = {"document": "note.txt", "span": Span(0, 1), "quote": "1", "parties": PAIR}


def notes(seed: int, count: int = 5) -> list[Extraction]:
    """Documents of one world, with meetings, texts, works and trends whose days are out of order here and there."""
    dice = random.Random(seed)
    made: list[Claim] = [*world(seed, troubles=seed % 3).figures]
    for _ in range(6):
        day = f"20{dice.randint(18, 27)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        body, title = (
            dice.choice(["Үкіметаралық кеңес", "Су комиссиясы"]),
            dice.choice(["Су туралы келісім", "Жол туралы келісім"]),
        )
        made += dice.choice([
            [Meeting(**COMMON, status="done", type="session", body=body, number=dice.randint(1, 9), date=day)],
            [Agreement(**COMMON, status="done", title=title, type="agreement", act=dice.choice(["signed", "ratified"]), date=day)],
            [Project(**COMMON, status="planned", name="«Қарасу» бекеті", stage="planned", date=day)],
            [Trend(**COMMON, status="done", indicator="trade.export", direction=dice.choice(["up", "down"]))],
            [figure("trade.turnover", "2000000000", f"../20{dice.randint(20, 29)}", status="target")],
            [figure("trade.export", str(dice.randint(10, 99) * 10**7), "2016", reporter="KAZ"), figure("trade.import", "500000000", "2016", from_="KAZ", to="KGZ", reporter="KGZ")],
            [figure("water.storage", "2870000", "2024", unit="m3", subject="Қамбар-Ата СЭС-1", from_=None, to=None)],
        ])  # fmt: skip
    dice.shuffle(made)
    return [told(*made[place::count], name=f"{place}.txt", published=f"2026-0{place + 1}-15") for place in range(count)]


def shown(book: Ledger) -> list[str]:
    return [one.id for one in book.findings(PAIR)]


def anew(book: Ledger) -> list[str]:
    return [one.id for one in findings(book.relationship(PAIR))]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_kept_is_what_is_made_anew(tmp_path: Path, seed: int) -> None:
    with Ledger(tmp_path / "a.sqlite") as book:
        for one in notes(seed):
            book.add(one)
            assert shown(book) == anew(book)
        assert [one.says for one in book.findings(PAIR)] == [one.says for one in findings(book.relationship(PAIR))]


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 500), st.permutations(range(4)))
def test_any_order_gives_the_same_findings(
    tmp_path_factory: pytest.TempPathFactory, seed: int, order: list[int]
) -> None:
    folder, texts = tmp_path_factory.mktemp("kept"), notes(seed, 4)
    with Ledger(folder / "a.sqlite") as one, Ledger(folder / "b.sqlite") as other:
        for text in texts:
            one.add(text)
        for place in order:
            other.add(texts[place])
        assert shown(one) == shown(other) == anew(one)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 500), st.integers(0, 3))
def test_a_document_that_comes_and_goes_leaves_the_findings_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, seed: int, taken: int
) -> None:
    texts = notes(seed, 4)
    with Ledger(tmp_path_factory.mktemp("kept") / "a.sqlite") as book:
        for place, text in enumerate(texts):
            if place != taken:
                book.add(text)
        before = shown(book)
        book.add(texts[taken])
        assert shown(book) == anew(book)
        book.add(replace(texts[taken], claims=()))  # read anew, it says nothing
        assert shown(book) == before
        book.add(texts[taken])
        claims = [(claim, texts[taken].document.sha256) for claim in texts[taken].claims]
        words = [book.judge(claim, sha256, "reject", who="Айгерім") for claim, sha256 in claims]
        assert shown(book) == before
        for word in words:
            book.withdraw(word, who="Айгерім")
        assert shown(book) == anew(book)


def test_judgements_and_corrections_are_seen(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.sqlite") as book:
        for one in notes(3):
            book.add(one)
        for place, finding in enumerate(itertools.islice(book.findings(PAIR), 6)):
            cited = finding.cited[-1]
            if cited.claim.kind == "figure" and place % 2:
                book.judge(cited.claim, cited.source, "correct", who="Айгерім", field="value", value=1_000_000)
            else:
                book.judge(cited.claim, cited.source, "reject", who="Айгерім")
            assert shown(book) == anew(book)


def test_reprints_and_a_promise_that_falls_due(tmp_path: Path) -> None:
    notes_of = [extract(read_path(path)) for path in list(find_documents([NOTES]))[:6]]
    with Ledger(tmp_path / "a.sqlite") as book:
        for one in notes_of:
            book.add(one)
            book.add(replace(one, document=replace(one.document, path=f"copy of {one.document.path}")))
        assert shown(book) == anew(book)
        for year in (2027, 2031, 2041):
            book.add(
                told(
                    figure("tourism.visitors", str(year), str(year - 1)), name=f"{year}.txt", published=f"{year}-01-02"
                )
            )
            assert shown(book) == anew(book)


def test_a_finding_is_kept_as_it_is(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.sqlite") as book:
        for one in notes(5):
            book.add(one)
        for finding in findings(book.relationship(PAIR)):
            assert unpacked(packed(finding)) == finding


def test_promises_that_are_kept_are_those_that_are_made_anew(tmp_path: Path) -> None:
    for seed in (1, 6, 11):
        with Ledger(tmp_path / f"{seed}.sqlite") as book:
            for one in notes(seed, 8):
                book.add(one)
                book.findings(PAIR)
            kept, made = book.promises(PAIR), promised(book.relationship(PAIR))
            assert [(one.words, one.promise.due, one.promise.state) for one in kept] == [
                (one.words, one.promise.due, one.promise.state) for one in made
            ]
            assert [one.promise.fact for one in kept] == [one.promise.fact for one in made]
            assert [one.history for one in kept] == [one.history for one in made]
            assert [one.by for one in kept] == [one.by for one in made]
            assert book.promises(PAIR, limit=1) == kept[:1]
            assert {str(one.status) for one in book.promises(PAIR, status="overdue")} <= {"overdue"}


def test_what_no_other_text_repeats_is_read_from_what_is_kept(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.sqlite") as book:
        for one in notes(5):
            book.add(one)
        made = findings(book.relationship(PAIR), ASKED)
        assert {one.id for one in book.findings(PAIR, alone=True)} == {one.id for one in made}
        assert len(book.findings(PAIR, alone=True, limit=2)) == 2


def test_only_so_many_or_of_some_grades(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.sqlite") as book:
        for one in notes(5):
            book.add(one)
        everything = book.findings(PAIR)
        assert book.findings(PAIR, limit=3) == everything[:3]
        grade = everything[-1].grade
        assert book.findings(PAIR, grades=[grade]) == tuple(one for one in everything if one.grade == grade)
        assert sum(book.count_findings(PAIR).values()) == len(everything)


@pytest.mark.parametrize("most", [0, 3, 9])
@pytest.mark.parametrize("seed", range(6))
def test_what_clashes_in_systems_too_large_to_be_solved_is_kept_up(
    tmp_path: Path, seed: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Systems grow too large and small again as documents come and go."""
    monkeypatch.setattr(large, "MOST_WHOLE", most)
    dice = random.Random(seed)
    texts = notes(seed, 6)
    with Ledger(tmp_path / "a.sqlite") as book:
        for one in texts:
            book.add(one)
            assert shown(book) == anew(book)
        for one in dice.sample(texts, 3):
            book.add(replace(one, claims=one.claims[: dice.randrange(len(one.claims))]))
            assert shown(book) == anew(book)
        for one in texts:
            book.add(one)
        assert shown(book) == anew(book)
