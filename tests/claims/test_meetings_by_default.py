"""Meetings told by a noun, a day and a town, whatever the verb is; put off in a later part; one of a row by its number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Meeting

Said = Callable[..., list[Claim]]
HEAD = "Қазақстан мен Қырғызстанның жер комиссиясы былтыр 5 шілдеде Ошта бас қосты. "


def met(said: Said, text: str, published: str = "2025-07-03") -> list[str]:
    found = [c for c in said(text, published) if isinstance(c, Meeting)]
    return [f"{m.type} {m.date} {m.status} {m.host} {m.number or ''}".strip() for m in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("17 қыркүйекте Таразда екі елдің форумы шаңырақ көтереді.", "forum 2025-09-17 planned KAZ"),
        ("17 маусымда Таразда екі елдің форумы тарқады.", "forum 2025-06-17 done KAZ"),
        ("17 маусымда Таразда өткен келіссөзде екі жақ көлік шекарасын сөз етті.", "talks 2025-06-17 done KAZ"),
        ("17 маусымда Таразда өткен сол кездесуге екі министр де қатысқан еді.", "talks 2025-06-17 done KAZ"),
        ("Мұндай басқосу биыл да, маусымның он жетісінде Таразда болған еді.", "talks 2025-06-17 done KAZ"),
        ("Келесі кездесуді тараптар қыркүйектің соңына белгіледі.", "talks 2025-09 planned None"),
        (
            "Тараз әкімі Ербол Қарашөкеев пен Ош әкімі Жеңіс Тоқторбаев 17 маусымда Таразда көпір жайын талқылады.",
            "talks 2025-06-17 done KAZ",
        ),
    ],
)
def test_whatever_the_verb_is(said: Said, text: str, told: str) -> None:
    assert met(said, HEAD + text)[1:] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Комиссияның жетінші отырысы бастапқыда маусымға жоспарланып, енді 12 қыркүйекке ауыстырылды.",
        "Комиссияның жетінші отырысы әуелі маусымға қойылып, кейін 12 қыркүйекке шегерілді.",
        "Комиссияның жетінші отырысы болса, маусымнан 12 қыркүйекке ығыстырылды.",
        "Комиссияның жетінші отырысын маусымға белгілеп едік, соңынан 12 қыркүйекке жылжыттық.",
    ],
)
def test_put_off_in_a_later_part(said: Said, text: str) -> None:
    text = "Қазақстан мен Қырғызстанның үкіметаралық комиссиясы жұмысын жалғастырды. " + text
    assert met(said, text) == ["session 2025-09-12 planned None 7"]


def test_a_row_told_by_numbers(said: Said) -> None:
    text = (
        "Қазақстан мен Қырғызстан өңірлерінің бесінші форумы 4 маусымда Ошта өтті. "
        "Төртіншісі 2023 жылдың күзінде Таразда өткен-тін. Алтыншысы 2026 жылғы мамырда Түркістанға тиесілі."
    )
    assert met(said, text)[:2] == ["forum 2025-06-04 done KGZ 5", "forum 2023-23 done KAZ 4"]


@pytest.mark.parametrize(
    "text",
    [
        "Үкіметаралық кеңесті премьерлер басқарады.",
        "Іскерлік кеңестің отырысы жайлы да айтылды.",
    ],
)
def test_nothing_without_a_time(said: Said, text: str) -> None:
    assert met(said, "Қазақстан мен Қырғызстан – көрші ел. " + text) == []


def test_meetings_below_their_days(said: Said) -> None:
    text = (
        "Қазақстан мен Қырғызстан: кеңес шежіресі\n\n2022\n\n4 наурыз. Қазақстан мен Қырғызстанның су министрлері "
        "Ошта кездесті.\n\n2023\n\n17 мамыр. Қазақстан мен Қырғызстанның көлік министрлері Таразда бас қосты."
    )
    assert met(said, text) == ["talks 2022-03-04 done KGZ", "talks 2023-05-17 done KAZ"]
