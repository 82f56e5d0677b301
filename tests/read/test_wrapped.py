"""Texts set in a narrow column: their paragraphs whole again, all else in its own lines, claims as in the text itself."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wrapper import wrapped

from qatynas.claims import extract
from qatynas.language.reading import read_language
from qatynas.model import BlockKind, Document, Span
from qatynas.read import read_bytes
from qatynas.read.front import front
from qatynas.script import Cut, Script, align, convert

TUNED = Path(__file__).parents[1] / "articles" / "tuned"
ARTICLES = ("n1", "q7", "wc3", "p7", "v11", "r7")  # two of each script
PLACES = ("start", "end", "quote", "document", "support")
COLUMN = """\
Екі елдің үкімет басшылары кеше Тараз-
да кездесіп, су бөлісу мен сауда мәсе-
лелерін талқылады. Былтыр тауар айна-
лымы 1,4 миллиард долларға жетті, бұл
2018-дің осы мерзіміндегіден 12 пайыз-
ға көп. Қазақ-қырғыз шекарасындағы Қор-
дай бекетін жаңарту жұмысы 2020 жыл-
дың көктемінде аяқталмақ.

Келесі отырыс Бішкекте желтоқсанның 10-
ы күні өтеді. Оған Шу-
Талас бассейнінің мамандары да шақыр-
ылады."""


def _read(text: str) -> Document:
    return read_bytes(text.encode(), "column.txt")


def _sentences(text: str) -> list[str]:
    return [sentence.text for sentence in read_language(_read(text)).sentences]


def _claims(text: str) -> Counter[str]:
    extraction = extract(_read(text))
    rows: Counter[str] = Counter()
    for claim in extraction.claims:
        assert extraction.document.text[claim.span.start : claim.span.end] == claim.quote
        rows[str({key: _on_one_line(value) for key, value in claim.row().items() if key not in PLACES})] += 1
    return rows


def _on_one_line(value: Any) -> Any:
    return " ".join(value.replace("-\n", "").split()) if isinstance(value, str) else value


def test_a_column_has_its_paragraphs_again() -> None:
    document = _read(COLUMN)
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH] * 2
    assert document.blocks[0].span.of(COLUMN).endswith("көктемінде аяқталмақ.")


def test_words_that_a_line_cut_are_whole_and_hyphens_of_their_own_stay() -> None:
    text = " ".join(_sentences(COLUMN))
    for whole in ("Таразда", "мәселелерін", "айналымы", "пайызға", "Қордай", "жылдың", "10-ы күні", "Шу-Талас"):
        assert whole in text
    assert "2018-дің" in text
    assert "Қазақ-қырғыз" in text
    assert "\n" not in text


@pytest.mark.parametrize(
    ("cut", "said"),
    [
        ("мемлекеттік сауда-\nэкономикалық байланыс", "сауда-экономикалық"),
        ("кеден мен көші-\nқон қызметінің басшысы", "көші-қон"),
        ("олар бүгін-\nақ жолға шықпақ екен", "бүгін-ақ"),
        ("отырысты вице-\nпремьер ашып сөйледі", "вице-премьер"),
        ("ТМД-\nның мүшелері жиналды", "ТМД-ның"),
        ("ол 2019-\n2021 жылдарды қамтиды", "2019-2021 жылдарды"),
        ("жобаның 10-\nшы бөлімі бекітілді", "10-шы"),
        ("кездесуде Шу-\nТалас суы айтылды", "Шу-Талас"),
        ("сауда Қырғыз-\nстанмен артып келеді", "Қырғызстанмен"),
        ("ынтымақ-\nтастық туралы келісті", "ынтымақтастық"),
        ("облыс-\nтарынан келген қонақ", "облыстарынан"),
        ("облыс¬\nтарынан келген қонақ", "облыстарынан"),
        ("облыс\u00ad\nтарынан келген қонақ", "облыстарынан"),
        ("облыс- \nтарынан келген қонақ", "облыстарынан"),
        ("облыс-\r\nтарынан келген қонақ", "облыстарынан"),
        ("мәдени-гума-\nнитарлық байланыс", "мәдени-гуманитарлық"),
        ("кездесуге Абдыра-\nев те қатысты", "Абдыраев"),
        ("жол ақысын Құрбан-\nсай ауылы төледі", "Құрбансай"),
    ],
)
def test_a_hyphen_at_a_lines_end(cut: str, said: str) -> None:
    assert said in " ".join(_sentences(f"{COLUMN}\n\nСонымен бірге екі жақтың өкілдері\n{cut}\nдеп жазды агенттік."))


def test_a_pages_head_does_not_part_a_sentence() -> None:
    text = "Шекарадағы жаңа бекет\n\n" + COLUMN.replace("мәсе-\n", "мәсе-\n\n2-бет     АЙМАҚ ҮНІ     № 41\n\n")
    document = _read(text)
    kinds = [block.kind for block in document.blocks]
    assert kinds.count(BlockKind.FURNITURE) == 1
    assert any("сауда мәселелерін талқылады." in sentence for sentence in _sentences(text))
    texts = [sentence.text for sentence in read_language(document).sentences if "мәселелерін" in sentence.text]
    assert all("АЙМАҚ" not in sentence for sentence in texts)


def test_headlines_days_names_and_lists_keep_their_lines() -> None:
    first, second = COLUMN.split("\n\n")
    text = f"ШЕКАРАДА ЖАҢА БЕКЕТ\n2019 жылғы 10 қазан\n\n{first}\n\n- бидай;\n- көмір;\n\n{second}\n\nАсан ҮСЕНОВ\n"
    document = _read(text)
    lines = {block.span.of(text): block.kind for block in document.blocks if "\n" not in block.span.of(text)}
    assert lines["ШЕКАРАДА ЖАҢА БЕКЕТ"] is BlockKind.TITLE
    assert lines["2019 жылғы 10 қазан"] is BlockKind.DATELINE
    assert lines["- бидай;"] is lines["- көмір;"] is BlockKind.ITEM
    assert lines["Асан ҮСЕНОВ"] is BlockKind.BYLINE


def test_verse_keeps_its_lines() -> None:
    verse = "Тау басында тұман бар,\nТұман ішінде қыран бар.\nЕкі елдің арасында\nБірге аққан бұлақ бар,\n" * 4
    assert len(_read(verse).blocks) == 16


def test_an_indent_or_a_short_last_line_opens_a_paragraph() -> None:
    for between in ("\n", "\n   "):
        text = COLUMN.replace("\n\n", between)
        starts = [block.span.of(text)[:6] for block in _read(text).blocks]
        assert starts == ["Екі ел", "Келесі"]


@pytest.mark.parametrize("between", ["\n\n", "\n    "], ids=["gap", "indent"])
@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_in_a_column_gives_its_claims(name: str, between: str) -> None:
    text = (TUNED / f"{name}.txt").read_text("utf-8")
    head = front(text).end
    claims = _claims(text)
    for width in (35, 58):
        column = wrapped(text[head:], width, between=between)
        same = claims & _claims(f"{text[:head].rstrip()}\n\n{column}" if head else column)
        assert same.total() >= 0.95 * claims.total(), (name, width)


def test_the_other_scripts() -> None:
    long = (
        (COLUMN.replace("-\n", "").replace("10ы", "10-ы").replace("ШуТ", "Шу-Т"))
        .replace("\n\n", "\0")
        .replace("\n", " ")
    )
    for script in (Script.ARAB, Script.LATN):
        plain = convert(long, script).replace("\0", "\n")
        for hyphen in ("-", "\u00ad", "\u0640-" if script is Script.ARAB else "¬"):
            assert _sentences(wrapped(plain, 38, hyphen=hyphen)) == _sentences(plain)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="аы қТ1-.,\n\r¬\u00adا", max_size=120), st.integers(0, 40))
def test_offsets_lead_back_whatever_is_cut(noise: str, at: int) -> None:
    text = COLUMN[:at] + noise + COLUMN[at:]
    document = _read(text)
    reading = read_language(document)
    places = [reading.original(sentence.span) for sentence in reading.sentences]
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert places == sorted(places)
    for claim in extract(document).claims:
        assert text[claim.span.start : claim.span.end] == claim.quote


@settings(deadline=None)
@given(st.text(alphabet="абв \n-", min_size=1, max_size=40), st.data())
def test_cuts_keep_the_way_back(text: str, data: st.DataObject) -> None:
    edges = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=6))))
    cuts = [
        Cut(Span(a, b), data.draw(st.sampled_from(("", " ")))) for a, b in zip(edges[::2], edges[1::2], strict=False)
    ]
    aligned = align(text, source=None, cuts=cuts)
    for place in range(len(aligned.text)):
        source = aligned.to_source(Span(place, place + 1))
        replaced = next((cut for cut in cuts if cut.span == source), None)
        assert replaced or source.of(text) == aligned.text[place]
        assert aligned.to_target(source).covers(Span(place, place + 1))


def test_a_pages_head_in_arabic_script_does_not_part_a_sentence() -> None:
    title, column = "Шекарадағы жаңа бекет\n\n", " ".join(COLUMN.replace("-\n", "").split())
    plain = convert(title + column, Script.ARAB)
    rows = wrapped(plain, 40, hyphen="").split("\n")
    rows[4:4] = ["", convert("2-бет     АЙМАҚ ҮНІ", Script.ARAB), ""]
    assert _sentences("\n".join(rows)) == _sentences(plain)


def test_long_lines_of_spaces_and_many_paragraphs_take_no_time() -> None:
    text = COLUMN + "\n" + " " * 50_000 + "\n" + "\n\n".join([COLUMN] * 60)
    assert len(read_language(_read(text)).sentences) > 180
