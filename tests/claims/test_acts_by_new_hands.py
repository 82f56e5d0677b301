"""Acts on documents, works, awards and bodies as hands told them that the rules had not met: classes, not sentences."""

from __future__ import annotations

import pytest

from qatynas.model import Agreement, Aid, Award, Body, Community, Exchange, Meeting, Project


@pytest.fixture
def only(said):
    """`only(kind, text)`: the claims of one kind."""
    return lambda kind, text, **more: [claim for claim in said(text, **more) if isinstance(claim, kind)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Тараптар күн энергиясын бейбіт мақсатта пайдалану туралы келісімге қол қойды.", "Күн энергиясын бейбіт мақсатта пайдалану туралы келісім"),
        ("Министрлер бірлескен іскерлік кеңес құру туралы меморандум түзді.", "Бірлескен іскерлік кеңес құру туралы меморандум"),
        ("Тараз бен Ош әкімдіктері бауырлас қалалар туралы келісімге қол қойды.", "Бауырлас қалалар туралы келісім"),
        ("Абай мен Нарын облыстары ынтымақ орнату туралы уағдаластыққа қол қойды.", "Ынтымақ орнату туралы уағдаластық"),
        ("Екі елдің министрлері өзара түсіністік туралы құжатқа қол қойды.", "Өзара түсіністік туралы құжат"),
        ("Кеше Бішкекте су көлігі туралы келісімге қосымша хаттамаға қол қойылды.", "Су көлігі туралы келісімге қосымша хаттама"),
    ],
)  # fmt: skip
def test_where_a_title_begins(only, text, title):
    (claim,) = only(Agreement, text)
    assert (claim.act, claim.title) == ("signed", title)


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан, Қырғызстан және Өзбекстан энергетика министрлері су қоймасы туралы меморандумға қол қойды.",
        "Су туралы меморандумға Өзбекстан, Қырғызстан, Қазақстан көлік министрлері қол қойды.",
        "Қазақстан, Қырғызстан және Өзбекстан бірге отыр. Үш елдің министрлері су бөлу туралы хаттамаға қол қойды.",
        "Қазақстан, Өзбекстан және Қырғызстан жақын. Кеше су бөлу туралы үшжақты хаттамаға қол қойылды.",
    ],
)
def test_three_sides(only, text):
    (claim,) = only(Agreement, text)
    assert claim.parties == ("KAZ", "KGZ", "UZB")


def test_three_that_are_not_told_are_the_pair(only):
    (claim,) = only(Agreement, "Үш елдің министрлері су бөлу туралы хаттамаға қол қойды.")
    assert claim.parties == ("KAZ", "KGZ")


@pytest.mark.parametrize(
    "text",
    [
        "Қол қойылған құжаттар: су туралы келісім; жастар саясаты жөніндегі меморандум.",
        "Екі құжатқа қол қойылды, олардың қатарында су туралы келісім мен жастар саясаты жөніндегі меморандум бар.",
    ],
)
def test_lists_behind_the_signing(only, text):
    assert {(claim.act, claim.type) for claim in only(Agreement, text)} == {
        ("signed", "agreement"),
        ("signed", "memorandum"),
    }


def test_one_act_told_twice_keeps_its_date(only):
    text = "Әкімдіктер бауырлас қалалар туралы келісімге қол жеткізді, құжат 12 тамызда рәсімделді."
    assert [(claim.act, claim.date) for claim in only(Agreement, text)] == [("signed", "2025-08-12")]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Білім туралы меморандумға 2021 жылы қол қойылып, мерзімі 2031 жылға дейін белгіленді.", "2021/2031"),
        ("2023 жылы бес жыл мерзімге балық аулау туралы келісім жасалды.", "2023/2028"),
        ("Министрлер 2026 жылғы ынтымақтастық жоспарын бекітті, ол екі ел үшін ортақ.", "2026"),
        ("Министрлер 2026 жылғы мәдени іс-шаралар жоспарына қол қойды.", "2026"),
    ],
)
def test_how_long_a_document_holds(only, text, term):
    assert [claim.term for claim in only(Agreement, text)][:1] == [term]


def test_procedures_are_no_signing(only):
    text = "Рәсімдері аяқталған соң газ туралы келісім күшіне енеді."
    assert [claim.act for claim in only(Agreement, text)] == ["in_force"]


def test_a_parliament_ratifies_on_the_day_of_the_report(only):
    text = "Палата отырысында депутаттар көлік туралы келісімді ратификациялады."
    assert [(claim.act, claim.date) for claim in only(Agreement, text)] == [("ratified", "2025-08-21")]


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Ошта Абай атындағы қазақ-қырғыз мектебінің құрылысы қарашада басталады.", "Абай атындағы қазақ-қырғыз мектебі", "Ош"),
        ("Ыстықкөл жағалауында қазақстандық компания шипажай салып жатыр.", "шипажай", "Ыстықкөл"),
        ("Бішкек түбінде қазақ инвесторы цемент зауытын салып жатыр.", "цемент зауыты", "Бішкек"),
    ],
)  # fmt: skip
def test_who_builds_and_where_are_no_part_of_the_name(only, text, name, place):
    (claim,) = only(Project, text)
    assert (claim.name, claim.place.name) == (name, place)


