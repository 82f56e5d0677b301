"""Numbers that no rule ties to both sides are weighed by many weak signs; the signs are told, and the file is checked."""

from __future__ import annotations

import pytest

from qatynas.claims import extract
from qatynas.claims.figures_belong import RULE
from qatynas.claims.weighed import Weights, probability, weights
from qatynas.data import DataError, load_weights
from qatynas.model import Extraction, Figure
from qatynas.read import read_bytes

STORY = """Ортақ қор не берді?

2025 жылғы 4 қыркүйек

Қазақстан мен Қырғызстан 2016 жылы құрған қордың жұмысын екі ел бірге бақылайды. Қырғызстанның шағын кәсіпорындары
одан несие алады. {} Қазақстан жағы қор жұмысын қолдайтынын айтты. Қырғыз тарапы да соны құптады.
"""


def read(sentence: str) -> Extraction:
    return extract(read_bytes(STORY.format(sentence).encode(), "a.txt"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Биыл қырғыз дүкендері қордың картасымен 60 мың мәрте есеп қабылдады.",
        "Былтыр қырғыз базарларында осындай 60 мың түбіртек берілді.",
    ],
    ids=["cards", "receipts"],
)
def test_what_goes_on_with_a_work_of_both_is_of_both_and_says_why(sentence: str) -> None:
    figures = [claim for claim in read(sentence).claims if isinstance(claim, Figure)]
    assert [figure.parties for figure in figures] == [("KAZ", "KGZ")]
    told = [reason for reason in figures[0].why if reason.rule == RULE]
    assert [reason.field for reason in told] == ["parties"]
    assert told[0].words


@pytest.mark.parametrize(
    "sentence",
    [
        "Қырғызстанда инфляция былтыр 8 пайызға жетті.",
        "Қазақстанның сыртқы қарызы 166 миллиард доллардан асты.",
        "Қазақстан халқы 20 миллионға жетті.",
        "Қырғызстанның алтын-валюта қоры 5 миллиард доллар болды.",
    ],
    ids=["inflation", "debt", "people", "reserves"],
)
def test_words_of_one_country_outweigh_all_signs(sentence: str) -> None:
    assert not [claim for claim in read(sentence).claims if isinstance(claim, Figure)]


def test_log_odds_become_a_probability_that_never_overflows() -> None:
    assert probability(0) == 0.5
    assert probability(-1e9) == 0.0
    assert probability(1e9) == 1.0


def test_the_signs_that_speak_for_an_answer_are_told_strongest_first() -> None:
    known = Weights({"yes": -1.0}, {"yes": 0.5}, {"a": {"yes": 0.5}, "b": {"yes": 2.0}, "c": {"yes": -3.0}})
    assert known.sums(["a", "b", "unknown"]) == {"yes": 1.5}
    assert known.speak_for("yes", ["a", "c", "b"]) == "b, a"


def test_the_packaged_weights_are_whole() -> None:
    known = weights("figures")
    assert set(known.bias) == {"belongs"}
    assert set(known.least) == {"belongs", "doubted"}
    assert 0 < known.least["doubted"] < known.least["belongs"] < 1
    assert all(set(told) == {"belongs"} for told in known.signs.values())


def test_weights_that_are_not_there_are_named() -> None:
    with pytest.raises(DataError, match=r"data/weights/nowhere\.json: no such data file"):
        load_weights("nowhere", Weights)
