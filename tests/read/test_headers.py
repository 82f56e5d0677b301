"""Title, author and the places where a date may stand."""

from __future__ import annotations

import pytest
from read.seeing import FIRST, SECOND, TITLE, after, kinds, read

from qatynas.model.document import BlockKind, DateSource, Document
from qatynas.read import read_bytes
from qatynas.script import Script, convert

BODY = f"{FIRST}\n\n{SECOND}\n"


def dates(document: Document) -> list[tuple[str, str]]:
    for date in document.dates:
        assert date.span is None or date.span.of(document.text) == date.words
    return [(date.source.value, date.words) for date in document.dates]


DATE_LINES = [
    ("20 сәуiр, 08:05", "20 сәуiр, 08:05"),  # a Latin i
    ("20 сәуір 2024", "20 сәуір 2024"),
    ("20 сәуір 2024 жыл", "20 сәуір 2024 жыл"),
    ("2024 жылғы 20 сәуір, 08:05", "2024 жылғы 20 сәуір, 08:05"),
    ("Астана, 2019 жылғы 3 мамыр", "2019 жылғы 3 мамыр"),
    ("Ташкент қаласы, 2021 жылғы 9 маусым", "2021 жылғы 9 маусым"),
    ("14:05, 21 Тамыз 2025 | GMT +5", "14:05, 21 Тамыз 2025 | GMT +5"),
    ("21.08.2025", "21.08.2025"),
    ("21.08.2025, 14:05", "21.08.2025, 14:05"),
    ("21/08/2025 14:05", "21/08/2025 14:05"),
    ("2025-08-21 14:05", "2025-08-21 14:05"),
    ("Жарияланған: 21 тамыз 2025", "21 тамыз 2025"),
    ("№ 8 (1540), 4 шілде, жұма", "4 шілде, жұма"),
    ("Бейсенбі, 21 тамыз", "Бейсенбі, 21 тамыз"),
    ("02.03.2022, 07:45   👁 1 270   💬 3", "02.03.2022, 07:45"),
    ("21 тамыз 2025 | Көрілді: 345", "21 тамыз 2025"),
    ("21 там. 2025", "21 там. 2025"),
    ("«21» тамыз 2025 ж.", "«21» тамыз 2025 ж."),
    ("Талдау · 21.08.2025 · 6 минут оқылады", "21.08.2025"),
    ("Қоғам | 21 тамыз 2025 | 5 мин оқу", "21 тамыз 2025"),
    ("21.08.2025 · оқуға 4 минут", "21.08.2025"),
    ("Оқу уақыты: 3 минут · 21.08.2025", "21.08.2025"),
]


@pytest.mark.parametrize(("line", "words"), DATE_LINES)
def test_a_date_line_under_the_title(line: str, words: str) -> None:
    document = read(f"{TITLE}\n\n{line}\n\n{BODY}")
    assert dates(document)[0] == ("line", words)
    assert [block.kind.value for block in document.blocks] == ["title", "dateline", "paragraph", "paragraph"]


@pytest.mark.parametrize(("line", "words"), DATE_LINES)
def test_a_date_line_above_the_title(line: str, words: str) -> None:
    document = read(f"{line}\n{TITLE}\n\n{BODY}")
    assert dates(document)[0] == ("line", words)
    assert document.title == TITLE


