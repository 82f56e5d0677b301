"""When a figure holds, by the decisions behind it: what a time is counted from, which figure is the main one, which
date is whose. Each passage tells it in other words than the rules' own examples."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.claims.extract import extract
from qatynas.model import Figure, Period
from qatynas.read import read_bytes

Said = Callable[..., list[object]]
NOVEMBER = "2025-11-19"


def times(said: Said, text: str, day: str = NOVEMBER) -> list[str | None]:
    return [claim.period for claim in said(text, day) if isinstance(claim, Figure)]


COUNTED_BACK = {
    # from the year of the level told before; from the text where that level stands now or «осыдан» says so
    "Екі облыстың өзара саудасы 2023 жылы 48 млн доллар болды. Төрт жыл бұрын 20 млн доллар еді.": ["2023", "2019"],
    "Қазақстан мен Қырғызстан саудасы былтыр 1,7 млрд доллар болды. Алты жыл бұрын 0,8 млрд доллар болған.": [
        "2024",
        "2018",
    ],
    "Қазақстан мен Қырғызстан саудасы былтыр 1,7 млрд доллар болды. Осыдан алты жыл бұрын 0,8 млрд доллар еді.": [
        "2024",
        "2019",
    ],
    "Қазақстанда 41 мың қырғыз азаматы жұмыс істейді, бес жыл бұрын олар 18 мың болатын.": [None, "2020"],
}


@pytest.mark.parametrize("text", COUNTED_BACK, ids=range(len(COUNTED_BACK)))
def test_years_ago_count_from_the_level_told(said: Said, text: str) -> None:
    assert times(said, text) == COUNTED_BACK[text]


BACK_TO_THE_MAIN_FIGURE = {
    "Қазақстанда 41 мың қырғыз азаматы жұмыс істейді, бес жыл бұрын олар 18 мың болатын. Әр үшіншісі – аспаз.": None,
    "Қырғызстанда 12 мың қазақстандық еңбек етеді. 2019 жылы олар 7 мың еді. Төрттен бірі – мұғалім.": None,
    "Былтыр Қазақстан мен Қырғызстан саудасы 1,7 млрд доллар болды, 2020 жылы 0,8 млрд еді. Үштен бірі – астық.": "2024",
}


@pytest.mark.parametrize("text", BACK_TO_THE_MAIN_FIGURE, ids=range(len(BACK_TO_THE_MAIN_FIGURE)))
def test_what_follows_a_comparison_is_of_the_main_figure(said: Said, text: str) -> None:
    assert times(said, text)[-1:] == [BACK_TO_THE_MAIN_FIGURE[text]]


WITHIN = {
    "Былтырғы қазан мен биылғы ақпан аралығында Қырғызстанға 900 млн кВт·сағ ток берілді. Соның бестен бірі"
    " желтоқсанда жетті.": ["2024-10/2025-02", "2024-12"],
    "Мамырдан тамызға дейін Қырғызстаннан Қазақстанға 420 млн текше метр су келді.": ["2025-05/2025-08"],
    "Қарашадан наурызға дейін Қазақстан Қырғызстанға 700 млн кВт·сағ ток береді.": ["2025-11/2026-03"],
}


@pytest.mark.parametrize("text", WITHIN, ids=range(len(WITHIN)))
def test_a_month_lies_in_the_span_told(said: Said, text: str) -> None:
    assert times(said, text) == WITHIN[text]


AIMS = {
    "Екі үкімет 2027 жылға 2,5 млрд доллар сауда межесін қойды.": "2027",
    "Қазақстан мен Қырғызстан саудасын 5 млрд долларға жеткізу мерзімі 2032 жылға шегерілді.": "../2032",
    "Былтыр екі ел шекарасындағы бекетті жөндеуге 4,2 млрд теңге қаралды.": "2024",
}


@pytest.mark.parametrize("text", AIMS, ids=range(len(AIMS)))
def test_the_time_of_an_aim(said: Said, text: str) -> None:
    assert times(said, text) == [AIMS[text]]


OF_THE_OTHER_CLAUSE = {
    "Қазақстандық инвестор Ош фабрикасына 9 млн доллар салмақ, ал жаңа цех 2027 жылдың мамырында аяқталмақ.": None,
    "2003 жылы екі ел шекара туралы келісті. Содан бері Қырғызстаннан Қазақстанға секундына 15 текше метр су"
    " ағып жатыр.": None,
}


@pytest.mark.parametrize("text", OF_THE_OTHER_CLAUSE, ids=range(len(OF_THE_OTHER_CLAUSE)))
def test_the_date_of_another_clause_is_not_the_figures(said: Said, text: str) -> None:
    assert times(said, text) == [OF_THE_OTHER_CLAUSE[text]]


FINER = {
    "Жылдың басында Қазақстаннан Қырғызстанға тәулігіне 240 жүк көлігі өтетін.": "2025-01",
    "Күзгі үш айда Қазақстан Қырғызстанға 60 мың тонна ұн жөнелтті.": "2025-09/2025-11",
    "Ортақ топ былтыр көктемде құрылды, оған екі елден 14 маман кірді.": "2024-21",
}


@pytest.mark.parametrize("text", FINER, ids=range(len(FINER)))
def test_as_fine_as_it_is_told(said: Said, text: str) -> None:
    assert times(said, text) == [FINER[text]]


TOLD_BACKWARDS = {
    "2023 жылы Қазақстан Қырғызстаннан 28 мың тонна картоп сатып алды. Соның алдындағы жылы 40 мың тонна алған еді.": [
        "2023",
        "2022",
    ],
    "Былтыр Қазақстаннан Қырғызстанға 60 млрд теңге аударылды. Одан бір жыл ілгері 52 млрд теңге аударылған.": [
        "2024",
        "2023",
    ],
}


@pytest.mark.parametrize("text", TOLD_BACKWARDS, ids=range(len(TOLD_BACKWARDS)))
def test_the_year_before_the_one_told(said: Said, text: str) -> None:
    assert times(said, text) == TOLD_BACKWARDS[text]


MONTHS = ("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша")
FROM = ("нан", "нан", "дан", "ден", "дан", "нан", "ден", "дан", "тен", "нан", "дан")
TO = ("ға", "ға", "ға", "ге", "ға", "ға", "ге", "ға", "ке", "ға", "ға")
TEXTS = (
    "{a}{from_} {b}{to} дейін Қазақстан Қырғызстанға 300 мың тонна көмір {verb}.",
    "{a} мен {b} аралығында Қазақстаннан Қырғызстанға 300 мың тонна көмір {verb}. Соның 40 мың тоннасы {a}да {verb}.",
    "Былтырғы {a}{from_} {b}{to} дейін Қазақстан Қырғызстанға 300 мың тонна көмір {verb}. {b}да 20 мың тонна {verb}.",
)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, len(MONTHS) - 1),
    st.integers(0, len(MONTHS) - 1),
    st.sampled_from(TEXTS),
    st.sampled_from(("жіберді", "жібереді", "жібермек", "жіберген еді", "жөнелту келісілген-ді")),
    st.dates(date(2019, 1, 1), date(2026, 12, 31)),
)
def test_no_time_ends_before_it_begins(first: int, last: int, text: str, verb: str, day: date) -> None:
    told = text.format(a=MONTHS[first], b=MONTHS[last], from_=FROM[first], to=TO[last], verb=verb)
    found = extract(read_bytes(f"Қазақстан мен Қырғызстан – көрші.\n\n{told}".encode(), "t.txt", published=str(day)))
    for claim in found.claims:
        if isinstance(claim, Figure):
            for time in (claim.period, claim.base_period):
                assert time is None or Period(time)  # raises where it ends before it begins
