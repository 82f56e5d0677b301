"""What goes against what was told before, what a house votes, statistics of a time that is over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Figures = Callable[..., list[str]]

SOLD = "Былтыр Қазақстан Қырғызстанға 1,2 млрд долларға тауар сатты. "
AGAINST = [
    "Кері жеткізілім 455 млн доллар шамасында.",
    "Қарсы ағын 455 млн доллар болды.",
    "Ал кері тасымал 455 млн доллардан асқан жоқ.",
    "Қарсы легі – 455 млн доллар.",
    "Кері ағынның көлемі 455 млн долларға жетті.",
]
PUT_IN = "2024 жылы Қазақстан Қырғызстанға 97 млн доллар инвестиция салды. "
PUT_BACK = [
    "Қарсы ағын 2024 жылы 31,5 миллион доллар болды.",
    "Кері ағын сол жылы 31,5 миллион доллармен шектелді.",
    "Қарсы инвестиция көлемі 31,5 миллион доллар.",
]


@pytest.mark.parametrize("text", AGAINST, ids=range(len(AGAINST)))
def test_what_comes_against_exports(text: str, figures: Figures) -> None:
    assert any("trade.import level 455000000 USD KGZ>KAZ 2024" in line for line in figures(SOLD + text)), figures(
        SOLD + text
    )


@pytest.mark.parametrize("text", PUT_BACK, ids=range(len(PUT_BACK)))
def test_what_comes_against_investment(text: str, figures: Figures) -> None:
    told = figures(PUT_IN + text)
    assert any("investment.flow level 31500000 USD KGZ>KAZ 2024" in line for line in told), told


def test_against_a_surplus(figures: Figures) -> None:
    told = figures(
        "Былтыр біздің пайдамыздағы сальдо 780 млн доллардан асты. Кері жеткізілім 455 млн доллар шамасында."
    )
    assert any("trade.balance level 780000000 USD KAZ>KGZ" in line for line in told), told
    assert any("trade.import level 455000000 USD KGZ>KAZ" in line for line in told), told


def test_a_share_of_what_went_there(figures: Figures) -> None:
    told = figures("Былтыр Қазақстаннан Қырғызстанға 38 млрд теңге аударылған, қарсы аударым – соның төрттен бірі.")
    assert any("share 25 percent KGZ>KAZ" in line for line in told), told


def test_exports_after_what_was_bought_from_home(figures: Figures) -> None:
    told = figures("2024 жылы Қырғызстан бізден 310 мың тонна бидай сатып алды. Ұн экспорты 40 пайызға өсті.")
    assert any("trade.export growth +40 percent KAZ>KGZ" in line for line in told), told


VOTES = [
    "Заң жобасын 86 депутат қолдап, үшеуі қалыс қалды.",
    "Келісімді жетпіс бір депутат «иә» деп қабылдады.",
    "Ратификацияны 31 сенатор жақтады.",
    "Құжатқа 64 депутат дауыс берді, екеуі қарсы болды.",
    "Заңды 40 сенатор мақұлдады.",
]


@pytest.mark.parametrize("text", VOTES, ids=range(len(VOTES)))
def test_votes_are_no_figures(text: str, figures: Figures) -> None:
    assert not figures(text), figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "Сауданың отыз пайызы деген есеп бізде жоқ.",
        "Екі ел саудасы 5 миллиард долларға жетті деген дерек жоқ.",
        "Қырғызстанға 300 мың тонна бидай кетті деген сөздің негізі жоқ.",
    ],
    ids=range(3),
)
def test_named_and_denied(text: str, figures: Figures) -> None:
    assert not figures(text), figures(text)


LEVEL = "Былтыр екі ел арасындағы сауда 1,69 млрд доллар болды. "
RECKONED = [
    "Қырғыз статистикасы былтырға 1,57 млрд доллар деп есептеген.",
    "Қырғызстан ұлттық статистика комитеті 2024 жылға 1,57 млрд доллар деп есептейді.",
    "Бішкек былтырғы айналымды 1,57 млрд доллар деп есептеп отыр.",
]


@pytest.mark.parametrize("text", RECKONED, ids=range(len(RECKONED)))
def test_statistics_of_a_time_over(text: str, figures: Figures) -> None:
    told = figures(LEVEL + text)
    assert any("trade.turnover level 1570000000 USD 2024 actual" in line for line in told), told


@pytest.mark.parametrize("when", ["сол алты айға", "осы алты айда", "сол жартыжылдыққа", "сол жартыжылдықта"])
def test_the_same_months(when: str, figures: Figures) -> None:
    told = figures(
        f"2025 жылғы қаңтар–маусымда екі ел саудасы 800 млн доллар болды. Қырғыз жағында {when} 760 млн доллар деп тұр."
    )
    assert any("level 760000000 USD 2025-01/2025-06 actual" in line for line in told), told


def test_four_hundred_and_ten(figures: Figures) -> None:
    told = figures("Қырғызстанда 640 қазақ кәсіпорны тіркелген, жұмыс істейтіні – төрт жүз оны.")
    assert any("enterprises.count level 410 count" in line or "level 410 " in line for line in told), told


CAME = [
    "5 тамызда Бішкекте бизнес-форум ашылды. Оған екі жүзден астам компания қатысты.",
    "5 тамызда ашылған бизнес-форумға екі жүзден астам компания жиналды.",
    "5 тамызда Бішкекте көрме өтті. Оған екі жүзден астам фирма келді.",
]


@pytest.mark.parametrize("text", CAME, ids=range(len(CAME)))
def test_firms_that_came_to_a_meeting(text: str, figures: Figures) -> None:
    assert any("other level 200 count 2025-08-05" in line for line in figures(text)), figures(text)


SUMMED = [
    "12 тамызда Бішкекте комиссия отырысы өтті. Қағазға түскені – сегіз құжат.",
    "12 тамызда Бішкекте министрлер хаттамаларға қол қойды. Бас-аяғы сегіз құжат.",
    "12 тамызда Бішкекте кеңес өтті. Тараптардың қол қойғаны – сегіз келісім.",
]


@pytest.mark.parametrize("text", SUMMED, ids=range(len(SUMMED)))
def test_papers_summed_up_have_the_day(text: str, figures: Figures) -> None:
    assert any("agreements.count level 8 count 2025-08-12" in line for line in figures(text)), figures(text)


@pytest.mark.parametrize("word", ["Жылдық көлемді", "Жылдық айналымды", "Жылдық сауданы", "Бүкіл жылғы сауданы"])
def test_the_whole_year(word: str, figures: Figures) -> None:
    told = figures(
        "Былтыр екі ел арасындағы сауда 1,94 млрд доллар болды. Желтоқсанның өзінде 188 млн доллардың алыс-берісі "
        f"жасалды. {word} қырғыз комитеті 1,81 млрд доллар деп көрсетеді."
    )
    assert any("trade.turnover level 1810000000 USD 2024 actual" in line for line in told), told


@pytest.mark.parametrize(
    ("lead", "part", "code"),
    [
        ("2024 жылы екі ел шекарасынан 14 миллион адам өтті.", "Бұл ағынның төрттен үші «Қордайға» түседі.", "passengers"),
        ("2024 жылы екі ел арасында 2 млн тонна жүк тасылды.", "Осы жүктің төрттен үші теміржолмен жүрді.", "freight"),
    ],
    ids=range(2),
)  # fmt: skip
def test_a_part_of_what_is_pointed_at(lead: str, part: str, code: str, figures: Figures) -> None:
    told = [line for line in figures(f"{lead} {part}") if " 75 percent " in line]
    assert told, figures(f"{lead} {part}")
    assert code in told[0], told


def test_a_sum_called_again(figures: Figures) -> None:
    told = figures(PUT_IN + "Осы 97 миллионның үштен екісі банк секторына кетті.")
    assert len(told) == len("ab"), told
    assert any("investment.flow share 66.67 percent KAZ>KGZ 2024" in line for line in told), told


@pytest.mark.parametrize(
    "text", ["Палата екі құжатты да мақұлдады.", "Мәжіліс үш келісімді де мақұлдады."], ids=range(2)
)
def test_all_of_them_are_no_count(text: str, figures: Figures) -> None:
    assert not figures(text), figures(text)


@pytest.mark.parametrize("share", ["екі есе аз", "үш есе көп"])
def test_what_comes_back_against_what_went(share: str, figures: Figures) -> None:
    told = figures(f"Былтыр қырғыз жағына кеткен тауар – 905 млн доллар, келгені одан {share}.")
    assert any("trade.import multiple" in line and "KGZ>KAZ" in line for line in told), told


@pytest.mark.parametrize("word", ["жинақтаған тікелей инвестициясы", "жинаған салымы", "жинақтаған капиталы"])
def test_gathered_investment_is_a_stock(word: str, figures: Figures) -> None:
    told = figures(f"2024 жылы Қазақстанның Қырғызстанда {word} 1,3 миллиард долларға жуықтады.")
    assert any("investment.stock level 1300000000 USD KAZ>KGZ 2024" in line for line in told), told


def test_what_a_work_that_someone_is_to_begin_costs(figures: Figures) -> None:
    told = figures("Ыстықкөлдегі қонақүйді қазақ инвесторы 2027 жылы тұрғыза бастамақ, сметасы – 2 млрд сом.")
    assert any("project.cost level 2000000000 KGS" in line and "target" in line for line in told), told


@pytest.mark.parametrize("who", ["кәсіпкерлері", "бизнесі", "инвесторлары"])
def test_money_that_business_brings_in(who: str, figures: Figures) -> None:
    told = figures(f"2024 жылы Қазақстан {who} Қырғызстанға 246 миллион доллар кіргізді.")
    assert any("investment.flow level 246000000 USD KAZ>KGZ 2024" in line for line in told), told


@pytest.mark.parametrize(
    "told", ["Биыл осыған 275 миллион теңге бөлінді.", "Былтыр оған 275 миллион теңге жұмсалды."], ids=range(2)
)
def test_money_for_the_upkeep_told_before(told: str, figures: Figures) -> None:
    lead = "Астана көрші аумақтағы екі елге бірдей қызмет ететін бөгеттерді күтіп ұстаудың шығынын өтеп келеді. "
    assert any("other level 275000000 KZT KAZ>KGZ" in line for line in figures(lead + told)), figures(lead + told)


GAINS = [
    ("Алдыңғы жылға қосылғаны – 210 миллион.", "+210000000"),
    ("Жылдық қосымша – 210 млн доллар.", "+210000000"),
    ("Бір жылдағы өсім – 210 миллион доллар.", "+210000000"),
    ("Артқаны – 210 млн доллар.", "+210000000"),
    ("Жыл ішінде кемігені – 210 млн доллар.", "-210000000"),
]


@pytest.mark.parametrize(("text", "value"), GAINS, ids=range(len(GAINS)))
def test_by_how_much_it_moved_as_a_noun(text: str, value: str, figures: Figures) -> None:
    told = figures("2024 жылы екі ел саудасы 1,8 млрд доллар болды. " + text)
    assert any(f"trade.turnover change {value} USD 2024/vs 2023 actual" in line for line in told), told


def test_added_works_are_no_gain(figures: Figures) -> None:
    told = figures("2024 жылы екі ел саудасы 1,8 млрд доллар болды. Құрылысқа қосымша 210 млн доллар бөлінді.")
    assert not any(" change " in line for line in told), told
