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
