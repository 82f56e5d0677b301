"""ClaimReview: only what a person has settled, and only while it rests on the same."""

from __future__ import annotations

import io
import json
from datetime import datetime
from pathlib import Path

import pytest
from rdflib import RDF, Graph
from rdflib.namespace import SDO
from relations.sample import PAIR, document, extraction, turnover

import qatynas
from qatynas.publish.exports import Material, export

TEXT = "Сауда\nТауар айналымы 1,5 млрд доллар болды. Биыл сол айналым 1,9 млрд доллар еді."


@pytest.fixture
def book(tmp_path: Path) -> qatynas.Ledger:
    made = document(TEXT, "talas.txt", address="javascript:alert(1)", author="Айгүл")
    claims = [
        turnover(made, "Тауар айналымы 1,5 млрд доллар болды.", "2023", "1500000000", speaker="Ұлттық банк"),
        turnover(made, "Биыл сол айналым 1,9 млрд доллар еді.", "2023", "1900000000"),
    ]
    with qatynas.Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.add(extraction(made, *claims, published="2024-02-03"))
    return qatynas.Ledger.open(tmp_path / "ledger.sqlite")


def written(book: qatynas.Ledger) -> tuple[list[dict], object]:
    file = io.BytesIO()
    done = export("claimreview.jsonl", Material(book, PAIR), file)
    return [json.loads(line) for line in file.getvalue().splitlines()], done


def test_a_machines_own_finding_is_no_review(book: qatynas.Ledger) -> None:
    assert book.findings()
    rows, done = written(book)
    assert rows == []
    assert done.rows == 0


def test_what_a_person_settled_is_one(book: qatynas.Ledger) -> None:
    finding = book.findings()[0]
    number = book.settle(finding, who="Айгерім", reason="екінші сан 2024 жылдікі")
    (row,), done = written(book)
    assert done.rows == 1
    assert (row["@context"], row["@type"]) == ("https://schema.org", "ClaimReview")
    assert row["author"] == {"@type": "Person", "name": "Айгерім"}
    assert row["reviewRating"]["alternateName"] == row["reviewBody"] == "екінші сан 2024 жылдікі"
    assert "ratingValue" not in row["reviewRating"]
    assert {one["text"] for one in row["itemReviewed"]} == {one.claim.quote for one in finding.cited}
    first = next(one for one in row["itemReviewed"] if "1,5" in one["text"])
    assert first["author"]["name"] == "Ұлттық банк"
    assert first["appearance"]["datePublished"] == "2024-02-03"
    assert "url" not in first["appearance"], "an address that is none of the web is not handed on"
    book.reopen(number, who="Айгерім", reason="қате шешім")
    assert written(book)[0] == []


def test_a_reader_of_linked_data_finds_terms_of_schema_org_alone(book: qatynas.Ledger) -> None:
    finding = book.findings()[0]
    book.settle(finding, who="Айгерім", reason="екінші сан 2024 жылдікі")
    (row,), _ = written(book)
    local = row | {"@context": {"@vocab": str(SDO)}}  # what schema.org's own context says, without asking for it
    graph = Graph().parse(data=json.dumps(local), format="json-ld")
    for _, predicate, value in graph:
        assert predicate == RDF.type or predicate in SDO, predicate
        assert predicate != RDF.type or value in SDO, value
    (review,) = graph.subjects(RDF.type, SDO.ClaimReview)
    # what consumers of ClaimReview need of one: the claim, its rating in words, who reviewed it and when
    assert str(graph.value(review, SDO.claimReviewed))
    assert str(graph.value(graph.value(review, SDO.reviewRating), SDO.alternateName)) == "екінші сан 2024 жылдікі"
    assert str(graph.value(graph.value(review, SDO.author), SDO.name)) == "Айгерім"
    datetime.fromisoformat(str(graph.value(review, SDO.datePublished)))
    claims = set(graph.objects(review, SDO.itemReviewed))
    assert {str(graph.value(one, SDO.text)) for one in claims} == {one.claim.quote for one in finding.cited}
    assert all((one, RDF.type, SDO.Claim) in graph for one in claims)


def test_a_settlement_whose_evidence_changed_is_counted_and_not_told(book: qatynas.Ledger) -> None:
    finding = book.findings()[0]
    book.settle(finding, who="Айгерім", reason="қарадым")
    cited = finding.cited[0]
    book.judge(cited.claim, cited.source, "correct", who="Айгерім", field="value", value=1_910_000_000)
    rows, done = written(book)
    assert rows == []
    assert sum(done.left.values()) == 1
