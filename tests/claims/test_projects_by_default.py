"""Works told by new hands: any noun that is built or opened on a day, parts without their whole, protocols, notes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Project

Said = Callable[..., list[Claim]]

WORKS = [
    ("Екі ел Шу өзенінің бойында жасанды көлшік салуды 2026 жылы қолға алады.", "planned", "2026"),
    ("Таразда қырғыз тілін оқыту кабинеті маусымда есігін ашты.", "done", "2025-06"),
    ("Жетінші бекетте жүк көліктеріне арналған бөлек жолақ сәуірде пайда болды.", "done", "2025-04"),
    ("Екі жақ бірлесіп әзірлеген электронды кезек келер жылдың сәуірінде іске қосылады.", "planned", "2026-04"),
    ("«Манас» пен «Алатау» тректерін жалғайтын соқпақ 2026 жылдың шілдесінде ашылмақ.", "planned", "2026-07"),
    ("Газ құбырының қырғыз бөлігі 2026 жылдың сәуірінде түйіседі.", "planned", "2026-04"),
    ("Бірлескен сауда үйі Шымкентте 2023 жылдан бері ашық.", "done", "2023"),
    ("Алматы – Ош рейсі қараша айында қайта ашылады.", "planned", "2025-11"),
    ("Портал сынақ режімінде жүріп жатыр, толық нұсқасы 2026 жылы қосылады.", "underway", "2026"),
    ("Ортақ дерекқор биыл ақпанда қосылған.", "done", "2025-02"),
    ("Тіркеу жүйесінің өзі 2024 жылдың мамырында қосылған.", "done", "2024-05"),
    ("«Кеген» бекетін жаңарту 2026 жылғы қазанда аяқталсын.", "underway", "2026-10"),
    ("Министр көпір құрылысы 2026 жылғы наурызда басталатынын айтты.", "planned", "2026-03"),
    ("Ол Қарқара базарының былтыр ашылғанын жеткізді.", "done", "2024"),
    ("Талас өзені үстіндегі көпір, мерзімі – 2027 жыл.", "planned", "2027"),
    ("Алматы мен Балықшы арасындағы пойыз үш жылдық үзілістен кейін мамырда қатынай бастады.", "done", "2025-05"),
    ("Бекет толып тұр: «Қордайды» кеңейту құрылысы сәуірде басталды.", "underway", "2025-04"),
    ("«Сыр мен Нарын» атты төрт бөлімді фильм түсіріліп жатыр, келесі көктемде экранға шықпақ.", "underway", "2026-21"),
    ("Қазақстанның көмегімен салынып жатқан емхана 2026 жылы ашылады.", "underway", "2026"),
]


@pytest.mark.parametrize(("text", "stage", "date"), WORKS)
def test_works_are_told(said: Said, text: str, stage: str, date: str) -> None:
    found = [(c.stage, c.date) for c in said(text) if isinstance(c, Project)]
    assert found[:1] in ([(stage, date)], [(stage, f"{date}/2025")])


PARTS = [
    ("Министр Қамбар-Ата-1 стансасын айтты. Алғашқы агрегат 2030 жылы айналады.", "2030"),
    ("Қазақ құрылысшылары Нарында елу үй тұрғызып бермек. Іргетас қыркүйекте құйылады.", "2025-09"),
    ("Ескі көпір 1950 жылдан қалған. Жаңасын екі ел 2017 жылы салып бітірді.", "2017"),
]


@pytest.mark.parametrize(("text", "date"), PARTS)
def test_a_part_stands_for_the_work_told_before(said: Said, text: str, date: str) -> None:
    assert date in [c.date for c in said(text) if isinstance(c, Project)]


PLACES = [
    ("Нарында жақсы жаңалық естідік. Қазақ қаржысына салынған емхана маусымда ашылды.", "KGZ"),
    ("Қордай қант зауытының бірлескен желісі қазанда іске қосылады.", "KAZ"),
]


@pytest.mark.parametrize(("text", "country"), PLACES)
def test_places_from_the_name_or_from_just_before(said: Said, text: str, country: str) -> None:
    places = [c.place.country for c in said(text) if isinstance(c, Project) and c.place]
    assert places == [country]


NOTHING = [
    "Автобус таңғы 7-де жолға шығып, түскі 12-де жетеді.",
    "Тоқтоғұл қоймасының қақпасы сәуірде ашылды.",
    "Пойыз күн сайын кешкі сегізде жүреді.",
    "Қазақстанда қырғыз студенттері сегіз жексенбілік мектеп ашқан.",
    "Екі ел дипломатиялық қатынасты 1992 жылы орнатты.",
    "Астана қаржы салды.",
    "Көрме қыркүйекте есігін ашты.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_work(said: Said, text: str) -> None:
    assert not [c for c in said(text) if isinstance(c, Project)]