@pytest.mark.parametrize("script", [Script.ARAB, Script.LATN])
@pytest.mark.parametrize(
    "line", ["2022 жылғы 5 ақпан, 13:10", "Астана, 3 мамыр", "21 тамыз 2025 жыл", "6 қыркүйек, 15:45"]
)
def test_date_lines_in_other_scripts(line: str, script: Script) -> None:
    document = read(convert(f"{TITLE}\n\n{line}\n\n{BODY}", script, Script.CYRL))
    assert [block.kind for block in document.blocks][:2] == [BlockKind.TITLE, BlockKind.DATELINE]
    ((source, words),) = dates(document)
    assert source == "line"
    assert any(map(str.isdigit, words))


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        ("Ақтау. 12-қаңтар. ", "12-қаңтар"),
        ("АСТАНА. 3 мамыр. ҚазАқпарат – ", "3 мамыр"),
        ("Бішкек, 5 ақпан – ", "5 ақпан"),
        ("Тараз, 2022 жылғы 5 ақпан. ", "2022 жылғы 5 ақпан"),
        ("3 мамыр. Астана. KAZINFORM – ", "3 мамыр"),
        ("БІШКЕК, 5 ақпан /Кабар/. ", "5 ақпан"),
        ("Нұр-Сұлтан. 5 мамыр. Kazinform - ", "5 мамыр"),
    ],
)
def test_the_day_that_an_agencys_report_begins_with(opening: str, words: str) -> None:
    document = read(f"{TITLE}\n\n{opening}{FIRST}\n\n{SECOND}")
    assert [found.rstrip(".") for _, found in dates(document)] == [words]
    assert [block.kind.value for block in document.blocks] == ["title", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "opening",
    [
        "Алматыда 29 қазанда ",
        "29 қазан – Республика күні. ",
        "Астана 3 мамырде қонақ күтті. ",
        "Талас, Шу, Сырдария – үш өзен. ",
    ],
)
def test_a_day_in_the_text_is_not_the_documents(opening: str) -> None:
    assert dates(read(f"{TITLE}\n\n{opening}{FIRST}\n\n{SECOND}")) == []


@pytest.mark.parametrize(
    "title",
    [
        "Үкіметтің 2019 жылғы 6 ақпандағы № 61 қаулысымен бекітілген іс-шаралар жоспары",
        "Сауда министрінің 2019 жылғы 6 ақпандағы № 12-қ бұйрығы",
    ],
)
def test_an_acts_own_day_in_its_title(title: str) -> None:
    assert dates(read(f"{title}\n\n{BODY}")) == [("line", "2019 жылғы 6 ақпандағы")]


@pytest.mark.parametrize(
    "line",
    [
        "© 2009–2025. Барлық құқықтары қорғалған.",
        "Кеше, 20:05",
        "2 сағат бұрын",
        "14 ақпан, 08:50  Жаңа жол салынды",
        "Таралымы 2025 дана",
    ],
)
def test_what_is_never_offered_as_the_date(line: str) -> None:
    assert dates(read(after(line))) == []


def test_the_day_of_the_visit_in_a_pages_head_is_not_offered() -> None:
    head = "Басты бет | Қоғам | Тарих | Спорт\n3 тамыз 2025, жексенбі\nUSD 512,40 ▲  EUR 560,10 ▼\n"
    assert dates(read(f"{head}\n{TITLE}\n\n{BODY}")) == []


def test_a_date_under_the_title_comes_before_one_above_it() -> None:
    document = read(f"3 тамыз 2025, жексенбі\n{TITLE}\n1 тамыз 2025, 11:20\n\n{BODY}")
    assert dates(document)[0] == ("line", "1 тамыз 2025, 11:20")


def test_a_date_under_the_author_at_the_end() -> None:
    assert dates(read(f"{TITLE}\n\n{BODY}\nАйгүл Сейітова\n5 мамыр 2024 жыл")) == [("line", "5 мамыр 2024 жыл")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Бас бет · Қоғам · 2024 жыл, 30 қазан", "2024 жыл, 30 қазан"),
        ("Сұхбат. 5 мамыр 2024 жыл", "5 мамыр 2024 жыл"),
    ],
)
def test_a_date_above_the_last_line(line: str, words: str) -> None:
    last = "Әңгімелескен Айгүл Сейітова, газетіміздің меншікті тілшісі."
    assert dates(read(f"{TITLE}\n\n{BODY}\n{BODY}\n{line}\n{last}")) == [("line", words)]


def test_a_given_date_comes_first() -> None:
    document = read_bytes(f"{TITLE}\n\n20 сәуір, 11:33\n\n{BODY}".encode(), "x", published="2024-04-20")
    assert document.dates[0].source is DateSource.GIVEN
    assert len(document.dates) == 2


