"""Meetings: visits, talks, calls, sessions, forums; where, who was host, what was put off, what was none."""

from __future__ import annotations

import pytest

from qatynas.model import Meeting

LEAD = "Көрші екі ел – Қазақстан мен Қырғызстан.\n\n"


@pytest.fixture
def told(said):
    """The claims of a text that has the two as its pair."""
    return lambda text: said(text, lead=LEAD)


def meetings(claims):
    return [claim for claim in claims if isinstance(claim, Meeting)]


@pytest.mark.parametrize(
    ("text", "kind", "date", "host", "guest", "status"),
    [
        ("Бүгін Садыр Жапаров мемлекеттік сапармен Астанаға келді.", "state_visit", "2025-08-21", "KAZ", "KGZ", "done"),
        ("Ертең Қасым-Жомарт Тоқаев Бішкекке жұмыс сапарымен барады.", "working_visit", "2025-08-22", "KGZ", "KAZ", "planned"),
        ("2018 жылғы мамырда Қырғызстан Президенті Қазақстанға ресми сапармен ұшып келді.", "official_visit", "2018-05", "KAZ", "KGZ", "done"),
        ("22 тамызда Қазақстан Президенті Қырғызстанға ресми сапармен аттанады.", "official_visit", "2025-08-22", "KGZ", "KAZ", "planned"),
        ("Келесі жылы Садыр Жапаров Алматыға ресми сапармен келмек.", "official_visit", "2026", "KAZ", "KGZ", "planned"),
        ("Тоқаев Садыр Жапаровты 2026 жылы Қазақстанға мемлекеттік сапармен келуге шақырды.", "state_visit", "2026", "KAZ", "KGZ", "planned"),
        ("Олжас Бектеновтің Бішкекке жұмыс сапары 28–29 қыркүйекте өтеді.", "working_visit", "2025-09-28/2025-09-29", "KGZ", "KAZ", "planned"),
        ("2019 жылдың қарашасында Тоқаевтың ресми сапары аясында Бішкекте он құжат рәсімделді.", "official_visit", "2019-11", "KGZ", "KAZ", "done"),
        ("2017 жылғы 7 қыркүйекте Ақордада президенттер келіссөз жүргізді.", "talks", "2017-09-07", "KAZ", "KGZ", "done"),
        ("Кеше Олжас Бектенов Бішкекте Әділбек Қасымәлиевпен кездесті.", "talks", "2025-08-20", "KGZ", "KAZ", "done"),
        ("4 маусымда екі елдің көлік министрлері Ошта жүздесті.", "talks", "2025-06-04", "KGZ", "KAZ", "done"),
    ],
)  # fmt: skip
def test_one_meeting(told, text, kind, date, host, guest, status):
    (claim,) = meetings(told(text))
    assert (claim.type, claim.date, claim.status) == (kind, date, status)
    assert (claim.host, claim.guest) == (host, guest)


def test_a_residence_gives_its_city(told):
    (claim,) = meetings(told("Бүгін Ақордада екі ел президенттері кездесті."))
    assert (claim.place.country, claim.place.name) == ("KAZ", "Астана")


@pytest.mark.parametrize(
    ("text", "body", "number", "date"),
    [
        ("Жоғары мемлекетаралық кеңестің бесінші отырысы 2022 жылғы 26 мамырда Бішкекте өтті.", "Жоғары мемлекетаралық кеңес", 5, "2022-05-26"),
        ("2023 жылы Үкіметаралық кеңестің X отырысы Алматыда өтті.", "үкіметаралық кеңес", 10, "2023"),
        ("Президенттер бүгін Жоғары мемлекетаралық кеңестің оныншы отырысын басқарды.", "Жоғары мемлекетаралық кеңес", 10, "2025-08-21"),
        ("2018 жылғы 7 ақпанда Ошта өткен Үкіметаралық кеңестің IV отырысының шешімдері орындалуда.", "үкіметаралық кеңес", 4, "2018-02-07"),
    ],
)  # fmt: skip
def test_sessions(told, text, body, number, date):
    (claim,) = meetings(told(text))
    assert (claim.type, claim.number, claim.date) == ("session", number, date)
    assert body.casefold() in claim.body.casefold()


def test_the_body_may_have_been_told_before(told):
    first, second = meetings(
        told(
            "Бүгін Бішкекте Үкіметаралық кеңестің тоғызыншы отырысы өтті. Келесі отырысты 2026 жылы Астанада өткізуге уағдаласты."
        )
    )
    assert (second.type, second.status, second.date) == ("session", "planned", "2026")
    assert second.body == first.body
    assert (second.host, second.guest) == ("KAZ", "KGZ")


