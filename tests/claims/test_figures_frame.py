"""What a figure counts and which way it goes, by who gives, bears, sends, buys, comes or owns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Figures = Callable[..., list[str]]
# a text and a line (as `line` in conftest writes it, without its time and status) that its figures hold
SAID: list[tuple[str, str]] = [
    # a part is its bearer's, whatever the whole is counted as
    ("Ортақ көпір салынды. Жобаның құны – 2 миллиард теңге, үштен бірін Бішкек мойнына алады.", "project.cost share 33.33 percent KGZ>?"),
    ("Ортақ көпір салынды. Жобаның құны – 2 миллиард теңге, үштен екісі – Тараз қазынасынан.", "project.cost share 66.67 percent KAZ>?"),
    ("Ортақ көпірдің сметасы – 900 миллион теңге, соның жартысы біздің мойында.", "project.cost share 50 percent KAZ>?"),
    ("Бірлескен экспедицияның барлық шығыны 84 миллион теңгеге түсті, төрттен бірін бішкектіктер көтерді.", "share 25 percent KGZ>?"),
    ("Ортақ бекетке 90 миллион теңге кетті, соның 40 миллионы – Қырғызстанның қалтасынан.", "level 40000000 KZT KGZ>?"),
    # what both do as one flows nowhere
    ("Екі қазына ортақ мұрағатқа 300 миллион теңге қарастырып отыр.", "other level 300000000 KZT"),
    (
        "Былтыр екі ел арасындағы ақша аударымы 90 млрд теңгеге жетті. Осының 60 млрд теңгесі бізден шықты, 30 млрд "
        "теңгесі қайтып келді.",
        "other level 30000000000 KZT KGZ>KAZ",
    ),
    # a surplus by who has it
    ("Былтыр Қырғызстанға экспортымыз 1,1 млрд доллар болды. Сальдо Қазақстанның пайдасына: 410 млн доллар.", "trade.balance level 410000000 USD KAZ>KGZ"),
    ("Былтыр сауда 1,6 млрд доллар болды. Артық сальдо қазақ жағында: 410 млн доллар.", "trade.balance level 410000000 USD KAZ>KGZ"),
    # whose verb it is: who takes imports, who sends to the needy gives
    ("Былтыр қырғыз қазандықтары бізден 700 мың тонна көмір алып жақты.", "trade.import level 700000 t KAZ>KGZ"),
    ("Қазақстан Баткеннің тұрғындарына 900 тонна ұн жіберді.", "aid.mass level 900 t KAZ>KGZ"),
    ("Қазақстандық құрылысшылар Ошта қырық үй тұрғызып бермек.", "other level 40 count KAZ>KGZ"),
    ("Биылғы сәуірде өңірлерімізді су басқанда Қырғызстан көмекке бір миллион доллар берді.", "aid.value level 1000000 USD KGZ>KAZ"),
    ("Былтыр Ыстықкөлде адасқандарды іздеуге Қазақстан 18 құтқарушы жіберді.", "other level 18 person KAZ>KGZ"),
    # people by whose they are and where they are bound
    (
        "Кеше «Қордай» бекетінен екі жаққа сегіз мың адам өтті. Соның бес мыңы – көлге асыққан қазақстандық, үш мыңы – "
        "Алматыға бет алған қырғыз ағайын.",
        "transport.passengers level 3000 person KGZ>KAZ",
    ),
    ("Былтыр Ыстықкөлде 700 мың қазақстандық тынықты. Бір қонақ орта есеппен төрт жүз доллар қалдырады.", "other level 400 USD KAZ>KGZ"),
    # what is owned, let, held
    ("Бішкекте қазақстандық капиталы бар үш банк жұмыс істейді. Олардың жиынтық активі – 50 млрд сом.", "other level 50000000000 KGS KAZ>KGZ"),
    ("Жамбыл облысының 5 мың гектар жері қырғыз шаруаларына жалға берілді.", "other level 5000 ha KAZ>KGZ"),
    ("Бірлескен станция акциясының 34 пайызы Бішкекте қалады.", "other share 34 percent ?>KGZ"),
    ("Бірлескен станция акциясының 33 пайызы Астанаға бұйырады.", "other share 33 percent ?>KAZ"),
    # words that name another thing than they seem to
    ("Екі ел арасындағы роуминг тарифі келер жылы екі есе арзандайды.", "other multiple 0.5 times"),
    ("100 миллион доллар капиталмен құрылған қазақ-қырғыз қоры жұмысын бастады.", "other level 100000000 USD"),
    ("Былтырғы импортымызды 450 миллион доллар деп жазыппыз. Дұрысы – 500 миллион доллар.", "trade.import level 500000000 USD KGZ>KAZ"),
    ("Тағы 140 тауар түрінен көрші Қырғызстанға 200 миллион доллардың өнімін өткізуге жол ашық.", "trade.export_potential level 200000000 USD KAZ>KGZ"),
    ("Таласта суарылатын жеріміздің алпыс пайызы көрші суына қарап отыр.", "water.irrigated_area share 60 percent KGZ>KAZ"),
    ("Жазда қырғыз береді, қыста біз қайтарамыз. Осы жылғы шілдеде 200 миллион киловатт-сағат келді.", "energy.electricity level 200000000 kWh KGZ>KAZ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SAID, ids=[text[:40] for text, _ in SAID])
def test_figures_by_their_frame(text: str, wanted: str, figures: Figures) -> None:
    found = figures(text)
    assert any(wanted == " ".join(line.split()[: len(wanted.split())]) or wanted in line for line in found), found
