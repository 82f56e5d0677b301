"""Things read out of kept facts are those that are built in memory, whole and in pages."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from relations.sample import PAIR, claim, document, extraction, place, turnover
from relations.test_kept_facts import Acting

from qatynas import Ledger
from qatynas.relations import Duty, build, duties_of
from qatynas.relations.asking import briefing, timeline
from qatynas.relations.histories import Relationship
from qatynas.relations.kept import Kept

YEARS = [(date.min, date.max), (date(2018, 3, 1), date(2019, 8, 31)), (date(2024, 5, 1), date(2024, 5, 31))]


def check(ledger: Ledger, kept: Kept) -> Relationship:
    """Hold every answer against what is built."""
    built = build(ledger.extractions(), PAIR, judgements=ledger.judgements())
    for begin, end in YEARS:
        _same(
            lambda begin=begin, end=end, **page: kept.things.timeline(begin, end, **page), timeline(built, begin, end)
        )
    for year in (2019, 2024, 2025):
        assert list(map(_of_duty, kept.joint.duties(year, members=None).items)) == list(
            map(_of_duty, duties_of(built, year))
        )
    _same(kept.joint.bodies, built.bodies, members=None)
    for name in ("works", "supplies", "voices", "places", "organisations", "communities"):
        _same(getattr(kept.things, name), getattr(built, name), members=None)
    _same(kept.meetings.listed, built.meetings)
    _same(kept.ahead.promises, built.promises, members=None)
    for state in ("open", "past", "undated"):
        mine = tuple(one for one in built.promises if one.state == state)
        assert kept.ahead.promises(state, members=None).items == mine
    _same(kept.ahead.programmes, built.programmes, members=None)
    return built


def _of_duty(duty: Duty) -> tuple[Any, ...]:
    """A duty without its body's sessions of other years, which no duty of this one needs."""
    return duty.body.names, duty.body.level, duty.procedure, duty.year, duty.state, duty.by


