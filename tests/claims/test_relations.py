"""Diplomatic relations, embassies, travel without visas; orders and medals; communities; help."""

from __future__ import annotations

import pytest

from qatynas.model import Aid, Award, Community, Relation

LEAD = "Көрші екі ел – Қазақстан мен Қырғызстан.\n\n"


@pytest.fixture
def told(said):
    """The claims of a text that has the two as its pair."""
    return lambda text: said(text, lead=LEAD)


def of(kind, claims):
    return [claim for claim in claims if isinstance(claim, kind)]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Екі ел арасында дипломатиялық қатынастар 1992 жылғы 15 қазанда орнатылды.", "diplomatic_relations", "1992-10-15"),
        ("Дипломатиялық байланысымыз 1992 жылғы 15 қазаннан басталады.", "diplomatic_relations", "1992-10-15"),
        ("Биыл екі елдің дипломатиялық қатынас орнатқанына 33 жыл толды.", "diplomatic_relations", "1992"),
        ("1993 жылы Бішкекте Қазақстан елшілігі ашылды.", "embassy", "1993"),
        ("Ошта 2019 жылы Қазақстанның бас консулдығы ашылды.", "consulate", "2019"),
        ("Екі ел арасында визасыз режим 1995 жылдан бері қолданылады.", "visa_free", "1995"),
    ],
)  # fmt: skip
def test_relation(told, text, kind, date):
    (claim,) = of(Relation, told(text))
    assert (claim.type, claim.date) == (kind, date)


def test_two_embassies(told):
    claims = of(Relation, told("1994 жылы Бішкекте Қазақстанның, Алматыда Қырғызстанның елшілігі жұмысын бастады."))
    assert [(c.type, c.date) for c in claims] == [("embassy", "1994"), ("embassy", "1994")]


@pytest.mark.parametrize(
    "text",
    [
        "Елшілік дерегінше, Бішкекте үш мың студент оқиды.",
        "Екі ел арасында визасыз режим енгізілген жоқ.",
        "Дипломатиялық қатынастардың маңызы зор.",
    ],
)
def test_no_relation(told, text):
    assert not of(Relation, told(text))


@pytest.mark.parametrize(
    ("text", "name", "degree", "to", "by"),
    [
        ("Бүгін Тоқаев Жапаровқа «Алтын Қыран» орденін тапсырды.", "Алтын Қыран", None, "Садыр Жапаров", "Қасым-Жомарт Тоқаев"),
        ("Садыр Жапаров «Алтын Қыран» орденімен марапатталды.", "Алтын Қыран", None, "Садыр Жапаров", None),
        ("Садыр Жапаров Тоқаевты I дәрежелі «Манас» орденімен марапаттады.", "Манас", "I", "Қасым-Жомарт Тоқаев", "Садыр Жапаров"),
        ("Ақын Олжас Сүлейменовке Қырғызстанның «Данакер» ордені берілді.", "Данакер", None, "Олжас Сүлейменов", None),
        ("Қырғыз манасшысы Рысбай Исақов екінші дәрежелі «Достық» орденіне ие болды.", "Достық", "II", "Рысбай Исақов", None),
        ("Сапар соңында Тоқаев Садыр Жапаровтың кеудесіне «Достық» орденін тақты.", "Достық", None, None, "Қасым-Жомарт Тоқаев"),
    ],
)  # fmt: skip
def test_award(told, text, name, degree, to, by):
    (claim,) = of(Award, told(text))
    assert (claim.name, claim.degree, claim.by) == (name, degree, by)
    assert to is None or claim.to == to


def test_the_counterpart_receives(told):
    text = "Бүгін Садыр Жапаров Астанаға келді. Кездесу соңында Тоқаев қырғыз әріптесін «Достық» орденімен марапаттады."
    (claim,) = of(Award, told(text))
    assert (claim.to, claim.by, claim.date) == ("Садыр Жапаров", "Қасым-Жомарт Тоқаев", "2025-08-21")


