"""Settling, undoing, correcting and recording through pages; the log tells who did it."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
from serve.sending import post
from starlette.testclient import TestClient

from qatynas import Ledger
from qatynas.publish.ahead.found import look
from qatynas.serve import ahead, make_app


def rows(client: TestClient, path: str, **asked: str) -> list[dict[str, Any]]:
    return list(client.get(path, params=asked).json()["rows"])


def log(client: TestClient) -> dict[str, Any]:
    return dict(client.get("/judgements.json").json())


def test_a_rejected_report_is_gone_and_comes_back(editor: TestClient) -> None:
    fact = next(one for one in rows(editor, "/facts.json", kind="meeting") if len(one["reports"]) == 1)
    claim = fact["reports"][0]["claim"]
    answer = post(editor, "/judge", verdict="reject", claim=claim, who="Айгерім", reason="басқа күн", back="/visits")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/visits?did=1"
    assert "Kept as judgement 1." in editor.get("/visits?did=1").text
    assert fact["fact"] not in {one["fact"] for one in rows(editor, "/facts.json", kind="meeting")}
    assert editor.get(f"/facts/{fact['fact']}").status_code == 404
    led = editor.get(f"/facts/{fact['fact']}?did=1", follow_redirects=False)  # where the form of its own page leads
    assert (led.status_code, led.headers["location"]) == (303, "/judgements?did=1")
    assert "Accept again" in editor.get(f"/claims/{claim}").text
    told = log(editor)["judgements"][0]
    assert (told["verdict"], told["who"], told["reason"]) == ("reject", "Айгерім", "басқа күн")
    post(editor, "/judgements/withdraw", number="1", who="Болат", back="/visits")
    assert fact["fact"] in {one["fact"] for one in rows(editor, "/facts.json", kind="meeting")}
    assert log(editor)["judgements"][0]["withdrawn"] == "Болат"


def test_estimates_are_worked_out_anew_where_their_numbers_change(
    editor: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked: list[int] = []
    monkeypatch.setattr(ahead, "look", lambda *told: worked.append(1) or look(*told))
    before = editor.get("/outlook.json").json()
    first = len(worked)
    meeting = next(one for one in rows(editor, "/facts.json", kind="meeting") if len(one["reports"]) == 1)
    post(editor, "/judge", verdict="reject", claim=meeting["reports"][0]["claim"], who="А", back="/visits")
    assert editor.get("/outlook.json").json() == before
    assert len(worked) == first
    trade = rows(editor, "/facts.json", kind="figure", q="", indicator="trade.turnover")[0]
    for report in trade["reports"]:
        post(editor, "/judge", verdict="reject", claim=report["claim"], who="А", back="/series")
    editor.get("/outlook.json")
    assert len(worked) > first


def test_a_finding_is_settled_and_undone(editor: TestClient) -> None:
    finding = next(one for one in rows(editor, "/findings.json") if one["grade"] != "consistent")
    page = editor.get(f"/findings/{finding['finding']}").text
    assert 'name="verdict" value="prefer"' in page
    chosen = finding["cited"][-1]["claim"]
    assert post(editor, "/judge", verdict="reject", claim=chosen, who="А", back="/findings").status_code == 303
    assert editor.get(f"/findings/{finding['finding']}").status_code == 404
    post(editor, "/judgements/withdraw", number="1", who="А")
    assert editor.get(f"/findings/{finding['finding']}").status_code == 200


def test_a_finding_that_needs_no_more_work_is_listed_apart(editor: TestClient) -> None:
    finding = rows(editor, "/findings.json")[0]
    number = finding["finding"]
    refused = post(editor, "/settle", finding=number, who="А", reason="")
    assert refused.status_code == 400
    kept = post(editor, "/settle", finding=number, who="Айгерім", reason="екі басылым", back="/findings")
    assert kept.headers["location"] == "/findings?did_settle=1"
    assert number not in {one["finding"] for one in rows(editor, "/findings.json")}
    assert [one["finding"] for one in rows(editor, "/findings.json", settled="yes")] == [number]
    assert "Settled by Айгерім" in editor.get(f"/findings/{number}").text
    assert log(editor)["settlements"][0]["reason"] == "екі басылым"
    post(editor, "/settlements/withdraw", number="1", who="Болат")
    assert number in {one["finding"] for one in rows(editor, "/findings.json")}
    assert "taken back by Болат" in editor.get(f"/findings/{number}").text


def test_join_and_split(editor: TestClient) -> None:
    one, other = rows(editor, "/facts.json", kind="exchange")[:2]
    claims = [one["reports"][0]["claim"], other["reports"][0]["claim"]]
    assert post(editor, "/judge", verdict="join", claim=claims, who="А").status_code == 303
    joined = {report["claim"] for fact in rows(editor, "/facts.json", kind="exchange") if claims[0] in
              {r["claim"] for r in fact["reports"]} for report in fact["reports"]}  # fmt: skip
    assert set(claims) <= joined
    assert post(editor, "/judge", verdict="split", claim=claims, who="А").status_code == 303
    assert [told["verdict"] for told in log(editor)["judgements"]] == ["split", "join"]


def test_a_field_is_corrected(editor: TestClient) -> None:
    fact = next(one for one in rows(editor, "/facts.json", kind="meeting") if len(one["reports"]) == 1 and one["date"])
    claim = fact["reports"][0]["claim"]
    answer = post(editor, "/correct", claim=claim, field="date", value="2021-03-04", who="А", reason="хаттама")
    assert answer.status_code == 303
    dates = {one["date"] for one in rows(editor, "/facts.json", kind="meeting")}
    assert "2021-03-04" in dates
    wrong = post(editor, "/correct", claim=claim, field="date", value="кеше", who="А", reason="x")
    assert wrong.status_code in (303, 400)
    assert post(editor, "/correct", claim=claim, field="quote", value="x", who="А", reason="x").status_code == 400


def test_words_of_a_document_become_a_claim(editor: TestClient) -> None:
    sha = next(one["sha256"] for one in rows(editor, "/documents.json") if one["script"] == "Cyrl")
    text = editor.get(f"/documents/{sha}.json").json()["text"]
    line = max(text.splitlines(), key=len)
    start = len(text[: text.find(line)])
    answer = post(editor, "/words", document=sha, words=line[:30], start=str(start), kind="project", who="А",
                  reason="оқыдым", fields="name=Шекара көпірі\nstage=underway\nstatus=planned")  # fmt: skip
    assert answer.status_code == 303
    told = editor.get(f"/documents/{sha}.json").json()["claims"]
    mine = next(one for one in told if one["kind"] == "project" and one["name"] == "Шекара көпірі")
    assert (mine["quote"], mine["start"]) == (line[:30], start)
    post(editor, "/records/withdraw", number="1", who="А")
    told = editor.get(f"/documents/{sha}.json").json()["claims"]
    assert not [one for one in told if one.get("name") == "Шекара көпірі"]


def test_every_form_records(editor: TestClient) -> None:
    pair = editor.get("/overview.json").json()["pair"]
    forms: dict[str, dict[str, Any]] = {
        "session": {"body": "Шекара кеңесі", "session_number": "4", "date": "2025-03-14", "host": "KGZ",
                    "place": "Талас", "participants": "Асан Үсенов\nБақыт Әлиев", "topic": ["water", "border"]},
        "act": {"title": "Шекара бекеттері туралы келісім", "type": "agreement", "act": "in_force", "date": "2025-06-01"},
        "delivery": {"sort": "water", "giver": pair[1], "taker": pair[0], "value": "180 000 000", "period": "2025-06"},
        "plan": {"title": "Вегетация жоспары", "date": "2025-03-20",
                 "lines": f"water {pair[1]}-{pair[0]} 580000000 2025-04/2025-09 Талас", "works": "2025-10 Каналды тазалау"},
    }  # fmt: skip
    for number, (name, fields) in enumerate(forms.items(), 1):
        page = editor.get(f"/record/{name}").text
        for field in fields:
            assert f'name="{field}"' in page, (name, field)
        answer = post(editor, f"/record/{name}", who="А", ground="хаттама, 2-бет", back=f"/record/{name}", **fields)
        assert answer.status_code == 303, answer.text
        assert answer.headers["location"] == f"/record/{name}?did_record={number}"
    told = editor.get("/facts.json", params={"kind": "meeting"}).json()["rows"]
    assert any(one["body"] == "Шекара кеңесі" and one["number"] == 4 for one in told)
    assert {one["form"] for one in log(editor)["records"]} == set(forms)


def test_what_is_not_whole_is_refused_in_words(editor: TestClient) -> None:
    claim = rows(editor, "/facts.json")[0]["reports"][0]["claim"]
    for fields in ({"verdict": "prefer"}, {"verdict": "join", "claim": claim}, {"verdict": "love", "claim": claim},
                   {"verdict": "reject", "claim": "0" * 24}, {"claim": claim},
                   {"verdict": "reject", "claim": claim, "reason": "x" * 3000}):  # fmt: skip
        answer = post(editor, "/judge", who="А", **fields)
        assert answer.status_code == 400
        assert "Traceback" not in answer.text
    for name, fields in (("session", {}), ("act", {"title": "x"}), ("plan", {"title": "x", "date": "2025", "lines": "?"}),
                         ("delivery", {"sort": "gold", "giver": "KGZ", "taker": "KAZ", "value": "1", "period": "2025"}),
                         ("act", {"title": "x", "act": "signed", "date": "soon"})):  # fmt: skip
        assert post(editor, f"/record/{name}", who="А", ground="x", **fields).status_code == 400, (name, fields)
    assert post(editor, "/record/poem", who="А", ground="x").status_code == 404
    assert post(editor, "/judgements/withdraw", who="А", number="99").status_code == 400
    assert log(editor) == {"judgements": [], "records": [], "settlements": []}


def test_the_name_is_remembered(editor: TestClient) -> None:
    claim = rows(editor, "/facts.json")[0]["reports"][0]["claim"]
    post(editor, "/judge", verdict="accept", claim=claim, who="Бақыт <b>")
    page = editor.get("/record/act").text
    assert re.search(r'name="who" value="Бақыт &lt;b&gt;"', page)


def test_what_was_purged_leaves_the_pages(ledger: Path) -> None:
    client = TestClient(make_app(ledger, wait=60))
    with Ledger.open(ledger) as book:
        oldest = next(iter(book.documents()))
        assert oldest.sha256 in client.get("/documents.json").text
        book.purge(oldest.sha256, who="Айгерім", reason="жеке дерек")
    for _ in range(100):
        if oldest.sha256 not in (shown := client.get("/documents.json").text):
            break
        time.sleep(0.1)
    assert oldest.sha256 not in shown
