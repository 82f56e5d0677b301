"""When a figure holds and whether it came true, told otherwise than by a date: quarters, times told before, money that
somebody will put in, what somebody reckons."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Figure

Figures = Callable[..., list[str]]
Said = Callable[..., list[object]]

QUARTERS = {
    "Биылғы үш тоқсанда екі елдің саудасы 1,2 млрд доллар болды.": "2025-01/2025-09",
    "Биыл үш тоқсанда өзара сауда 1,2 млрд долларға жетті.": "2025-01/2025-09",
    "Алғашқы үш тоқсанның қорытындысында өзара сауда 1,2 млрд доллар болды.": "2025-01/2025-09",
    "Алғашқы екі тоқсанда өзара сауда 800 млн доллар болды.": "2025-01/2025-06",
    "2024 жылғы екі тоқсанда өзара сауда 800 млн доллар болды.": "2024-01/2024-06",
    "2024 жылдың үш тоқсаны ішінде өзара сауда 1,2 млрд доллар болды.": "2024-01/2024-09",
    "2024 жылғы үш тоқсан ішінде өзара сауда 1,2 млрд доллар болды.": "2024-01/2024-09",
    "Үш тоқсанда Қырғызстанға 214 мың тонна бидай жөнелтілді.": "2025-01/2025-09",
    "Былтырғы үш тоқсанда өзара сауда 1,1 млрд доллар болған.": "2024-01/2024-09",
    "Екінші тоқсанда өзара сауда 400 млн доллар болды.": "2025-04/2025-06",
}


@pytest.mark.parametrize("text", QUARTERS, ids=range(len(QUARTERS)))
def test_quarters_are_counted_from_january(said: Said, text: str) -> None:
    told = [c.period for c in said(text, "2025-11-06") if isinstance(c, Figure)]
    assert told == [QUARTERS[text]]


TOLD_BEFORE = {
    "Пойыз 1 маусымда қайта қатынады. Сол айдың өзінде Қазақстаннан Қырғызстанға 12 мың жолаушы барды.": "2025-06",
    "Пойыз 1 маусымда қайта қатынады. Сол айда Қазақстаннан Қырғызстанға 12 мың жолаушы барды.": "2025-06",
    "Бекет 2019 жылғы 3 мамырда ашылды. Сол жазда Қазақстаннан Қырғызстанға 90 мың жолаушы өтті.": "2019-22",
    "2020 жылы шілдеде Қазақстан Қырғызстанға дәрі берді. Сол қыста Қазақстан Қырғызстанға 40 тонна ұн жіберді.": "2020-24",
    "Былтыр сәуірде дәрігерлеріміз Ошта болды. Осы күндері қазақ дәрігерлері Қырғызстанда 430 баланы емдеді.": "2024-04",
    "2010 жылы Қазақстан Ошқа 3 700 тонна ұн жіберді. Он бір жылдан соң Қырғызстанға 500 мың доза вакцина сыйлады.": "2021",
    "2010 жылғы жазда Қазақстан Ошқа 3 700 тонна ұн жіберді. Он бес жыл өткен соң Қырғызстанға 200 тонна көмір жіберді.": "2025",
}


@pytest.mark.parametrize("text", TOLD_BEFORE, ids=range(len(TOLD_BEFORE)))
def test_a_time_goes_back_to_one_told_before(said: Said, text: str) -> None:
    told = [c.period for c in said(text) if isinstance(c, Figure)]
    assert told[-1:] == [TOLD_BEFORE[text]]


def test_a_month_of_that_year(said: Said) -> None:
    text = (
        "2020 жылдың шілдесінде Қазақстан Қырғызстанға 10 тонна дәрі жіберді. Келесі көктемде қырғыз дәрігерлері де "
        "қарап қалмады: сол жылғы мамырда олардың тоғыз маманы Шу ауданында ем жүргізді."
    )
    assert [c.period for c in said(text) if isinstance(c, Figure)] == ["2020-07", "2021-05"]


SAME_MONTHS = {
    "былтыр сол айларда он тоғыз рет қана еді": "2024-01/2024-07",
    "былтыр осы айларда 19 рет еді": "2024-01/2024-07",
    "былтырғы осы шамада 19 рет болған": "2024-01/2024-07",
    "былтыр тап сол мерзімде 19 рет болған": "2024-01/2024-07",
}


@pytest.mark.parametrize("rest", SAME_MONTHS, ids=range(len(SAME_MONTHS)))
def test_the_same_months_of_another_year(said: Said, rest: str) -> None:
    text = f"Биылғы жеті айда екі елдің құтқарушылары 27 рет бірге іздеуге шықты, {rest}."
    assert [c.period for c in said(text) if isinstance(c, Figure)][-1] == SAME_MONTHS[rest]


SEASONS_AHEAD = {
    "Алдағы вегетацияда Қырғызстан Қазақстанға кемінде 520 млн текше метр су босатады.": ("2025", "target"),
    "Келесі суару маусымында Қырғызстан Қазақстанға 520 млн текше метр су береді.": ("2025", "target"),
    "Вегетация кезеңінде Қырғызстаннан Қазақстанға 480 млн текше метр су келді.": ("2024", "actual"),
}


@pytest.mark.parametrize("text", SEASONS_AHEAD, ids=range(len(SEASONS_AHEAD)))
def test_a_growing_season_to_come(said: Said, text: str) -> None:
    told = [(c.period, c.status) for c in said(text, "2024-12-06") if isinstance(c, Figure)]
    assert told == [SEASONS_AHEAD[text]]


PUT_IN = {
    "Қазақстан мен Қырғызстан ортақ қорға 70 млн доллар салады.": "target",
    "Екі ел ортақ қор құрады. Қорға Қазақстан мен Қырғызстан 30 млн доллар қосады.": "target",
    "Қазақстан Қырғызстандағы мектеп құрылысына 3 млрд теңге бөледі.": "target",
    "Қазақстан Қырғызстандағы мектепке 3 млрд теңге аударады.": "target",
    "Қазақстан мен Қырғызстан ортақ көпірге 1,4 млрд теңге қарастырып отыр.": "target",
    "Қазақстан жыл сайын Қырғызстандағы мектепке 20 млн теңге бөледі.": "actual",
    "Қазақстан былтыр Қырғызстандағы мектепке 20 млн теңге бөлді.": "actual",
    "Екі ел қазақ-қырғыз даму қорының жарғысын 100 млн доллар көлемінде бекітті.": "target",
    "Қазақстан Қырғызстанға тағы 90 мың тонна көмір тиеуге пәрмен берді.": "target",
    "Қырғызстанға 90 мың тонна көмір жөнелтуге уәде берген.": "target",
}


@pytest.mark.parametrize("text", PUT_IN, ids=range(len(PUT_IN)))
def test_money_that_will_be_put_in_is_a_target(said: Said, text: str) -> None:
    assert [c.status for c in said(text) if isinstance(c, Figure)] == [PUT_IN[text]]


RECKONED = {
    "Сарапшылардың бағамдауынша, 2026 жылы Қазақстаннан Қырғызстанға 9 мың жолаушы тасылады.": "forecast",
    "Менің жорамалымша, 2030 жылы екі ел арасындағы тасымал сегіз млн тоннаға тақап қалады.": "forecast",
    "Өзара сауда биыл, сірә, 1,7 млрд долларға түйінделмек.": "forecast",
    "Сарапшылардың бағалауынша, Қырғызстанға 230 млн доллардың өнімін өткізуге жол ашық.": "potential",
    "Министрдің айтуынша, 2026 жылы Қазақстан Қырғызстанға 60 грант бөледі.": "target",
}


@pytest.mark.parametrize("text", RECKONED, ids=range(len(RECKONED)))
def test_what_somebody_reckons_is_a_forecast(said: Said, text: str) -> None:
    assert [c.status for c in said(text) if isinstance(c, Figure)] == [RECKONED[text]]


def test_a_month_told_of_an_aim_lies_ahead(figures: Figures) -> None:
    text = "Министр қаңтарда Қырғызстанға тағы 90 мың тонна көмір тиеуге пәрмен бергенін мәлім етті."
    assert figures(text, "2024-12-06") == ["trade.export level 90000 t KAZ>KGZ 2025-01 target"]


def test_today_of_what_stands_is_an_undated_present(figures: Figures) -> None:
    text = "Дәл бүгін Қазақстанда тіркелген қырғыз еңбекшілерінің саны 58 мыңның маңында."
    assert figures(text) == ["migration.persons level 58000 person KGZ>KAZ - actual"]


def test_a_change_within_a_year_of_what_stands_now(said: Said) -> None:
    text = (
        "Бишкекте қазақстандық капиталы бар үш банк жұмыс істейді. Олардың жиынтық активі – 58 млрд сом, бір жыл "
        "ішінде 7 млрд сомға қосылды."
    )
    assert [c.period for c in said(text, "2026-06-05") if isinstance(c, Figure)] == [None, None, "2025/2026"]


PARTS_UNTIL = {
    "Мамыр аяқталғанша соның 96 миллионы жетті.": "2024-04/2024-05",
    "Мамырдың соңына дейін соның 96 миллионы келді.": "2024-04/2024-05",
    "1 маусымға дейін соның 96 миллионы жіберілді.": "2024-04-01/2024-06-01",
}


@pytest.mark.parametrize("rest", PARTS_UNTIL, ids=range(len(PARTS_UNTIL)))
def test_a_part_until_a_day_counts_from_the_beginning_of_the_whole(said: Said, rest: str) -> None:
    text = f"Кесте бойынша сәуір–қыркүйекте Талас арнасымен Қырғызстаннан 480 млн текше метр су келуге тиіс. {rest}"
    assert [c.period for c in said(text, "2024-06-13") if isinstance(c, Figure)] == [
        "2024-04/2024-09",
        PARTS_UNTIL[rest],
    ]


def test_a_part_of_what_stands_now_is_of_now(said: Said) -> None:
    text = (
        "Қазір Қазақстанның ауруханаларында 3 мыңнан астам қырғызстандық емделеді, бес жыл бұрын олар 1200 еді. "
        "Осының төрттен бірі – жүрек науқастары."
    )
    assert [c.period for c in said(text) if isinstance(c, Figure)] == [None, "2020", None]


def test_a_part_of_papers_of_many_years_has_their_years(said: Said) -> None:
    text = "Отыз үш жылда екі тарап 230-дан астам құжат жасаған, соның төрттен бірі күшін жойыпты."
    assert [c.period for c in said(text) if isinstance(c, Figure)] == ["1992/2025", "1992/2025"]


def test_papers_of_the_meeting_reported_not_of_another_day_told_on_the_way(said: Said) -> None:
    text = (
        "4 желтоқсанда Бішкекте Қазақстан мен Қырғызстанның энергетика министрлері кездесті.\n\n"
        "Үш ел ол туралы меморандумды биыл 10 маусымда Венада түзген. Бекеттің қуаты 1860 мегаватт болады.\n\n"
        "Жиын аяғында министрлер үш құжатты бекітті."
    )
    told = [c.period for c in said(text, "2024-12-06") if isinstance(c, Figure) and c.indicator == "agreements.count"]
    assert told == ["2024-12-04"]