def test_a_medal_handed_over_is_no_building(only):
    text = "Қырғыз Ұлттық ғылым академиясының сарайында қазақ ғалымы Мұрат Асановқа медаль тапсырылды."
    assert not only(Project, text)


def test_worn_on_the_breast(only):
    text = "Қасым-Жомарт Тоқаевтың кеудесінде енді қырғыздың «Манас» жұлдызы жарқырайды."
    assert [(claim.name, claim.to, claim.status) for claim in only(Award, text)] == [
        ("Манас", "Қасым-Жомарт Тоқаев", "done")
    ]


def test_a_diaspora_names_its_societies(only):
    text = "Қырғыз диаспорасы жылды қорытты. «Көкжал» қоғамдық бірлестігі Алматыда 1998 жылы ашылған."
    assert [(claim.name, claim.date) for claim in only(Community, text)] == [("Көкжал", "1998")]


def test_a_society_without_a_people_is_none(only):
    assert not only(Community, "«Көкжал» қоғамдық бірлестігі Алматыда 1998 жылы ашылған.")


def test_a_body_told_before_that_only_meets_is_no_body_again(only):
    text = "Кеше су комиссиясының отырысы өтті. Комиссия жылына бір рет жиналады."
    assert not only(Body, text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Екі елдің министрлері кеше Ала-Арша жазығында кездесті.", "Бішкек"),
        ("Екі елдің министрлері кеше Ош түбінде келіссөз жүргізді.", "Ош"),
        ("Кеше Меркіде екі ел әкімдерінің жұмыс кездесуі өтті.", "Меркі"),
    ],
)
def test_sites_that_bear_a_places_name(only, text, place):
    assert [claim.place.name for claim in only(Meeting, text) if claim.place] == [place]


def test_what_chiefs_will_talk_of_is_a_meeting(only):
    text = "Бұл мәселені екі елдің шекара басқармаларының басшылары 28 тамызда Меркіде талқыламақ."
    assert [(claim.type, claim.status, claim.date) for claim in only(Meeting, text)] == [
        ("talks", "planned", "2025-08-28")
    ]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Еңбек туралы құжат 2006 жылы жасалып, келесі жылдан бері қолданыста.", {("signed", "2006"), ("in_force", "2007")}),
        ("Былтыр қарашада министрліктер 2026 жылғы жұмыс жоспарын келісіп, бекітіп берді.", {("approved", "2024-11")}),
        ("Палаталар көлік туралы келісімді қолдады. Ол хаттар алмасқан күннен бастап, қазанның 1-інде күшіне кіреді.", {("in_force", "2025-10-01")}),
    ],
)  # fmt: skip
def test_acts_of_a_document_told_on(only, text, dates):
    assert {(claim.act, claim.date) for claim in only(Agreement, text)} == dates


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Бірлескен шекара комиссиясының үшінші отырысы кеше Ошта өтті. Төртіншісін қарашада Тараз қабылдайды.",
            [(3, "2025-08-20", "Ош"), (4, "2025-11", "Тараз")],
        ),
        (
            "Бірлескен шекара комиссиясының бірінші отырысы 12 маусымда Ошта өтіп, екіншісін қарашада Таразда өткізу белгіленді.",
            [(1, "2025-06-12", "Ош"), (2, "2025-11", "Тараз")],
        ),
    ],
)
def test_sessions_by_their_numbers(only, text, numbers):
    found = [(c.number, c.date, c.place.name) for c in only(Meeting, text) if c.type == "session" and c.number]
    assert found == numbers


def test_the_members_of_a_body_sat(only):
    text = "Бірлескен жұмыс тобы су өлшейді. Топ мүшелері 25 шілдеде Қайыңды кентінде отырды."
    assert [(c.type, c.date) for c in only(Meeting, text)] == [("session", "2025-07-25")]


@pytest.mark.parametrize(
    "text",
    [
        "Жұма күні Балықшыда екі елдің өңіраралық форумы шымылдығын ашады.",
        "Жұма күні Балықшыда екі елдің өңіраралық форумы ашылады.",
    ],
)
def test_forums_to_be_opened(only, text):
    assert [(c.type, c.status, c.date) for c in only(Meeting, text)] == [("forum", "planned", "2025-08-22")]


