"""Agreements: each act on each document, its title cut short, its date, and what is no act at all."""

from __future__ import annotations

import pytest

from qatynas.model import Agreement

SIGNED = [
    # text, title, type, date
    (
        "Қазақстан мен Қырғызстан 2019 жылғы 5 мамырда Астанада көлік саласындағы ынтымақтастық туралы шартқа қол қойды.",
        "Көлік саласындағы ынтымақтастық туралы шарт", "treaty", "2019-05-05",
    ),
    (
        "Кеше Бішкекте екі елдің энергетика министрлері электр қуатымен алмасу туралы келісімге қол қойды.",
        "Электр қуатымен алмасу туралы келісім", "agreement", "2025-08-20",
    ),
    (
        "Бүгін Ақордада өтекен кездесу соңында туризм жөніндегі меморандумға қол қойылды.",
        "Туризм жөніндегі меморандум", "memorandum", "2025-08-21",
    ),
    (
        "2021 жылы екі ел үкіметтері еңбек мигранттарын қорғау туралы келісім жасасты.",
        "Еңбек мигранттарын қорғау туралы келісім", "agreement", "2021",
    ),
    (
        "Былтыр Ошта кеден ісі жөніндегі хаттаманың сиясы кепті.",
        "Кеден ісі жөніндегі хаттама", "protocol", "2024",
    ),
    (
        "Биыл 3 шілдеде министрлер туризмді өркендетудің 2026–2029 жылдарға арналған жол картасына қол қойды.",
        "Туризмді өркендетудің 2026–2029 жылдарға арналған жол картасы", "roadmap", "2025-07-03",
    ),
    (
        "2010 жылғы 6 шілдедегі ғылым туралы келісім негізінде жыл сайын грант бөлінеді.",
        "Ғылым туралы келісім", "agreement", "2010-07-06",
    ),
    (
        "Су нысандарын бірге ұстау туралы 2004 жылғы 9 наурыздағы келісімнің 11-бабына сәйкес тараптар шығынды бөліседі.",
        "Су нысандарын бірге ұстау туралы келісім", "agreement", "2004-03-09",
    ),
    (
        "Екі ел арасында 1999 жылғы 2 маусымда жасалған Құқықтық көмек туралы шарт әлі күшінде.",
        "Құқықтық көмек туралы шарт", "treaty", "1999-06-02",
    ),
    (
        "2022 жылдың мамырында қол қойылған мәдени алмасу туралы хаттама екі жақты жақындатты.",
        "Мәдени алмасу туралы хаттама", "protocol", "2022-05",
    ),
]  # fmt: skip

LEAD = "Көрші екі ел – Қазақстан мен Қырғызстан.\n\n"


@pytest.fixture
def told(said):
    """The claims of a text that has the two as its pair."""
    return lambda text: said(text, lead=LEAD)


def agreements(claims):
    return [claim for claim in claims if isinstance(claim, Agreement)]


@pytest.mark.parametrize(("text", "title", "kind", "date"), SIGNED)
def test_signed(told, text, title, kind, date):
    (claim,) = agreements(told(text))
    assert (claim.act, claim.status, claim.type, claim.date) == ("signed", "done", kind, date)
    assert claim.title == title


def test_each_act_is_a_claim_of_its_own(told):
    claims = agreements(
        told("Виза туралы шартқа 2003 жылғы 11 сәуірде қол қойылып, 2005 жылы ратификацияланды, 2006 жылы күшіне енді.")
    )
    assert [(c.act, c.date) for c in claims] == [("signed", "2003-04-11"), ("ratified", "2005"), ("in_force", "2006")]
    assert {c.title for c in claims} == {"Виза туралы шарт"}


def test_a_law_that_ratifies_is_tied_to_its_treaty(told):
    (claim,) = agreements(
        told(
            "Биыл 2 маусымда Президент «Қазақстан мен Қырғызстан арасындағы зейнетақы төлеу туралы келісімді "
            "ратификациялау туралы» заңға қол қойды."
        )
    )
    assert (claim.act, claim.type, claim.date) == ("ratified", "agreement", "2025-06-02")
    assert claim.title == "Зейнетақы төлеу туралы келісім"


def test_a_list_after_the_number_of_documents(told):
    claims = agreements(
        told(
            "Бүгін Астанада келіссөз өтті. Жиын соңында үш құжатқа қол қойылды. Олардың ішінде ғарыш "
            "саласындағы меморандум, балық аулау жөніндегі хаттама және 2026–2028 жылдарға арналған жастар саясаты "
            "бағдарламасы бар."
        )
    )
    assert [c.type for c in claims] == ["memorandum", "protocol", "programme"]
    assert {(c.act, c.date, c.place.name) for c in claims} == {("signed", "2025-08-21", "Астана")}
    assert claims[2].term == "2026/2028"


