"""Deliveries agreed with their return: each way is an exchange, whatever sentence it stands in and whoever speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Exchange

Said = Callable[..., list[Claim]]
TO = ("KAZ", "KGZ")
FROM = ("KGZ", "KAZ")

AGREED = [
    (
        "Қыркүйек пен ақпан аралығында қырғыз желісіне 640 миллион киловатт-сағат қуат береміз. "
        "Оны келер жазда Тоқтоғұлдан түсетін сумен бірге өтеп алмақпыз.",
        {("electricity", *TO), ("electricity", *FROM), ("water", *FROM)},
    ),
    (
        "Қырғызстан көктем мен жаз айларында Талас арнасына су жібереді. "
        "Оның есебіне Қазақстан күзде 200 мың тонна көмір тиеп жөнелтеді.",
        {("water", *FROM), ("goods", *TO)},
    ),
    (
        "Желтоқсан мен наурыз аралығында көршіге 500 миллион киловатт-сағат ток бағыттаймыз, "
        "олар дәл сонша мөлшерді шілдеде қайтарады.",
        {("electricity", *TO), ("electricity", *FROM)},
    ),
    (
        "Қырғыз жағы жазда Қазақстанға 300 миллион текше метр су босатады. "
        "Орнына Қазақстан қыста 250 миллион киловатт-сағат электр қуатын жеткізеді.",
        {("water", *FROM), ("electricity", *TO)},
    ),
    (
        "Әр қыс сайын қазақ энергиясы Қырғызстанға барады, көктем туысымен сол қуат кері оралады.",
        {("electricity", *TO), ("electricity", *FROM)},
    ),
    ("Бішкектің медицина университеті жыл сайын қазақ жастарына он грант ұсынады.", {("education.grants", *FROM)}),
]


@pytest.mark.parametrize(("text", "flows"), AGREED, ids=range(len(AGREED)))
def test_agreed(said: Said, text: str, flows: set[tuple[str, str, str]]) -> None:
    found = [c for c in said(f"Қазақстан мен Қырғызстан келісті. {text}") if isinstance(c, Exchange)]
    assert {(c.commodity, c.from_, c.to) for c in found} == flows


NOT_AGREED = [
    "Былтыр қыста Қырғызстанға 700 миллион киловатт-сағат ток бердік. Биыл одан да көп болады.",
    "Қыста көршіге ток берсек, олар жазда су жібере ме?",
    "Біз көршіге бидай, ұн сатамыз, ал бізге көкөніс келеді.",
    "Сәуірде тәулігіне 5 миллион киловатт-сағат ток береміз.",
]


@pytest.mark.parametrize("text", NOT_AGREED, ids=range(len(NOT_AGREED)))
def test_no_exchange(said: Said, text: str) -> None:
    assert not [c for c in said(f"Қазақстан мен Қырғызстан келісті. {text}") if isinstance(c, Exchange)]


def test_season_every_year(said: Said) -> None:
    found = [c for c in said("Қазақстан қыс сайын Қырғызстанға ток береді.") if isinstance(c, Exchange)]
    assert [(c.season, c.recurrence) for c in found] == [("winter", "yearly")]