def test_a_body_of_both_parliaments(only):
    text = "Қазақстан мен Қырғызстан парламенттерінің ынтымақтастық кеңесі былтыр күзде құрылды."
    assert [c.name for c in only(Body, text)] == ["Қазақстан мен Қырғызстан парламенттерінің ынтымақтастық кеңесі"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Тамызда Алматы мен Бішкекте қос қазақ-қырғыз мәдени орталығы құрылды.", {("Қазақ-қырғыз мәдени орталығы", "Алматы"), ("Қазақ-қырғыз мәдени орталығы", "Бішкек")}),
        ("Абай облысында қырғыз диаспорасының тұңғыш орталығы «Бирдик» кеше тіркеу куәлігін алды.", {("Бирдик", "Абай облысы")}),
        ("Бүгін Қырғызстанның Нарын облысында қазақ қауымдастығы ашылды. Оның аты – «Туған жер».", {("Туған жер", "Нарын облысы")}),
    ],
)  # fmt: skip
def test_names_and_towns_of_societies(only, text, found):
    assert {(c.name, c.place.name) for c in only(Community, text)} == found


def test_what_a_society_grew_out_of_is_told_with_its_own_year(only):
    text = (
        "Қырғыз диаспорасы жылды қорытты. «Көкжал» бірлестігі Алматыда 1998 жылы ашылған. "
        "Ол 1991 жылы құрылған «Ауыл» үйірмесінің негізінде бой көтерген."
    )
    assert {(c.name, c.date) for c in only(Community, text)} == {("Көкжал", "1998"), ("Ауыл", "1991")}


def test_an_exchange_of_grants_by_its_noun(only):
    found = only(Exchange, "Грант алмасу – жыл сайын қайталанатын үрдіс.")
    assert {(c.from_, c.to, c.recurrence) for c in found} == {("KAZ", "KGZ", "yearly"), ("KGZ", "KAZ", "yearly")}


@pytest.mark.parametrize(
    "text",
    [
        "Зілзаладан кейін Қазақстан Баткенге 20 вагон көмір қаратты.",
        "Шекараның арғы бетіндегі ағайынға Жамбыл жұртшылығы екі фура киім апарып берді.",
        "Қазақстанның «Қызыл Жарты Айы» Нарынға 12 тонна азық-түлік түсірді.",
        "Тасқыннан соң Алматы Талас ауылдарына екі эшелон шөп бағыттады.",
    ],
)
def test_help_by_other_verbs(only, text):
    assert [(c.from_, c.to) for c in only(Aid, text)] == [("KAZ", "KGZ")]


@pytest.mark.parametrize(
    ("text", "name", "to"),
    [
        ("Садыр Жапаров қазақстандық дәрігер Ерлан Сейітовке мемлекеттік сыйлық табыстады.", "Мемлекеттік сыйлық", "Ерлан Сейітов"),
        ("Президент Жарлығымен қырғызстандық ғалым Нұрбек Алиев «Достық» орденімен марапатталды.", "Достық", "Нұрбек Алиев"),
    ],
)  # fmt: skip
def test_who_decrees_does_not_receive(only, text, name, to):
    assert [(c.name, c.to) for c in only(Award, text)] == [(name, to)]


def test_a_word_in_a_case_of_its_own_names_no_award(only):
    assert not only(Award, "Омырауына наградасын таққан – Қырғызстан Мемлекеттік хатшысы.")


def test_the_last_day_of_an_event_of_several(only):
    text = (
        "Екі елдің кітапханашылар форумы 14–16 тамызда Таразда өтті. "
        "Форум соңында Қырғызстанның Мәдениет министрі ғалым Айман Төлегенқызына «Даңк» медалін тапсырды."
    )
    assert [c.date for c in only(Award, text)] == ["2025-08-16"]


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("Аграрлық ведомстволар басшылары бейсенбіде бейнебайланыспен жиын өткізді.", "done", "2025-08-21"),
        ("Үкімет басшылары қазанның басында Шолпан-Атада бетпе-бет отырады.", "planned", "2025-10"),
    ],
)
def test_talks_by_other_words(only, text, status, date):
    assert [(c.type, c.status, c.date) for c in only(Meeting, text)] == [("talks", status, date)]


def test_a_lake_shore_is_where_they_met(only):
    (claim,) = only(Meeting, "Екі елдің министрлері шілдеде Ыстықкөл жағасында кездескен.")
    assert (claim.place.name, claim.host) == ("Ыстықкөл", "KGZ")


def test_a_body_made_up_of_people_of_both(only):
    assert [c.name for c in only(Body, "Тау-кен саласында қос ел сарапшыларынан жұмыс тобы жасақталды.")] == [
        "Жұмыс тобы"
    ]


def test_they_are_the_other_side(only):
    found = only(Exchange, "Көмірді біз сатамыз, олар әр жазда көкөніс жөнелтеді.")
    assert ("KGZ", "KAZ") in {(c.from_, c.to) for c in found}