def test_a_list_in_lines(told):
    claims = agreements(
        told(
            "Кездесуден кейін мынадай құжаттарға қол қойылды:\n\n– ветеринария туралы келісім;\n\n– спорт жөніндегі меморандум."
        )
    )
    assert [c.title for c in claims] == ["Ветеринария туралы келісім", "Спорт жөніндегі меморандум"]


def test_the_title_may_follow_the_signing(told):
    (claim,) = agreements(told("Бүгін президенттер тарихи құжатқа қол қойды. Бұл – одақтастықты нығайту туралы шарт."))
    assert (claim.act, claim.type, claim.date) == ("signed", "treaty", "2025-08-21")


def test_a_document_told_before_comes_into_force(told):
    claims = agreements(
        told("Көмір туралы келісімге 2011 жылғы 6 мамырда қол қойылды. Ол үш жылдан кейін күшіне енді.")
    )
    assert [(c.act, c.date) for c in claims] == [("signed", "2011-05-06"), ("in_force", "2014")]


def test_years_count_from_the_story(told):
    claims = agreements(
        told(
            "Көмек туралы шарт 1996 жылғы 2 ақпанда жасалды. Арада алты жыл өткенде, 9 қарашада, Тату көршілік "
            "туралы шартқа қол қойылды."
        )
    )
    assert [c.date for c in claims] == ["1996-02-02", "2002-11-09"]


def test_documents_joined_before_one_verb(told):
    claims = agreements(
        told("2023 жылы мамырда кооперация туралы келісім мен сауда үйі жөніндегі меморандумға қол қойылды.")
    )
    assert [(c.title, c.date) for c in claims] == [
        ("Кооперация туралы келісім", "2023-05"),
        ("Сауда үйі жөніндегі меморандум", "2023-05"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Инвестицияларды өзара қорғау туралы келісімге әлі қол қойылған жоқ.",
        "Ортақ бекет салу туралы хаттамаға бұл жолы қол қойылмады.",
        "Егер көлік туралы келісімге қол қойылса, тасымал артар еді.",
        "Бірыңғай валюта туралы келісімге қол қойыла ма?",
        "Екі ел арасында 200-ден астам келісімге қол қойылған.",
        "Қазақстан мен Қырғызстан арасында көптеген құжатқа қол қойылды.",
        "Қазақстан Президенті ұлттық даму бағдарламасын бекітті.",
        "Президент салық туралы заңға қол қойды.",
        "Тараптар шекара туралы шарттың маңызын атап өтті.",
        "Олар баға туралы келісімге келді.",
        "Жұмыс өзара сауда туралы келісімге сай жасалған.",
        "Келісім бойынша су жазда беріледі.",
        "Қырғыз жағы жаңа келісімге қол қою қажет емес деп санайды.",
        "Шартты түрде екі кезеңге бөлуге болады.",
        "Өндірушілер мен экологтар альянсы меморандумға қол қойды.",
        "Осы қаулы қол қойылған күнінен бастап күшіне енеді.",
        "Шарт күшіне енгенге дейін бұрынғы тәртіп сақталады.",
        "«Ауыл» бағдарламасы – ел үшін жасалған жоба.",
        "Мекеме былтыр 90 миллион теңгеге келісім жасасты.",
    ],
)
def test_no_act(told, text):
    assert not agreements(told(text))


@pytest.mark.parametrize(
    ("text", "act", "date"),
    [
        ("Келер жылы Бішкекте стратегиялық әріптестік туралы шартқа қол қойылмақ.", "signed", "2026"),
        ("Министрлерге әуе қатынасы туралы шарттың жобасын жыл соңына дейін әзірлеу жүктелді.", "prepared", "../2025"),
    ],
)
def test_planned(told, text, act, date):
    (claim,) = agreements(told(text))
    assert (claim.act, claim.status, claim.date) == (act, "planned", date)


def test_being_prepared_is_done(told):
    (claim,) = agreements(told("Газ тасымалы туралы келісім қол қоюға дайындалып жатыр."))
    assert (claim.act, claim.status) == ("prepared", "done")


def test_a_draft_is_prepared(told):
    (claim,) = agreements(told("Балық аулау жөніндегі келісімнің жобасы түзетіліп, министрлерге жіберілді."))
    assert (claim.act, claim.status, claim.title) == ("prepared", "done", "Балық аулау жөніндегі келісім")


def test_one_of_the_documents_signed(told):
    text = "Былтыр қарашада екі президент он құжатқа қол қойды. Соның бірі – су бөлу жөніндегі келісім, оны Сенат ақпанда ратификациялады."
    assert {(c.act, c.date) for c in agreements(told(text))} == {("signed", "2024-11"), ("ratified", "2025-02")}


def test_the_term_may_stand_before_the_sides(told):
    (claim,) = agreements(
        told(
            "Бүгін министрлер 2025–2027 жылдарға арналған министрліктер арасындағы ынтымақтастық бағдарламасына қол қойды."
        )
    )
    assert (claim.type, claim.term) == ("programme", "2025/2027")


