"""The document's own date: stated in every form that the press prints, or inferred from what the text tells."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language.texts import KAZAKH_LIKE

from qatynas.language import date_document
from qatynas.language.reading import read_language
from qatynas.model import Period, Script, Span
from qatynas.model.document import Block, BlockKind, DateCandidate, DateSource, Document
from qatynas.read import read_bytes
from qatynas.script import align, convert


def document(text, *candidates):
    """A document of one paragraph a line, with these candidates for its date."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    return Document("x", text, "0", "text/plain", "utf-8", Script.CYRL, "kk", None, tuple(blocks), tuple(candidates))


def date_of(text, *candidates):
    made = document(text, *candidates)
    return date_document(made, align(made.text, Script.CYRL))


STATED = [
    (DateSource.LINE, "14:05, 21 Тамыз 2025 | GMT +5", "2025-08-21"),
    (DateSource.LINE, "2025 жылғы 21 тамыз", "2025-08-21"),
    (DateSource.LINE, "21 тамыз, 2025 жыл", "2025-08-21"),
    (DateSource.LINE, "2025 ж. 21 тамыз, бейсенбі", "2025-08-21"),
    (DateSource.LINE, "21.08.2025, 18:05", "2025-08-21"),
    (DateSource.LINE, "21/08/2025", "2025-08-21"),
    (DateSource.LINE, "21.08.2025. Бейсенбі", "2025-08-21"),
    (DateSource.LINE, "2025.08.21", "2025-08-21"),
    (DateSource.LINE, "21-ші тамыз 2025 жыл", "2025-08-21"),
    (DateSource.LINE, "21 тамыз. 2025 жыл.", "2025-08-21"),
    (DateSource.LINE, "Астана, 2025 жылғы 21 тамыз", "2025-08-21"),
    (DateSource.LINE, "21 там. 2025", "2025-08-21"),
    (DateSource.LINE, "Жарияланған күні: 2025 жылдың 21 тамызы", "2025-08-21"),
    (DateSource.HEADER, "date 2025-08-21", "2025-08-21"),
    (DateSource.HEADER, "2025-08", "2025-08"),
    (DateSource.HEADER, "1998", "1998"),
    (DateSource.META, "2025-08-21T14:05:00+05:00", "2025-08-21"),
    (DateSource.META, "Thu, 21 Aug 2025 09:05:00 GMT", "2025-08-21"),
    (DateSource.META, "August 21, 2025", "2025-08-21"),
    (DateSource.META, "21 августа 2025, 14:05", "2025-08-21"),
    (DateSource.META, "20250821", "2025-08-21"),
    (DateSource.GIVEN, "2025-08-21", "2025-08-21"),
]


@pytest.mark.parametrize(("source", "words", "value"), STATED)
def test_stated(source, words, value):
    dating = date_of("Мәтін.", DateCandidate(source, words))
    assert (dating.edtf, dating.basis) == (value, "stated")
    assert words.split()[0].strip(",") in dating.reason


@pytest.mark.parametrize("script", [Script.ARAB, Script.LATN])
@pytest.mark.parametrize("words", ["2025 жылғы 21 тамыз, 19:26", "21 тамыз 2025"])
def test_stated_in_other_scripts(script, words):
    assert date_of("Мәтін.", DateCandidate(DateSource.LINE, convert(words, script))).edtf == "2025-08-21"