@pytest.mark.parametrize(
    "text",
    [
        "Оған «Достық» ордені берілген жоқ.",
        "«Достық» орденінің иегері, ақынның кітабы жарық көрді.",
        "Егер ол «Достық» орденімен марапатталса, жақсы болар еді.",
        "Президент жарлығымен құтқарушы Рүстем Серіков «Айбын» орденімен марапатталды.",
        "Мәжіліс депутаты Асқар Базарбаев «Парасат» орденін иеленді.",
    ],
)
def test_no_award(told, text):
    assert not of(Award, told(text))


@pytest.mark.parametrize(
    ("text", "name", "place", "date"),
    [
        ("Алматыда «Мекен» қырғыз қауымдастығы жұмыс істейді.", "Мекен", "Алматы", None),
        ("2001 жылы Бішкекте «Отан» қазақ мәдени орталығы құрылды.", "«Отан» орталығы", "Бішкек", "2001"),
        ("Таразда 1998 жылдан бері «Ала-Тоо» қырғыз этномәдени бірлестігі қызмет етіп келеді.", "«Ала-Тоо» бірлестігі", "Тараз", "1998"),
        ("2012 жылы Қазақстанда қырғыз мәдени бірлестігі тіркелді.", "Қырғыз мәдени бірлестігі", None, "2012"),
    ],
)  # fmt: skip
def test_community(told, text, name, place, date):
    (claim,) = of(Community, told(text))
    assert (claim.name, claim.place.name, claim.date) == (name, place, date)


def test_each_name_with_its_own_place(told):
    text = (
        "Семей қаласындағы «Нарын» қырғыз мәдени орталығы және Павлодар қаласындағы «Ынтымақ», Қостанай қаласындағы «Бишкек» "
        "қырғыз этномәдени орталықтары жұмысын жалғастырып, қызмет етіп келеді."
    )
    assert [(c.name, c.place.name) for c in of(Community, told(text))] == [
        ("«Нарын» орталығы", "Семей"), ("Ынтымақ", "Павлодар"), ("Бишкек", "Қостанай"),
    ]  # fmt: skip


def test_what_it_grew_out_of(told):
    text = "2009 жылы Қырғызстанда қазақ мәдени орталығы тіркелді. Бүгінде ол Бішкектегі қазақ этномәдени бірлестігі ретінде қызмет етеді."
    first, second = of(Community, told(text))
    assert second.succeeds == first.name
    assert second.place.name == "Бішкек"


@pytest.mark.parametrize(
    "text", ["Залда қырғыз мәдени орталығының мүшелері отырды.", "Мұндай қауымдастық құрылған жоқ."]
)
def test_no_community(told, text):
    assert not of(Community, told(text))


@pytest.mark.parametrize(
    ("text", "giver", "taker", "purpose"),
    [
        ("Өткен аптада Қырғызстан тасқын жайлаған Қазақстан ауылдарына гуманитарлық көмек аттандырды.", "KGZ", "KAZ", "су тасқыны"),
        ("Қазақстан Қырғызстанға 500 тонна гуманитарлық көмек жөнелтті.", "KAZ", "KGZ", None),
        ("Нарындағы жер сілкінісінен зардап шеккен отбасыларға Қазақстаннан көмек келіп жетті.", "KAZ", "KGZ", "жер сілкінісі"),
        ("Қазақстан жеткізген гуманитарлық көмек үшін қырғыз жағы алғыс айтты.", "KAZ", "KGZ", None),
    ],
)  # fmt: skip
def test_aid(told, text, giver, taker, purpose):
    (claim,) = of(Aid, told(text))
    assert (claim.from_, claim.to, claim.purpose) == (giver, taker, purpose)


@pytest.mark.parametrize(
    "text",
    [
        "Қырғызстан көмек беруге дайын екенін айтты.",
        "Көршіміз көмек сұраған жоқ.",
        "Екі ел азаматтарға құқықтық көмек көрсету туралы сөйлесті.",
        "Қазақстан Қырғызстанға гуманитарлық көмек жіберген жоқ.",
    ],
)
def test_no_aid(told, text):
    assert not of(Aid, told(text))
