"""What the signs of a sentence tell where no rule reads it, and what they never do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.claims.context import At
from qatynas.claims.extract import extract
from qatynas.claims.likely import Classes, known, likeliest, likely, signs
from qatynas.claims.likely_claims import is_weighed
from qatynas.data import load
from qatynas.language.reading import read_language
from qatynas.model import Claim
from qatynas.read import read_bytes
from qatynas.script import Script, convert

Said = Callable[..., list[Claim]]
HEAD = "Қазақстан мен Қырғызстан арасындағы жаңалықтар\n2025 жылғы 20 қараша\n\n"
PASSAGES = (
    (
        "procedure",
        "Топ мүшелері",
        "Парламенттер арасындағы достық тобы отырысының алдында депутат Айгүл Сейітова журналистермен сөйлесті. Топ "
        "мүшелері әр жолы кездесудің қорытындысын палаталарға таныстырады.",
    ),
    (
        "assessment",
        "Еңбек көшінің",
        "Қырғыздан келетін жұмысшы саны биыл едәуір кеміді. Еңбек көшінің заңға сыйғаны қай тарапқа болса да олжа.",
    ),
    (
        "assessment",
        "бір жүктің",
        "Кеденші Арман Төлегенов қағазбастылықты сынап отыр. Оның айтуынша, бір жүктің құжатын екі жерде толтыру ұсақ "
        "саудагердің еңсесін езеді.",
    ),
    (
        "topic",
        "Қаралатын мәселелердің",
        "Үкіметаралық комиссияның күздегі отырысына дайындық басталды. Қаралатын мәселелердің басында көлік дәліздері "
        "мен тау-кен саласы тұр. Қырғыз тарапы гуманитарлық бағытты да тізімге кіргізуді сұрапты.",
    ),
)


@pytest.mark.parametrize("script", [None, Script.ARAB, Script.LATN], ids=["cyrl", "arab", "latn"])
@pytest.mark.parametrize("place", range(len(PASSAGES)), ids=["group", "gain", "burden", "agenda"])
def test_what_no_rule_reads(said: Said, place: int, script: Script | None) -> None:
    kind, words, text = PASSAGES[place]
    whole = HEAD + text if script is None else convert(HEAD + text, script)
    first = words if script is None else convert(words, script)
    found = [claim for claim in said(whole, published=None, lead="") if claim.kind == kind]
    assert any(first in claim.quote for claim in found)


def test_the_reason_is_told(said: Said) -> None:
    _, _, text = PASSAGES[1]
    told = [
        reason
        for claim in said(HEAD + text, published=None, lead="")
        for reason in claim.why
        if reason.rule == "weighed"
    ]
    assert told
    assert all(reason.words for reason in told)


@pytest.mark.parametrize(
    "text",
    ["Ол үйіне барды.", "Балалар кітап оқуы керек.", "Дүкенде ет, сүт, нан сатылады."],
    ids=["go", "read", "shop"],
)
def test_a_short_text_is_not_weighed(said: Said, text: str) -> None:
    assert said(text) == []


def test_classes_hold_kazakh_words_once() -> None:
    for code, words in load("likely", Classes).classes.items():
        assert len(words) == len(set(words)), code
        assert not any("a" <= letter <= "z" for word in words for letter in word), code


def test_every_kind_has_its_bounds() -> None:
    least = known().least
    kinds = {name for name in least if not name.endswith("doubted")}
    assert {f"{kind} doubted" for kind in kinds} == set(least) - kinds
    assert all(0 <= least[f"{kind} doubted"] < least[kind] <= 1 and kind in known().bias for kind in kinds)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120))
def test_any_text_has_signs(text: str) -> None:
    reading = read_language(read_bytes((HEAD + text).encode("utf-8", "replace"), "text.txt"))
    for index in range(len(reading.sentences)):
        at = At(reading, index)
        assert list(signs(at)) == list(dict.fromkeys(signs(at)))
        if is_weighed(at):
            assert 0 <= likely(at, "assessment") <= 1
            assert likeliest(at, "mode") in ("discussed", "agreed", "priority", "expected")
    extract(reading.document)
