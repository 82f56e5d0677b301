"""Judgements by the build of a sentence: what is a plan, a turn of talk or a matter, what is called for, what comes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Assessment, Claim

Said = Callable[..., list[Claim]]


def judged(claims: list[Claim]) -> list[Assessment]:
    return [c for c in claims if isinstance(c, Assessment)]


NO_ADVICE = [
    "Екі елдің ортақ мектебінің кілті 2026 жылғы 1 қыркүйекке дейін тапсырылуы керек.",
    "Өзен жағасын бекіту былтыр басталды, екі ел оны 2027 жылы тәмамдауы керек.",
    "Бірлескен станцияның алғашқы агрегаты 2028 жылы айналуы керек.",
    "Қырғызстандағы ортақ зауыт келесі ақпанда өнім беруі керек.",
    "– Екі елге күзге дейін екі миллион бас малды егіп үлгеруіміз керек, – дейді мал дәрігері Марат Сыдықов.",
    "Айта кеткен жөн, екі ел шекара келісіміне былтыр қол қойды.",
    "Екі ел құжатқа 2025 жылы қол қойғанын да еске салған жөн.",
    "Екі жақта да мектеп аз болғанын ұмытпайық.",
    "– Қырғызстандағы бағаны Бішкектегі әріптесімнен сұраған дұрыс, – деді Асан Серік.",
]


@pytest.mark.parametrize("text", NO_ADVICE)
def test_a_plan_or_a_turn_of_talk_is_no_advice(said: Said, text: str) -> None:
    assert "recommendation" not in [c.stance for c in judged(said(text))]


ADVICE = [
    "– Екі елге бәсекелесуден гөрі ортақ өнім шығарған тиімді, – деді Марал Исабекова.",
    "– Ағайын, екі елдің шекарасындағы кезекті қысқартайық, – деді Дархан Жұмабек.",
    "Сарапшы Әсел Жұмабаева екі елге хабарлау тетігін заңмен бекіту керегін атап өтті.",
    "– Екі ел бекеттердегі кезекті қысқарту керек, – деді Дархан Жұмабек.",
    "– Көршімен ашық сөйлескен абзал, екі елге де жақсы, – деді Дархан Жұмабек.",
]


@pytest.mark.parametrize("text", ADVICE)
def test_what_is_called_for(said: Said, text: str) -> None:
    assert "recommendation" in [c.stance for c in judged(said(text))]


MATTERS = [
    "Екі елдің министрлері Бішкекте кеңес өткізді. Арқауы – көші-қон, шекара, цифрландыру.",
    "Екі елдің талқылауының өзегі – транзит пен жол құрылысы.",
    "Екі елдің жиынында кітапхана ашу жайы пікірлесуге арқау болды.",
    "– Екі үкімет басшысы су мен көлік мәселелерін талқылайды деп ойлаймын, – деді Дархан Жұмабек.",
]


@pytest.mark.parametrize("text", MATTERS)
def test_what_is_talked_of_is_no_judgement(said: Said, text: str) -> None:
    assert not judged(said(text))


CONDITIONS = [
    ("– Екі ел қатар жүрмесек, жүк айналып кетеді, – деді Нұрлан Сауран.", "risk"),
    ("– Каналдарды бетондамасақ, екі елдің суы құмға сіңеді, – деді Қанат Есім.", "risk"),
    ("– Екі елдің дауын тезірек шешпесек, саудагер сорлайды, – деді Қанат Есім.", "risk"),
    ("Сарапшы Дархан Жұмабектің пайымынша, бөген іске қосылса, екі елдің диқаны тапшылықтан құтылады.", "expectation"),
    ("– Осы сауда болмаса, екі жақтың дастарқаны жұтаңдап қалар еді, – деді Дархан Жұмабек.", "benefit"),
]


@pytest.mark.parametrize(("text", "stance"), CONDITIONS)
def test_what_comes_of_a_condition(said: Said, text: str, stance: str) -> None:
    assert [c.stance for c in judged(said(text))] == [stance]


HELPED = [
    ("– Бұл дәліз екі елге мұхитқа шығар есік ашады, – деді Нұрлан Сауран.", "benefit"),
    ("– Станса екі елді қысқы тапшылықтан арылтады, – деді Нұрлан Сауран.", "benefit"),
    ("– Ортақ штаб екі елдің ауылдарын апаттан құтқарады, – деді Нұрлан Сауран.", "benefit"),
    ("– Бекеттегі кезек екі ел саудасының тұсауына айналды, – деді Нұрлан Сауран.", "risk"),
    ("Көпшілік мұны екі елді жақындата түсер іс деп жылы қабылдады.", "benefit"),
    ("Ұстаз Бейбіт Әлім бұл бастаманы екі ауыл үшін арзан шешім деп құптады.", "benefit"),
]


@pytest.mark.parametrize(("text", "stance"), HELPED)
def test_what_helps_and_what_harms(said: Said, text: str, stance: str) -> None:
    assert [c.stance for c in judged(said(text))] == [stance]


NAMES = [
    "Ал Береке – Етрек бағытында екі елдің бірлескен цехы тамызда ашылды.",
    "Бұл күнде екі жақты байланыстыратын – 2022 жылдың көктемінде құрылған ортақ штаб.",
    "Екі елдің су дауы бұрын да шыққан.",
]


@pytest.mark.parametrize("text", NAMES)
def test_a_name_or_a_fact_judges_nothing(said: Said, text: str) -> None:
    assert not judged(said(text))


HEAD = (
    "Қазақстан мен Қырғызстан суды қалай бөледі?\n\nСу вице-министрі Нұрбол Әлімқұлов тілшіміздің сауалдарына жауап берді.\n\n"
    "– Биыл су жете ме?\n\n– Жетеді. Екі елдің қоймасы толды.\n\n– Көршіге қандай өтініш бар?\n\n– Екі ел ашық сөйлескен абзал."
)


def test_who_answers_the_reporter_holds_it(said: Said) -> None:
    assert [c.holder for c in judged(said(HEAD, lead=""))] == ["Нұрбол Әлімқұлов"]
