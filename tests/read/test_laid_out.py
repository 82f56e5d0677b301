"""Text that a page shows as it was laid out (`pre`): its paragraphs are those of a text file with the same lines."""

from __future__ import annotations

import textwrap

import pytest

from qatynas.read import read_bytes

_PARAGRAPHS = (
    "Қазақстан мен Қырғызстан арасындағы тауар айналымы 2024 жылы 1,7 миллиард долларға жетті. Оның ішінде Қазақстан "
    "экспорты 1,2 миллиард доллар болды, ал көрші елден 500 миллион доллардың тауары әкелінді.",
    "Екі елдің үкімет басшылары 14 наурызда Бішкекте кездесіп, ынтымақтастық жөніндегі жол картасына қол қойды. Құжатта "
    "2030 жылға дейін тауар айналымын 3 миллиард долларға жеткізу көзделген, бұл үшін екі жақтан жұмыс тобы құрылады.",
)


@pytest.mark.parametrize("width", [40, 44, 48, 76])
def test_wrapped_lines_are_paragraphs(width: int) -> None:
    laid_out = "\n\n".join(textwrap.fill(words, width) for words in _PARAGRAPHS)
    page = f"<html lang='kk'><body><h1>Үкімет басшылары кездесті</h1><pre>\n{laid_out}\n</pre></body></html>"
    document = read_bytes(page.encode(), "page.html")
    told = [" ".join(block.span.of(document.text).split()) for block in document.blocks[1:]]
    assert told == list(_PARAGRAPHS)
    assert document.source_offsets is not None
    assert len(document.source_offsets) == len(document.text)


def test_lines_broken_by_tags_are_paragraphs() -> None:
    laid_out = "<br><br>".join("<br>\n".join(textwrap.wrap(words, 48)) for words in _PARAGRAPHS)
    page = f"<html lang='kk'><body><h1>Үкімет басшылары кездесті</h1><div>{laid_out}</div></body></html>"
    document = read_bytes(page.encode(), "page.html")
    told = [" ".join(block.span.of(document.text).split()) for block in document.blocks[1:]]
    assert told == list(_PARAGRAPHS)


def test_wrapped_paragraphs_of_their_own_stay_apart() -> None:
    first, second = ("<br>".join(textwrap.wrap(words, 48)) for words in _PARAGRAPHS)
    for parted in (f"<p>{first}</p><p>е{second[1:]}</p>", f"<pre>{first}</pre><pre>е{second[1:]}</pre>"):
        page = f"<html lang='kk'><body><h1>Үкімет басшылары кездесті</h1>{parted}</body></html>"
        document = read_bytes(page.encode(), "page.html")
        assert [block.span.of(document.text)[:6] for block in document.blocks[1:]] == [_PARAGRAPHS[0][:6], "екі ел"]


def test_paragraphs_parted_by_tags_stay_paragraphs() -> None:
    page = (
        f"<html lang='kk'><body><h1>Үкімет басшылары кездесті</h1><div>{'<br>'.join(_PARAGRAPHS)}</div></body></html>"
    )
    document = read_bytes(page.encode(), "page.html")
    assert [block.span.of(document.text) for block in document.blocks[1:]] == list(_PARAGRAPHS)


def test_lines_that_are_no_prose_stay_lines() -> None:
    rows = ["Экспорт   813,2", "Импорт    396,4", "Барлығы  1 209,6"]
    page = (
        "<html lang='kk'><body><h1>Өзара сауда</h1><p>Екі елдің саудасы өсті.</p><pre>"
        + "\n".join(rows)
        + "</pre></body></html>"
    )
    document = read_bytes(page.encode(), "page.html")
    assert [block.span.of(document.text) for block in document.blocks][-3:] == [" ".join(row.split()) for row in rows]
