"""Where a work stands and when it is due, by how the place and the season are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Project

Said = Callable[..., list[Claim]]


def places(said: Said, text: str) -> list[str]:
    found = [c for c in said(text, "2025-06-10") if isinstance(c, Project)]
    return [f"{c.place.country or '-'} {c.place.name or '-'}" if c.place else "-" for c in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Таластағы сүт зауыты: құрылысқа 2023 жылғы мамырда кіріскен, алғашқы өнімін 2026 жылы береді.", "KGZ Талас"),
        ("Таласта қазақстандық компания сүт зауытын салып жатыр, ол 2026 жылы іске қосылады.", "KGZ Талас"),
        ("Таласта қазақстандық компания салған сүт зауыты маусымда ашылды.", "KGZ Талас"),
        ("Таластағы Абай мектебінің құрылысы жүріп жатыр, оны қыркүйекте тапсыру көзделген.", "KGZ Талас"),
        ("Талас өзеніндегі су торабы жөнделіп жатыр, оған екі ел қаржы бөлді.", "- Талас өзені"),
        ("Шу өзенінде қазақ-қырғыз көпірі салынып жатыр.", "-"),
        ("«Қордай» бекетінің маңынан бой көтеретін сауда орталығының құрылысы мамырда басталмақ.", "KAZ Қордай"),
        ("Меркінің тау етегінде қырғыз компаниясы бекет салып жатыр.", "KAZ Меркі"),
        ("Ошта қазақ мәдени орталығы бар. Сонда қазақстандық құрылысшылар мектеп салып жатыр.", "KGZ Ош"),
        ("Былтыр Ошта форум өтті. Сол қалада қазақ қаржысына 860 орындық мектеп ашылды.", "KGZ Ош"),
    ],
)
def test_where_a_work_stands(said: Said, text: str, place: str) -> None:
    assert places(said, text) == [place]


def test_a_season_lies_ahead_by_its_own_verb(said: Said) -> None:
    text = "Ұн диірменін Ош облысында қостанайлық компания салып жатыр, алғашқы қабы көктемде шықпақ."
    assert [c.date for c in said(text, "2025-11-16") if isinstance(c, Project)] == ["2026-21"]