def test_same_city(told):
    _, second = meetings(
        told(
            "Кеңестің алдыңғы отырысы… Үкіметаралық кеңестің төртінші отырысы 2015 жылы Бішкекте өтті, бесінші отырысы сол қалада 2016 жылы болды."
        )
    )
    assert (second.number, second.place.name, second.date) == (5, "Бішкек", "2016")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Қазанға белгіленген Үкіметаралық кеңестің жетінші отырысы желтоқсанға шегерілді.", "2025-12"),
        ("Үкіметаралық кеңестің отырысы қарашаға ауыстырылды.", "2025-11"),
        ("Екі елдің елшілері осы айда өткізбек болған кездесу қазанға шегерілді.", "2025-10"),
    ],
)
def test_put_off(told, text, date):
    (claim,) = meetings(told(text))
    assert (claim.date, claim.status) == (date, "planned")


def test_forum(told):
    (claim,) = meetings(told("14 мамырда Шымкентте қазақ-қырғыз іскерлік форумы өтті."))
    assert (claim.type, claim.date, claim.host, claim.guest) == ("forum", "2025-05-14", "KAZ", "KGZ")


def test_call(told):
    (claim,) = meetings(told("Бүгін Қасым-Жомарт Тоқаев Садыр Жапаровпен телефон арқылы сөйлесті."))
    assert (claim.type, claim.participants) == ("call", ("Қасым-Жомарт Тоқаев", "Садыр Жапаров"))


def test_visit_and_session_are_two(told):
    claims = meetings(
        told("Бүгін Садыр Жапаров Астанаға ресми сапармен келіп, Жоғары мемлекетаралық кеңестің VI отырысына қатысты.")
    )
    assert {c.type for c in claims} == {"official_visit", "session"}


def test_talks_during_a_visit_are_the_visit(told):
    (claim,) = meetings(
        told("2023 жылғы қазанда Садыр Жапаров Қазақстанға ресми сапармен ұшып келіп, Тоқаевпен пікірлесті.")
    )
    assert claim.type == "official_visit"


@pytest.mark.parametrize(
    "text",
    [
        "Президенттер бұл жолы кездескен жоқ.",
        "Егер президенттер сәуірде кездессе, мәселе шешілер еді.",
        "Президенттер кездесе ме?",
        "Екі ел президенттері жиі кездесіп тұрады.",
        "Соңғы бес жылда көшбасшылар жиырма рет кездесті.",
        "Комиссия отырысы өткен жоқ.",
        "Сапардың мақсаты – сауданы арттыру.",
        "Мәжіліс отырысы сәрсенбіде өтеді.",
        "Мұндай жағдай шекарада жиі кездеседі.",
        "Пойыздың тұңғыш сапары ұзаққа созылды.",
        "Жоғары деңгейдегі сапарлар қатынасты нығайтты.",
        "Кездесуде көлік мәселесі сөз болды.",
    ],
)
def test_no_meeting(told, text):
    assert not meetings(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Мемлекет басшысы Қарағанды облысына жұмыс сапарымен барды.",
        "Тоқаев Bloomberg компаниясының директорымен кездесті.",
        "Президент жаңа министрді қабылдады.",
        "Әкім ауыл тұрғындарымен кездесті.",
        "Алматыда жас ғалымдардың форумы өтті.",
        "Үкімет отырысы сейсенбіде өтеді.",
        "Бүгін Еуразиялық үкіметаралық кеңестің отырысы өтті.",
    ],
)
def test_one_state_alone(told, text):
    assert not meetings(told(text))


def test_a_journey_without_the_word_for_a_visit(told):
    (claim,) = meetings(told("Ал Тоқаев 2023 жылғы тамызда Бішкекке барды."))
    assert (claim.type, claim.date, claim.host, claim.guest) == ("visit", "2023-08", "KGZ", "KAZ")


def test_a_joint_body_that_no_list_knows(told):
    (claim,) = meetings(told("Бүгін Шекара мәселелері жөніндегі бірлескен комиссияның жетінші отырысы өтті."))
    assert (claim.type, claim.number, claim.body) == ("session", 7, "Шекара мәселелері жөніндегі бірлескен комиссия")


def test_the_same_occasion(told):
    claims = meetings(
        told(
            "Ертең Олжас Бектенов Бішкекке жұмыс сапарымен барады. Онда Үкіметаралық кеңестің он үшінші отырысы өтеді."
        )
    )
    assert [(c.type, c.date, c.status) for c in claims] == [
        ("working_visit", "2025-08-22", "planned"),
        ("session", "2025-08-22", "planned"),
    ]


def test_what_is_announced_with_a_visit_has_its_date(told):
    claims = meetings(
        told(
            "Садыр Жапаров 10–11 қыркүйекте Астанаға мемлекеттік сапармен келеді.\n\nСапар барысында Жоғары "
            "мемлекетаралық кеңестің сегізінші отырысы өтеді. Келесі отырыс Бішкекте өтеді."
        )
    )
    assert [(c.type, c.date) for c in claims] == [
        ("state_visit", "2025-09-10/2025-09-11"),
        ("session", "2025-09-10/2025-09-11"),
        ("session", None),
    ]


