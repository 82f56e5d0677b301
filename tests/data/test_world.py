"""The data files: they load, they are refused with a place where wrong, and what stands in them hangs together."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from qatynas.data import DataError, Pair, Strict, data_hash, load, pair_names, world
from qatynas.data.loader import read
from qatynas.model.period import Period


class Words(Strict):
    words: tuple[str, ...]


def test_a_missing_file_is_named() -> None:
    with pytest.raises(DataError, match=r"data/nowhere\.toml: no such data file"):
        load("nowhere", Words)


def test_a_wrong_field_is_named_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('words = ["a", 2]\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"words\.toml: Expected `str`, got `int` - at `\$\.words\[1\]`"):
        read(path, Words)


def test_a_field_that_nobody_reads_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('words = []\nwrods = ["a"]\n', encoding="utf-8")
    with pytest.raises(DataError, match="wrods"):
        read(path, Words)


def test_what_is_no_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text("words = [\n", encoding="utf-8")
    with pytest.raises(DataError, match="is no TOML"):
        read(path, Words)


def test_the_hash_is_stable() -> None:
    assert data_hash() == data_hash()
    assert len(data_hash()) == 16


def test_every_capital_is_a_place_of_its_state() -> None:
    known = {(place.name, place.country) for place in world().places}
    missing = [s.code for s in world().states if s.capital and s.language and (s.capital, s.code) not in known]
    assert not missing


def test_a_residence_stands_for_a_known_place() -> None:
    names = {place.name for place in world().places}
    assert all(place.is_in in names for place in world().places if place.is_in)


def test_pairs_are_named_by_their_states() -> None:
    assert set(pair_names()) >= {"KAZ-KGZ", "KAZ-UZB"}
    assert {"-".join(pair.states) for pair in world().pairs} == set(pair_names())


@pytest.mark.parametrize(
    ("office", "country", "day", "name"),
    [
        ("president", "KAZ", "2018-05-01", "Нұрсұлтан Назарбаев"),
        ("president", "KAZ", "2024", "Қасым-Жомарт Тоқаев"),
        ("president", "KGZ", "2017-12-25", "Сооронбай Жээнбеков"),
        ("president", "KGZ", "2025-08-22", "Садыр Жапаров"),
        ("president", "KGZ", "2003", "Асқар Ақаев"),
        ("prime_minister", "KAZ", "2025-03-28", "Олжас Бектенов"),
        ("foreign_minister", "KGZ", "2025-08", "Жээнбек Кулубаев"),
    ],
)
def test_who_held_an_office(office: str, country: str, day: str, name: str) -> None:
    person = world().holder(office, country, day)
    assert person is not None
    assert person.name == name


def test_nobody_known_held_it() -> None:
    assert world().holder("president", "KGZ", "1980") is None


def test_coordinates_lie_on_earth_and_come_in_pairs() -> None:
    for place in world().places:
        assert (place.lat is None) == (place.lon is None), place.name
        assert place.lat is None or (-90 <= place.lat <= 90 and -180 <= (place.lon or 0) <= 180), place.name


def test_a_name_belongs_to_one_state() -> None:
    owners: dict[str, str] = {}
    for state in world().states:
        for name in (*state.names["kk"], *state.adjectives.get("kk", ()), *state.nicknames.get("kk", ())):
            assert owners.setdefault(name.lower(), state.code) == state.code, name


def test_an_acronym_belongs_to_one_organisation() -> None:
    owners: dict[str, str] = {}
    for organisation in world().organisations:
        for names in organisation.acronyms.values():
            for name in names:
                assert owners.setdefault(name, organisation.code) == organisation.code, name


def test_a_unique_office_has_one_holder_at_a_time() -> None:
    unique = {office.code for office in world().offices if office.unique}
    tenures: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for person in world().people:
        for tenure in person.offices:
            if tenure.office in unique:
                key = (tenure.office, tenure.country or person.country or "")
                tenures.setdefault(key, []).append((tenure.since, tenure.until or "9999", person.name))
    for key, rows in tenures.items():
        rows.sort()
        for (_, until, before), (since, _, after) in pairwise(rows):
            assert until <= since, (key, before, after)


def test_tenures_are_edtf() -> None:
    for person in world().people:
        for tenure in person.offices:
            Period(f"{tenure.since}/{tenure.until or '..'}")


def test_a_misspelled_field_in_a_pair_is_told(tmp_path: Path) -> None:
    path = tmp_path / "KAZ-XYZ.toml"
    path.write_text('states = ["KAZ", "XYZ"]\nbodeis = []\n', encoding="utf-8")
    with pytest.raises(DataError, match="bodeis"):
        read(path, Pair)
