"""Projects told by the build of the sentence: where a bare noun stands, what it is for, what is agreed or about to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Project

Said = Callable[..., list[Claim]]


def works(said: Said, text: str, published: str = "2025-07-03") -> list[str]:
    found = [c for c in said(text, published) if isinstance(c, Project)]
    return [f"{p.stage} {p.date} {p.name}" for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Шекарадағы Болашақ стансасында құрғақ порт салынып жатыр.",
            "underway None Болашақ стансасындағы құрғақ порт",
        ),
        (
            "Қырғызстанның Ош қаласындағы филиалы күзде ашылады.",
            "planned 2025-23 Қырғызстанның Ош қаласындағы филиалы",
        ),
        (
            "Абай университетінің Ош қаласындағы филиалы қыркүйекте есік ашады.",
            "planned 2025-09 Абай университетінің Ош қаласындағы филиалы",
        ),
        (
            "Қырғыз компаниясы Шымкентте ет өңдейтін кешен салып жатыр.",
            "underway None ет өңдейтін кешен",
        ),
        (
            "Алматы мен Ошты жалғайтын тікелей рейс шілденің соңында ашылады.",
            "planned 2025-07 Алматы – Ош тікелей рейсі",
        ),
        (
            "Екі елдің «Көш» атты ортақ кинотуындысы түсіріліп жатыр.",
            "underway None «Көш» кинотуынды",
        ),
        (
            "Қордайдағы ескі бекеттің орнына ортақ терминал салынып жатыр.",
            "underway None ортақ терминал",
        ),
        (
            "Екі ел ортақ тау даярлығы орталығының іргесін мамырда қалады.",
            "underway 2025-05 ортақ тау даярлығы орталығы",
        ),
        ("Тараптар бірлесіп Манас кесенесіне бастайтын 12 шақырым жолды жөндеп жатыр.", "underway None"),
    ],
)
def test_the_name(said: Said, text: str, expected: str) -> None:
    assert [work[: len(expected)] for work in works(said, text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Тараптар ортақ қойма тұрғызуға 9 млн доллар құюға келісті.", "planned None ортақ қойма тұрғызу"),
        ("Екі ел бірлескен зауыт салуға уағдаласты.", "planned None зауыт салу"),
        ("Екі жақтың техниктері ортақ СЭС салғалы жатыр.", "planned None"),
        ("Қордай бекетіндегі жаңа жолақтың құрылысы аяқталуға таяу.", "underway None"),
        ("Шекараға ортақ 14 ескерту бекеті орнатылады. Алғашқы бесеуі қыркүйекте іске қосылмақ.", "planned 2025-09"),
        ("«Жасөркен» шекара көпірінен 20 тамызда алғашқы көлік өтпек.", "planned 2025-08-20"),
        (
            "Шу каналын жаңарту жобасының сомасы 41 млн еуро, жартысын Қырғызстан төлейді. Жоба 2026 жылдың үшінші "
            "тоқсанында басталмақ.",
            "planned 2026-07/2026-09 Шу каналы",
        ),
    ],
)
def test_the_stage(said: Said, text: str, expected: str) -> None:
    assert [work[: len(expected)] for work in works(said, text)] == [expected]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Шекарадағы Болашақ стансасында құрғақ порт салынып жатыр.", "Болашақ"),
        ("«Луговая» стансасындағы ортақ қосалқы жолдың құрылысы басталды.", "Луговая"),
    ],
)
def test_a_site_that_no_list_knows(said: Said, text: str, place: str) -> None:
    found = [c for c in said(text, "2025-07-03") if isinstance(c, Project)]
    assert [(p.place.country, p.place.name) for p in found if p.place] == [("KAZ", place)]


@pytest.mark.parametrize(
    "text",
    [
        "Бұл дәліз екі елге мұхитқа шығар есік ашады.",
        "Ортақ ғимаратты жөндеуге 3 млн доллар кетіпті, шығынның жартысын қырғыз жағы көтерген.",
        "«Ақ жол» қазақ бірлестігінің төрайымына қырғыз министрі медаль тапсырды.",
        "Екі елдің жеті бекетінің төртеуі жаңарған.",
        "Екі ел сауданы кеңейтуге келісті.",
    ],
)
def test_no_project(said: Said, text: str) -> None:
    assert works(said, text) == []