def _same(ask: Any, expected: tuple[Any, ...], **whole: Any) -> None:
    part = ask(**whole)
    assert part.items == expected
    assert part.count == len(expected)
    for offset in (0, 1, len(expected) // 2, len(expected)):
        page = ask(**whole, limit=2, offset=offset)
        assert page.items == expected[offset : offset + 2]
        assert page.count == len(expected)
        for fact in page.relationship.facts:
            assert page.relationship.count_texts(fact) >= 1


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_things_of_random_ledgers(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    path = tmp_path_factory.mktemp("kept") / "ledger.sqlite"
    chance = random.Random(seed)
    with Ledger(path, data="test") as ledger:
        acting, kept = Acting(ledger, chance), Kept(ledger, PAIR)
        for _ in range(3):
            for _ in range(chance.randrange(1, 7)):
                acting.act()
            check(ledger, kept)
        kept.close()


TOWNS = ("Тараз", "Талас", "Ош", None)
NAMES = ("Қазақстан-Қырғызстан үкіметаралық кеңесі", "үкіметаралық кеңес", "Шу-Талас су комиссиясы", "су комиссиясы")
WORKS = ("Шу өзеніндегі көпір", "Шу көпірі", "«Кең-Бұлақ» бекеті", "жол салу", "Талас логистика паркі")
SOCIETIES = ("қырғыз мәдени орталығы", "«Ала-Тоо» қырғыз бірлестігі", "Манас үйі", "қоғам")
DAYS = ("2018-05-14", "2019-05-14", "2019-05", "2019", "2024-05-13/2024-05-15", "../2024", "2024/..", "мамырда", None)
TOPICS = ("water", "trade", "energy")
SAID = ("су бөлу кестесін бекітеді", "жыл сайын отырыс өткізеді", "шекара бекеттерін тексереді")


def _fields(kind: str, chance: random.Random) -> dict[str, Any]:
    """Random fields of a claim of a kind; names come again in shorter and fuller forms."""
    pick = chance.choice
    when, town = pick(DAYS), pick(TOWNS)
    spot = pick([None, place(town), place(None)])
    if kind == "body":
        return {"name": pick(NAMES), "level": pick(["ministers", "agency"])}
    if kind == "procedure":
        return {"body": pick([*NAMES, None]), "does": pick(SAID), "frequency": pick(["yearly", "twice_yearly", None])}
    if kind == "meeting":
        kinds = ("session", "talks", "official_visit", "working_visit", "summit")
        people = pick([(), ("Ерлан Сәдуақасов",), ("Азамат Бейшеналиев", "Айбек Сыдыков")])
        return {"type": pick(kinds), "date": when, "place": spot, "host": pick([*PAIR, None]), "participants": people,
                "body": pick([*NAMES, None]), "number": pick([None, 3, 4])}  # fmt: skip
    if kind == "topic":
        return {"topic": pick(TOPICS), "mode": pick(["discussed", "agreed", "expected", "priority"]),
                "at": pick([*DAYS[:4], None, NAMES[0], "2024-2026 жылдарға арналған ынтымақтастық бағдарламасы"])}  # fmt: skip
    if kind == "agreement":
        return {"act": pick(["signed", "approved"]), "type": "programme", "date": when, "place": spot,
                "title": pick(["2024-2026 жылдарға арналған ынтымақтастық бағдарламасы", SAID[0]]),
                "term": pick([None, "2024/2026"])}  # fmt: skip
    if kind == "project":
        return {"name": pick(WORKS), "stage": pick(["planned", "started", "done"]), "date": when, "place": spot}
    if kind == "exchange":
        return {"commodity": pick(["water", "electricity"]), "from_": pick([*PAIR, None]), "to": pick([*PAIR, None])}
    if kind == "community":
        return {"name": pick(SOCIETIES), "place": spot, "date": when, "succeeds": pick([None, *SOCIETIES[:3]])}
    if kind == "assessment":
        return {"stance": pick(["risk", "benefit", "hope"]), "holder": pick([None, "Айгүл Ниязова"]),
                "subject": pick([None, "EAEU", "trade"]), "cause": pick(SAID), "effect": pick(SAID)}  # fmt: skip
    if kind == "membership":
        return {"organisation": pick(["EAEU", "SCO"]), "members": pick([PAIR, (*PAIR, "RUS")])}
    if kind == "pledge":
        return {"by": pick([*PAIR, "Ерлан Сәдуақасов"]), "what": pick(SAID), "deadline": when}
    if kind == "award":
        return {"name": "«Достық» ордені", "to": pick(["Ерлан Сәдуақасов", "Айбек Сыдыков"]), "date": when}
    if kind == "event":
        return {"type": "festival", "name": pick(["Достық фестивалі", "Қымыз мерекесі"]), "date": when, "place": spot}
    raise AssertionError(kind)


KINDS = ("body", "procedure", "meeting", "topic", "agreement", "project", "exchange", "community", "assessment",
         "membership", "pledge", "award", "event")  # fmt: skip


def varied(number: int, chance: random.Random) -> Any:
    """A document with six claims of any kind and a number or two."""
    lines = [f"{number}-құжаттың {line}-сөйлемі" for line in range(8)]
    published = chance.choice([*DAYS[:3], "2024-05-14", "2025-01-10", None])
    made = document("\n".join(["Тақырып", *lines]), f"{number}.txt")
    claims = []
    for line in lines[:6]:
        kind = chance.choice(KINDS)
        status = chance.choice(["done", "done", "planned", "recurring"])
        claims.append(claim(made, kind, line, published, status=status, **_fields(kind, chance)))
    for line in lines[6:]:
        period = chance.choice([*DAYS[:6], None])
        status = chance.choice(["actual", "target", "forecast"])
        more = {"period": period, "value": str(chance.randrange(1, 4)), "status": status, "published": published}
        if chance.random() < 0.5:
            more |= {"indicator": "water.volume", "from_": "KGZ", "to": "KAZ", "subject": chance.choice([*WORKS, None])}
        claims.append(turnover(made, line, **more))
    return extraction(made, *claims, published=published)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_things_of_every_kind(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    path = tmp_path_factory.mktemp("kept") / "ledger.sqlite"
    chance = random.Random(seed)
    with Ledger(path, data="test") as ledger:
        kept = Kept(ledger, PAIR)
        notes = []
        for number in range(chance.randrange(3, 30)):
            notes.append(varied(number, chance))
            ledger.add(notes[-1])
        check(ledger, kept)
        for number in range(3):  # some say less now
            told = chance.choice(notes)
            ledger.add(type(told)(told.document, told.dating, told.pair, told.claims[number + 1 :], (), ()))
        check(ledger, kept)
        kept.close()


def test_briefings(tmp_path: Path) -> None:
    chance = random.Random(11)
    with Ledger(tmp_path / "ledger.sqlite", data="test") as ledger:
        kept = Kept(ledger, PAIR)
        for number in range(40):
            ledger.add(varied(number, chance))
        for day in (date(2018, 5, 14), date(2019, 5, 20), date(2024, 5, 14), date(2025, 3, 1)):
            built = build(ledger.extractions(), PAIR, as_of=day.isoformat())
            told = briefing(built, day)
            made, found = kept.brief(day)
            for name in ("day", "meeting", "treaties", "programmes", "last", "promises", "agenda", "courses"):
                assert getattr(found, name) == getattr(told, name), name
            assert list(map(_of_duty, found.duties)) == list(map(_of_duty, told.duties))
            assert made.as_of == day.isoformat()
            short = kept.brief(day, 2)[1]
            assert max(len(short.promises), len(short.treaties)) <= 2
        kept.close()
