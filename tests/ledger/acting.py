"""A program that judges, records and reads anew, to be killed while it does: python acting.py LEDGER ROUNDS.

The ledger must hold made(1). Each round prints what it has kept, as soon as it is kept.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from ledger.making import made

from qatynas.ledger import Ledger
from qatynas.model import Span

KEPT = ("judge", "withdraw", "record", "words", "correction", "withdraw_record", "reread")
SESSION = {
    "kind": "meeting", "type": "session", "status": "done", "parties": ["KAZ", "KGZ"], "date": "2025-03-14", "number": 12,
}  # fmt: skip
COUNT = {
    "kind": "figure", "indicator": "agreements.count", "value": "12", "unit": "count", "qualifier": "exact",
    "parties": ["KAZ", "KGZ"], "status": "actual",
}  # fmt: skip


def act(ledger: Ledger, number: int, done: Callable[[str], None]) -> None:
    """One round: everything that a person, or a newer program, may do to a ledger."""
    extraction = made(1)
    claim, sha256 = extraction.claims[0], extraction.document.sha256
    judgement = ledger.judge(claim, sha256, "accept", who="Айгерім", reason=f"round {number}")
    done("judge")
    ledger.withdraw(judgement, who="Айгерім")
    done("withdraw")
    record = ledger.record("session", [SESSION, SESSION | {"number": 13}], who="Айгерім", ground=f"round {number}")
    done("record")
    ledger.record_words(extraction.document.path, Span(0, 9), COUNT, who="Айгерім", ground=f"round {number}")
    done("words")
    ledger.record_correction(claim, sha256, "period", "2023", who="Айгерім", ground=f"round {number}")
    done("correction")
    ledger.withdraw_record(record, who="Нұрлан")
    done("withdraw_record")
    ledger.add(made(1, value=f"{number}.25"))  # as a newer program reads it
    done("reread")


def counted(ledger: Ledger) -> dict[str, int]:
    """How many of each a ledger holds, each counted by what makes it whole."""
    judgements = ledger.judgements(withdrawn=True)
    records = ledger.records(withdrawn=True)
    own = [record for record in records if record.form == "session"]
    assert all(len(record.claims) == 2 for record in own), "half a record was kept"
    corrected = {record.judgement for record in records if record.form == "correction"}
    assert corrected == {judgement.id for judgement in judgements if judgement.verdict == "correct"}
    silent = [record for record in own if record.withdrawn]
    assert all(not ledger.extraction(f"record:{record.id}").claims for record in silent), "withdrawn, and it speaks"
    return {
        "judge": sum(1 for one in judgements if one.verdict == "accept"),
        "withdraw": sum(1 for one in judgements if one.verdict == "accept" and one.withdrawn),
        "record": len(own),
        "words": sum(1 for record in records if record.form == "words"),
        "correction": len(corrected),
        "withdraw_record": len(silent),
        "reread": len({kept.claim for kept in ledger.history() if kept.claim.kind == "figure"}) - 1,
    }


def main(path: Path, rounds: int) -> None:
    print("ready", flush=True)
    with Ledger(path, data="test") as ledger:
        for number in range(1, rounds + 1):
            act(ledger, number, lambda what: print(what, flush=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