FORMS = [  # more forms of the press, with their values written down before they were run
    (DateSource.LINE, "2025 жылдың 21-тамызы, бейсенбі, 18:05", "2025-08-21"),
    (DateSource.LINE, "Бейсенбі, 21 тамыз 2025 жыл", "2025-08-21"),
    (DateSource.LINE, "21 Тамыз, 2025 15:40", "2025-08-21"),
    (DateSource.LINE, "21.08.25", "2025-08-21"),
    (DateSource.LINE, "2025.08.21 15:40", "2025-08-21"),
    (DateSource.LINE, "2025/08/21", "2025-08-21"),
    (DateSource.LINE, "21-08-2025 | 09:12", "2025-08-21"),
    (DateSource.LINE, "Бүгін, 21 тамыз 2025", "2025-08-21"),
    (DateSource.LINE, "Алматы қ., 21 тамыз 2025 ж.", "2025-08-21"),
    (DateSource.LINE, "Шымкент. 2025 жыл, 21 тамыз", "2025-08-21"),
    (DateSource.LINE, "«21» тамыз 2025 жыл", "2025-08-21"),
    (DateSource.LINE, "2025 жылғы «21» тамыз", "2025-08-21"),
    (DateSource.LINE, "Жарияланды: 21 тамыз 2025, 10:05 (Астана уақыты)", "2025-08-21"),
    (DateSource.LINE, "Жарияланды: 21.08.2025 Жаңартылды: 22.08.2025", "2025-08-21"),
    (DateSource.LINE, "Жаңартылған: 22.08.2025, жарияланған: 21.08.2025", "2025-08-21"),
    (DateSource.LINE, "Автор: Айдос Серікұлы | 21 тамыз 2025 | 1204 рет оқылды", "2025-08-21"),
    (DateSource.LINE, "№ 33 (1875) 21 тамыз 2025 жыл", "2025-08-21"),
    (DateSource.LINE, "№ 152 (30 881), 21 тамыз, бейсенбі, 2025 ж.", "2025-08-21"),
    (DateSource.LINE, "21 тамыз 2025 жыл, № 33", "2025-08-21"),
    (DateSource.LINE, "21-ші тамыз 2025 жыл", "2025-08-21"),
    (DateSource.LINE, "Тамыз 21, 2025", "2025-08-21"),
    (DateSource.LINE, "тамыз 2025", "2025-08"),
    (DateSource.LINE, "2025 жылғы тамыз", "2025-08"),
    (DateSource.LINE, "2025, тамыз", "2025-08"),
    (DateSource.LINE, "20 сәуiр 2024, 11:33", "2024-04-20"),
    (DateSource.LINE, "5-қыркүйек 2023 жыл", "2023-09-05"),
    (DateSource.LINE, "жиырма бірінші тамыз 2025 жыл", "2025-08-21"),
    (DateSource.LINE, "екі мың жиырма бесінші жылғы 21 тамыз", "2025-08-21"),
    (DateSource.LINE, "21 авг. 2025", "2025-08-21"),
    (DateSource.LINE, "2025-08-21T14:05:00Z", "2025-08-21"),
    (DateSource.META, "2025-08-21 14:05:00 +0500", "2025-08-21"),
    (DateSource.META, "Thu Aug 21 2025 14:05:00 GMT+0500 (Astana)", "2025-08-21"),
    (DateSource.META, "21 Aug 2025 09:05", "2025-08-21"),
    (DateSource.META, "Aug 21st, 2025", "2025-08-21"),
    (DateSource.META, "2025-08-21T23:59:59.000+05:00", "2025-08-21"),
    (DateSource.META, "20250821T140500Z", "2025-08-21"),
    (DateSource.META, "2025-8-5", "2025-08-05"),
    (DateSource.META, "1755766800", "2025-08-21"),
    (DateSource.META, "21 тамыз 2025", "2025-08-21"),
    (DateSource.HEADER, "Күні: 21 тамыз 2025 ж.", "2025-08-21"),
    (DateSource.HEADER, "published: 2025.08.21", "2025-08-21"),
    (DateSource.HEADER, "2025-08-21 (бейсенбі)", "2025-08-21"),
]


@pytest.mark.parametrize(
    ("source", "words", "value", "script"),  # tags are not written in the document's script
    [(*form, script) for form in FORMS for script in Script if script is Script.CYRL or form[0] is not DateSource.META],
)
def test_form(source, words, value, script):
    written = convert(words, script) if script is not Script.CYRL else words
    dating = date_of("Мәтін.", DateCandidate(source, written))
    assert (dating.edtf, dating.basis) == (value, "stated")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (DateSource.LINE, "© 2025 «Айна» газеті. Барлық құқықтар қорғалған"),
        (DateSource.LINE, "Авторлық құқық 2019–2025"),
        (DateSource.LINE, "All rights reserved, 2024"),
        (DateSource.LINE, "«Айна» 2010-2025. Көшіріп басқанда сілтеме міндетті"),
        (DateSource.LINE, "Бет 21.08.2025 күні сақталған"),
        (DateSource.HEADER, "crawled 2026-01-05T10:00:00Z"),
        (DateSource.HEADER, "accessed: 2026-01-05"),
        (DateSource.LINE, "Соңғы кірген уақыты: 05.01.2026"),
        (DateSource.LINE, "Газет 1995 жылдан бастап шығады"),
        (DateSource.LINE, "Куәлік № KZ12VPY, 15.03.2019 ж. берілген"),
    ],
)
def test_notices_and_visits_are_no_date(source, words):
    assert date_of("Мәтін.", DateCandidate(source, words)).edtf is None


