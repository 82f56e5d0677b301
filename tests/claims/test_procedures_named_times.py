"""A month, a season or a weekday that comes round says how often."""

from __future__ import annotations

import pytest

from qatynas.claims import extract
from qatynas.read import read_bytes

_HEAD = (
    "2025 жылғы 14 қараша\nҚазақстан мен Қырғызстанның ынтымағы\nҚазақстан мен Қырғызстан арасында Шу-Талас су шаруашылығы "
    "комиссиясы жұмыс істейді. Екі елдің келісімі күшінде. Комиссия мүшелері көп. "
)


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("Комиссия әр тамызда Киров қоймасын аралап шығады.", "yearly"),
        ("Комиссия күз сайын жөндеу жоспарын бекітеді.", "yearly"),
        ("Бұл комиссия әр вегетация алдында босату кестесін қайта түзеп отырады.", "yearly"),
        ("Комиссия әрбір көктемде су бөлу кестесін қарайды.", "yearly"),
        ("Комиссия мүшелері әр сенбіде сағалардағы суды өлшейді.", "weekly"),
        ("Комиссия наурыз сайын бас қосады.", "yearly"),
    ],
)
def test_how_often_a_body_does_it(text: str, often: str) -> None:
    found = extract(read_bytes((_HEAD + text + " Келіссөздер жалғасады.\n").encode(), "note.txt")).claims
    assert often in [claim.row()["frequency"] for claim in found if claim.kind == "procedure"]


def test_a_festival_of_every_august_is_yearly() -> None:
    text = "1998 жылдан бері тамыз сайын Таласта екі елдің «Қос қала» фестивалі өтіп келеді."
    found = extract(read_bytes((_HEAD + text + "\n").encode(), "note.txt")).claims
    assert [claim.row()["recurrence"] for claim in found if claim.kind == "event"] == ["yearly"]