def test_documents_joined_behind_a_participle(told):
    text = "2022 жылғы 22 желтоқсанда қол қойылған одақтастық туралы шартты және шекараны демаркациялау туралы шартты екі жақ жоғары бағалады."
    assert [(c.title, c.date) for c in agreements(told(text))] == [
        ("Одақтастық туралы шарт", "2022-12-22"),
        ("Шекараны демаркациялау туралы шарт", "2022-12-22"),
    ]


def test_what_had_been_takes_no_date_of_the_report(told):
    claims = agreements(told("Бүгін Астанада келіссөз өтті. Бұған дейін көлік туралы келісімге қол қойылған болатын."))
    assert [claim.date for claim in claims] == [None]
    claims = agreements(told("Бүгін Астанада келіссөз өтті. Еске салсақ, екі ел көлік туралы келісімге қол қойды."))
    assert [claim.date for claim in claims] == [None]


def test_three_parties(told):
    (claim,) = agreements(
        told(
            "2022 жылғы қазанда Стамбулда Қазақстан, Қырғызстан және Өзбекстан газ құбырын салу туралы келісімге қол қойды."
        )
    )
    assert claim.parties == ("KAZ", "KGZ", "UZB")
    assert claim.place.country == "TUR"


def test_quotes_are_the_texts_own_words(extracted):
    found = extracted("2019 жылғы 5 мамырда Астанада көлік туралы шартқа қол қойылды.")
    for claim in found.claims:
        assert claim.span.of(found.document.text) == claim.quote


@pytest.mark.parametrize(
    ("text", "act", "kind", "date", "title"),
    [
        (
            "Кеше Астанада екі ел үкімет басшылары бірнеше хаттамаға қол қойды.",
            "signed",
            "protocol",
            "2025-08-20",
            None,
        ),
        ("Президенттер 18 тамызда жаңа шартқа қол қойды.", "signed", "treaty", "2025-08-18", None),
        (
            "Салық ақпаратымен алмасу туралы 2018 жылы Астанада қол қойылған келісім бүгінде қолданыста.",
            "signed",
            "agreement",
            "2018",
            "Салық ақпаратымен алмасу туралы келісім",
        ),
        (
            "Қоршаған орта министрліктерінің 2024 жылғы 3 мамырдағы меморандумында бұл көзделген.",
            "signed",
            "memorandum",
            "2024-05-03",
            "Орта министрліктерінің меморандумы",
        ),
        (
            "5. Ветеринарлық қадағалау туралы хаттамаға 2023 жылғы 2 ақпанда қол қойылған.",
            "signed",
            "protocol",
            "2023-02-02",
            "Ветеринарлық қадағалау туралы хаттама",
        ),
        (
            "Деректерді қауіпсіз түрде, жабық нысанда тарату туралы келісімге 9 тамызда қол таңбасы түсті.",
            "signed",
            "agreement",
            "2025-08-09",
            "Тарату туралы келісім",
        ),
        (
            "Экспорттық бақылау туралы келісім ішкі келісуден өтуде, оның жобасы қырғыз тарапына 5 мамырда жолданды.",
            "prepared",
            "agreement",
            "2025-05-05",
            "Экспорттық бақылау туралы келісім",
        ),
        (
            "Зейнетақымен қамсыздандыру туралы шарттың жобасын әзірлеу жыл соңына дейін министрліктерге тапсырылды.",
            "prepared",
            "treaty",
            "../2025",
            "Зейнетақымен қамсыздандыру туралы шарт",
        ),
        (
            "Қарулы күштер туралы келісімге қол қою рәсімі 14 тамызда Бішкекте өтті.",
            "signed",
            "agreement",
            "2025-08-14",
            "Қарулы күштер туралы келісім",
        ),
    ],
)
def test_told_in_other_ways(told, text: str, act: str, kind: str, date: str, title: str | None) -> None:
    (found, *_) = [claim for claim in agreements(told(text)) if claim.act == act]
    assert (found.type, found.date) == (kind, date)
    if title is None:
        assert found.title is None
    else:
        assert found.title is not None
        assert found.title.endswith(title[1:])


@pytest.mark.parametrize(
    "text",
    [
        "Көші-қон туралы келісім дайын тұр еді, бірақ қол қойылмай қалды.",
        "Кәсіпкерлер 18 тамызда жаңа шартқа қол қойды.",
        "Осы жылдары екі жақта 87 салалық, үкіметаралық келісімге қол қойылған.",
        "Тараптар нақты келісімдер жасасты.",
        "Министр келісімге қол қойылмайтынын айтты.",
        "Қазақстан шекараға күзет жіберді, туризм туралы заң жобасы талқыланды.",
    ],
)
def test_only_like_an_agreement(told, text: str) -> None:
    assert agreements(told(text)) == []
