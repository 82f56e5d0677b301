"""Treaties and other texts: acts told under different titles gathered into one, and how it stands on a day."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from qatynas.model.claim import Agreement, Claim, Topic
from qatynas.relations.aspects import Verdict, places_agree, sorts_agree
from qatynas.relations.dates import bounds, days_between, is_day, order
from qatynas.relations.grouping import fit_together, neighbours
from qatynas.relations.handles import title_marks
from qatynas.relations.histories import Standing, Treaty
from qatynas.relations.joining import fact_order, of_kind
from qatynas.relations.names import closeness, has_word, joining_words, naming, same_title, stems, telling, title_key
from qatynas.relations.values import Fact

# A programme's priorities name it as the sentence before did; below this share of common words it is another text.
CLOSE_ENOUGH = 0.4

# The signing of one text is told with days that differ by a slip or a delay; a month apart it is another text's.
SLIP_DAYS = 31

ACTS = ("prepared", "signed", "approved", "ratified", "in_force", "ended")
"""Acts in the order that a text goes through them; the last is only known from records by hand."""

Acts = Sequence[Fact[Agreement]]


def treaties(facts: Sequence[Fact[Claim]]) -> tuple[Treaty, ...]:
    """Treaties and other texts, each once under all its titles, oldest act first.

    Two titles are one text where they share most telling words and their acts do not contradict each other (signings
    more than a month apart, a signing after the ratification). A text that amends or ratifies another stands with it,
    and as a text of its own where it has acts of its own.
    """
    told = of_kind(facts, Agreement)
    by_stem = _by_stem([fact for fact in told if serves(fact.claim)])
    found = [with_servants(one, _serving(one, by_stem)) for one in texts(told)]
    found.sort(key=by_first_act)
    return _with_priorities(found, of_kind(facts, Topic))


def texts(acts: Acts) -> list[Treaty]:
    """The texts that acts are of, in no order, without what hangs on them."""
    serving = [fact for fact in acts if serves(fact.claim)]
    others = [fact for fact in acts if not serves(fact.claim)]
    return [of_acts(group) for group in (*_texts(others), *_texts(serving))]


def by_first_act(treaty: Treaty) -> tuple[tuple[date, date, str], tuple[str, ...], str]:
    """A key that sorts texts by their oldest act."""
    first = treaty.acts[0]
    return order(first.claim.date), treaty.titles, first.key


def state_on(treaty: Treaty, day: date) -> Standing:
    """How a text stands on a day, by the acts that are told of it.

    That a text without ratification is in force by its signature alone is not concluded: it is "signed", or, where it
    has a term, "in_term". An act without a date happened before the first document that tells of it.
    """
    amended = any(_happened(change, day) for change in treaty.changes)
    acts = [(fact, happened) for fact in treaty.acts if (happened := _happened(fact, day)) is not None]
    if not acts:
        return Standing("unknown", None)
    fact, sure = max(acts, key=lambda act: (act_rank(act[0].claim.act), act[1], order(act[0].claim.date)))
    begin, end = bounds(treaty.term)
    if end is not None and end < day:
        return Standing("ended", fact, amended=amended)
    state = fact.claim.act
    if treaty.term and state in ("signed", "approved") and begin is not None and begin <= day:
        state = "in_term"
    return Standing(state, fact, sure, amended)


def act_rank(act: str) -> int:
    """The place of an act among those that a text goes through."""
    return ACTS.index(act) if act in ACTS else len(ACTS)


def _happened(fact: Fact[Agreement], day: date) -> bool | None:
    """True: the act lies before or on the day; False: it may; None: it does not, or is only planned."""
    if fact.claim.status == "planned":
        return None
    told = [bounds(report.claim.published)[1] for report in fact.reports if report.claim.status != "planned"]
    first, last = bounds(fact.claim.date)
    latest = min((known for known in (last, *told) if known is not None), default=None)
    if latest is not None and latest <= day:
        return True
    return False if first is not None and first <= day else None


def _texts(facts: Acts) -> list[list[Fact[Agreement]]]:
    """Facts of one text together: first those of one title, then those of titles in other words."""
    by_key = {fact.key: fact for fact in facts}
    by_title: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        for key in {title_key(title) for title in _titles(fact) if telling(title)}:
            by_title[key].append(fact.key)
    near: dict[str, set[str]] = {key: set() for key in by_key}
    for keys in by_title.values():
        for one, other in _of_one_era([by_key[key] for key in keys]):
            if not _contradict(by_key[one].claim, by_key[other].claim):
                near[one].add(other)
                near[other].add(one)
    groups, _ = fit_together(near, lambda one, other: _contradict(by_key[one].claim, by_key[other].claim))
    return [[by_key[key] for key in sorted(group)] for group in _merged(groups, by_key)]


def _merged(groups: list[set[str]], by_key: dict[str, Fact[Agreement]]) -> list[set[str]]:
    """Groups whose titles are alike in other words, where nothing in either speaks against it."""
    parts = [frozenset(group) for group in groups]
    marks = {part: {mark for key in part for mark in marks_of(by_key[key])} for part in parts}

    def contradict(one: frozenset[str], other: frozenset[str]) -> bool:
        facts = [(by_key[a], by_key[b]) for a in one for b in other]
        return any(_contradict(a.claim, b.claim) or not are_alike(named(a), named(b)) for a, b in facts)

    near = neighbours(marks, lambda one, other: not contradict(one, other))
    merged, _ = fit_together(near, contradict)
    return [set().union(*group) for group in merged]


def _titles(fact: Fact[Agreement]) -> set[str]:
    """The titles that a fact is told under."""
    told = (report.claim for report in fact.reports)
    return {claim.title for claim in told if isinstance(claim, Agreement) and claim.title}


class Named(NamedTuple):
    """What acts are compared by: the act, its date and the titles that it is told under."""

    act: str
    date: str | None
    titles: tuple[str, ...]


def named(fact: Fact[Agreement]) -> Named:
    """The act, the date and the titles of a fact."""
    return Named(fact.claim.act, fact.claim.date, tuple(sorted(_titles(fact))))


def are_alike(one: Named, other: Named) -> bool:
    """Whether some title of one may name the text of the other."""
    same_day = one[:2] == other[:2] and is_day(one.date)
    return any(same_title(a, b, same_day=same_day) for a in one.titles for b in other.titles)


def marks_of(fact: Fact[Agreement]) -> set[Hashable]:
    """What two facts share, some of it at least, if they are alike."""
    claim = fact.claim
    day = {(claim.act, claim.date)} if is_day(claim.date) else set()
    return {*(mark for title in _titles(fact) for mark in title_marks(title)), *day}


def _of_one_era(acts: Acts) -> Iterator[tuple[str, str]]:
    """Two by two the acts of one title that may follow one signing."""
    eras = _eras(acts)
    by_era: dict[int | None, list[str]] = defaultdict(list)
    for key, era in eras.items():
        by_era[era].append(key)
    for keys in by_era.values():
        yield from combinations(keys, 2)
    yield from ((one, other) for one in by_era.get(None, ()) for other in eras if eras[other] is not None)


def _eras(acts: Acts) -> dict[str, int | None]:
    """Which signing of a title each act follows, by its number; None where that cannot be told of an undated act."""
    signings = sorted(first for act in acts if act.claim.act == "signed" and (first := bounds(act.claim.date)[0]))
    earlier = [date.min, *signings]
    starts = [day for day, before in zip(signings, earlier, strict=False) if (day - before).days > SLIP_DAYS]
    eras: dict[str, int | None] = {}
    for act in acts:
        last = bounds(act.claim.date)[1]
        if last is None:
            eras[act.key] = None if len(starts) > 1 else 0
        else:
            followed = sum(1 for start in starts if start <= last)
            eras[act.key] = max(followed, 1 if len(starts) == 1 else 0) - bool(starts)
    return eras


def _contradict(one: Agreement, other: Agreement) -> bool:
    """Whether two acts cannot be of one text."""
    if sorts_agree(one.type, other.type) is Verdict.CLASH:
        return True
    if one.term and other.term and one.term != other.term:
        return True
    if one.act == other.act:
        apart = days_between(one.date, other.date)
        clash = places_agree(one.place, other.place) is Verdict.CLASH
        return one.act == "signed" and (clash or (apart is not None and apart > SLIP_DAYS))
    before, after = sorted((one, other), key=lambda claim: act_rank(claim.act))
    return bool(before.date and after.date) and order(before.date)[0] > order(after.date)[1]


def of_acts(group: Acts) -> Treaty:
    """The text that these acts are of."""
    told = [report.claim for fact in group for report in fact.reports]
    titles = naming(claim.title for claim in told if isinstance(claim, Agreement))
    types = Counter(fact.claim.type for fact in group if fact.claim.type)
    terms = [fact.claim.term for fact in group if fact.claim.term]
    kind = min(types, key=lambda name: (-types[name], name)) if types else None
    return Treaty(titles, kind, min(terms) if terms else None, tuple(sorted(group, key=_by_act)))


def _by_act(fact: Fact[Agreement]) -> tuple[int, tuple[date, date, str], str]:
    return act_rank(fact.claim.act), order(fact.claim.date), fact.key


def serves(claim: Agreement) -> bool:
    """Whether a text says by its title that it changes or ratifies another."""
    words = joining_words().titles
    ratifies = claim.type == "law" and has_word(claim.title, words.ratifying)
    return ratifies or has_word(claim.title, words.changing)


def _by_stem(serving: Acts) -> dict[str, list[Fact[Agreement]]]:
    """Texts that change or ratify others by the words of their titles."""
    found: dict[str, list[Fact[Agreement]]] = defaultdict(list)
    for fact in serving:
        for stem in telling(fact.claim.title):
            found[stem].append(fact)
    return found


def _serving(treaty: Treaty, by_stem: Mapping[str, Acts]) -> Iterator[Fact[Agreement]]:
    """Texts whose titles hold the rarest word of a title of this one."""
    for title in treaty.titles:
        yield from min((by_stem.get(stem, ()) for stem in telling(title)), key=len, default=())


def with_servants(treaty: Treaty, serving: Iterable[Fact[Agreement]]) -> Treaty:
    """The text with the laws that ratified it and the texts that change it: their titles hold its own."""
    near = {fact.key: fact for fact in serving}
    own = {fact.key for fact in treaty.acts}
    mine = [
        fact
        for fact in sorted(near.values(), key=fact_order)
        if fact.key not in own and _names(fact, treaty) and _after(treaty, fact)
    ]
    laws = tuple(fact for fact in mine if fact.claim.type == "law")
    changes = tuple(fact for fact in mine if fact.claim.type != "law")
    return dataclasses.replace(treaty, laws=laws, changes=changes)


def _names(fact: Fact[Agreement], treaty: Treaty) -> bool:
    """Whether a text's title holds all the telling words of one of another's."""
    mine = set(telling(fact.claim.title))
    return any(own <= mine for title in treaty.titles if (own := set(telling(title))))


def _after(treaty: Treaty, fact: Fact[Agreement]) -> bool:
    """Whether a text came after the first act of another."""
    first = treaty.acts[0].claim.date
    return not first or not fact.claim.date or order(first)[0] <= order(fact.claim.date)[1]


def _with_priorities(found: list[Treaty], topics: Iterable[Fact[Topic]]) -> tuple[Treaty, ...]:
    """Each text with the topics that are named its priorities; of several texts the one of the closest title."""
    by_stem: dict[str, set[int]] = defaultdict(set)
    for place, one in enumerate(found):
        for stem in {stem for title in one.titles for stem in stems(title)}:
            by_stem[stem].add(place)
    given: dict[int, list[Fact[Topic]]] = defaultdict(list)
    homes: dict[str, int | None] = {}
    for topic in topics:
        at = topic.claim.at
        if topic.claim.mode == "priority" and at:
            if at not in homes:
                near = sorted(set().union(*(by_stem.get(stem, set()) for stem in stems(at))))
                homes[at] = closest(at, [(place, found[place]) for place in near])
            home = homes[at]
            if home is not None:
                given[home].append(topic)
    return tuple(dataclasses.replace(one, priorities=tuple(given[place])) for place, one in enumerate(found))


def closest(name: str, texts: Iterable[tuple[int, Treaty]]) -> int | None:
    """The number of the text that a name is closest to, the first of several; None where none is close enough."""
    close = [(max((closeness(name, title) for title in one.titles), default=0.0), -place) for place, one in texts]
    best, place = max(close, default=(0.0, 0))
    return -place if best >= CLOSE_ENOUGH else None