OPENINGS = [
    ("2025 жылғы 21 тамыз. Астанада екі елдің өкілдері кездесті.", "2025-08-21"),
    ("21 тамыз 2025 жыл Астана. Екі елдің өкілдері кездесті.", "2025-08-21"),
    ("21.08.2025 Екі елдің өкілдері бүгін кездесті.", "2025-08-21"),
    ("21 тамыз 2025 | Екі елдің өкілдері кездесті.", "2025-08-21"),
    ("Тақырып\n2025 ж. 21 тамыз: өкілдер кездесті.", "2025-08-21"),
    ("2025 жылғы 21 тамызда Астанада екі елдің өкілдері кездесті.", None),
    ("1997 жылғы 8 сәуір – достықтың туған күні.", None),
    ("1997 жылғы 8 сәуір. Сол күні шартқа қол қойылды. 2024 жылы айналым өсті.", None),
    ("21 тамыз 2025 жылы Астанада екі елдің өкілдері кездесті.", None),
    ("21 тамызда Астанада екі елдің өкілдері кездесті.", None),
]


@pytest.mark.parametrize("script", Script)
@pytest.mark.parametrize(("text", "value"), OPENINGS)
def test_a_day_that_opens_the_text(text, value, script):
    written = convert(text, script) if script is not Script.CYRL else text
    made = document(written)
    dating = date_document(made, align(made.text, Script.CYRL, script))
    assert dating.edtf == value


def test_a_better_source_goes_first():
    line = DateCandidate(DateSource.LINE, "20 тамыз 2025")
    tag = DateCandidate(DateSource.META, "2025-08-21")
    given_ = DateCandidate(DateSource.GIVEN, "2025-08-22")
    assert date_of("Мәтін.", line, tag).edtf == "2025-08-21"
    assert date_of("Мәтін.", line, tag, given_).edtf == "2025-08-22"


@pytest.mark.parametrize(
    "words", ["© 2009–2025", "Copyright 2024", "2024 ж. Барлық құқықтар қорғалған", "saved 2026-03-01"]
)
def test_rights_and_copies_are_no_date(words):
    assert date_of("Мәтін.", DateCandidate(DateSource.LINE, words)).edtf is None


INFERRED = [
    ("2022 жылы сауда 10 пайызға өсті. Былтыр бұл көрсеткіш 12 пайызға артты.", "17 мамыр, 09:42", "2024-05-17"),
    ("2019 жылғы тасқын есімізде – былтырғы сол көктемде көпір құлаған.", "3 мамыр", "2020-05-03"),
    ("2001 жылы ашылған мектепке биыл он бес жыл толды.", "5 қазан, 10:00", "2016-10-05"),
    ("2020 жылғы шартты арада екі жыл өткенде, биыл ратификациялады.", "4 желтоқсан, 18:20", "2022-12-04"),
    ("Сауда 2023 жылы екі есе өсті.", "14 ақпан, 09:15", "2024-02-14"),
    ("Тасқын 2023 жылы болған еді.", "11 маусым, сейсенбі", "2024-06-11"),
    ("2023 жылғы қарашада келісті. Жаңа бекет 2026 жылы ашылмақ.", "6 мамыр", "2024-05-06"),
]


@pytest.mark.parametrize(("text", "line", "value"), INFERRED)
def test_the_year_is_inferred(text, line, value):
    dating = date_of(text, DateCandidate(DateSource.LINE, line))
    assert (dating.edtf, dating.basis) == (value, "inferred")
    assert dating.reason


