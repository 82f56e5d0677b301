"""What is added comes back whole; what is known changes nothing; what changed stands beside what was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from ledger.making import made

from qatynas.ledger import Ledger
from qatynas.model.errors import InputError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def counts(path: Path) -> dict[str, int]:
    tables = ("document", "reading", "version", "extraction", "adoption", "claim", "passage")
    with sqlite3.connect(path) as connection:
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def test_an_extraction_comes_back_as_it_was(path: Path) -> None:
    added = [made(number) for number in range(1, 6)]
    with Ledger(path) as ledger:
        for extraction in added:
            assert ledger.add(extraction).change == "new"
    with Ledger(path) as ledger:
        assert list(ledger.extractions()) == added


def test_numbers_come_back_to_the_last_digit(path: Path) -> None:
    extraction = made(value="66.66666666666666666666666666667")
    with Ledger(path) as ledger:
        ledger.add(extraction)
        assert next(ledger.extractions()).claims[0].quantity == extraction.claims[0].quantity  # type: ignore[attr-defined]


def test_adding_twice_changes_nothing(path: Path) -> None:
    with Ledger(path) as ledger:
        first = ledger.add(made())
        before = counts(path)
        again = ledger.add(made())
        assert (first.change, first.document_is_new, first.claims) == ("new", True, 2)
        assert (again.change, again.document_is_new, again.superseded, again.claims) == ("unchanged", False, 0, 2)
        assert counts(path) == before


def test_a_changed_document_is_a_new_version_and_the_old_claims_stay(path: Path) -> None:
    old, new = made(3), made(3, words=" Келесі жиын көктемде.")
    with Ledger(path) as ledger:
        ledger.add(old)
        added = ledger.add(new)
        assert (added.change, added.document_is_new, added.superseded) == ("changed", True, 2)
        assert list(ledger.extractions()) == [new]
        states = [kept.state for kept in ledger.history()]
        assert states == ["superseded by a newer version"] * 2 + ["current"] * 2
        assert [version.is_current for version in ledger.versions(old.document.path)] == [False, True]
        assert ledger.documents()[0].versions == 2


def test_a_document_that_is_changed_back_speaks_again(path: Path) -> None:
    old, new = made(3), made(3, words=" Келесі жиын көктемде.")
    with Ledger(path) as ledger:
        for extraction in (old, new, old):
            ledger.add(extraction)
        assert list(ledger.extractions()) == [old]
        assert counts(path)["claim"] == 4


def test_a_better_program_reads_anew_and_the_old_reading_stays(path: Path) -> None:
    with Ledger(path, program="1.0") as ledger:
        ledger.add(made(value="1.7"))
    with Ledger(path, program="1.1") as ledger:
        added = ledger.add(made(value="1.8"))
        assert (added.change, added.document_is_new, added.superseded) == ("read anew", False, 2)
        assert list(ledger.extractions()) == [made(value="1.8")]
        kept = list(ledger.history())
        assert [entry.state for entry in kept] == ["superseded by a newer reading"] * 2 + ["current"] * 2
        assert [entry.program for entry in kept] == ["1.0"] * 2 + ["1.1"] * 2


@pytest.mark.parametrize("who", [{"program": "2.0"}, {"data": "other"}])
def test_program_and_data_are_part_of_a_readings_identity(path: Path, who: dict[str, str]) -> None:
    with Ledger(path) as ledger:
        ledger.add(made())
    with Ledger(path, **who) as ledger:
        assert ledger.add(made()).change == "read anew"
        assert ledger.add(made()).change == "unchanged"


def test_a_given_date_or_pair_is_part_of_a_readings_identity(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(made())
        assert ledger.add(made(given="2024-05-02")).change == "read anew"
        assert ledger.add(made(), pair=("KAZ", "KGZ")).change == "read anew"
        assert ledger.add(made()).change == "read anew"  # the last word counts
        assert counts(path)["extraction"] == 3


def test_the_same_bytes_under_two_paths_are_one_document(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(made(path="a.txt"))
        added = ledger.add(made(path="b.txt"))
        assert (added.change, added.document_is_new, added.superseded) == ("new", False, 0)
        assert len(list(ledger.extractions())) == 1
        ledger.add(made(path="a.txt", words=" Басқаша."))
        paths = [extraction.document.path for extraction in ledger.extractions()]
        assert paths == ["b.txt", "a.txt"]
        assert all(entry.claim.document == entry.document.path for entry in ledger.entries())


def test_texts_from_standard_input_do_not_supersede_one_another(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(made(1, path="-"))
        ledger.add(made(2, path="-"))
        assert len(list(ledger.extractions())) == 2


def test_a_pair_keeps_its_claims(path: Path) -> None:
    with Ledger(path) as ledger:
        for number in (4, 5):
            ledger.add(made(number))
        found = list(ledger.extractions(("KAZ", "UZB")))
        assert [len(extraction.claims) for extraction in found] == [1]
        assert [entry.claim.kind for entry in ledger.entries(("KGZ", "KAZ"))] == ["figure", "meeting", "figure"]


def test_nothing_kept_can_be_changed_or_deleted(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(made())
        ledger.judge(made().claims[0], made().document.sha256, "accept", who="Айгерім")
    with sqlite3.connect(path) as connection:
        tables = ("document", "reading", "version", "extraction", "adoption", "claim", "judgement", "passage")
        for table in tables:
            column = connection.execute(f"PRAGMA table_info({table})").fetchone()[1]
            for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
                with pytest.raises(sqlite3.DatabaseError, match="append-only"):
                    connection.execute(statement)


def test_documents_are_listed(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(made(2))
        (listed,) = ledger.documents()
        assert (listed.path, listed.published, listed.claims, listed.versions) == (
            "press/note-2.txt",
            "2025-05-02",
            2,
            1,
        )


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("айналымы", True),
        ("айналым", True),
        ("tauar ainalymy", True),
        ("taýar aınalymy", True),
        ("تاۋار اينالىمى", True),
        ("тараз министрлер", True),
        ("ТАУАР", True),
        ("Түркия", False),
        ("«»!?", False),
        ("", False),
        ('айналым" OR "x', False),
    ],
)
def test_search_finds_any_script_with_any_script(path: Path, question: str, found: bool) -> None:
    with Ledger(path) as ledger:
        ledger.add(made())
        hits = ledger.search(question)
        assert bool(hits) == found
        for hit in hits:
            assert hit.words == hit.span.of(made().document.text)


def test_search_leaves_superseded_texts_out(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(made(words=" Көктемде жиын."))
        ledger.add(made(words=" Күзде жиын."))
        assert not ledger.search("көктемде")
        assert ledger.search("күзде")


def test_an_index_of_an_older_folding_is_made_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from qatynas.ledger import searching

    with monkeypatch.context() as older:
        older.setattr(searching, "fold", lambda text: text[::-1])
        with Ledger(path) as ledger:
            ledger.add(made())
    with Ledger(path) as ledger:
        assert ledger.search("айналым")


class TestBadFiles:
    def test_another_programs_database(self, path: Path) -> None:
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE birds (name TEXT)")
        with pytest.raises(InputError, match="another program"):
            Ledger(path)

    def test_a_text(self, path: Path) -> None:
        path.write_text("Бұл дерекқор емес, кәдімгі мәтін. " * 50, encoding="utf-8")
        with pytest.raises(InputError, match="not a ledger"):
            Ledger(path)

    def test_a_newer_ledger(self, path: Path) -> None:
        Ledger(path).close()
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version = 99")
        with pytest.raises(InputError, match="newer qatynas"):
            Ledger(path)

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="is a folder"):
            Ledger(tmp_path)

    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="no folder"):
            Ledger(tmp_path / "nowhere" / "ledger.sqlite")

    def test_a_folder_that_may_not_be_written(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("os.access", lambda *_: False)  # root may write anywhere
        with pytest.raises(InputError, match="may not be written"):
            Ledger(path)

    def test_a_damaged_ledger(self, path: Path) -> None:
        with Ledger(path) as ledger:
            for number in range(1, 40):
                ledger.add(made(number))
        data = bytearray(path.read_bytes())
        data[4096 : len(data) - 4096] = b"\xaa" * (len(data) - 8192)
        path.write_bytes(data)
        with pytest.raises(InputError), Ledger(path) as ledger:
            list(ledger.extractions())


def test_a_second_writer_is_told_to_wait(path: Path) -> None:
    with Ledger(path) as first, Ledger(path, busy_seconds=0.1) as second:
        first._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(InputError, match="written by another program"):
            second.add(made())
        first._connection.execute("ROLLBACK")
        assert second.add(made()).change == "new"


def test_an_older_ledger_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from qatynas.ledger import schema

    with Ledger(path) as ledger:
        ledger.add(made())
    later = (*schema.MIGRATIONS, ("ALTER TABLE claim ADD COLUMN note TEXT",))
    monkeypatch.setattr(schema, "MIGRATIONS", later)
    with Ledger(path) as ledger:
        assert list(ledger.extractions()) == [made()]
        assert ledger.add(made(2)).change == "new"
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(later)


def test_a_failed_migration_leaves_the_ledger_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from qatynas.ledger import schema

    Ledger(path).close()
    broken = (*schema.MIGRATIONS, ("CREATE TABLE half (name TEXT) STRICT", "CREATE NONSENSE"))
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", broken)
        with pytest.raises(sqlite3.DatabaseError):
            Ledger(path)
    with Ledger(path) as ledger:
        assert ledger.add(made()).change == "new"
