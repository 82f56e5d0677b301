"""Bodies told by the build of the sentence: parts of a body, staffs, groups, who leads them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Body, Claim

Said = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Су инспекторларының бірлескен штабы құлақтың ашылуын күн сайын тексереді.", "agency Су инспекторларының"),
        ("Былтыр жасақталған бірлескен диспетчерлік топ пойыз кестесін күн сайын салыстырып отыр.", "agency Бірлескен"),
        ("Шу-Талас су шаруашылығы комиссиясының хатшылығы кестені бақылайды.", "agency Шу-Талас су шаруашылығы"),
        (
            "Қазақстан-Қырғызстан үкіметаралық кеңесінің сауда жөніндегі кіші тобы тоқсан сайын есеп береді.",
            "agency Қазақстан-Қырғызстан үкіметаралық кеңесінің сауда",
        ),
        ("Министрлер басқаратын Үйлестіру кеңесі тоқсан сайын есеп тыңдайды.", "ministers Үйлестіру кеңесі"),
        (
            "Су жөніндегі бірлескен жұмыс тобын екі елдің энергетика министрлері басқарады.",
            "ministers Су жөніндегі бірлескен жұмыс тобы",
        ),
        ("Шегірткеге қарсы ортақ штаб 2021 жылдан бері бар.", "agency Шегірткеге қарсы ортақ штаб"),
    ],
)
def test_bodies(said: Said, text: str, expected: str) -> None:
    found = [f"{c.level} {c.name}" for c in said(text) if isinstance(c, Body)]
    assert [one[: len(expected)] for one in found] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Екі елдің бірлескен штабын құру ұсынылды.",
        "Бұрын да екі ел басшылары жылына екі рет кездесетін.",
        "Бір топ қырғыз әншісі Алматыға жиі келеді.",
    ],
)
def test_no_body(said: Said, text: str) -> None:
    assert [c for c in said(text) if isinstance(c, Body)] == []