def test_a_third_pair_is_its_own(told):
    (claim,) = meetings(told("Бүгін Олжас Бектенов Ташкентке жұмыс сапарымен барды."))
    assert claim.parties == ("KAZ", "UZB")


@pytest.mark.parametrize(
    ("text", "kind", "date", "host"),
    [
        ("Қасым-Жомарт Тоқаев пен Садыр Жапаров 12 тамызда Бішкекте бетпе-бет әңгіме өткізді.", "talks", "2025-08-12", "KGZ"),
        ("Министрлер Мұрат Нұртілеу мен Жээнбек Кулубаев 5 тамызда онлайн кездесіп, пікір алмасты.", "talks", "2025-08-05", None),
        ("Садыр Жапаров 3 шілдеде Астанаға ұшып жетті.", "visit", "2025-07-03", "KAZ"),
        ("Қырғызстан Президенті Садыр Жапаров 7 тамызда Алматыға табан тіреді.", "visit", "2025-08-07", "KAZ"),
        ("Қасым-Жомарт Тоқаев ертең Бішкекке аттанады.", "visit", "2025-08-22", "KGZ"),
        ("2025 жылғы 3 шілдеде Ошта өткен инвестициялық форумда екі ел кәсіпкерлері кездесті.", "forum", "2025-07-03", "KGZ"),
        ("Үкіметаралық комиссияның төртінші отырысын Шымкент қыркүйекте қабылдайды.", "session", "2025-09", "KAZ"),
        ("Үкіметаралық кеңестің келесі отырысы қыркүйекте өтуі тиіс еді, желтоқсанға шегінді.", "session", "2025-12", None),
        ("Іскерлік кеңестің отырысы қарашада өтуі керек еді, бірақ 2026 жылдың ақпанына кетті.", "session", "2026-02", None),
    ],
)  # fmt: skip
def test_told_in_other_words(told, text, kind, date, host):
    (claim,) = meetings(told(text))
    assert (claim.type, claim.date, claim.host) == (kind, date, host)


def test_a_session_put_off_in_the_next_sentence_has_its_new_date_alone(told):
    (claim,) = meetings(
        told(
            "Жоғары мемлекетаралық кеңестің сегізінші отырысы қазанда болады делінген. "
            "Енді ол қараша айына ысырылды, қонақтарды Тараз қабылдайды."
        )
    )
    assert (claim.status, claim.date, claim.number, claim.host) == ("planned", "2025-11", 8, "KAZ")


def test_the_next_one_is_of_the_kind_told_before(told):
    _, following = meetings(
        told(
            "2025 жылғы 3 шілдеде Ошта өткен инвестициялық форумда екі ел кәсіпкерлері кездесті. "
            "Келесісі 2026 жылғы мамырда Шымкентте ұйымдастырылады."
        )
    )
    assert (following.type, following.status, following.date, following.host) == ("forum", "planned", "2026-05", "KAZ")


def test_a_body_founded_in_the_text_has_its_sessions(told):
    (claim,) = meetings(
        told(
            "Қазақстан мен Қырғызстан министрліктері 2024 жылғы мамырда Көші-қон мәселелері жөніндегі бірлескен жұмыс "
            "тобын құрды. Оның үшінші отырысы 2025 жылғы 2 шілдеде Бішкекте өтті."
        )
    )
    assert (claim.body, claim.number) == ("Көші-қон мәселелері жөніндегі бірлескен жұмыс тобы", 3)


def test_talks_beside_a_visit_told_by_a_participle(told):
    claims = meetings(
        told(
            "Елордаға ресми сапармен келген қырғыз әріптесі Жээнбек Кулубаевпен Мұрат Нұртілеу 6 тамызда келіссөз жүргізді."
        )
    )
    assert [claim.type for claim in claims] == ["official_visit", "talks"]


def test_he_whom_a_pronoun_means_took_part(told):
    claims = meetings(
        told("Қырғызстан Президенті Садыр Жапаров бүгін Алматыға келді. Оны Қасым-Жомарт Тоқаев қабылдады.")
    )
    assert set(claims[-1].participants) == {"Қасым-Жомарт Тоқаев", "Садыр Жапаров"}


@pytest.mark.parametrize(
    "text",
    [
        "Қырғыз тілшілері былтыр Астанаға барды.",
        "Министрлер жиі кездесіп тұрады.",
        "Отырыс күзгі форумға байланысты кейінге қалды.",
        "Екі ел кеңес құрды.",
    ],
)
def test_only_like_a_meeting(told, text):
    assert meetings(told(text)) == []
