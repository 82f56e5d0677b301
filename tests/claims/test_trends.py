"""Trends: directions without a number, in many verbs; and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Trend

Said = Callable[..., list[Claim]]


def trends(claims: list[Claim]) -> list[tuple[str, str]]:
    return [(c.indicator, c.direction) for c in claims if isinstance(c, Trend)]


TOLD = [
    ("Екі ел арасындағы сауда жылдан-жылға артып келеді.", "trade.turnover", "up"),
    ("Соңғы жылдары екі елдің тауар айналымы айтарлықтай өсті.", "trade.turnover", "up"),
    ("Қырғызстанға экспорт көлемі ұлғая түсті.", "trade.export", "up"),
    ("Қырғызстаннан келетін импорт азайып барады.", "trade.import", "down"),
    ("Екі ел арасындағы жүк тасымалы қысқара бастады.", "transport.freight", "down"),
    ("Көршіден келетін туристердің қатары жыл сайын көбейіп келеді.", "tourism.visitors", "up"),
    ("Қырғыз инвестициясы былтыр төмендеді.", "investment.flow", "down"),
    ("Бішкекте оқитын қазақстандық студенттер саны азаюда.", "education.students", "down"),
    ("Екі елдің сауда байланысы қарқын алып келеді.", "trade.turnover", "up"),
    ("Екі ел арасындағы сауда бұрынғы деңгейде қалды.", "trade.turnover", "steady"),
    ("Бірлескен кәсіпорындардың қатары молайды.", "enterprises.count", "up"),
    ("Тоқтоғұлдан келетін су көлемі кеміді.", "water.volume", "down"),
    ("Екі ел арасындағы өзара сауда құлдырап кетті.", "trade.turnover", "down"),
    ("Екі ел арасындағы сауда бәсеңсіді.", "trade.turnover", "down"),
    ("Қырғызстанға көмірдің жөнелтілімі тұрақты өсіп келеді.", "trade.export", "up"),
    ("Қырғызстанға ұн сату азайып барады.", "trade.export", "down"),
    ("Қырғызстанға жөнелтілетін бензин көлемі күрт қысқарды.", "trade.export", "down"),
    ("Қырғызстаннан әкелінетін көкөніс жыл өткен сайын молаюда.", "trade.import", "up"),
    ("Көршіден келетін қонақтардың қарасы көбейіп келеді.", "tourism.visitors", "up"),
    ("Бішкекте білім алатын қазақстандықтар азайып барады.", "education.students", "down"),
    ("Көрші елге салынған инвестиция көлемі тұрақты күйінде қалды.", "investment.flow", "steady"),
    ("Екі елдің өзара саудасы оң динамика көрсетіп отыр.", "trade.turnover", "up"),
    ("Шекарадағы кептеліс саябырлап келеді.", "other", "down"),
]

NOTHING = [
    "Екі ел арасындағы сауда 12 пайызға өсті.",
    "Екі елдің тауар айналымы өсіп, 1,7 миллиард долларға жетті.",
    "Тараптар сауданы арттыруға келісті.",
    "Егер жол салынса, екі елдің саудасы артар еді.",
    "Екі ел арасындағы сауда артқан жоқ.",
    "Екі елдің саудасы өсуі мүмкін.",
    "Екі ел саудасын көбейту керек.",
    "Екі елдің саудасы арта ма?",
    "Баланың бойы өсті.",
]


@pytest.mark.parametrize(("text", "indicator", "direction"), TOLD)
def test_told(said: Said, text: str, indicator: str, direction: str) -> None:
    assert trends(said(text)) == [(indicator, direction)]


@pytest.mark.parametrize("text", NOTHING)
def test_no_trend(said: Said, text: str) -> None:
    assert trends(said(text)) == []


FORESEEN = [
    "Көршіден келетін туристер биыл да көбейе түспек.",
    "Қырғызстаннан келетін туристер саны арта береді деп күтілуде.",
    "Былтыр Қазақстаннан келген туристер саны миллионнан асты. Биыл бұдан да көп болмақ.",
    "Қырғызстаннан келетін туристер келер жылы көбейеді.",
]


@pytest.mark.parametrize("text", FORESEEN)
def test_foreseen_is_planned(said: Said, text: str) -> None:
    found = [c for c in said(text) if isinstance(c, Trend)]
    assert [(c.indicator, c.direction, c.status) for c in found] == [("tourism.visitors", "up", "planned")]


def test_since_then(said: Said) -> None:
    text = "2021 жылы екі елдің саудасы 900 миллион доллар болды. Содан бері көрсеткіш тек өрлеп келеді."
    assert [c.period for c in said(text) if isinstance(c, Trend)] == ["2021/2025"]


def test_carried_indicator(said: Said) -> None:
    text = "Былтыр екі ел арасында жүк тасымалы 5 миллион тонна болды. Биыл бұл көрсеткіш төмендей бастады."
    assert trends(said(text)) == [("transport.freight", "down")]


def test_a_goal_that_is_being_met(said: Said) -> None:
    text = "Екі елдің міндеті – импортты азайту. Бұл міндет біртіндеп жүзеге асып келеді."
    assert trends(said(text)) == [("trade.import", "down")]
