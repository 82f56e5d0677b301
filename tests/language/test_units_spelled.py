"""Units as the press spells them: with stops, signs and bars, written together or apart, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from qatynas.language import numbers, tokens
from qatynas.model import Span

_SPELLED = {
    ("USD", "5000000"): (
        "5 млн АҚШ долл.", "5 млн АҚШ долл", "5 млн дол.", "5 млн АҚШ$", "5 млн US$", "US$ 5 млн", "$5 млн",
        "5 млн америкалық доллар", "5 млн Америка Құрама Штаттары доллары", "5 млн америка ақшасы", "5 млн көк қағаз",
    ),
    ("KZT", "5000000"): ("5 млн теңг.", "5 млн тг.", "5 млн ₸", "5 млн қазақ теңгесі"),
    ("UZS", "5000000"): ("5 млн сўм", "5 млн сум", "5 млн өзбек сумы"),
    ("kWh", "5000000"): (
        "5 млн кВт.сағ", "5 млн кВт·сағ.", "5 млн кВт/сағ", "5 млн кВт/с", "5 млн киловатсағат", "5 млн кВтсағ",
        "5 млн киловатт/сағат", "5 ГВт.сағ",
    ),
    ("m3", "5000000"): ("5 млн текшеметр", "5 млн куб. м", "5 млн м. куб", "5 млн текше м", "5 млн м³"),
    ("m3", "5000000000"): ("5 текшекилометр", "5 текше шақырым", "5 куб. км", "5 км³"),
    ("m3/s", "18"): (
        "секундына 18 текшеметр", "секунд сайын 18 текше метр", "бір секундта 18 текше метр", "18 куб.м/с", "18 м³/сек",
    ),
    ("ha", "500"): ("5 шаршы шақырым", "5 кв. км", "5 шаршыкилометр", "5 км²"),
    ("km", "1241"): ("1241 чақырым", "1241 км-лік", "1 241 шақырымдық"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "value", "said"), [(*key, said) for key, listed in _SPELLED.items() for said in listed]
)
def test_a_unit_however_it_is_spelled(unit: str, value: str, said: str) -> None:
    text = f"{said} болды"
    found = numbers(text, tokens(text, Span(0, len(text))))
    assert [(n.quantity.unit, n.quantity.value) for n in found] == [(unit, Decimal(value))]


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("интернеттің он бөлігінің жетісі бізден өтеді", "70", "percent"),
        ("шекараның төрт бөлігінің үшін тау алып жатыр", "75", "percent"),
        ("үш үлестің екеуі көршіге тиді", "66.67", "percent"),
        ("жүздің алпысы осы бекеттен өтеді", "60", "percent"),
        ("бағасы 2 сом 40 тыйыннан айналады", "2.4", "KGS"),
        ("келісі екі жүз теңге елу тиын тұрады", "200.5", "KZT"),
        ("литрі 1 доллар 20 цент болды", "1.2", "USD"),
        ("жолдың ұзындығы 3 шақырым 200 метр болды", "3.2", "km"),
        ("5 тонна 300 келі жүк өтті", "5.3", "t"),
        ("қалған қырқын көрші көтереді", "40", ""),
    ],
)
def test_parts_of_a_whole_and_smaller_units_are_one_number(said: str, value: str, unit: str) -> None:
    found = [n for n in numbers(said, tokens(said, Span(0, len(said)))) if n.quantity.unit == unit]
    assert [n.quantity.value for n in found] == [Decimal(value)]
    assert len(numbers(said, tokens(said, Span(0, len(said))))) == 1


@pytest.mark.parametrize("said", ["2 сом, 40 теңге болды", "үш бөліктен тұрады, екеуі дайын", "5 теңге 500 сом болды"])
def test_what_is_two_numbers_stays_two(said: str) -> None:
    assert len(numbers(said, tokens(said, Span(0, len(said))))) == 2
