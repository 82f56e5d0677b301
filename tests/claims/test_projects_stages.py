"""How far a work is, by its clauses together: what goes on beside the plan, what ends, what is still to begin."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Project

Said = Callable[..., list[Claim]]

STAGES = [
    ("Көршілердің ортақ зауыты Таразда салынып жатыр, ол желтоқсанда ашылмақ.", "underway"),
    ("Ошта жаңаланып жатқан қазақ шипажайы келер мамырда есігін ашады.", "underway"),
    ("Меркі бекетінің жаңа ғимаратына көктемде қазық қағылды.", "underway"),
    ("Бішкек – Алматы жолын ұзарту 2027 жылы аяқталмақ.", "underway"),
    ("Көкшетауда ортақ мектепті 2027 жылы тұрғызып бітпек.", "planned"),
    ("Достық каналын тазалау 2027 жылғы көктемде басталып, 2028 жылы тәмамдалады.", "planned"),
    ("Қордайдағы бірлескен көпір былтыр ашылды.", "done"),
]


@pytest.mark.parametrize(("text", "stage"), STAGES, ids=range(len(STAGES)))
def test_stage(said: Said, text: str, stage: str) -> None:
    found = [c.stage for c in said(f"Қазақстан мен Қырғызстан көрші. {text}") if isinstance(c, Project)]
    assert found == [stage]


NONE = [
    "Ол ауыл фермеріне базар ашады.",
    "Көрші министрлік ондай жүйені жыл соңына дейін іске қосамыз деп уәде етті.",
    "2009 жылы ашылған «Отан» қазақ мәдени орталығы бұл істі қолға алды.",
]


@pytest.mark.parametrize("text", NONE, ids=range(len(NONE)))
def test_no_work(said: Said, text: str) -> None:
    assert not [c for c in said(f"Қазақстан мен Қырғызстан көрші. {text}") if isinstance(c, Project)]
