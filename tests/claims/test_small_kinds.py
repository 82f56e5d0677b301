"""Help without the word for it, memberships by standing together, awards to others than heads of state, bodies renamed."""

from __future__ import annotations

import pytest

from qatynas.model import Aid, Award, Body, Community, Membership


def of(claims, kind):
    return [claim for claim in claims if isinstance(claim, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Көктемде Баткенде сел жүріп, Қазақстан апат аймағына 100 тонна ұн мен 30 шатыр аттандырды.",
        "Мамырда Ошта зілзала болды. Қазақстан көрші елге екі вагон дәрі-дәрмек жөнелтті.",
        "Шілдеде Қазақстан меценаттары Бішкектегі балалар ауруханасына жедел жәрдем көлігін сыйлады.",
        "Қазақстан қырғыз мектептеріне 500 оқулық сыйға тартты.",
    ],
)
def test_help_without_its_word(said, text):
    (claim,) = of(said(text), Aid)
    assert (claim.from_, claim.to, claim.status) == ("KAZ", "KGZ", "done")


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан Қырғызстанға 71 мың тонна ұн жөнелтті.",
        "Қазақстан Ақтөбедегі су тасқынынан зардап шеккендерге шатыр жіберді.",
        "Қазақстан кәсіпкері досына көлік сыйлады.",
        "Ошта сел жүрді, бірақ Қазақстан ол жаққа шатыр жібермеді.",
    ],
)
def test_only_like_help(said, text):
    assert of(said(text), Aid) == []


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("Екі мемлекет ШЫҰ, ҰҚШҰ және ЕАЭО шеңберінде тығыз әріптес.", {"SCO", "CSTO", "EAEU"}),
        ("Қазақстан мен Қырғызстан ТМД аясында иық тіресіп келеді.", {"CIS"}),
        ("Екі ел БҰҰ мен ТМҰ шаңырағы астында тізе қосып жүр.", {"UN", "OTS"}),
        ("ШЫҰ саммиті аясында екі ел әріптестері кездесті.", set()),
        ("Екі ел ЕАЭО аясында әріптес емес.", set()),
    ],
)
def test_standing_together(said, text, organisations):
    assert {claim.organisation for claim in of(said(text), Membership)} == organisations


def test_a_writer_is_decorated_on_a_visit(said):
    text = (
        "Қасым-Жомарт Тоқаев 20 тамызда Бішкекке ресми сапармен келді. "
        "Қазақстан Президенті жазушы Айгүл Сатыбалдықызына «Достық» орденін өз қолымен тапсырды."
    )
    (claim,) = of(said(text), Award)
    assert (claim.to, claim.by) == ("Айгүл Сатыбалдықызы", "Қасым-Жомарт Тоқаев")


def test_a_club_becomes_a_centre(said):
    text = (
        "Бішкектегі «Отау» қауымдастығы 1995 жылы тіркелген. "
        "Ош облысындағы «Алатау» клубы былтыр «Атамекен» орталығы болып қайта құрылды."
    )
    claim = of(said(text), Community)[-1]
    assert (claim.name, claim.date, claim.succeeds) == ("Атамекен", "2024", "«Алатау» клубы")


def test_a_working_group_is_founded(said):
    text = "Екі елдің министрліктері 2024 жылғы мамырда Көші-қон мәселелері жөніндегі бірлескен жұмыс тобын құрды."
    (claim,) = of(said(text), Body)
    assert claim.name == "Көші-қон мәселелері жөніндегі бірлескен жұмыс тобы"


def test_one_state_s_own_group_is_none(said):
    assert of(said("Қазақстан министрлігі былтыр цифрландыру жөніндегі жұмыс тобын құрды."), Body) == []
