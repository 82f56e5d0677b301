"""The interface's Kazakh: one source, three scripts, each read back; nothing that English says is missing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from qatynas.model.document import Script
from qatynas.publish.labels import LANGUAGES, in_script, label, listed, speaking, table_of
from qatynas.publish.writing import date_words
from qatynas.script import convert

ROOMS = ("qatynas.publish", "qatynas.serve", "qatynas.checks")
_FIELD = re.compile(r"\{(\w+)[^{}]*\}")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def leaves(told: dict[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in told.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{path}/{key}")
        elif isinstance(value, list):
            yield from ((f"{path}/{key}/{place}", one) for place, one in enumerate(value))
        else:
            yield f"{path}/{key}", value


def loaded(room: str, name: str) -> dict[str, str]:
    return dict(leaves(tomllib.loads((files(room) / name).read_text(encoding="utf-8"))))


UNTRANSLATED = ("/units", "/scales")  # symbols, and words that are Kazakh in English as well


@pytest.mark.parametrize("room", ROOMS)
def test_kazakh_says_all_that_english_says(room: str) -> None:
    english, kazakh = loaded(room, "labels.toml"), loaded(room, "labels.kk.toml")
    missing = [key for key in english if key not in kazakh and not key.startswith(UNTRANSLATED)]
    assert missing == []


@pytest.mark.parametrize("room", ROOMS)
def test_fields_are_the_same(room: str) -> None:
    english, kazakh = loaded(room, "labels.toml"), loaded(room, "labels.kk.toml")
    for key in english.keys() & kazakh.keys() - {"/calendar/year_first"}:  # English names the year last
        assert set(_FIELD.findall(kazakh[key])) <= set(_FIELD.findall(english[key])), key


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("script", ["Arab", "Latn"])
def test_every_word_is_read_back(room: str, script: str) -> None:
    """What the converter wrote, it reads as the same Kazakh: letter for letter, but for what Arabic does not tell."""
    wrong = []
    for key, words in loaded(room, "labels.kk.toml").items():
        for piece in re.split(r"\{[^{}]*\}", words):
            if not _CYRILLIC.search(piece):
                continue
            written = convert(piece, Script(script), Script.CYRL)
            assert not _CYRILLIC.search(written), (key, written)
            back = convert(written, Script.CYRL, Script(script))
            if plain(back) != plain(piece):
                wrong.append((key, piece, written, back))
    assert len(wrong) <= 12, wrong
    assert not [one for one in wrong if len(one[1].split()) == 1 and len(one[1]) > 24]


def plain(words: str) -> str:
    """Words without capitals and without signs that scripts write otherwise."""
    return re.sub(r"[^\w]+", " ", words.casefold()).strip()


def test_no_cyrillic_in_other_scripts() -> None:
    for tag in ("kk-Arab", "kk-Latn"):
        for room in ROOMS:
            english = loaded(room, "labels.toml")
            for key, words in leaves(table_of(room, tag)):
                if words != english.get(key):  # what is not translated is as it is in English
                    assert not _CYRILLIC.search(words), (tag, key, words)


def test_fields_outlive_the_change_of_script() -> None:
    for tag in LANGUAGES:
        with speaking(tag):
            assert "7" in label("words", "session_number", number=7)
            assert "{" not in label("page", "made_from", documents=3, scripts=listed(["a", "b"]), dates="x")


def test_dates_and_names_in_each_script() -> None:
    said = {}
    for tag in LANGUAGES:
        with speaking(tag):
            said[tag] = (date_words("2025-08-22"), date_words("2025-08-21/2025-08-22"), in_script("Қазақстан"))
    assert said["en"] == ("22 August 2025", "21–22 August 2025", "Қазақстан")
    assert said["kk-Cyrl"] == ("2025 ж. 22 тамыз", "2025 ж. 21–22 тамыз", "Қазақстан")
    assert said["kk-Arab"][2] == "قازاقستان"
    assert said["kk-Latn"][2] == "Qazaqstan"


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="no such language"), speaking("fr"):
        pass
