"""What a work costs and how large it is stands or falls with the work: yet to begin, under way, done; and what is told
as past never lies ahead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Figures = Callable[..., list[str]]

STAGES = [
    ("Екі ел Шу бойынан станция салуға уағдаласты. Қуаты – 120 мегаватт.", "120000000", "target"),
    ("Үшеуміз бірге тұрғызатын станцияның бетоны 2027 жылы құйыла бастайды. Қуаты – 1 860 мегаватт.", "1860000000", "target"),
    ("Екі ел ортақ қойма салуға келісті. Қойманың сыйымдылығы – 90 миллион текше метр.", "90000000", "target"),
    ("Екі ел ортақ құбыр тартпақ. Құбырдың ұзындығы – 86 шақырым.", "86", "target"),
    ("Екі ел ортақ каналды жөндеуді күзде бастайды. Арнаның ұзындығы – 34 шақырым.", "34", "actual"),
    ("Екі ел ортақ көпір тұрғызып жатыр, ол күзде ашылады. Сметасы – 7 миллиард теңге.", "7000000000", "actual"),
    ("Ортақ көпірдің іргетасы қаланды, жұмыс күзде бітеді. Құны – 7 миллиард теңге.", "7000000000", "actual"),
    ("Ортақ бекет мамырда ашылды. Құны – 7 миллиард теңге.", "7000000000", "actual"),
    ("Екі ел ортақ торапты тазалауды шілдеде бастайды. Шығынның 40 пайызын Бішкек мойнына алды.", "40", "target"),
    ("Шу каналын жаңарту жобасының сомасы – 41 млн еуро. Жұмыс 2026 жылы басталады.", "41000000", "target"),
]  # fmt: skip

PAST = [
    ("Министрлік бағалауынша, былтыр Қазақстан мен Қырғызстан арасындағы сауда 1,7 миллиард долларға жетті.", "1700000000", "actual"),
    ("Сарапшылар есебінше, екі елдің ортақ станциясын салуға 4 миллиард доллар керек.", "4000000000", "forecast"),
    ("Келісім бойынша көктемде Қырғызстан Қазақстанға 500 миллион текше метр су беруі керек-тұғын.", "500000000", "target"),
    ("Күзде Қырғызстан Қазақстан жастарына 30 грант бөледі.", "30", "target"),
    ("Қырғызстан Қазақстан жастарына жыл сайын 30 грант бөледі.", "30", "actual"),
    ("Енді Қазақстан Қырғызстанға тағы жеті жүз тонна арпа аттандырады.", "700", "target"),
]  # fmt: skip


def status_of(lines: list[str], value: str) -> str:
    found = [line for line in lines if f" {value} " in line]
    return found[0].split()[-1] if found else "none"


@pytest.mark.parametrize(("text", "value", "status"), [*STAGES, *PAST], ids=range(len(STAGES) + len(PAST)))
def test_status(text: str, value: str, status: str, figures: Figures) -> None:
    assert status_of(figures(text), value) == status, figures(text)


@pytest.mark.parametrize("verb", ["болды", "жетті", "асты", "болыпты"])
@pytest.mark.parametrize("day", ["2008-03-01", "2026-03-01"], ids=["before", "behind"])
def test_what_is_told_as_past_is_no_aim(verb: str, day: str, figures: Figures) -> None:
    """Whatever the day of the text is taken for."""
    told = f"2021 жылы Қазақстан мен Қырғызстанның тауар айналымы 1 миллиард доллар{'ға' if verb == 'жетті' else 'дан' if verb == 'асты' else ''} {verb}."
    assert [line.split()[-1] for line in figures(told, published=day)] == ["actual"], told


@pytest.mark.parametrize(
    ("text", "value", "indicator"),
    [
        ("Алматы мен Бішкек арасында ұшақ көп. Әуе билетінің орташа құны – 38 мың теңге.", "38000", "other"),
        ("Екі ел ортақ көпір салып жатыр. Көпірдің құны – 7 миллиард теңге.", "7000000000", "project.cost"),
        ("Екі ел тас жол тартып жатыр. Жолдың құны – 9 миллиард теңге.", "9000000000", "project.cost"),
        ("Қазақстан Қырғызстанға үш дрон сыйлады, құны 140 миллион теңге.", "140000000", "aid.value"),
    ],
    ids=range(4),
)
def test_whose_price_it_is(text: str, value: str, indicator: str, figures: Figures) -> None:
    found = [line.split()[0] for line in figures(text) if f" {value} " in line]
    assert found in ([indicator], []) if indicator == "other" else found == [indicator], figures(text)
