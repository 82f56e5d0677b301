"""Treaties kept up: which acts are of one text, and how each text stands on which days.

Acts whose titles are alike are kin; what hangs together by kinship is a family, and treaties.texts makes its texts.
What hangs on a text (its laws and changes, its priorities, the meeting of its signing) is looked up when it is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qatynas.ledger.derived import made_by
from qatynas.model.claim import Agreement, Meeting, Topic
from qatynas.relations.asking import STATES
from qatynas.relations.dates import bounds, order
from qatynas.relations.following import Progress, take_in
from qatynas.relations.gatherings import signed_at
from qatynas.relations.histories import Standing, Treaty
from qatynas.relations.joining import fact_order
from qatynas.relations.kept_reading import REPORTS, TOLD
from qatynas.relations.kept_tables import in_parts, marks, number_of
from qatynas.relations.names import body_key, stems, telling
from qatynas.relations.treaties import (
    CLOSE_ENOUGH,
    Named,
    are_alike,
    by_first_act,
    closest,
    marks_of,
    named,
    of_acts,
    serves,
    state_on,
    texts,
    with_servants,
)
from qatynas.relations.values import Fact

if TYPE_CHECKING:
    from qatynas.relations.kept import Kept

NAME = "treaties"
TABLES = (
    "CREATE TABLE treaties_mark (mark INTEGER, fact INTEGER, PRIMARY KEY (mark, fact)) WITHOUT ROWID",
    # an act with its marks and what it is compared by (treaties.Named); without a family it waits for one
    "CREATE TABLE treaties_act (fact INTEGER PRIMARY KEY, marks TEXT NOT NULL, named TEXT NOT NULL, family INTEGER)",
    "CREATE INDEX treaties_act_family ON treaties_act (family)",
    "CREATE TABLE treaties_kin (one INTEGER, other INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID",
    """CREATE TABLE treaties_text (
        id INTEGER PRIMARY KEY, family INTEGER NOT NULL, acts TEXT NOT NULL, titles TEXT NOT NULL)""",
    "CREATE INDEX treaties_text_family ON treaties_text (family)",
    """CREATE TABLE treaties_step (  -- a text's state from a day until another, which is out
        text INTEGER NOT NULL, state INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
        begin INTEGER NOT NULL, until INTEGER NOT NULL)""",
    "CREATE INDEX treaties_step_text ON treaties_step (text)",
    # read in this order, so that of many texts the first are found without looking at the rest
    "CREATE INDEX treaties_step_state ON treaties_step (state, first_day, last_day, text, begin, until)",
    "CREATE TABLE treaties_stem (stem TEXT, text INTEGER, PRIMARY KEY (stem, text)) WITHOUT ROWID",
    "CREATE TABLE treaties_serving (stem TEXT, fact INTEGER, PRIMARY KEY (stem, fact)) WITHOUT ROWID",
    "CREATE INDEX treaties_serving_fact ON treaties_serving (fact)",
    "CREATE TABLE treaties_topic (fact INTEGER PRIMARY KEY, at TEXT NOT NULL)",
    "CREATE INDEX treaties_topic_at ON treaties_topic (at)",
    # what priorities name, and the text that it is; those of which a stem moved are looked for anew
    "CREATE TABLE treaties_home (at TEXT PRIMARY KEY, text INTEGER) WITHOUT ROWID",
    "CREATE INDEX treaties_home_text ON treaties_home (text)",
    "CREATE TABLE treaties_moved (stem TEXT PRIMARY KEY) WITHOUT ROWID",  # of titles of texts that came or went
)
KINDS = ("agreement", "topic", "meeting")
AT_ONCE = 1_000  # acts whose texts are made in one transaction, with their families


def version() -> str:
    """What made these tables."""
    here = Path(__file__)
    return made_by(here, here.with_name("treaties.py"), here.with_name("asking.py"))


class KeptTreaties:
    """The texts of one pair, on its kept facts."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._db = kept.derived.connection
        kept.derived.follow(NAME, version(), TABLES)

    def catch_up(self, progress: Progress | None = None) -> None:
        """Follow the facts of acts and topics. Killed at any moment it goes on with what it had not noted."""
        if self._kept.is_still:
            return
        came = take_in(self._kept, NAME, KINDS, self._forget, self._learn, progress)
        while waiting := self._waiting():
            if progress:
                progress("texts", waiting)
            with self._kept.derived.transaction():
                self._settle()
        if came or self._db.execute("SELECT 1 FROM treaties_moved LIMIT 1").fetchone():
            with self._kept.derived.transaction():
                self._house()

    # acts and their kin

    def _forget(self, facts: Sequence[int]) -> None:
        """Take acts and topics away; what was their kin is to be put together anew."""
        for part in in_parts(facts):
            listed = marks(part)
            for fact, packed in self._db.execute(
                f"SELECT fact, marks FROM treaties_act WHERE fact IN ({listed})", part
            ):
                self._db.executemany(
                    "DELETE FROM treaties_mark WHERE mark = ? AND fact = ?", [(one, fact) for one in json.loads(packed)]
                )
            kin = self._db.execute(f"SELECT one, other FROM treaties_kin WHERE one IN ({listed})", part).fetchall()
            self._db.executemany("DELETE FROM treaties_kin WHERE one = ? AND other = ?", kin)
            self._db.executemany("DELETE FROM treaties_kin WHERE other = ? AND one = ?", kin)
            families = [
                row[0]
                for row in self._db.execute(
                    f"SELECT DISTINCT family FROM treaties_act WHERE fact IN ({listed}) AND family IS NOT NULL", part
                )
            ]
            for family in families:
                self._dissolve(family)
            self._db.execute(f"DELETE FROM treaties_act WHERE fact IN ({listed})", part)
            self._db.execute(f"DELETE FROM treaties_topic WHERE fact IN ({listed})", part)

    def _dissolve(self, family: int) -> None:
        """Take the texts of a family away; its acts wait for another."""
        gone = self._db.execute("SELECT id, titles FROM treaties_text WHERE family = ?", (family,)).fetchall()
        for text, titles in gone:
            gone_with = self._moved(json.loads(titles))
            self._db.executemany(
                "DELETE FROM treaties_stem WHERE stem = ? AND text = ?", [(stem, text) for stem in gone_with]
            )
        self._db.executemany("DELETE FROM treaties_step WHERE text = ?", [(text,) for text, _ in gone])
        self._db.execute("DELETE FROM treaties_text WHERE family = ?", (family,))
        self._db.execute("UPDATE treaties_act SET family = NULL WHERE family = ?", (family,))

    def _moved(self, titles: Iterable[str]) -> set[str]:
        """The stems of a text's titles, which what priorities name may have too."""
        found = {stem for title in titles for stem in stems(title)}
        self._db.executemany("INSERT OR IGNORE INTO treaties_moved VALUES (?)", [(stem,) for stem in found])
        return found

    def _learn(self, facts: Sequence[int]) -> None:
        """Take acts and topics in, each act with its kin."""
        told = self._kept.tellers(facts)
        for number, claim in told.items():
            if isinstance(claim, Topic) and claim.mode == "priority" and claim.at:
                self._db.execute("INSERT OR REPLACE INTO treaties_topic VALUES (?, ?)", (number, claim.at))
        acts = [number for number, claim in told.items() if isinstance(claim, Agreement)]
        known: dict[int, Fact[Agreement]] = self._kept.by_number(acts)
        for number, fact in known.items():
            self._meet(number, fact)
            if serves(fact.claim):
                self._db.executemany(
                    "INSERT OR IGNORE INTO treaties_serving VALUES (?, ?)",
                    [(stem, number) for stem in telling(fact.claim.title)],
                )

    def _meet(self, number: int, fact: Fact[Agreement]) -> None:
        own, said = [number_of(mark) for mark in marks_of(fact)], named(fact)
        near = {
            row[0]: Named(*json.loads(row[1]))
            for part in in_parts(own)
            for row in self._db.execute(
                "SELECT DISTINCT fact, named FROM treaties_mark JOIN treaties_act USING (fact) "
                f"WHERE mark IN ({marks(part)})",
                part,
            )
        }
        kin = [other for other, told in near.items() if other != number and are_alike(said, told)]
        self._db.executemany("INSERT OR IGNORE INTO treaties_kin VALUES (?, ?)", [(number, other) for other in kin])
        self._db.executemany("INSERT OR IGNORE INTO treaties_kin VALUES (?, ?)", [(other, number) for other in kin])
        self._db.executemany("INSERT OR IGNORE INTO treaties_mark VALUES (?, ?)", [(mark, number) for mark in own])
        self._db.execute(
            "INSERT OR REPLACE INTO treaties_act VALUES (?, ?, ?, NULL)",
            (number, json.dumps(own), json.dumps(said, ensure_ascii=False)),
        )
        families = {
            row[0]
            for part in in_parts(kin)
            for row in self._db.execute(
                f"SELECT DISTINCT family FROM treaties_act WHERE fact IN ({marks(part)}) AND family IS NOT NULL", part
            )
        }
        for family in families:
            self._dissolve(family)

    def _waiting(self) -> int:
        """How many acts wait for a family."""
        return int(self._db.execute("SELECT count(*) FROM treaties_act WHERE family IS NULL").fetchone()[0])

    def _settle(self) -> None:
        """Make the texts of some acts that wait."""
        waiting = self._db.execute("SELECT fact FROM treaties_act WHERE family IS NULL LIMIT ?", (AT_ONCE,)).fetchall()
        done: set[int] = set()
        for (start,) in waiting:
            if start not in done:
                family = self._family(start)
                done |= family
                self._make(family)

    def _family(self, start: int) -> set[int]:
        found, fresh = {start}, {start}
        while fresh:
            fresh = {
                row[0]
                for part in in_parts(fresh)
                for row in self._db.execute(f"SELECT other FROM treaties_kin WHERE one IN ({marks(part)})", part)
            } - found
            found |= fresh
        return found

    def _make(self, acts: Iterable[int]) -> None:
        numbers = sorted(acts)
        family = numbers[0]
        facts = self._kept.by_number(numbers)
        number_of_fact = {fact.key: number for number, fact in facts.items()}
        for text in texts(list(facts.values())):
            first, last, _ = order(text.acts[0].claim.date)
            ids = json.dumps([number_of_fact[act.key] for act in text.acts])
            number = self._db.execute(
                "INSERT INTO treaties_text (family, acts, titles) VALUES (?, ?, ?)",
                (family, ids, json.dumps(text.titles, ensure_ascii=False)),
            ).lastrowid
            days = first.toordinal(), last.toordinal()
            self._db.executemany(
                "INSERT INTO treaties_step VALUES (?, ?, ?, ?, ?, ?)",
                [(number, state, *days, begin, until) for state, begin, until in steps(text)],
            )
            come_with = self._moved(text.titles)
            self._db.executemany("INSERT INTO treaties_stem VALUES (?, ?)", [(stem, number) for stem in come_with])
        self._db.executemany("UPDATE treaties_act SET family = ? WHERE fact = ?", [(family, one) for one in numbers])

    # priorities

    def _house(self) -> None:
        """Find for what priorities name the text that it is, where that may be another than before."""
        moved = {row[0] for row in self._db.execute("SELECT stem FROM treaties_moved")}
        named_before = {row[0] for row in self._db.execute("SELECT at FROM treaties_home")}
        named_now = {row[0] for row in self._db.execute("SELECT DISTINCT at FROM treaties_topic")}
        self._db.executemany("DELETE FROM treaties_home WHERE at = ?", [(at,) for at in named_before - named_now])
        for at in sorted(named_now):
            if at not in named_before or not moved.isdisjoint(stems(at)):
                found = sorted(self._plain(self._near(at)).items(), key=lambda item: by_first_act(item[1]))
                home = closest(at, list(enumerate(text for _, text in found)))
                text = found[home][0] if home is not None else None
                self._db.execute("INSERT OR REPLACE INTO treaties_home VALUES (?, ?)", (at, text))
        self._db.execute("DELETE FROM treaties_moved")

    def _near(self, at: str) -> list[int]:
        """Texts that may be close enough to a name: they hold one of so many of its stems, the rarest."""
        counted = {
            stem: self._db.execute("SELECT count(*) FROM treaties_stem WHERE stem = ?", (stem,)).fetchone()[0]
            for stem in body_key(at).split()  # its states aside, as closeness has it
        }
        rarest = sorted(counted, key=lambda stem: (counted[stem], stem))
        enough = rarest[: len(rarest) - int(CLOSE_ENOUGH * len(rarest)) + 1]
        return [
            row[0]
            for row in self._db.execute(
                f"SELECT DISTINCT text FROM treaties_stem WHERE stem IN ({marks(enough)})", enough
            )
        ]

    # read

    def with_priorities(self) -> list[int]:
        """The texts that topics are named the priorities of."""
        self.catch_up()
        rows = self._db.execute("SELECT DISTINCT text FROM treaties_home WHERE text IS NOT NULL")
        return [row[0] for row in rows]

    def on(self, day: date, limit: int | None, offset: int) -> tuple[list[tuple[Treaty, Standing]], int]:
        """How texts stand on a day, the strongest standing first, and how many there are."""
        when = day.toordinal()
        rows = self._db.execute(
            "SELECT text FROM treaties_step INDEXED BY treaties_step_state WHERE begin <= ? AND until > ? "
            "ORDER BY state, first_day, last_day, text LIMIT ? OFFSET ?",
            (when, when, -1 if limit is None else limit, offset),
        ).fetchall()
        (count,) = self._db.execute(
            "SELECT count(*) FROM treaties_step WHERE begin <= ? AND until > ?", (when, when)
        ).fetchone()
        found = sorted(self.load([row[0] for row in rows]), key=by_first_act)
        standing = [(text, state_on(text, day)) for text in found]
        return sorted(standing, key=lambda pair: STATES.index(pair[1].state)), count

    def load(self, numbers: Sequence[int]) -> list[Treaty]:
        """Texts by their numbers, with all that hangs on them."""
        return [text for part in in_parts(numbers) for text in self._whole(self._plain(part))]

    def _plain(self, numbers: Sequence[int]) -> dict[int, Treaty]:
        """Texts with their acts alone."""
        rows = [
            row
            for part in in_parts(numbers)
            for row in self._db.execute(f"SELECT id, acts FROM treaties_text WHERE id IN ({marks(part)})", part)
        ]
        acts = {number: json.loads(packed) for number, packed in rows}
        wanted = [act for mine in acts.values() for act in mine]
        facts = self._kept.by_number(wanted)
        told = {number: [facts[act] for act in mine if act in facts] for number, mine in acts.items()}
        return {number: of_acts(mine) for number, mine in told.items() if mine}  # another process may be at work

    def _whole(self, texts: Mapping[int, Treaty]) -> list[Treaty]:
        """These texts with what hangs on them, looked up for all at once."""
        serving = {number: self._serving(text) for number, text in texts.items()}
        topics = self._priorities(list(texts))
        told = self._kept.by_number({one for mine in (*serving.values(), *topics.values()) for one in mine}, REPORTS)
        meetings = self._meetings(texts.values())
        return [
            replace(
                with_servants(text, _of(told, serving[number])),
                priorities=tuple(sorted(_of(told, topics[number]), key=fact_order)),
                signed_at=next(filter(None, (signed_at(act, meetings.get(_days(act), ())) for act in text.acts)), None),
            )
            for number, text in texts.items()
        ]

    def _serving(self, text: Treaty) -> set[int]:
        """The numbers of texts whose titles hold the rarest word of a title of this one."""
        found: set[int] = set()
        for title in text.titles:
            lists: list[list[int]] = [
                [row[0] for row in self._db.execute("SELECT fact FROM treaties_serving WHERE stem = ?", (stem,))]
                for stem in telling(title)
            ]
            found.update(sorted(lists, key=len)[0] if lists else ())
        return found

    def _priorities(self, texts: Sequence[int]) -> dict[int, list[int]]:
        """Of each text the numbers of its priorities."""
        found: dict[int, list[int]] = {number: [] for number in texts}
        for text, fact in self._db.execute(
            "SELECT text, fact FROM treaties_home JOIN treaties_topic USING (at) "
            f"WHERE text IN ({marks(texts)}) ORDER BY fact",
            texts,
        ):
            found[text].append(fact)
        return found

    def _meetings(self, texts: Iterable[Treaty]) -> dict[Days, list[Fact[Meeting]]]:
        """The meetings of the days on which texts were signed or approved."""
        days = {_days(act) for text in texts for act in text.acts if act.claim.act in ("signed", "approved")}
        numbers = {some: self._kept.numbers("meeting", None, *some) for some in days if some != ALWAYS}
        told: dict[int, Fact[Meeting]] = self._kept.by_number({one for mine in numbers.values() for one in mine}, TOLD)
        return {some: sorted(_of(told, mine), key=fact_order) for some, mine in numbers.items()}


Days = tuple[date, date]
ALWAYS: Days = (date.min, date.max)


def _days(act: Fact[Agreement]) -> Days:
    first, last = bounds(act.claim.date)
    return first or date.min, last or date.max


def _of(told: Mapping[int, Fact[Any]], numbers: Iterable[int]) -> list[Fact[Any]]:
    """Those of these facts that there are still: another process may be at work."""
    return [told[number] for number in numbers if number in told]


def steps(text: Treaty) -> list[tuple[int, int, int]]:
    """How a text stands: the place of each state in STATES, from a day until another, which is out."""
    days = {day for act in text.acts for day in bounds(act.claim.date)}
    days |= {bounds(report.claim.published)[1] for act in text.acts for report in act.reports}
    begin, end = bounds(text.term)
    days |= {begin, end + timedelta(1) if end and end < date.max else None}
    turns = sorted(day for day in days if day)
    found: list[tuple[int, int, int]] = []
    for day, until in zip(turns, [*turns[1:], None], strict=False):
        state = state_on(text, day).state
        if state in STATES:
            found.append(
                (STATES.index(state), day.toordinal(), until.toordinal() if until else date.max.toordinal() + 1)
            )
    return found