class TestHeaderFields:
    def test_fields_before_the_text(self) -> None:
        text = f"title: {TITLE}\ndate: 2025-08-22\naddress: https://press.example/1\nlanguage: kk\nkind: news\n\n{BODY}"
        document = read(text)
        assert (document.title, document.address) == (TITLE, "https://press.example/1")
        assert dates(document) == [("header", "2025-08-22")]
        assert [block.kind.value for block in document.blocks] == ["title"] + ["furniture"] * 4 + ["paragraph"] * 2

    @pytest.mark.parametrize("value", ["not given", "", "unknown"])
    def test_a_date_field_without_a_date(self, value: str) -> None:
        assert dates(read(f"title: {TITLE}\ndate: {value}\n\n{BODY}")) == []

    def test_a_fenced_header(self) -> None:
        document = read(f'---\ntitle: "{TITLE}"\nauthor: Айгүл Сейітова\ndate: 2025-08-22\n---\n\n{BODY}')
        assert (document.title, document.author) == (TITLE, "Айгүл Сейітова")
        assert dates(document) == [("header", "2025-08-22")]

    @pytest.mark.parametrize("head", [" date 2025-08-21 ", "date: 2025-08-21 ", "Күні: 2025-08-21 ", "2025-08-21 "])
    def test_a_date_before_the_title_in_its_line(self, head: str) -> None:
        document = read(f"{head}{TITLE}\n{BODY}")
        if head.strip() != "2025-08-21":
            assert dates(document) == [("header", "2025-08-21")]
            assert document.title == TITLE

    @pytest.mark.parametrize("text", ["Сауда: айналым өсті", "https://a.b: c"])
    def test_an_ordinary_colon_makes_no_header(self, text: str) -> None:
        document = read(f"{text}\n\n{BODY}")
        assert document.blocks[0].span.start == 0
        assert len(document.blocks) == 3


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (["Автор", "Айгүл Сейітова"], "Айгүл Сейітова"),
        (["Автор:", "Айгүл Сейітова, тарихшы"], "Айгүл Сейітова"),
        (["Автор: Айгүл Сейітова"], "Айгүл Сейітова"),
        (["Мәтін: Айгүл Сейітова"], "Айгүл Сейітова"),
        (["Дайындаған Айгүл Сейітова"], "Айгүл Сейітова"),
        (["Айгүл СЕЙІТОВА"], "Айгүл СЕЙІТОВА"),
        (["Айгүл Сейітова,", "Фейсбук парақшасынан"], "Айгүл Сейітова"),
        (["Айгүл Сейітова, саясаттанушы"], "Айгүл Сейітова"),
        (["А. Сейітова"], "А. Сейітова"),
        (["Ержан Қасымұлы", "Тараз қаласы"], "Ержан Қасымұлы"),
        (["Айгүл Сейітова", "Сурет: автордан"], "Айгүл Сейітова"),
        (["Тілші: Ержан Қасымұлы"], "Ержан Қасымұлы"),
    ],
)
def test_the_author_at_the_end(lines: list[str], author: str) -> None:
    document = read(after(*lines))
    assert document.author == author
    assert BlockKind.BYLINE in [block.kind for block in document.blocks]
    assert [block.kind for block in document.blocks].count(BlockKind.PARAGRAPH) == 2


@pytest.mark.parametrize("script", [Script.ARAB, Script.LATN])
def test_the_author_in_other_scripts(script: Script) -> None:
    text = convert(after("Автор", "Айгүл Сейітова"), script, Script.CYRL)
    assert read(text).author == text.splitlines()[-1]


