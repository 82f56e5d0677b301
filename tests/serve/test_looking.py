"""Exports and Outlook: every file comes, in the reader's language; every estimate leads to what it rests on."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from checks.worlds import figure, related, told
from starlette.testclient import TestClient

from qatynas.ledger import Ledger
from qatynas.outlook import allocation, mirror
from qatynas.publish.ahead.division import division_part
from qatynas.publish.ahead.mirror import mirror_part
from qatynas.publish.exports import FORMATS
from qatynas.publish.labels import LANGUAGES, label, speaking
from qatynas.serve import make_app
from qatynas.serve.words import word


@pytest.mark.parametrize("language", LANGUAGES)
def test_exports_are_offered(client: TestClient, language: str) -> None:
    page = client.get("/exports", params={"lang": language}).text
    with speaking(language):
        assert word("pages", "exports") in page
        for one in FORMATS:
            assert word("formats", one.name) in page
            assert word("formats", one.name) != one.name
            assert bool(one.missing()) != (f'href="/exports/{one.name}"' in page)
    assert f'aria-current="page">{word("pages", "exports")}' in page or language != "en"


@pytest.mark.parametrize("name", [one.name for one in FORMATS if not one.missing()])
def test_every_export_comes(client: TestClient, name: str) -> None:
    answer = client.get(f"/exports/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == next(one.media_type for one in FORMATS if one.name == name)
    assert answer.headers["content-disposition"] == f'attachment; filename="KAZ-KGZ-{name}"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert int(answer.headers["content-length"]) == len(answer.content)
    # nobody has settled a finding in this ledger, so that there is nothing to review
    assert answer.content or name == "claimreview.jsonl"


def test_the_twin_names_every_export(client: TestClient) -> None:
    rows = client.get("/exports.json", params={"pair": "KAZ-KGZ"}).json()
    assert [row["name"] for row in rows] == [one.name for one in FORMATS]
    assert rows[0]["address"] == "/exports/claims.csv?pair=KAZ-KGZ"
    assert client.get(rows[0]["address"]).status_code == 200


def test_an_export_speaks_the_page_s_language(client: TestClient) -> None:
    pytest.importorskip("docx")
    written = {
        tag: zipfile.ZipFile(io.BytesIO(client.get("/exports/brief.docx", params={"lang": tag}).content)).read(
            "word/document.xml"
        )
        for tag in LANGUAGES
    }
    assert len(set(written.values())) == len(LANGUAGES)


def test_a_settled_finding_is_exported(editor: TestClient, ledger: Path) -> None:
    finding = editor.get("/findings.json").json()["rows"][0]["finding"]
    page = editor.get(f"/findings/{finding}").text
    form = re.search(r'<form[^>]*action="([^"]*settle[^"]*)".*?</form>', page, re.DOTALL)
    assert form
    fields = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form[0]))
    fields |= {"who": "Айгерім", "reason": "екі дереккөз екі түрлі санайды"}
    assert editor.post(unescape(form[1]), data=fields, follow_redirects=False).status_code == 303
    assert finding in editor.get("/exports/claimreview.jsonl").text


def test_what_cannot_be_exported_is_said(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.get("/exports/claims.exe").status_code == 404
    assert client.get("/exports/claims.csv", params={"pair": "XXX"}).status_code == 400
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    answer = client.get("/exports/brief.docx")
    assert answer.status_code == 404
    assert "qatynas[export]" in unescape(answer.text)
    assert "Not installed here: docx." in client.get("/exports", params={"theme": "dark"}).text


def test_series_lead_to_exports(client: TestClient) -> None:
    assert 'href="/exports"' in client.get("/series").text.partition("<main")[2]


PARTS = ("nowcast", "mirror", "potential", "swap", "division")


@pytest.mark.parametrize("language", LANGUAGES)
def test_outlook_has_the_headline_of_each(client: TestClient, language: str) -> None:
    page = unescape(client.get("/outlook", params={"lang": language}).text)
    main = page.partition("<main")[2].partition("</main")[0]
    with speaking(language):
        for key in PARTS:
            assert label(f"sections/{key}", "title") in main
            assert f'href="/outlook/{key}"' in main
    assert main.count('class="answer"') == len(PARTS)
    assert language == "en" or 'lang="en"' not in main  # nothing is left untranslated


@pytest.mark.parametrize("key", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_tells_what_it_rests_on(client: TestClient, language: str, key: str) -> None:
    answer = client.get(f"/outlook/{key}", params={"lang": language})
    assert answer.status_code == 200
    main = unescape(answer.text).partition("<main")[2].partition("</main")[0]
    assert "<style" not in main
    assert 'class="answer"' in main
    assert ("<svg" in main) == (key in ("nowcast", "mirror", "swap"))
    links = set(re.findall(r'href="(/sentences[^"]+)"', main))
    assert bool(links) == (key != "swap")
    for link in links:
        assert "<mark>" in client.get(link).text
    if key == "swap":
        assert "toktogul: plants.csv" in main
        with speaking(language):
            assert label("ahead", "swap_example") in main


def test_the_twins_of_outlook(client: TestClient) -> None:
    rows = client.get("/outlook.json").json()
    assert [row["name"] for row in rows] == list(PARTS)
    assert all(row["claims"] for row in rows if row["name"] in ("nowcast", "mirror", "potential"))
    found = client.get("/outlook/nowcast.json").json()
    assert found["total"]["low"] <= found["total"]["value"] <= found["total"]["high"]
    assert any(one["probability"] is not None for one in found["targets"])
    assert client.get("/outlook/mirror.json").json()["flows"]
    assert client.get("/outlook/division.json").json()["shares"]
    assert client.get("/outlook/potential.json").json()["claimed"][0]["checks"]
    swap = client.get("/outlook/swap.json").json()
    assert swap["example"] is True
    assert len(swap["swapped"]["steps"]) == 36


def test_a_drier_year_of_the_example(client: TestClient) -> None:
    wet, dry = (client.get("/outlook/swap.json", params={"inflow": share}).json() for share in ("100", "75"))
    assert dry["alone"]["irrigation_failed"] > wet["alone"]["irrigation_failed"]
    page = client.get("/outlook/swap", params={"inflow": "75", "lang": "en"}).text
    assert "75% of its inflow" in page
    assert client.get("/outlook/swap", params={"inflow": "40"}).status_code == 400
    assert client.get("/outlook/swap", params={"example": "nurek"}).status_code == 400


def test_a_promise_shows_its_chance_and_the_curve(client: TestClient) -> None:
    main = unescape(client.get("/promises", params={"lang": "en"}).text).partition("<main")[2]
    assert re.search(r"chance \d+", main)
    assert main.count('<figure class="picture small"') >= 2
    assert 'href="/outlook/nowcast"' in main
    rows = client.get("/promises.json").json()["rows"]
    chances = [row["chance"] for row in rows if row["chance"]]
    assert chances
    assert all(0 < one["probability"] < 1 and one["curve"] for one in chances if one["probability"] is not None)


def test_the_series_of_trade_has_the_estimate_as_a_band(client: TestClient) -> None:
    series = client.get("/series.json", params={"indicator": "trade.turnover"}).json()["rows"]
    pages = [client.get(f"/series/{row['id']}", params={"lang": "en"}).text for row in series]
    banded = [page for page in pages if 'class="estimate"' in page]
    assert len(banded) == 1
    assert "no source says it" in unescape(banded[0])
    exports = client.get("/series.json", params={"indicator": "trade.export"}).json()["rows"]
    assert all('class="estimate"' not in client.get(f"/series/{row['id']}").text for row in exports)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_s_chart_has_the_estimate_too(client: TestClient, language: str) -> None:
    page = client.get("/", params={"lang": language}).text
    assert page.count('class="estimate"') == 4  # the band and its middle, wide and narrow
    with speaking(language):
        assert label("captions", "estimate") in unescape(page)


TABLE = "\n".join(
    ("t,i,j,k,v,q", "2023,398,417,252329,20,1", "2023,398,156,252329,80,1", "2023,643,417,252329,300,1",
     "2023,398,417,100199,5,1", "2023,643,417,100199,5,1")
).encode()  # fmt: skip


def sent(editor: TestClient, name: str, data: bytes, **fields: str) -> Any:
    page = editor.get("/outlook/potential").text
    mark = re.search(r'name="mark" value="([0-9a-f]+)"', page)
    assert mark
    fields = {"mark": mark[1], "seller": "KAZ"} | fields
    return editor.post("/outlook/potential", data=fields, files={"files": (name, data)}, follow_redirects=False)


def test_a_table_that_is_handed_over_stands_beside_what_is_claimed(editor: TestClient) -> None:
    answer = sent(editor, "BACI_2023.csv", TABLE)
    assert answer.status_code == 303
    address = answer.headers["location"]
    assert address.startswith("/outlook/potential?table=")
    page = unescape(editor.get(address, headers={"accept-language": "en"}).text)
    assert "BACI_2023.csv (BACI)" in page
    assert "252329" in page
    found = editor.get(address.replace("potential?", "potential.json?")).json()
    assert found["computed"]["count"] == 1
    assert found["computed"]["total"] == 80_000
    checks = {check["what"]: check["value"] for check in found["claimed"][0]["checks"]}
    assert checks["worth computed"] == 80_000
    assert editor.get("/outlook/potential.json").json()["computed"] is None
    assert editor.get("/outlook/potential", params={"table": "0123456789ab"}).status_code == 404


@pytest.mark.parametrize(
    ("name", "data", "fields", "words"),
    [
        ("BACI_2023.csv", TABLE.replace(b",80,", b",lots,"), {}, "BACI_2023.csv: row 3, v: 'lots' is no number"),
        ("note.txt", b"words", {}, "no head that is known"),
        ("BACI.zip", b"PK\x03\x04", {}, "an archive (zip); unpack it"),
        ("../../etc/BACI.csv", TABLE, {"seller": "USA"}, "one of the two sides"),
        ("BACI.csv", TABLE, {"year": "20x3"}, "20x3"),
        ("BACI.csv", TABLE, {"year": "2019"}, "nothing of 2019"),
    ],
)
def test_a_wrong_table_is_told_in_a_line(
    editor: TestClient, name: str, data: bytes, fields: dict[str, str], words: str
) -> None:
    answer = sent(editor, name, data, **fields)
    assert answer.status_code == 400
    assert words in unescape(answer.text)
    assert "/tmp" not in answer.text


def test_who_may_only_read_is_told_how_a_table_is_given(client: TestClient) -> None:
    page = client.get("/outlook/potential", params={"lang": "en"}).text
    assert "qatynas serve --goods FILE" in page
    assert "<form method" not in page.partition("<main")[2]
    assert client.post("/outlook/potential", data={"seller": "KAZ"}).status_code == 403


def test_a_table_that_the_application_was_started_with(filled: Path, tmp_path: Path) -> None:
    table = tmp_path / "BACI_2023.csv"
    table.write_bytes(TABLE)
    reader = TestClient(make_app(filled, goods=(table,)))
    assert reader.get("/outlook/potential.json").json()["computed"]["count"] == 1
    table.write_text("t,i,j,k,v,q\n2023,398,417,x1,1\n")
    broken = TestClient(make_app(filled, goods=(table,)))
    answer = broken.get("/outlook/potential")
    assert answer.status_code == 500
    assert "row 2" in answer.text


def test_a_ledger_of_nothing(tmp_path: Path) -> None:
    with Ledger(tmp_path / "empty.sqlite"):
        pass
    reader = TestClient(make_app(tmp_path / "empty.sqlite"))
    page = reader.get("/outlook").text
    assert page.count('class="card nothing"') == 3  # the example and the shares by law need no ledger
    for key in PARTS:
        assert reader.get(f"/outlook/{key}").status_code == 200, key
    for one in FORMATS:
        assert reader.get(f"/exports/{one.name}").status_code in (200, 404), one.name


def test_both_offices_side_by_side() -> None:
    """Each year of each flow with its two sentences, and why the two part ways where they do."""
    claims = [
        figure(indicator, str(amount), str(year), reporter=reporter, from_="KAZ", to="KGZ")
        for year, sold, bought in ((2020, 500_000_000, 540_000_000), (2021, 600_000_000, 400_000_000))
        for indicator, reporter, amount in (("trade.export", "KAZ", sold), ("trade.import", "KGZ", bought))
    ]
    part = mirror_part(mirror.of_relationship(related(told(*claims))), {"KAZ": "a", "KGZ": "b"})
    years, offices = part.tables
    assert [row.cells[1] for row in years.rows] == ["2021", "2020"]
    assert "part ways" in years.rows[0].note
    assert all(len(row.rests) == 2 and len(row.cells) == len(years.columns) for row in years.rows)
    assert all(len(row.cells) == len(offices.columns) and row.rests for row in offices.rows)
    assert part.picture is not None
    assert part.picture.wide.startswith("<svg")
    assert 'class="ring"' in part.picture.narrow
    assert "taken for the seller" not in " ".join(part.notes)


def test_numbers_told_without_their_office_are_said_to_be() -> None:
    claims = [
        figure("trade.export", "500000000", "2020"),
        figure("trade.import", "540000000", "2020", from_="KAZ", to="KGZ"),
    ]
    part = mirror_part(mirror.of_relationship(related(told(*claims))), {})
    assert "taken for the seller" in " ".join(part.notes)


def test_a_season_with_its_plan_and_what_came() -> None:
    season = {"unit": "m3", "from_": "KGZ", "to": "KAZ", "subject": "Шу өзені"}
    claims = [
        figure("water.volume", "200000000", "2024-04/2024-09", status="target", **season),
        figure("water.volume", "180000000", "2024-04/2024-09", **season),
    ]
    part = division_part(allocation.of_relationship(related(told(*claims, published="2024-12-01"))))
    volumes = part.tables[1]
    assert all(len(row.cells) == len(volumes.columns) and row.rests for row in volumes.rows)
    assert any("90" in row.cells[3] and row.cells[2] == "share of the plan" for row in volumes.rows)
    assert part.answer[1] == "2024"
    assert any("owed to Kazakhstan" in row.note for row in volumes.rows)
