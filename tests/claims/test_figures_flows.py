"""Figures of investment, water, current, freight, people and money: from whom to whom, when, and whether it came true."""

from __future__ import annotations

from collections.abc import Callable

import pytest

SENTENCES = {
    # investment and enterprises
    "2005 жылдан бері Қырғызстаннан Қазақстан экономикасына 130 млн доллар инвестиция тартылды.": [
        "investment.flow level 130000000 USD KGZ>KAZ 2005/2025 actual",
    ],
    "Қазақстандық инвесторлар көрші елдің тау-кен саласына 260 миллион доллар салған.": [
        "investment.flow level 260000000 USD KAZ>KGZ - actual",
    ],
    "Қырғызстанда 700-ге жуық қазақстандық компания бар.": ["enterprises.count level 700 count KAZ>KGZ - actual"],
    "Қазақстанда қырғыз капиталының қатысуымен 1 500-ден астам бірлескен кәсіпорын тіркелген.": [
        "enterprises.count level 1500 count KGZ>KAZ - actual",
    ],
    "Құны 1,3 млрд доллар болатын 24 бірлескен жоба пысықталып жатыр.": [
        "projects.value level 1300000000 USD - actual",
        "projects.count level 24 count - actual",
    ],
    # water
    "Биыл вегетациялық маусымда Киров су қоймасынан 280 млн текше метр су алынды.": [
        "water.volume level 280000000 m3 KGZ>KAZ 2025 actual",
    ],
    "Тоқтоғұлдан секундына 650 текше метр су жіберіліп жатыр.": ["water.flow level 650 m3/s KGZ>KAZ - actual"],
    "Қырғызстан Шу өзенімен жылына 370 млн текше метр су беруі тиіс.": [
        "water.volume level 370000000 m3 KGZ>KAZ - target",
    ],
    "Тоқтоғұл су қоймасында 9,4 млрд текше метр су жиналды.": ["water.storage level 9400000000 m3 - actual"],
    "Жамбыл облысының суармалы жерінің 70 пайызы Қырғызстаннан келетін суға тәуелді.": [
        "water.irrigated_area share 70 percent KGZ>KAZ - actual",
    ],
    "Шу суының 42 пайызы Қазақстанға, 58 пайызы Қырғызстанға тиесілі.": [
        "water.share share 42 percent KGZ>KAZ - actual",
        "water.share share 58 percent ?>KGZ - actual",
    ],
    "Вегетация кезеңінде Шу бойынша 180, Талас бойынша 450 млн текше метр су алу көзделген.": [
        "water.volume level 180000000 m3 KGZ>KAZ 2025 target",
        "water.volume level 450000000 m3 KGZ>KAZ 2025 target",
    ],
    "Тоқтағұлда 7 млрд 610 млн текше метр су бар, былтырғыдан 1,5 млрд аз.": [
        "water.storage level 7610000000 m3 - actual",
        "water.storage change -1500000000 m3 -/vs 2024 actual",
    ],
    "Жамбыл облысының диқандарына биыл 320 миллион текше метр су керек. Оның 240 миллионы Қырғызстаннан келуі тиіс. "
    "Әзірге келісілген көлемнің 60 пайызы ғана алынды.": [
        "water.volume level 320000000 m3 KGZ>KAZ 2025 target",
        "water.volume level 240000000 m3 KGZ>KAZ - target",
        "water.volume share 60 percent KGZ>KAZ - actual",
    ],
    # current
    "Қазақстан қыс айларында Қырғызстанға 500 млн кВт·сағ электр энергиясын жеткізді.": [
        "energy.electricity level 500000000 kWh KAZ>KGZ 2024-24 actual",
    ],
    "Қырғыз тарапы жазда 350 миллион киловатт-сағат электр қуатын қайтаруы керек.": [
        "energy.electricity level 350000000 kWh KGZ>KAZ 2025-22 target",
    ],
    # transport
    "Былтыр «Қордай» бекеті арқылы 3,4 миллион адам өтті.": ["transport.passengers level 3400000 person 2024 actual"],
    "Екі ел арасында жылына 7 миллион тонна жүк тасымалданады.": ["transport.freight level 7000000 t - actual"],
    "Алматы мен Бішкек арасында аптасына 14 рейс орындалады.": ["other level 14 count - actual"],
    "Бекеттің өткізу қабілеті тәулігіне 300-ден 800 көлікке дейін ұлғаяды.": [
        "other level 300 count - actual",
        "other level 800 count - forecast",
    ],
    # people
    "Былтыр Қырғызстанға 1,2 млн қазақстандық турист барды.": ["tourism.visitors level 1200000 person KAZ>KGZ 2024 actual"],
    "Бішкектің жоғары оқу орындарында 2 500-ден астам қазақстандық студент білім алуда.": [
        "education.students level 2500 person KAZ>KGZ - actual",
    ],
    "Қазақстандық 200 студент Бішкекте, 150 қырғыз студенті Алматыда оқып жүр.": [
        "education.students level 200 person KAZ>KGZ - actual",
        "education.students level 150 person KGZ>KAZ - actual",
    ],
    "Қазақстан биыл қырғыз азаматтарына 40 грант бөлді.": ["education.grants level 40 count KAZ>KGZ 2025 actual"],
    "2025/2026 оқу жылында Қазақстан қырғыз жастарына 50, ал Қырғызстан 30 грант бөледі.": [
        "education.grants level 50 count KAZ>KGZ 2025/2026 target",
        "education.grants level 30 count KGZ>KAZ 2025/2026 target",
    ],
    "Тараптар бір-біріне жыл сайын 25 гранттан береді.": [
        "education.grants level 25 count KAZ>KGZ - actual",
        "education.grants level 25 count KGZ>KAZ - actual",
    ],
    "Былтыр Қырғызстаннан 850 қандас көшіп келді.": ["migration.persons level 850 person KGZ>KAZ 2024 actual"],
    "Қырғызстанда 40 мыңға жуық этникалық қазақ тұрады.": ["other level 40000 person - actual"],
    "«Қырғызстанда оқитын студенттер саны 140-тан асты, ал бізде 85 қырғыз жасы білім алып жатыр», – деді басшы.": [
        "education.students level 140 person KAZ>KGZ - actual",
        "education.students level 85 person KGZ>KAZ - actual",
    ],
    "Бүгінде Қазақстанда мыңға жуық, Қырғызстанда 5 мыңнан астам бірлескен кәсіпорын бар.": [
        "enterprises.count level 1000 count KGZ>KAZ - actual",
        "enterprises.count level 5000 count KAZ>KGZ - actual",
    ],
    # aid, works, documents
    "Қазақстан Ош облысына 40 тонна гуманитарлық көмек жіберді.": ["aid.mass level 40 t KAZ>KGZ - actual"],
    "Шекарадағы жаңа бекеттің құны 12 миллиард теңгеге бағаланып отыр.": ["project.cost level 12000000000 KZT - actual"],
    "Жобаның жалпы құны 150 миллион доллар, оның 40 пайызын қазақ тарапы қаржыландырады.": [
        "project.cost level 150000000 USD - actual",
        "project.cost share 40 percent KAZ>? - actual",
    ],
    "Сапар қорытындысында 12 құжатқа қол қойылды.": ["agreements.count level 12 count 2025-08-21 actual"],
    "Екі ел арасында 180-нен астам халықаралық шарт бар.": ["agreements.count level 180 count - actual"],
    "Қырғызстанның Даму банкі қазақстандық жобаларға 20 миллион доллар несие берді.": [
        "other level 20000000 USD KGZ>KAZ - actual"
    ],
}  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence(figures: Callable[..., list[str]], sentence: str) -> None:
    assert figures(sentence) == SENTENCES[sentence]