def test_the_author_above_the_followers() -> None:
    found = kinds(f"Айгүл Сейітова\nМәжіліс депутаты · 12,4 мың жазылушы\n9 желтоқсан, 21:47\n\n{TITLE}\n\n{BODY}")
    assert [kind for kind, _ in found] == ["byline", "furniture", "dateline", "title", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Сыртқы істер министрлігінің баспасөз қызметі\n\nКөршілер кездесуі өтті", "Көршілер кездесуі өтті"),
        (
            "«ТАЛАС ТЫНЫСЫ» аудандық газеті\n№ 7, 5 мамыр\n\nАрна тартылды. Енді не істейміз?",
            "Арна тартылды. Енді не істейміз?",
        ),
        ("Бекеттен қалай тез өтеміз?\nСұхбат · 9 минуттық оқу", "Бекеттен қалай тез өтеміз?"),
        ("Экономика\nСауда он пайызға өсті", "Сауда он пайызға өсті"),
        ("БЕКЕТТЕ КЕЗЕК КӨП!", "БЕКЕТТЕ КЕЗЕК КӨП!"),
        ("Тақырып: Бекетте кезек көп", "Бекетте кезек көп"),
        ("# Бекетте кезек көп", "# Бекетте кезек көп"),
    ],
)
def test_the_title_among_the_first_lines(head: str, title: str) -> None:
    assert read(f"{head}\n\n{BODY}").title == title


@pytest.mark.parametrize(
    "text",
    [FIRST, f"{FIRST}\n{SECOND}", "Екі елдің саудасы 1,5 миллиард долларға жетті", "Сауда өсті. Шекара ашылды."],
)
def test_bare_sentences_have_no_title(text: str) -> None:
    document = read(text)
    assert document.title is None
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}


def test_headings_and_items_of_an_act() -> None:
    text = (
        f"{TITLE}\n\n1-тарау. Жалпы ережелер\n\n1. Тараптар жыл сайын екі рет кездеседі.\n2. Олар:\n"
        "1) су көлемін бекітеді;\n2) арналарды жөндейді.\n\n2-тарау. Іс-шаралар\n\n3. Көпір 2026 жылы салынады.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["title", "heading", "item", "item", "item", "item", "heading", "item"]


def test_questions_are_headings_between_paragraphs() -> None:
    text = f"{TITLE}\n\n{FIRST}\n\nБіз не сатамыз?\n{SECOND}\n\nКапитал ше?\n{FIRST}"
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "heading", "paragraph", "heading", "paragraph"]


def test_figures_in_lines_are_items_and_not_headings() -> None:
    lines = ["2021 жыл – 1,0 миллиард доллар", "2022 жыл – 1,3 миллиард доллар", "Меже: 2 миллиард доллар"]
    found = kinds(f"{TITLE}\n\nЕкі елдің саудасы сандармен\n\n" + "\n".join(lines) + f"\n\n{FIRST}\n")
    assert [kind for kind, _ in found] == ["title", "heading", "item", "item", "item", "paragraph"]


def test_an_interview() -> None:
    text = f"{TITLE}\n\n– Шекара ше?\n– {FIRST}\n– Ал сауда ше?\n– {SECOND}\n\nСұхбаттасқан Айгүл СЕЙІТОВА"
    assert [kind for kind, _ in kinds(text)] == ["title"] + ["paragraph"] * 4 + ["byline"]


def test_a_resolution() -> None:
    text = (
        "ҮКІМЕТТІҢ ҚАУЛЫСЫ\n2025 жылғы 14 наурыз № 148\nАстана, Үкімет Үйі\n\nСу бөлу туралы келісімді бекіту туралы\n\n"
        "Үкімет ҚАУЛЫ ЕТЕДІ:\n1. Келісім бекітілсін.\n2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.\n"
    )
    document = read(text)
    assert dates(document) == [("line", "2025 жылғы 14 наурыз")]
    assert [block.kind.value for block in document.blocks] == [
        "title", "dateline", "heading", "heading", "paragraph", "item", "item",
    ]  # fmt: skip


@pytest.mark.parametrize("script", [Script.ARAB, Script.LATN])
def test_a_head_with_author_and_place_in_other_scripts(script: Script) -> None:
    head = "Тамыз 22, 2025\nАрман Сейітов\nТараз\nБөлісіңіз\n\nШекарада кезек азайды\n\n"
    document = read(convert(head + BODY, script, Script.CYRL))
    assert [block.kind.value for block in document.blocks] == [
        "dateline", "byline", "furniture", "furniture", "title", "paragraph", "paragraph",
    ]  # fmt: skip
