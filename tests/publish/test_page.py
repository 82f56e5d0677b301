"""The page holds everything read, points at its words, and is safe whatever a document holds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from relations.sample import PAIR, claim, document, dollars, extraction, place, turnover

from qatynas.model import Leftover, Script, Span
from qatynas.publish import SECTIONS, dossier
from qatynas.publish.labels import counted
from qatynas.publish.sections import section
from qatynas.relations import Relationship, build

ARAB = "ساۋدا\nەكى ەل 1,7 ميلليارد دوللاردىڭ ساۋداسىن جاسادى. باسقا ءسوز."
CYRL = (
    "Келісім мен сапар\nЕкі ел Шекара туралы шартқа қол қойды. Сауда 3 млрд долларға жетпек.\n"
    "Қазақстан қыста электр береді. Сарапшы пайдасы бар дейді. 17 деген сан тұр."
)


def full() -> Relationship:
    """Two documents that fill most sections."""
    arab = document(ARAB, "arab.txt", Script.ARAB, address="https://example.org/a?b=1&c=2")
    cyrl = document(CYRL, "cyrl.txt")
    words = "ەكى ەل 1,7 ميلليارد دوللاردىڭ ساۋداسىن جاسادى."
    first = extraction(
        arab,
        turnover(arab, words, "2024", "1700000000", quantity=dollars("1700000000", "1650000000", "1750000000")),
        turnover(arab, words, "2023", "1500000000"),
        published="2025-08-21",
    )
    said = "Екі ел Шекара туралы шартқа қол қойды."
    made = [
        ("agreement", said, {"title": "Шекара туралы шарт", "type": "treaty", "act": "signed", "date": "2001-12-15"}),
        ("meeting", said, {"type": "official_visit", "date": "2026-05", "status": "planned", "host": "KGZ", "guest": "KAZ"}),
        ("body", said, {"name": "Жоғары мемлекетаралық кеңес", "level": "heads_of_state"}),
        ("procedure", said, {"body": "Су комиссиясы", "does": "су бөлу", "frequency": "yearly"}),
        ("membership", said, {"organisation": "EAEU", "members": PAIR}),
        ("project", said, {"name": "Көпір", "date": "2026", "stage": "planned", "place": place("Бішкек")}),
        ("exchange", "Қазақстан қыста электр береді.", {"commodity": "electricity", "from_": "KAZ", "to": "KGZ", "season": "winter"}),
        ("aid", said, {"from_": "KGZ", "to": "KAZ", "purpose": "су тасқыны"}),
        ("award", said, {"name": "Достық", "degree": "I", "to": "Біреу"}),
        ("community", said, {"name": "Мекен", "place": place("Алматы", "KAZ")}),
        ("relation", said, {"type": "diplomatic_relations", "date": "1992-10-15"}),
        ("event", said, {"type": "jubilee", "name": "Мерейтой"}),
        ("topic", said, {"topic": "water", "mode": "expected", "at": "2026-05"}),
        ("pledge", said, {"by": "KGZ", "to": "KAZ", "what": "су беру"}),
        ("trend", said, {"indicator": "tourism.visitors", "direction": "up"}),
        ("assessment", "Сарапшы пайдасы бар дейді.", {"stance": "benefit", "holder": "Сарапшы"}),
        ("goods", said, {"from_": "KAZ", "to": "KGZ"}),
    ]  # fmt: skip
    target = turnover(cyrl, "Сауда 3 млрд долларға жетпек.", "../2030", "3000000000", status="target")
    odd = claim(cyrl, "figure", said, indicator="new.code", measure="level", quantity=dollars("5"), what="нәрсе")
    at = CYRL.index("17")
    second = extraction(
        cyrl,
        target,
        odd,
        *(claim(cyrl, kind, quote, **fields) for kind, quote, fields in made),
        leftovers=(Leftover(Span(at, at + 2), "17", "unplaced", "no noun"),),
    )
    return build([first, second], PAIR)


FULL = full()
PAGE = dossier(FULL)


def test_every_fact_stands_in_some_section() -> None:
    shown = set()
    for key in SECTIONS:
        for group in section(FULL, key).groups:
            for line in group.lines:
                shown |= {*line.reports, *(report for child in line.children for report in child.reports)}
    assert {report for fact in FULL.facts for report in fact.reports} <= shown


def test_the_page_asks_for_nothing() -> None:
    assert not re.search(r'\b(?:src|srcset|poster|action)=|<link (?!rel="icon" href="data:,")|@import|url\(', PAGE)
    assert "default-src 'none'" in PAGE


def test_a_quotation_stands_in_its_own_script_with_the_cyrillic_beside_it() -> None:
    assert '<blockquote class="original" lang="kk-Arab" dir="rtl">' in PAGE
    assert "<mark>ەكى ەل 1,7 ميلليارد دوللاردىڭ ساۋداسىن جاسادى.</mark>" in PAGE
    assert '<blockquote class="reading" lang="kk-Cyrl" dir="ltr">' in PAGE
    assert re.search(r"<mark>Екі ел 1,7 миллиард доллардың саудасын жасады\.</mark>", PAGE)


def test_what_is_asked_first_stands_first() -> None:
    headline = PAGE[PAGE.index('class="cards"') : PAGE.index('id="trade"')]
    words = re.sub(r"<[^>]+>|\s+", " ", headline).replace("\u202f", " ")
    for said in (
        "1.7 billion USD",
        "against 2023",
        "3 billion USD",
        "by 2030",
        "57% of the way",
        "May 2026",
        "Шекара туралы шарт",
    ):
        assert said in re.sub(r"\s+", " ", words)


def test_documents_without_a_date_and_numbers_left_over_stand_last() -> None:
    last = PAGE[PAGE.index('id="unplaced"') :]
    assert "Documents without a date" in last
    assert "деген сан" in last


def test_an_empty_relationship_says_what_each_section_would_hold() -> None:
    page = dossier(build([], PAIR))
    assert page.count('<p class="empty">') >= len(SECTIONS) - 4  # sources, leftovers, the swap's example, shares by law
    assert "Add articles with trade figures." in page


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", 'https://x"onclick="y'])
def test_no_address_becomes_code(address: str) -> None:
    made = document("Т\nСауда өсті.", address=address)
    page = dossier(build([extraction(made, turnover(made, "Сауда өсті.", "2024", "1"))], PAIR))
    assert 'href="javascript:' not in page
    assert 'href="data:text' not in page
    assert '"onclick="' not in page


def test_markup_in_a_document_stays_words() -> None:
    evil = '<script>alert("x")</script><img src=x onerror=y>&amp;</style>'
    made = document(f"{evil}\nСауда {evil} өсті.", name=f"{evil}.txt", author=evil)
    told = extraction(
        made,
        turnover(made, f"Сауда {evil} өсті.", "2024", "1", subject=evil, speaker=evil),
        claim(made, "agreement", "Сауда", title=evil, type=evil, act=evil, date=evil),
        claim(made, "project", "Сауда", name=evil, place=place(evil, evil), stage=evil),
        claim(made, "membership", "Сауда", organisation=evil, members=(evil,)),
        claim(made, "assessment", "Сауда", stance=evil, holder=evil, subject=evil, cause=evil, effect=evil),
    )
    page = dossier(build([told], PAIR))
    assert "<script>alert" not in page
    assert "<img" not in page
    assert page.count("</style>") == 1


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=60), st.sampled_from(list(Script)))
def test_any_text_makes_a_page_that_can_be_written(words: str, script: Script) -> None:
    made = document(f"Тақырып\nСөз {words} соңы", script=script)
    told = extraction(
        made,
        turnover(made, words, None, "1700000000", what=words),
        claim(made, "event", words, type=words, name=words, date=words),
        published=None,
    )
    assert dossier(build([told], PAIR)).encode("utf-8")


def test_a_long_line_is_shown_in_part() -> None:
    made = document("Тақырып\n" + "сөз " * 100_000 + "Сауда өсті. " + "сөз " * 100_000)
    page = dossier(build([extraction(made, turnover(made, "Сауда өсті.", "2024", "1"))], PAIR))
    assert len(page) < 200_000
    assert "… сөз" in page


def paragraph_of(*claims: object, published: str) -> str:
    from qatynas.publish.headline import paragraph

    told = build([extraction(NOTE, *claims, published=published)], PAIR)  # type: ignore[arg-type]
    return " ".join("".join(clause.pieces) for clause in paragraph(told))


NOTE = document("Т\nСауда өсті.")


@pytest.mark.parametrize(
    ("at", "published", "words"),
    [
        ("2025-08-22", "2025-08-21", "On the agenda of 22 August 2025: water."),
        ("2025-08-22", "2025-09-01", "On the agenda of 22 August 2025 stood water."),
        (None, "2025-09-01", "Named on 1 September 2025 as coming up: water."),
    ],
)
def test_the_agenda_is_told_by_its_date(at: str | None, published: str, words: str) -> None:
    coming = claim(NOTE, "topic", "Сауда", topic="water", mode="expected", at=at, published=published)
    assert words in paragraph_of(coming, published=published)


def test_a_change_is_computed_only_where_no_sources_contradict() -> None:
    from qatynas.publish.headline import cards

    years = [turnover(NOTE, "Сауда", "2023", "1000000000"), turnover(NOTE, "Сауда", "2024", "1100000000")]
    other = turnover(NOTE, "Сауда", "2023", "1300000000")
    agreed = cards(build([extraction(NOTE, *years)], PAIR))[0]
    torn = cards(build([extraction(NOTE, *years, other)], PAIR))[0]
    assert "+10" in agreed.below[0]
    assert torn.below == ()


def test_a_lead_leaves_out_what_there_is_none_of() -> None:
    assert counted("promises", open=2, undated=0, past=1) == "2 open and 1 whose day has passed"
    assert counted("promises", open=0, undated=0, past=0) == ""
    assert not re.search(r"\b0 (?:open|without|whose|planned|numbers|figures|awards)\b", PAGE)


def test_a_body_s_line_says_what_it_regularly_does() -> None:
    (row,) = [row for row in section(full(), "bodies").groups[0].lines if "Су комиссиясы" in row.text("name")]
    assert "every year: су бөлу" in row.text("detail")


def test_the_headline_of_what_lies_ahead_leads_to_its_section() -> None:
    ahead = PAGE[PAGE.index('class="cards ahead"') : PAGE.index('class="in-one-paragraph"')]
    for key in re.findall(r'href="#([a-z]+)"', ahead):
        assert f'<section class="chapter" id="{key}">' in PAGE
    assert 'href="#swap"' in ahead
    assert 'href="#division"' in ahead
