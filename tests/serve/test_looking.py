"""Exports and Outlook: every file comes, in the reader's language; every estimate leads to what it rests on."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from pathlib import Path

import pytest
from checks.worlds import figure, related, told
from starlette.testclient import TestClient

from qatynas.ledger import Ledger
from qatynas.outlook import allocation, mirror
from qatynas.publish.exports import FORMATS
from qatynas.publish.labels import LANGUAGES, speaking
from qatynas.serve import make_app
from qatynas.serve.pages.looking import _division, _mirror
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_outlook_tells_what_it_rests_on(client: TestClient, language: str) -> None:
    page = unescape(client.get("/outlook", params={"lang": language}).text)
    main = page.partition("<main")[2]
    with speaking(language):
        for key in ("trade", "mirror", "division"):
            assert word("outlook", key) in main
        assert main.count(word("outlook", "too_little")) == 1  # the notes hold no tables of both offices
    assert '<svg viewBox="0 0 760 300"' in main
    assert "<style" not in main
    links = [unescape(link) for link in re.findall(r'href="(/sentences[^"]+)"', main)]
    assert len(links) > 3
    for link in links:
        assert "<mark>" in client.get(link).text


def test_the_twin_of_outlook(client: TestClient) -> None:
    found = client.get("/outlook.json").json()
    assert found["trade"]["total"]["low"] <= found["trade"]["total"]["value"] <= found["trade"]["total"]["high"]
    assert any(one["probability"] is not None for one in found["chances"])
    assert "add both sides" in found["mirror"]["missing"]
    assert found["division"]["shares"]


def test_a_ledger_of_nothing(tmp_path: Path) -> None:
    with Ledger(tmp_path / "empty.sqlite"):
        pass
    reader = TestClient(make_app(tmp_path / "empty.sqlite"))
    page = reader.get("/outlook").text
    assert "The ledger holds too little for this." in page
    for one in FORMATS:
        assert reader.get(f"/exports/{one.name}").status_code in (200, 404), one.name


def test_both_offices_side_by_side() -> None:
    """Each year of each flow with its two sentences, and why the two part ways where they do."""
    claims = [
        figure(indicator, str(amount), str(year), reporter=reporter, from_="KAZ", to="KGZ")
        for year, sold, bought in ((2020, 500_000_000, 540_000_000), (2021, 600_000_000, 400_000_000))
        for indicator, reporter, amount in (("trade.export", "KAZ", sold), ("trade.import", "KGZ", bought))
    ]
    part = _mirror(mirror.of_relationship(related(told(*claims))))
    years, offices = part.tables
    assert [row.cells[1] for row in years.rows] == ["2021", "2020"]
    assert "outside" in years.rows[0].english
    assert all(len(row.rests) == 2 and len(row.cells) == len(years.columns) for row in years.rows)
    assert all(len(row.cells) == len(offices.columns) for row in offices.rows)
    assert part.picture.startswith("<svg")
    assert "<style" not in part.picture


def test_a_season_with_its_plan_and_what_came() -> None:
    season = {"unit": "m3", "from_": "KGZ", "to": "KAZ", "subject": "Шу өзені"}
    claims = [
        figure("water.volume", "200000000", "2024-04/2024-09", status="target", **season),
        figure("water.volume", "180000000", "2024-04/2024-09", **season),
    ]
    told_part = _division(allocation.of_relationship(related(told(*claims, published="2024-12-01"))))
    volumes = told_part.tables[1]
    assert all(len(row.cells) == len(volumes.columns) and row.rests for row in volumes.rows)
    assert any("90" in row.cells[3] and row.cells[2] == "share of the plan" for row in volumes.rows)
