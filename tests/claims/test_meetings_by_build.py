"""Meetings told by the build of the sentence: who sits with whom, which body, on which of several days."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Meeting

Said = Callable[..., list[Claim]]


def met(said: Said, text: str, published: str = "2025-07-03") -> list[str]:
    found = [c for c in said(text, published) if isinstance(c, Meeting)]
    return [f"{m.type} {m.date} {m.host} {m.body or ''}".strip() for m in found]


@pytest.mark.parametrize(
    "text",
    [
        "19 маусымда Таразда «Қазақстан темір жолы» мен «Қырғыз темір жолы» басшылары үстел басына отырды.",
        "19 маусымда Таразда «Қазақ газы» мен «Қырғыз газы» өкілдері кездесті.",
        "19 маусымда «Қазақ орманы» мен «Қырғыз орманы» басшылары Таразда келіссөз жүргізді.",
        "Екі елдің көлік министрлері 19 маусымда Таразда жаңа тарифке келісті.",
        "19 маусымда Таразда қазақ пен қырғыз кеденінің басшылары кезекті қысқартуға уағдаласты.",
        "Мәжіліс пен Жоғорку Кеңештің достық топтары 19 маусымда Таразда кездесті.",
        "Екі елдің сауда палаталары 19 маусымда Таразда бас қосты.",
        "Қырғызстан Ауыл шаруашылығы министрінің орынбасары 19 маусымда Таразда кеңес өткізіп қайтты.",
    ],
)
def test_people_of_both_meet(said: Said, text: str) -> None:
    assert met(said, text) == ["talks 2025-06-19 KAZ"]


@pytest.mark.parametrize(
    "text",
    [
        "Мәдениет министрінің орынбасары 19 маусымда Ошта келіссөз жүргізіп қайтты.",
        "Сыртқы істер министрінің орынбасары 19 маусымда Бішкекте кеңес өткізді.",
    ],
)
def test_ours_hold_talks_in_the_other_land(said: Said, text: str) -> None:
    assert met(said, text) == ["talks 2025-06-19 KGZ"]


@pytest.mark.parametrize(
    "text",
    [
        "19 маусымда Бішкекте қырық қазақ фирмасынан құралған сауда миссиясы болып қайтты.",
        "Бішкекте 19 маусымда қазақ делегациясы болып кетті.",
        "19 маусымда Бішкекте Түркістан облысының әкімі Нұралхан Көшеров болып қайтты.",
    ],
)
def test_there_and_back(said: Said, text: str) -> None:
    assert met(said, text) == ["visit 2025-06-19 KGZ"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 қыркүйек пен 1 қазанда Бішкекте көлік министрі жұмыс сапарымен болды.", "2024-09-30/2024-10-01"),
        ("Тоқаевтың Қырғызстанға сапары 21 тамызда басталып, екі күнге созылады.", "2025-08-21/2025-08-22"),
        ("Жапаровтың Қазақстанға сапары 21 тамызда басталады, үш күнге жалғасады.", "2025-08-21/2025-08-23"),
    ],
)
def test_days_of_a_visit(said: Said, text: str, expected: str) -> None:
    assert [m.split()[1] for m in met(said, text)] == [expected]


def test_a_day_counted_in_the_days_of_a_visit(said: Said) -> None:
    text = (
        "Министр 30 маусым мен 1 шілдеде Бішкекте жұмыс сапарымен болды. Алғашқы күні ол Қазақстан-Қырғызстан "
        "үкіметаралық кеңесінің он бірінші отырысын өткізді, ертеңіне қырғыз әріптесімен келіссөз құрды."
    )
    assert [m.split()[1] for m in met(said, text)] == ["2025-06-30/2025-07-01", "2025-06-30", "2025-07-01"]


@pytest.mark.parametrize(
    "text",
    [
        "Қазақ-қырғыз іскерлік кеңесі жыл сайын ұсыныс енгізеді. Кеңес соңғы рет 14 мамырда Алматыда жиналды.",
        "Қазақ-қырғыз іскерлік кеңесі – тұрақты алаң. Бұл кеңес бірнеше рет шегерілген соң 14 мамырда Алматыда бас қосты.",
    ],
)
def test_a_body_told_before_meets(said: Said, text: str) -> None:
    assert met(said, text) == ["session 2025-05-14 KAZ Қазақстан-Қырғызстан іскерлік кеңесі"]


def test_which_body_by_the_word_of_its_name(said: Said) -> None:
    text = (
        "Президенттер басқаратын Жоғары мемлекетаралық кеңестен бөлек, қазақ-қырғыз іскерлік кеңесі жұмыс істейді. "
        "Жоғары кеңес соңғы рет 19 сәуірде Астанада жиналды."
    )
    assert met(said, text)[-1].endswith("Жоғары мемлекетаралық кеңес")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("20 шілдеде жұмыс тобы Алматыда қайта бас қосады.", "жұмыс тобы"),
        ("20 шілдеде сарапшылар тобының отырысы Алматыда өтеді.", "сарапшылар тобы"),
    ],
)
def test_a_body_of_no_name(said: Said, text: str, body: str) -> None:
    assert met(said, text) == [f"session 2025-07-20 KAZ {body}"]


@pytest.mark.parametrize(
    "text",
    [
        "Екі елдің парламентаралық тобы жылына бір рет бас қосады.",
        "Екі ел келісімді 19 маусымда Астанада жасады.",
        "Қырғыз әншісі 19 маусымда Алматыда көрермендермен қауышты.",
        "Министр 19 маусымда Таразда тұрғындармен ақылдасты.",
        "«Қазақстан» арнасы мен «Қырғыз үні» газеті туралы айтылды.",
    ],
)
def test_no_meeting(said: Said, text: str) -> None:
    assert met(said, text) == []


def test_a_headline_over_the_report_of_a_forum(said: Said) -> None:
    text = (
        "Таразда қазақ пен қырғыздың ректорлары бас қосты\n\n"
        "Кеше Тараз университетінде қазақ-қырғыз ректорларының төртінші форумы болып өтті. Жиынға он жеті ректор келді."
    )
    found = [c for c in said(text, "2025-07-03", lead="") if isinstance(c, Meeting)]
    assert [m.type for m in found] == ["forum"]
