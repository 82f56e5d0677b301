"""Web pages: the text a reader reads, each character's place in the source, and what the page says of itself."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read.seeing import FIRST, SECOND, TITLE, read

from qatynas.model.document import Document
from qatynas.read import read_bytes

SHELL = "<!DOCTYPE html><html lang=kk><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


def page(body: str, head: str = "") -> Document:
    return read(SHELL.format(head=head, body=body), "text/html")


def parts(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


ARTICLE = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>"
WHOLE = [("title", TITLE), ("paragraph", FIRST), ("paragraph", SECOND)]


def test_a_plain_page() -> None:
    document = page(ARTICLE)
    assert parts(document) == WHOLE
    assert document.title == TITLE
    assert document.media_type == "text/html"


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{TITLE}</h1><p>{FIRST}<p>{SECOND}",  # unclosed
        f"<div><h1>{TITLE}</h1><div>{FIRST}</div><div>{SECOND}</div></div>",
        f"<h1>{TITLE}</h1>{FIRST}<br><br>{SECOND}",
        f"<article><header><h1>{TITLE}</h1></header><section><p>{FIRST}</p></section><p>{SECOND}</p></article>",
        f"<H1>{TITLE}</H1><P CLASS=x>{FIRST}</P><P>{SECOND}</P>",
        f"<h1>{TITLE}</h1><p>{FIRST.replace(' ', chr(10) + '   ', 5)}</p><p>{SECOND}</p>",
        f"<h1><span>{TITLE}</span></h1><p><b>{FIRST[:20]}</b>{FIRST[20:]}</p><p><i>{SECOND}</i></p>",
        f"<table><tr><td><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></td></tr></table>",
        f"<form><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></form>",
        f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></p></div></section>",
        f"<div class='page-with-sidebar'><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></div>",
        f"<h1>{TITLE}</h1><pre>{FIRST}\n\n{SECOND}</pre>",
    ],
)
def test_many_ways_to_mark_the_same_article_up(body: str) -> None:
    assert parts(page(body)) == WHOLE


@pytest.mark.parametrize(
    "extra",
    [
        "<script>var a = '<p>сөз</p>';</script>", "<style>p { color: red }</style>", "<nav><a href=/>Басты бет</a></nav>",
        "<footer>Мекенжай: Тараз қаласы</footer>", "<aside><p>Өзге жаңалық осында тұрады, ұзақ сөйлем.</p></aside>",
        "<div hidden>Жасырын сөздер</div>", "<div style='display: none'>Жасырын сөздер</div>",
        "<div aria-hidden=true>Жасырын сөздер</div>", "<!-- <p>түсініктеме</p> -->", "<noscript>Скрипт қосыңыз</noscript>",
        "<template><p>Үлгі</p></template>", "<svg><title>Сурет аты</title></svg>", "<div role=navigation>Саясат</div>",
        "<select><option>Қазақша<option>Русский</select>", "<button>Жазылу</button>", "<iframe>Жоқ</iframe>",
    ],
)  # fmt: skip
def test_what_a_reader_does_not_read(extra: str) -> None:
    assert parts(page(extra + ARTICLE)) == WHOLE
    assert parts(page(ARTICLE + extra)) == WHOLE


@pytest.mark.parametrize(
    "extra",
    [
        "<div class='related-news'><h3>Өзге хабар жазылды</h3><p>Көпір ашылды, оған 4 миллиард теңге жұмсалды дейді.</p></div>",
        "<ul class=breadcrumbs><li>Басты</li><li>Сауда</li></ul>",
        "<div id=comments><p>Айгүл: дұрыс айтасыз, бізде де су жетпей, 300 гектар жер бос қалды.</p></div>",
        "<div class='share-buttons'>Бөлісу</div>",
        "<div class='newsTags'>су, келісім</div>",
        "<figure><img src=x><figcaption>Арнаның жанында 300 адам жиналды.</figcaption></figure>",
        "<p><a href=/1>Тауар айналымы 5 миллиард долларға жетті</a></p>",
        "<ul><li><a href=/1>Су азайды</a></li><li><a href=/2>Көпір ашылды</a></li></ul>",
    ],
)
def test_what_class_names_and_links_say(extra: str) -> None:
    for document in (page(extra + ARTICLE), page(ARTICLE + extra)):
        assert [part for part in parts(document) if part[0] != "furniture"] == WHOLE
        assert len(document.blocks) > 3


def test_class_names_are_not_believed_where_they_would_leave_nothing() -> None:
    assert parts(page(f"<div class='comments menu sidebar'>{ARTICLE}</div>")) == WHOLE


def test_tables_and_lists() -> None:
    table = "<table><tr><th>Жыл</th><th>Айналым</th></tr><tr><td>2023</td><td>1,5 млрд</td></tr></table>"
    items = "<ul><li>су көлемін бекіту</li><li>арналарды жөндеу</li></ul>"
    found = parts(page(f"<h1>{TITLE}</h1><p>{FIRST}</p>{table}<h2>Міндеттер</h2>{items}<p>{SECOND}</p>"))
    kinds = ["title", "paragraph", "cell", "cell", "cell", "cell", "heading", "item", "item", "paragraph"]
    assert [kind for kind, _ in found] == kinds


def same_characters(document: Document, source: str) -> None:
    """Every character stands where source_offsets says, but for spaces and entities."""
    assert document.source_offsets is not None
    assert len(document.source_offsets) == len(document.text)
    for letter, offset in zip(document.text, document.source_offsets, strict=True):
        there = source[offset]
        assert there == letter or letter.isspace() or there == "&"


@pytest.mark.parametrize(
    "words",
    [
        "Қазақстан &laquo;мен&raquo; Қырғызстан &amp; су", "&#x49B;азақ &#1179;азақ &nbsp; &thinsp;су", "А &lt; Б & В &&amp; Г",
        "бос &notanentity; орын &copy 2024 &mdash;", "360&nbsp;млн&nbsp;м&sup3; су", "&#10;жол&#13;&#9;соңы",
    ],
)  # fmt: skip
def test_entities_are_resolved_in_their_places(words: str) -> None:
    source = SHELL.format(head="", body=f"<h1>{TITLE}</h1><p>{words}</p><p>{FIRST}</p>")
    document = read(source, "text/html")
    same_characters(document, source)
    expected = " ".join(part for part in re.split(r"[ \t\n\r\f]+", html.unescape(words)) if part)
    assert document.blocks[1].span.of(document.text) == expected


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "су ", "\n", "&amp;", "&nbsp;", "<b>", "</b>", "<br>", "мен", "<td>", "&", "<"]
        ),
        max_size=40,
    )
)
def test_offsets_hold_on_any_markup(pieces: list[str]) -> None:
    source = SHELL.format(head="", body=f"<h1>{TITLE}</h1>{''.join(pieces)}</b></p><p>{FIRST}</p>")
    same_characters(read(source, "text/html"), source)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-04-02T10:00:00+05:00">',
        '<meta name="pubdate" content="2025-04-02">',
        '<meta itemprop="datePublished" content="2025-04-02">',
        '<meta name="DC.date.issued" content="2025-04-02">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-04-02"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2025-04-02"}]}</script>',
        '<script type="application/ld+json">[{"@type": "BlogPosting", "datePublished": "2025-04-02"}]</script>',
    ],
)
def test_a_date_in_the_pages_head(head: str) -> None:
    (date,) = page(ARTICLE, head).dates
    assert (date.source.value, date.words[:10], date.span) == ("meta", "2025-04-02", None)


def test_a_time_tag() -> None:
    (date, *_) = page(f"<h1>{TITLE}</h1><time datetime='2025-04-02T10:00'>кеше</time><p>{FIRST}</p>").dates
    assert (date.source.value, date.words) == ("meta", "2025-04-02T10:00")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2025-04-02">',
        '<meta property="og:updated_time" content="2025-04-02">',
        '<script type="application/ld+json">{"@type": "Organization", "foundingDate": "2025-04-02"}</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2025-04-02"}</script>',
        '<script type="application/ld+json">{broken</script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    ],
)
def test_other_dates_of_a_page_are_not_offered(head: str) -> None:
    extra = "<div class=related><time datetime='2025-04-05'></time></div><footer><time datetime='2025-04-06'></time></footer>"
    assert page(ARTICLE + extra, head).dates == ()


def test_address_author_and_title_of_a_page() -> None:
    document = page(
        f"<h1>Ел газеті</h1><h1>{TITLE}</h1><p>{FIRST}</p>",
        f'<link rel="canonical" href="https://press.example/1"><meta property="og:title" content="{TITLE}">'
        '<meta name="author" content="Айгүл Сейітова"><title>Басқа</title>',
    )
    assert (document.title, document.author, document.address) == (TITLE, "Айгүл Сейітова", "https://press.example/1")
    assert ("title", TITLE) in parts(document)


@pytest.mark.parametrize("seam", [" | ", " - ", " — ", " :: ", " » "])
def test_a_pages_title_without_the_sites_name(seam: str) -> None:
    document = page(f"<p>{FIRST}</p><p>{SECOND}</p>", f"<title>{TITLE}{seam}Ел газеті</title>")
    assert document.title == TITLE
    assert parts(document) == WHOLE


def test_a_date_line_and_a_byline_in_a_page() -> None:
    document = page(
        f"<h1>{TITLE}</h1><div class=meta>2 сәуір 2025, 10:00</div><p>{FIRST}</p><p>{SECOND}</p><p>Автор: Айгүл Сейітова</p>"
    )
    assert [kind for kind, _ in parts(document)] == ["title", "dateline", "paragraph", "paragraph", "byline"]
    assert (document.dates[0].words, document.author) == ("2 сәуір 2025, 10:00", "Айгүл Сейітова")


@pytest.mark.parametrize(
    "start", ["<!doctype html>", "<html>", "  <!-- x -->\n<HTML>", '<?xml version="1.0"?>\n<html>', "<body>", "<p>"]
)
def test_a_page_is_known_without_its_name(start: str) -> None:
    data = f"{start}<div><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></div>".encode()
    assert read_bytes(data, "-").media_type == "text/html"


@pytest.mark.parametrize("text", [f"a < b болса\n{FIRST}", f"<{TITLE}>\n{FIRST}", FIRST])
def test_a_text_with_angle_brackets_is_no_page(text: str) -> None:
    assert read(text).media_type == "text/plain"


def test_a_page_cut_in_the_middle() -> None:
    source = SHELL.format(head="", body=ARTICLE)
    cut = source[: source.index(SECOND) + 30]
    assert parts(read(cut, "text/html"))[:2] == WHOLE[:2]
    assert parts(read(cut + "<a href='x", "text/html"))[:2] == WHOLE[:2]
