"""What one sentence leaves out is found in those before: indicator, direction, unit, time, base."""

from __future__ import annotations

from collections.abc import Callable

import pytest

PARAGRAPHS = {
    "Былтыр екі елдің тауар айналымы 1,7 миллиард доллар болды. Соның ішінде Қазақстанның үлесіне 1,2 миллиард тиді. "
    "Ал биылғы алты айда бұл көрсеткіш 15 пайызға артып, 900 миллионға жетті.": [
        "trade.turnover level 1700000000 USD 2024 actual",
        "trade.export level 1200000000 USD KAZ>KGZ 2024 actual",
        "trade.turnover growth +15 percent 2025-01/2025-06/vs 2024-01/2024-06 actual",
        "trade.turnover level 900000000 USD 2025-01/2025-06 actual",
    ],
    "2023 жылы Қырғызстанға 240 мың тонна бидай жөнелтілген еді, былтыр бұл сан 310 мыңға дейін өсті. "
    "Биыл тағы 50 мың тоннаға көбейту жоспарда бар.": [
        "trade.export level 240000 t KAZ>KGZ 2023 actual",
        "trade.export level 310000 t KAZ>KGZ 2024 actual",
        "trade.export change +50000 t KAZ>KGZ 2025/vs 2024 target",
    ],
    "Соңғы он бес жылда Қазақстаннан барған инвестиция 1,5 миллиард долларды құрады. "
    "Керісінше бағытта 200 миллион доллар келген.": [
        "investment.flow level 1500000000 USD KAZ>KGZ 2010/2025 actual",
        "investment.flow level 200000000 USD KGZ>KAZ 2010/2025 actual",
    ],
    "Қыста Қазақстан Қырғызстанға 600 миллион киловатт-сағат электр қуатын береді. Жазда сол көлемді қайтарып алады.": [
        "energy.electricity level 600000000 kWh KAZ>KGZ - target",
        "energy.electricity level 600000000 kWh KGZ>KAZ 2025-22 target",
    ],
    "Туризм де кенде емес. Былтыр Қазақстаннан 1,1 миллион турист Ыстықкөлге барса, биыл олардың саны 10 пайызға артқан.": [
        "tourism.visitors level 1100000 person KAZ>KGZ 2024 actual",
        "tourism.visitors growth +10 percent KAZ>KGZ 2025/vs 2024 actual",
    ],
    "Тараптар бекетті кеңейтуге келісті. Жұмыстың құны 18 миллион доллар. Оның жартысын Қазақстан төлейді.": [
        "project.cost level 18000000 USD - target",
        "project.cost share 50 percent KAZ>? - target",
    ],
    "Теміржол арқылы жүк тасымалы 8 пайызға төмендеп, 4,2 миллион тонна болды, автокөлікпен 2,9 миллион тонна тасылды.": [
        "transport.freight growth -8 percent - actual",
        "transport.freight level 4200000 t - actual",
        "transport.freight level 2900000 t - actual",
    ],
    "Премьер-министр тауар айналымының 2024 жылы 1,72 млрд АҚШ долларына жеткенін, ал биылғы қаңтар–маусымда "
    "14,3%-ға өсіп, 845 млн доллар болғанын атап өтті.": [
        "trade.turnover level 1720000000 USD 2024 actual",
        "trade.turnover growth +14.3 percent 2025-01/2025-06/vs 2024-01/2024-06 actual",
        "trade.turnover level 845000000 USD 2025-01/2025-06 actual",
    ],
    "2024 жылы импорт 520 млн доллар болды, бұл алдыңғы жылғыдан 13 пайызға көп.": [
        "trade.import level 520000000 USD KGZ>KAZ 2024 actual",
        "trade.import growth +13 percent KGZ>KAZ 2024/vs 2023 actual",
    ],
    "Өзара сауданың көлемі 2026 жылы – 2,1 млрд, 2027 жылы – 2,6 млрд доллар болады деп жоспарланған.": [
        "trade.turnover level 2100000000 USD 2026 target",
        "trade.turnover level 2600000000 USD 2027 target",
    ],
}  # fmt: skip


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_a_paragraph(figures: Callable[..., list[str]], paragraph: str) -> None:
    assert figures(paragraph) == PARAGRAPHS[paragraph]


def test_every_claim_says_why_and_on_which_number_it_rests(said: Callable[..., list[object]]) -> None:
    text = "Былтыр тауар айналымы 1,7 миллиард доллар болды. Бұл көрсеткіш 15 пайызға артты."
    for claim in said(text, lead=""):
        assert any(reason.field == "indicator" for reason in getattr(claim, "why", ()))
        assert any(support.field == "value" for support in getattr(claim, "support", ()))


NOTE = (
    "2024 жылғы қаңтар–маусымда Қазақстан мен Қырғызстан арасындағы тауар айналымы 900 млн доллар болды. "
    "Бұл кезеңде экспорт 640 млн долларға, импорт 260 млн долларға жетті. {told}"
)


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("\nАрпа экспорты 70 мың тонна болды.", "2024-01/2024-06"),
        ("\nҚой еті импорты 12 млн долларды құрады.", "2024-01/2024-06"),
        ("\nҚырғызстаннан әкелінген мақтаның импорты 5 мың тонна.", "2024-01/2024-06"),
        ("\n2021 жылы арпа экспорты 70 мың тонна болды.", "2021"),
        ("\nАрпа экспортын 70 мың тоннаға жеткізу жоспарланып отыр.", None),
        ("\nҚазақстанда қырғыз капиталы бар 70 кәсіпорын жұмыс істейді.", None),
    ],
)
def test_a_note_on_part_of_a_year_holds_for_its_flows(
    said: Callable[..., list[object]], told: str, period: str | None
) -> None:
    found = [claim for claim in said(NOTE.format(told=told), published="2024-08-01") if claim.kind == "figure"]
    last = found[-1]
    assert last.quantity.value in (70, 70_000, 12_000_000, 5_000), last  # type: ignore[attr-defined]
    assert last.period == period  # type: ignore[attr-defined]
