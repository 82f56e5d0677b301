"""Tables of pages whose heads and labels are merged over columns and rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qatynas.claims import extract
from qatynas.read import read_bytes
from qatynas.read.layout import Layout

_PAGE = """<html lang="kk"><head><title>Қазақстан мен Қырғызстанның саудасы</title>
<meta property="article:published_time" content="2025-02-18"></head><body>
<h1>Қазақстан мен Қырғызстанның сауда айналымы</h1>
<p>Қазақстан мен Қырғызстан арасындағы сауда туралы деректер жарияланды. Екі елдің тауар алмасуы сөз болды.</p>
{}</body></html>"""


def _figures(tables: str) -> list[tuple[object, ...]]:
    document = read_bytes(_PAGE.format(tables).encode(), "page.html")
    found = extract(document).claims
    assert all(document.text[claim.span.start : claim.span.end] == claim.quote for claim in found)
    rows = [claim.row() for claim in found if claim.kind == "figure"]
    return [(r["indicator"], r["value"], r["measure"], r["period"], r["from"], r["to"]) for r in rows]


def test_a_head_over_two_columns_stands_over_both() -> None:
    table = """<table><caption>Қазақстанның Қырғызстанмен саудасы, млн АҚШ доллары</caption>
<tr><th rowspan="2">Жыл</th><th colspan="2">Екі ел арасында</th></tr><tr><th>Экспорт</th><th>Импорт</th></tr>
<tr><td>2022</td><td>854,3</td><td>396,4</td></tr><tr><td>2023</td><td>1 060,2</td><td>447,3</td></tr></table>"""
    assert _figures(table) == [
        ("trade.export", 854300000, "level", "2022", "KAZ", "KGZ"),
        ("trade.import", 396400000, "level", "2022", "KGZ", "KAZ"),
        ("trade.export", 1060200000, "level", "2023", "KAZ", "KGZ"),
        ("trade.import", 447300000, "level", "2023", "KGZ", "KAZ"),
    ]


def test_a_years_head_over_its_amount_and_its_growth() -> None:
    table = """<table><tr><th rowspan="2">Көрсеткіш</th><th colspan="2">2023 жыл</th><th colspan="2">2024 жыл</th></tr>
<tr><th>млн доллар</th><th>өсімі, %</th><th>млн доллар</th><th>өсімі, %</th></tr>
<tr><td>Қырғызстанға экспорт</td><td>1 060,2</td><td>24,1</td><td>1 254,1</td><td>18,3</td></tr>
<tr><td>Қырғызстаннан импорт</td><td>447,3</td><td>12,8</td><td>461,0</td><td>3,1</td></tr></table>"""
    found = _figures(table)
    assert ("trade.export", 1254100000, "level", "2024", "KAZ", "KGZ") in found
    assert ("trade.import", 12.8, "growth", "2023", "KGZ", "KAZ") in found
    assert len(found) == 8


def test_a_label_told_once_for_several_rows() -> None:
    table = """<table><caption>Қазақстанның Қырғызстанмен саудасы, млн доллар</caption>
<tr><td>Бағыты</td><td>Тауар</td><td>2023</td><td>2024</td></tr>
<tr><td rowspan="2">Экспорт</td><td>бидай ұны</td><td>60,1</td><td>64,2</td></tr>
<tr><td>мұнай өнімдері</td><td>110,5</td><td>98,4</td></tr>
<tr><td rowspan="2">Импорт</td><td>сүт өнімдері</td><td>31,1</td><td>38,2</td></tr>
<tr><td>киім</td><td>10,5</td><td>18,4</td></tr></table>"""
    found = _figures(table)
    assert [row[0] for row in found] == ["trade.export"] * 4 + ["trade.import"] * 4
    assert ("trade.import", 18400000, "level", "2024", "KGZ", "KAZ") in found


def test_two_tables_right_under_one_another_are_two() -> None:
    table = """<table><caption>Қазақстан мен Қырғызстан саудасы, млн доллар</caption>
<tr><th>Жыл</th><th>Экспорт</th><th>Импорт</th></tr>
<tr><td>2022</td><td>854,3</td><td>396,4</td></tr><tr><td>2023</td><td>1 060,2</td><td>447,3</td></tr></table>
<table><tr><th>Көрсеткіш</th><th>2023</th><th>2024</th></tr>
<tr><td>Қырғызстанға экспорт, млн доллар</td><td>1 060,2</td><td>1 254,1</td></tr>
<tr><td>Қырғызстаннан импорт, млн доллар</td><td>447,3</td><td>461,0</td></tr></table>"""
    assert ("trade.export", 1254100000, "level", "2024", "KAZ", "KGZ") in _figures(table)
    assert len(_figures(table)) == 8


_CELLS = st.fixed_dictionaries(
    {},
    optional={name: st.one_of(st.integers(-9, 2000).map(str), st.text(max_size=4)) for name in ("colspan", "rowspan")},
)


@given(st.lists(st.lists(_CELLS, max_size=6), max_size=8))
def test_cells_of_a_row_never_stand_over_one_another(rows: list[list[dict[str, str]]]) -> None:
    layout = Layout()
    for row in rows:
        layout.next_row()
        end = 0
        for cell in row:
            layout.next_cell(cell)
            assert layout.column >= end
            assert layout.width >= 1
            end = layout.column + layout.width