def test_an_anniversary_is_enough_without_a_date_line():
    dating = date_of("Жиырма жыл аз уақыт емес. Биыл сол мерейтойға жеттік.\nБәрі 1995 жылдың 3 мамырынан басталды.")
    assert (dating.edtf, dating.basis) == ("2015", "inferred")


@pytest.mark.parametrize(
    "text", ["", "Сауда өсті.", "Сауда 2024 жылы 1,7 млрд доллар болды.", "Мақсат – 2030 жылға қарай өсу."]
)
def test_nothing_tells_the_date(text):
    dating = date_of(text)
    assert (dating.edtf, dating.basis) == (None, None)
    assert dating.reason


def test_reports_that_are_quoted_tell_it():
    dating = date_of("Газет («Тілші», 07.03.2021) көп деп жазды.\nСайт («Айна», 9 наурыз 2021 жыл) аз деп жазды.")
    assert (dating.edtf, dating.basis) == ("2021-03-09", "inferred")


@settings(deadline=None)
@given(
    st.lists(KAZAKH_LIKE, max_size=30).map("".join),
    st.lists(KAZAKH_LIKE, max_size=8).map("".join),
    st.sampled_from(DateSource),
)
def test_any_text(text, words, source):
    dating = date_of(text, DateCandidate(source, words))
    assert (dating.edtf is None) == (dating.basis is None)
    if dating.edtf:
        Period(dating.edtf)


@pytest.mark.parametrize(
    "line",
    [
        "Сәрсенбі, 18 маусым. Палата отырысында келісім қаралды.",
        "АСТАНА. 18 маусым, сәрсенбі. Палата отырысында келісім қаралды.",
    ],
)
def test_weekday_beside_a_day_decides_its_year_whatever_is_put_off(line: str) -> None:
    text = (
        f"Залдан\n\n{line}\n\n2024 жылы айналым өсті. Жөндеу 2027 жылға ауыстырылды. 2022 жылы ол 410 еді, былтыр 640."
    )
    read = read_bytes(text.encode(), "a.txt")
    assert date_document(read, align(read.text, Script.CYRL)).edtf == "2025-06-18"


def test_the_day_of_a_site_is_not_that_of_its_text() -> None:
    site, own = "3 наурыз 2026", "2 наурыз 2026, 23:05"
    text = f"Бүгін: {site}, сейсенбі | $ 498,7 | Алматы +4 °C\n{own}\nБіз бардық."
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (site, own)]
    candidates = [DateCandidate(DateSource.LINE, text[span.start : span.end], span) for span in spans]
    assert date_of(text, *candidates).edtf == "2026-03-02"


def test_a_day_that_opens_the_line_of_who_made_it() -> None:
    text = (
        "Көрші елге барасыз ба?\n\n16 шілде 2024 жыл. «Серік» орталығы дайындады\n\nБұл – отандастарға арналған жазба."
    )
    read = read_bytes(text.encode(), "a.txt")
    assert date_document(read, align(read.text, Script.CYRL)).edtf == "2024-07-16"


COUNTED = [
    ("Кеше, 8 шілдеде, екі елдің дәрігерлері кездесті. Былтыр, 2024 жылғы қарашада, аусыл шыққан еді.", "2025-07-09"),
    ("Кеше 8 шілдеде екі елдің дәрігерлері кездесті. 2024 жылы Қазақстан 18 мың ірі қара сатып алды.", "2025-07-09"),
    ("Бүгін, 12 мамырда, форум ашылды. Былтыр, 2024 жылы, айналым 1,7 миллиард доллар болды.", "2025-05-12"),
    ("Ертең, 1 қазанда, көрме ашылады. Былтыр, 2024 жылы, айналым 1,7 миллиард доллар болды.", "2025-09-30"),
    ("Ақын бүгін таңертең, 2020 жылғы 6 мамырда, көз жұмды. Қазақстан мен Қырғызстан қоштасты.", "2020-05-06"),
    ("Кеше (31 желтоқсанда) кездесу өтті. Өткен жылы, 2024 жылы, айналым 1,7 миллиард доллар болды.", None),
    ("Ол кеше келді, ал 8 шілдеде кетпек. 2024 жылы айналым 1,7 миллиард доллар болды.", None),
]


