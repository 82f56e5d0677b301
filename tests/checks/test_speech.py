"""What findings say, in English and in Kazakh of three scripts."""

from __future__ import annotations

import re
import string
import tomllib
from importlib.resources import files

import pytest
from checks.worlds import PAIR, figure, related, told, world

from qatynas.checks import findings
from qatynas.checks.speech import english, joined, named, say
from qatynas.claims import extract
from qatynas.demo import NOTES
from qatynas.model.finding import Finding, Told
from qatynas.publish.checked import advice_of, words_of
from qatynas.publish.labels import LANGUAGES, speaking
from qatynas.read import find_documents, read_path
from qatynas.relations import build

KAZAKH = LANGUAGES[1:]


def some() -> list[Finding]:
    """Findings of many checks."""
    texts = [told(*world(seed, troubles=2).figures, name=f"{seed}.txt") for seed in range(4)]
    own = [
        figure("trade.export", "848600000", "2020", reporter="KAZ"),
        figure("trade.import", "609500000", "2020", from_="KAZ", to="KGZ", reporter="KGZ"),
        figure("trade.export", "796200000", "2020", low="796150000", high="796250000"),
        figure("water.storage", "2870000", "2024", unit="m3", subject="Қамбар-Ата СЭС-1", from_=None, to=None),
        figure("trade.turnover", "2000000000", "../2024", status="target"),
        figure("trade.turnover", "821800000", "2025-01/2025-05"),
        figure("trade.turnover", "2000000000", "2025", low="1500000000", high="2500000000", status="forecast"),
    ]
    notes = [extract(read_path(path)) for path in find_documents([NOTES])]
    return [*findings(related(*texts, told(*own, name="own.txt"))), *findings(build(notes, PAIR))]


def test_what_is_told_is_what_is_said() -> None:
    for one in some():
        assert one.told is not None
        assert say(one.told) == one.says
        assert (say(one.advice) if one.advice else "") == one.settle


@pytest.mark.parametrize("language", KAZAKH)
def test_all_is_told_in_kazakh(language: str) -> None:
    found = some()
    assert len({one.check for one in found}) >= 6
    with speaking(language):
        for one in found:
            for words in (words_of(one), advice_of(one)):
                assert not re.search(r"[{}]|trade\.|water\.|\b(cannot|against|would|told|which)\b", words), words
            assert words_of(one) != one.says


def test_kazakh_has_a_wording_for_each_english_one_with_the_same_gaps() -> None:
    kazakh = tomllib.loads((files("qatynas.checks") / "labels.kk.toml").read_text(encoding="utf-8"))["told"]
    assert kazakh.keys() == english().wordings.keys()
    for key, wording in english().wordings.items():
        assert _gaps(kazakh[key]) <= _gaps(wording), key


def _gaps(wording: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(wording) if name}


def test_a_key_without_words_and_braces_in_names_lose_nothing() -> None:
    assert say(Told("never_heard", {"one": named("{Қарасу}")})) == "never heard {Қарасу}"
    assert say(joined("semicolon", named("а"), named("ә"), named("а"))) == "а; ә"
