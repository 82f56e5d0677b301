"""Topics: what was discussed, agreed on, made a priority or is expected, said in many ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Topic

Said = Callable[..., list[Claim]]


def topics(claims: list[Claim]) -> set[tuple[str, str]]:
    return {(c.topic, c.mode) for c in claims if isinstance(c, Topic)}


DISCUSSED = [
    ("Келіссөзде екі ел президенттері энергетика мен көлік мәселелерін талқылады.", {"energy", "transport"}),
    (
        "Кездесу барысында сауда, туризм және білім саласындағы ынтымақтастық сөз болды.",
        {"trade", "tourism", "education"},
    ),
    ("Тараптар су ресурстарын бірлесіп пайдалану жөнінде пікір алмасты.", {"water"}),
    (
        "Жиында қос тарап шекара қауіпсіздігі мен көші-қон жайын кеңінен әңгіме етті.",
        {"border", "security", "migration"},
    ),
    (
        "Министрлер мәдени-гуманитарлық байланыстарды дамыту туралы ой бөлісті, оған екі ел өкілдері қатысты.",
        {"culture", "humanitarian"},
    ),
    ("Сұхбат кезінде екіжақты күн тәртібіндегі цифрландыру және инновация тақырыптары қозғалды.", {"digital"}),
    ("Отырыста екі елдің денсаулық сақтау саласындағы байланысы қаралды.", {"health"}),
    ("Қырғыз елшісімен кездесуде ауыл шаруашылығы өнімдерінің сапасына қатысты мәселе көтерілді.", {"agriculture"}),
    ("Екі ел сарапшылары қоршаған ортаны қорғау мәселесін жан-жақты саралады.", {"environment"}),
    ("Қазақстан мен Қырғызстан өкілдері қаржы саласындағы ықпалдастықты талқыға салды.", {"finance"}),
    ("Тараптар өнеркәсіп кооперациясы бойынша келіссөз жүргізді.", {"industry"}),
    ("Әңгіме арқауы – екі ел арасындағы транзит пен логистика.", {"transit", "transport"}),
]

AGREED = [
    ("Тараптар инвестиция және өнеркәсіп саласында бірлесіп жұмыс істеуге уағдаласты.", {"investment", "industry"}),
    ("Екі ел су бөлу тәртібін жетілдіру жөнінде келісімге келді.", {"water"}),
    ("Қазақстан мен Қырғызстан терроризмге қарсы күресте күш біріктіруге келісті.", {"security"}),
    ("Екі елдің үкіметтері туризм мен спорт саласында келісімдер жасады.", {"tourism", "culture"}),
    ("Тараптар ғылым бойынша ортақ шешімге келді.", {"science"}),
    (
        "Президенттер шекара маңындағы сауданы жеңілдету жөнінде мәмілеге келді, бұл екі елге де тиімді.",
        {"border", "trade"},
    ),
    ("Екі жақ энергетика мәселелері бойынша уағдаластыққа қол жеткізді.", {"energy"}),
    (
        "Үкіметтер ветеринария, көлік және сауда бағыттары бойынша бірқатар құжаттарға қол қойды, бұған екі ел де мүдделі.",
        {"agriculture", "transport", "trade"},
    ),
    ("Тараптар еңбек мигранттарының құқығын қорғау мәселесінде пәтуаласты.", {"migration"}),
    ("Екі ел энергетикалық қауіпсіздікті бірге қамтамасыз етуге келісті.", {"energy"}),
]

PRIORITY = [
    ("Бағдарламада екі елдің көлік байланысына баса назар аударылған.", {"transport"}),
    ("Тараптар су-энергетика саласына басымдық береді.", {"water", "energy"}),
    ("Ынтымақтастықтың басым бағыттары – екі ел арасындағы сауда мен инвестиция.", {"trade", "investment"}),
    ("Құжатта тараптардың цифрландыру саласындағы жұмысына ерекше мән берілген.", {"digital"}),
    ("Қазақстан мен Қырғызстан үшін су мәселесі бұрынғыша өзекті.", {"water"}),
    ("Жоспарда екі ел арасындағы білім және ғылым саласына айрықша көңіл бөлінген.", {"education", "science"}),
    ("Тараптардың басты басымдығы – шекара қауіпсіздігі.", {"border", "security"}),
]

EXPECTED = [
    ("Кездесуде екі елдің сауда және инвестиция мәселелері талқыланбақ.", {"trade", "investment"}),
    ("Алдағы келіссөзде екі ел басшылары су бөлу мәселесін талқылайды деп күтілуде.", {"water"}),
    ("Форумда тараптар туризм жайын қозғауы мүмкін.", {"tourism"}),
    ("Саммиттің күн тәртібінде екі елді толғандыратын көлік және транзит тақырыптары тұр.", {"transport", "transit"}),
    ("Отырыста екі елдің энергетика саласындағы жобалары қаралады.", {"energy"}),
    ("Қауіпсіздік келіссөздің негізгі тақырыптарының бірі болмақ, деп күтеді екі ел сарапшылары.", {"security"}),
]

NOTHING = [
    "Кеше Қазақстан Үкіметінің отырысында денсаулық сақтау мәселесі қаралды.",
    "Мәслихат депутаттары жол жөндеу мәселесін талқылады.",
    "Екі ел президенттері көлік мәселесін талқылаған жоқ.",
    "Тараптар су мәселесін талқылай ма?",
    "Егер тараптар энергетика мәселесін талқыласа, шешім табылар еді.",
    "Тараптар сауда айналымын 3 миллиард долларға жеткізуге келісті.",
    "Екі ел келесі отырысты Бішкекте өткізуге уағдаласты.",
    "Қазақстан мен Қырғызстан білім саласындағы келісімге қол қойды.",
    "Қазақстан мен Өзбекстан министрлері газ мәселесін талқылады.",
    "Кітапта көлік пен байланыс тарихы қамтылған.",
    "Саясаттанушы Астанаға келді.",
]


@pytest.mark.parametrize(("text", "codes"), DISCUSSED)
def test_discussed(said: Said, text: str, codes: set[str]) -> None:
    assert topics(said(text)) == {(code, "discussed") for code in codes}


@pytest.mark.parametrize(("text", "codes"), AGREED)
def test_agreed(said: Said, text: str, codes: set[str]) -> None:
    assert topics(said(text)) == {(code, "agreed") for code in codes}


@pytest.mark.parametrize(("text", "codes"), PRIORITY)
def test_priority(said: Said, text: str, codes: set[str]) -> None:
    assert topics(said(text)) == {(code, "priority") for code in codes}


@pytest.mark.parametrize(("text", "codes"), EXPECTED)
def test_expected(said: Said, text: str, codes: set[str]) -> None:
    assert topics(said(text)) == {(code, "expected") for code in codes}


@pytest.mark.parametrize("text", NOTHING)
def test_no_topic(said: Said, text: str) -> None:
    assert topics(said(text)) == set()


def test_the_day_of_the_meeting_is_carried(said: Said) -> None:
    text = "2025 жылғы 4 шілдеде екі ел министрлері Алматыда кездесті. Кездесуде туризм мәселесі талқыланды."
    assert [c.at for c in said(text) if isinstance(c, Topic)] == ["2025-07-04"]


def test_a_programme_s_priorities_name_the_programme(said: Said) -> None:
    text = (
        "Тараптар 2026–2028 жылдарға арналған ынтымақтастық бағдарламасын бекітті. "
        "Құжатта көлік пен энергетикаға басымдық берілген."
    )
    found = [c for c in said(text) if isinstance(c, Topic)]
    assert {c.topic for c in found} == {"transport", "energy"}
    assert all(c.at and "бағдарлама" in c.at for c in found)


def test_run_in_headings_of_a_declaration(said: Said) -> None:
    text = (
        "Қазақстан Республикасы мен Қырғыз Республикасының бірлескен мәлімдемесі\n\n"
        "Сауда және инвестиция. Тараптар тығыз байланысқа ризашылық білдірді.\n\n"
        "Мәдениет. Тараптар достықты жоғары бағалады.\n"
    )
    assert topics(said(text, lead="")) >= {
        ("trade", "discussed"),
        ("investment", "discussed"),
        ("culture", "discussed"),
    }


def test_an_agenda_that_was_is_discussed(said: Said) -> None:
    text = "Кездесудің күн тәртібінде екі елдің көлік және туризм мәселелері болды."
    assert topics(said(text)) == {("transport", "discussed"), ("tourism", "discussed")}


MORE_WAYS = [
    ("Екі президент көлік дәліздерінің жайын да тілге тиек етті.", "transport"),
    ("Тараптар қауіпсіздік тақырыбын да айналып өтпеді.", "security"),
    ("Екі жақ энергетика мәселесін де қаузады.", "energy"),
    ("Президенттер шекара мәселесіне де ойысты.", "border"),
    ("Келіссөз барысында инвестиция жайы да ауызға алынды.", "investment"),
    ("Елшілер мәдени алмасу жөнінде ой қозғады.", "culture"),
]


@pytest.mark.parametrize(("text", "topic"), MORE_WAYS)
def test_more_ways_to_bring_a_matter_up(said: Said, text: str, topic: str) -> None:
    assert {(c.topic, c.mode) for c in said(text) if isinstance(c, Topic)} == {(topic, "discussed")}


def test_a_matter_told_before(said: Said) -> None:
    text = "Шу өзенінің суы азайды. Екі елдің министрлері бұл мәселені талқылап жатыр."
    assert [c.topic for c in said(text) if isinstance(c, Topic)] == ["water"]