@pytest.mark.parametrize(("text", "day"), COUNTED, ids=range(len(COUNTED)))
def test_a_day_told_as_yesterday_is_the_day_before(text, day):
    found = date_of(text).edtf
    assert found == day if day else len(found or "") != len("2025-07-09") or found.endswith("01-01")


TOGETHER = [  # who held which office when: the one year in which all of them did on that day, or none
    ("Премьер-министр Олжас Бектенов Министрлер кабинетінің төрағасы Ақылбек Жапаровты қабылдады.", "18 сәуір", "2024"),
    ("Президент Қасым-Жомарт Тоқаев Қырғызстан Президенті Сооронбай Жээнбековпен сөйлесті.", "3 ақпан", "2020"),
    ("Президент Қасым-Жомарт Тоқаев Қырғызстан Президенті Сооронбай Жээнбековпен сөйлесті.", "3 шілде", None),
    ("Премьер-министр Олжас Бектенов қырғыз Президенті Садыр Жапаровпен кездесті.", "18 сәуір", None),
    ("Президент Қасым-Жомарт Тоқаев Садыр Жапаровпен сөйлесті.", "3 ақпан", None),
    ("Премьер-министр Олжас Бектенов бұрынғы премьер-министр Асқар Мамин туралы айтты.", "18 сәуір", None),
]


@pytest.mark.parametrize(("said", "line", "year"), TOGETHER, ids=range(len(TOGETHER)))
def test_offices_held_together_in_one_year_only(said, line, year):
    read = read_bytes(f"{line}, 11:05\n\nКелісім\n\n{said} Тараптар сауда жайын талқылады.\n".encode(), "a.txt")
    found = read_language(read).dating.edtf
    assert (found[:4] if found else None) == year


POSTS = [  # a post's line, what it says, its year
    ("8 сәуір", "Бүгін екі ел шартына 26 жыл. Шарт 1997 жылы жасалған еді.", "2023"),
    ("15 қазан, 09:00", "Қазақстан мен Қырғызстан дипломатиялық қатынас орнатқанына тура 30 жыл толды.", "2022"),
    ("16 желтоқсан", "Бүгін Қазақстан тәуелсіздігіне 30 жыл! Көрші ел құттықтап жатыр.", "2021"),
    ("15 қазан", "Дипломатиялық қатынас орнағанына 25 жыл толды, көрме ашылды.", "2017"),
    ("1 ақпан", "2024 жыл басталғалы Қырғызстан Қазақстаннан электр қуатын алып жатыр.", "2024"),
    ("20 қаңтар", "2023 жыл кіргелі бекетте кезек азайды.", "2023"),
    ("8 сәуір", "Бүгін ол 26 жыл бойы қызмет еткен бекетке барды. Бекет 1997 жылы ашылған.", None),
    ("25 желтоқсан", "Сауда 2024 жылы 1,6 миллиард долларға жетті. Келесі жылы тағы өседі.", None),
    ("5 қазан", "Сауда 2024 жылы 1,6 миллиард долларға жетті.", "2025"),
]


@pytest.mark.parametrize(("line", "said", "year"), POSTS, ids=range(len(POSTS)))
def test_the_year_of_a_post(line, said, year):
    found = date_of(said, DateCandidate(DateSource.LINE, line)).edtf
    assert (found[:4] if found else None) == year


@pytest.mark.parametrize(("line", "year"), [("10 қазан", "2020"), ("3 қараша", None)])
def test_an_office_is_news_for_some_days_after_its_end(line, year):
    said = (
        "Премьер-министр Кубатбек Боронов қызметінен кетті. 2020 жылғы 4 қазандағы сайлаудан кейін наразылық басталған."
    )
    read = read_bytes(f"{line}\n\nҚырғызстандағы жағдай\n\n{said} Қазақстан көршісін бақылап отыр.\n".encode(), "a.txt")
    found = read_language(read).dating.edtf
    assert (found[:4] if found else None) == year
