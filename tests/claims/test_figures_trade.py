"""Figures of trade: what they count, how, when and for whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SENTENCES = {
    "Былтыр екіжақты сауда 1,6 миллиард АҚШ долларына жетті, бұл 2022 жылға қарағанда 12,5 пайызға жоғары.": [
        "trade.turnover level 1600000000 USD 2024 actual",
        "trade.turnover growth +12.5 percent 2024/vs 2022 actual",
    ],
    "Ведомство мәліметінше, биылғы алғашқы жартыжылдықта өзара тауар алмасу көлемі 780 млн долларды құраған.": [
        "trade.turnover level 780000000 USD 2025-01/2025-06 actual",
    ],
    "Оның 540 миллионы – қазақстандық экспорт, қалған 240 миллионы Қырғызстаннан әкелінген тауарлар.": [
        "trade.export level 540000000 USD KAZ>KGZ - actual",
        "trade.import level 240000000 USD KGZ>KAZ - actual",
    ],
    "Қазақстаннан Қырғызстанға экспорт 8,3 пайызға ұлғайып, 1,1 млрд доллар болды, ал импорт 5 пайызға кеміп, "
    "430 млн долларға дейін төмендеді.": [
        "trade.export growth +8.3 percent KAZ>KGZ - actual",
        "trade.export level 1100000000 USD KAZ>KGZ - actual",
        "trade.import growth -5 percent KGZ>KAZ - actual",
        "trade.import level 430000000 USD KGZ>KAZ - actual",
    ],
    "Былтыр тауар айналымы 900 миллион доллардан аспады.": ["trade.turnover level 900000000 USD 2024 actual"],
    "Тараптар 2030 жылға дейін тауар айналымын 3 миллиард долларға жеткізуді жоспарлап отыр.": [
        "trade.turnover level 3000000000 USD ../2030 target",
    ],
    "Үкімет 2028 жылға қарай тауар айналымын 2,5 млрд долларға, ал өзара инвестицияны 300 млн долларға жеткізуді көздейді.": [
        "trade.turnover level 2500000000 USD ../2028 target",
        "investment.flow level 300000000 USD ../2028 target",
    ],
    "Жыл соңына дейін сауда 2 миллиард доллардан асады деп күтілуде.": ["trade.turnover level 2000000000 USD ../2025 forecast"],
    "Қазақстанның Қырғызстанға экспортын 175 тауар позициясы бойынша 240 млн долларға арттыруға мүмкіндік бар.": [
        "trade.commodity_lines level 175 count KAZ>KGZ - potential",
        "trade.export_potential level 240000000 USD KAZ>KGZ - potential",
    ],
    "Қазақстан Қырғызстанның басты сауда серіктестерінің арасында үшінші орында.": [
        "trade.partner_rank rank 3 count - actual",
    ],
    "Қырғыз тарапы Қазақстанның сыртқы саудасында он бірінші орын алады.": ["trade.partner_rank rank 11 count - actual"],
    "Қырғызстанға 150 мың тонна ұн жөнелтілді.": ["trade.export level 150000 t KAZ>KGZ - actual"],
    "Көрші елден 45 мың тонна картоп импортталды.": ["trade.import level 45000 t KGZ>KAZ - actual"],
    "Мұнан бөлек, былтыр Қазақстан қырғыз нарығына 310 мың тонна бидай шығарды, бұл алдыңғы жылғыдан 40 мың тоннаға артық.": [
        "trade.export level 310000 t KAZ>KGZ 2024 actual",
        "trade.export change +40000 t KAZ>KGZ 2024/vs 2023 actual",
    ],
    "Экспорттың жартысынан астамы – мұнай өнімдері, төрттен бірі – азық-түлік.": [
        "trade.export share 50 percent KAZ>KGZ - actual",
        "trade.export share 25 percent KAZ>KGZ - actual",
    ],
    "Экспорт 2,5 есеге, импорт 1,8 есеге өсті.": [
        "trade.export multiple 2.5 times KAZ>KGZ - actual",
        "trade.import multiple 1.8 times KGZ>KAZ - actual",
    ],
    "Екіжақты сауда-саттықтың көлемі 1,7 миллиардтан 2 миллиард долларға дейін ұлғайды.": [
        "trade.turnover level 1700000000 USD - actual",
        "trade.turnover level 2000000000 USD - actual",
    ],
    "Қазақстанның экспорты 2023 жылы 1 126,3 млн, 2024 жылы 1 254,1 млн доллар болды.": [
        "trade.export level 1126300000 USD KAZ>KGZ 2023 actual",
        "trade.export level 1254100000 USD KAZ>KGZ 2024 actual",
    ],
    "Қырғызстаннан импорт 2024 жылы бар болғаны 458,3 млн доллар, яғни 2023 жылғы 494,1 млн доллардан 7,2 %-ға аз.": [
        "trade.import level 458300000 USD KGZ>KAZ 2024 actual",
        "trade.import level 494100000 USD KGZ>KAZ 2023 actual",
        "trade.import growth -7.2 percent KGZ>KAZ 2024/vs 2023 actual",
    ],
    "1993 жылы екі ел арасындағы айналым 92 миллион доллар ғана болса, отыз жылда он сегіз есе өсті.": [
        "trade.turnover level 92000000 USD 1993 actual",
        "trade.turnover multiple 18 times 2023/vs 1993 actual",
    ],
    "Былтыр сауда 1,7 миллиард доллар болып, 2030 жылға дейін оны 3 миллиардқа жеткізу көзделген.": [
        "trade.turnover level 1700000000 USD 2024 actual",
        "trade.turnover level 3000000000 USD ../2030 target",
    ],
    "Қазақстан Қырғызстанға экспортты 20 пайызға, импортты 10 пайызға арттырды.": [
        "trade.export growth +20 percent KAZ>KGZ - actual",
        "trade.import growth +10 percent KGZ>KAZ - actual",
    ],
    "Биыл сегіз айда Қырғызстаннан 62 мың тонна алма-өрік кірді.": [
        "trade.import level 62000 t KGZ>KAZ 2025-01/2025-08 actual",
    ],
    "Жоспарға сәйкес 2026 жылы Қазақстан Қырғызстанға 300 мың тонна астық жеткізеді.": [
        "trade.export level 300000 t KAZ>KGZ 2026 target",
    ],
    "Екі ел арасындағы сауда айналымы 1,2 млрд АҚШ долларын құрап, оның ішінде экспорт 800 млн, импорт 400 млн болды.": [
        "trade.turnover level 1200000000 USD - actual",
        "trade.export level 800000000 USD KAZ>KGZ - actual",
        "trade.import level 400000000 USD KGZ>KAZ - actual",
    ],
    "Қырғызстанға жіберілген астық 85 мың тоннадан 150 мың тоннаға өсті.": [
        "trade.export level 85000 t KAZ>KGZ - actual",
        "trade.export level 150000 t KAZ>KGZ - actual",
    ],
}  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_of_trade(figures: Read, sentence: str) -> None:
    assert figures(sentence) == SENTENCES[sentence]


def test_signs_in_brackets(figures: Read) -> None:
    read = figures("2024 жылы экспорт 1 млрд 260 млн доллар (+18 %), импорт 460 млн доллар (–3 %) болды.")
    assert "trade.export growth +18 percent KAZ>KGZ 2024/vs 2023 actual" in read
    assert "trade.import growth -3 percent KGZ>KAZ 2024/vs 2023 actual" in read


def test_product(said: Callable[..., list[object]]) -> None:
    claim = said("Былтыр Қазақстан Қырғызстанға 150 мың тонна ұн экспорттады.")[0]
    assert getattr(claim, "product", None) == "ұн"


def test_whose_statistics(said: Callable[..., list[object]]) -> None:
    claim = said("Ұлттық статистика бюросының дерегінше, былтыр Қырғызстанмен сауда 1,7 млрд доллар болды.")[0]
    assert getattr(claim, "reporter", None) == "Ұлттық статистика бюросы"
