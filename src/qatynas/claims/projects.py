"""Joint works become project claims: what is built, mended, opened or run, at which stage, by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from qatynas.claims.context import At
from qatynas.claims.predicates import (
    Mood,
    amounts,
    is_near,
    is_paper_of_both,
    mood,
    opens_joint,
    own_pair,
)
from qatynas.claims.predicates_lexicon import Sign, verb_tense
from qatynas.claims.projects_names import TABLE, THING_WORDS, Named, anchored, names_of
from qatynas.claims.projects_signs import VERBS, WORDS, is_aside, signs
from qatynas.claims.when_told import nearest_season
from qatynas.language.mentions import DateMention, DateRole, NameMention, NameType, NumberMention
from qatynas.model import HEADLINES, Claim, Place, Project, Span

SIDES = frozenset(TABLE.words["sides"])

_SEATS = ("орын", "төсек", "пәтер", "бөлме", "қабат", "оқушы", "студент", "көлік", "мегаватт", "гигаватт", "киловатт")
_EXCHANGES = ("ауыстырыл-", "ауыстыр-")
_FIRST_YEAR = "1991"
_MEASURING = ("дық", "дік", "лық", "лік", "тық", "тік")
"""Endings of a size that describes one work: «62 шақырымдық жол»."""
_BACK = 3
_OLDEST = "1991"
"""The first year of the states' own relations; older works are history in passing."""
_ASIDE = 160
"""Characters around a work within which a date may be its own."""
_OPENING = 6
"""Sentences by which a text says whom it is about."""


@dataclass(slots=True)
class Work:
    """One work in a sentence: its nouns and the predicates told of it, in order."""

    nouns: list[Sign]
    told: list[tuple[Sign, Mood]] = field(default_factory=list)
    site: Sign | None = None
    """Where the same is done a second time: «… Көктөбеде ашылды, «Ақсай» бекетінде келер жылы ашылады»."""

    @property
    def span(self) -> Span:
        place = self.told[0][0].span
        for sign, _ in self.told:
            place = place.join(sign.span)
        if self.site:
            return place.join(self.site.span)
        return place.join(self.nouns[0].span) if self.nouns else place


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    if at.sentence.block in HEADLINES or not own_pair(at) or at.sentence.text.rstrip(' »"”').endswith("?"):
        return
    works = list(_works(at)) if VERBS.of(at) else []
    for work in works if not _goes_on_before(at, works) else []:
        stage = _stage(at, work)
        if (
            stage is None
            or _is_history(at)
            or not _is_of_both(at, work)
            or _is_counted(at, work)
            or _is_passed_by(at, work)
        ):
            continue
        for named in names_of(at, work.nouns):
            yield _claim(at, work, named, stage, _goes_on(at) if work is works[-1] else None)


def _is_history(at: At) -> bool:
    """What was built before there were the two states is told in passing."""
    years = [d.edtf[:4] for d in _dates(at) if d.edtf]
    return bool(years) and all(year.isdigit() and year < _FIRST_YEAR for year in years)


def _goes_on(at: At) -> tuple[At, Work] | None:
    """The next sentence's word on the same work: «… басталған. Нысан желтоқсанда беріледі.»"""
    for after in at.after(1):
        works = list(_works(after)) if after.same_paragraph(at) else []
        if works and works[0].nouns and all(n.code == "part" for n in works[0].nouns) and _stage(after, works[0]):
            return after, works[0]
    return None


def _goes_on_before(at: At, works: list[Work]) -> bool:
    """Whether this sentence only goes on about the work of the one before, which then tells of both."""
    if not works or any(n.code != "part" for n in works[0].nouns):
        return False
    for before in at.before(1):
        told = [work for work in _works(before) if _stage(before, work) and any(n.code != "part" for n in work.nouns)]
        following = _goes_on(before)
        return bool(told) and following is not None and _is_of_both(before, told[-1])
    return False


def _claim(at: At, work: Work, named: Named, stage: str, later: tuple[At, Work] | None) -> Project:
    date = (_date(*later) if later else None) or _date(at, work)
    if later and _stage(*later) == "planned" and stage == "done":
        stage = "planned"
    carrying = work.span if work.site else named.span.join(work.span)
    return at.make(
        Project,
        carrying.join(later[1].span if later else work.span),
        parties=own_pair(at),
        support=((named.carried, "name"),) if named.carried else (),
        why=(
            ("name", "carried from before" if named.carried else "named here", named.name),
            ("stage", "its verbs", ", ".join(sign.pattern for sign, _ in work.told)),
            ("date", "of what is to come, else of what was done", date.span.of(at.reading.text) if date else ""),
        ),
        status="planned" if _is_ahead(later[1] if later else work) else "done",
        name=named.name,
        place=_site(at, work) or named.place or _place(at, work),
        date=_day(date),
        stage=stage,
    )


def _works(at: At) -> Iterator[Work]:
    """Nouns with the predicates after them; a predicate without a noun of its own goes on about the last work."""
    nouns, verbs = signs(at)
    current: Work | None = None
    taken = -1
    waiting: list[tuple[Sign, Mood]] = []
    for verb in verbs:
        between = [n for n in nouns if taken < n.first and n.last < verb.first]
        own = [n for n in between if not is_aside(at, n)] or between
        if own and all(n.code == "work" for n in own):
            own = [n for n in nouns if n.last < own[0].first and n.code == "thing"][-1:] + own
        taken = verb.last
        how = mood(at, verb)
        if _is_attribute(at, verb, how):
            waiting.append((verb, how))
            continue
        if any(n.code == "thing" and not is_aside(at, n) for n in own) or any(n.code == "work" for n in own):
            if current and _is_detail(at, current, own, verb):
                current.told.append((verb, how))
                continue
            if current and current.told:
                yield current
            current = Work(own, [*waiting])
            waiting = []
        elif current is None:
            if not any(n.code == "part" for n in own) or not anchored(at, own[0]):
                continue
            current = Work(own)
        elif own and current.told and _is_elsewhere(at, own[-1], current):
            yield current
            current = Work(current.nouns, site=own[-1])
        current.told.append((verb, how))
    if current and current.told:
        yield current


def _is_elsewhere(at: At, noun: Sign, current: Work) -> bool:
    """Whether a noun in the locative with a name of its own tells a second place of the same work."""
    if noun.case != "loc" or noun.code != "thing":
        return False
    between = Span(current.span.end, noun.span.end)
    return bool(at.names_in(between, NameType.PLACE, NameType.QUOTED))


def _site(at: At, work: Work) -> Place | None:
    """The place named right before the work's second site."""
    if work.site is None:
        return None
    names = [n for n in at.names_in(at.sentence.span, NameType.PLACE) if n.span.end <= work.site.span.end]
    return Place(names[-1].country, names[-1].canonical) if names else None


def _is_detail(at: At, current: Work, own: list[Sign], verb: Sign) -> bool:
    """«…: алдымен 25 шақырым құбыр төселеді»: a stage or a stretch of the work before."""
    if any(n.code == "part" for n in own):
        return True
    start = own[0].span.start if own else verb.span.start
    between = at.reading.text[current.span.end : start]
    return ":" in between


def _is_attribute(at: At, verb: Sign, how: Mood) -> bool:
    """«құрылысы жүріп жатқан кешен»: told of the noun that follows."""
    if verb.form == "participle":
        return not how.tense and not _stands_alone(at, verb)
    after = at.sentence.tokens[verb.last + 1 : verb.last + 3]
    return (
        verb.form == "converb"
        and len(after) > 1
        and verb_tense(after[0].lower) == "participle"
        and after[1].kind != "mark"
    )


def _stands_alone(at: At, verb: Sign) -> bool:
    """A participle that ends its clause is a predicate: «… цехы 2031 жылға белгіленген»."""
    after = at.sentence.tokens[verb.last + 1 : verb.last + 2]
    return not after or after[0].kind == "mark"


def _stage(at: At, work: Work) -> str | None:
    """underway where anything goes on, else planned, else done; None where nothing firm is told."""
    ended = any(how.stands and how.tense == "past" and sign.code == "finish" for sign, how in work.told)
    told = [
        (sign, how) for sign, how in work.told if not (ended and sign.form == "infinitive")
    ]  # «қалпына келтіру бітті»
    stages = [stage for sign, how in told for stage in [_stage_of(at, sign, how)] if stage]
    if ended and all(how.stands and how.tense != "progressive" and not how.ahead for _, how in told):
        begun = all(sign.form == "participle" for sign, _ in told if sign.code == "start")
        if begun and "planned" not in stages:
            return "done"  # «бірлесіп қолға алған … қалпына келтіру тәмамдалды»
    if "planned" in stages and (_is_completed(work) or _was_going_on(at, work)):
        return "underway"
    for stage in ("underway", "planned", "done"):
        if stage in stages:
            return stage
    return None


def _is_completed(work: Work) -> bool:
    """«жұмыс күзге дейін аяқталады»: building that will end goes on now."""
    return any(n.code == "work" for n in work.nouns) and any(
        sign.pattern in TABLE.words["completion"] and sign.form != "infinitive" for sign, _ in work.told
    )


def _was_going_on(at: At, work: Work) -> bool:
    """Whether the work that «нысан», «картина» stand for was told to go on in the sentence before."""
    if any(n.code != "part" for n in work.nouns):
        return False
    for other in at.before(1):
        for sign in VERBS.of(other, "go", "start"):
            how = mood(other, sign)
            if how.stands and (how.tense == "progressive" or (sign.code == "start" and how.tense == "past")):
                return True
    return False


def _is_counted(at: At, work: Work) -> bool:
    """«Жеті бекеттің төртеуі жаңарған»: how many, a figure's matter; sizes in km or ha are no count."""
    place = work.nouns[0].span.join(work.told[0][0].span) if work.nouns else work.told[0][0].span
    before = _few_before(at, work.nouns[0]) if work.nouns else place.start
    lengths = [n for n in amounts(at, at.sentence.span) if n.quantity.unit in ("m", "km", "ha", "m2", "km2")]
    size = at.sentence.tokens[work.nouns[0].first - 1] if work.nouns and work.nouns[0].first else None
    if size and not size.lower.endswith(_MEASURING) and any(n.span.end == size.span.end for n in lengths):
        return True
    return any(
        n.quantity.unit in ("", "count") and not _counts_sides(at, n) and not _measures(at, n)
        for n in amounts(at, Span(before, place.end))
    )


def _measures(at: At, number: NumberMention) -> bool:
    """«860 орындық мектеп», «12 шақырымдық жол»: a size of one work."""
    after = next((t for t in at.sentence.tokens if t.span.start >= number.digits.end), None)
    return after is not None and after.lower.startswith(_SEATS) and after.lower.endswith(_MEASURING)


def _is_passed_by(at: At, work: Work) -> bool:
    """«302-пойыз», «6-жолдан»: one of a row by its number; «1929 жылы …»: a work older than the states' relations."""
    kinds = ["".join(t.kind[:1] for t in at.sentence.tokens[max(0, n.first - 2) : n.first]) for n in work.nouns]
    date = _date(at, work)
    return "nm" in kinds or bool(date and date.edtf and date.edtf[:1].isdecimal() and date.edtf[:4] < _OLDEST)


def _few_before(at: At, noun: Sign) -> int:
    """Where up to three words before the noun begin, in its own clause."""
    tokens = at.sentence.tokens
    first = noun.first
    while first > max(0, noun.first - 3) and tokens[first - 1].kind != "mark":
        first -= 1
    return tokens[first].span.start


def _counts_sides(at: At, number: NumberMention) -> bool:
    """«Үш елдің ортақ нысаны»: how many take part, not how many are built."""
    after = next((t for t in at.sentence.tokens if t.span.start >= number.digits.end), None)
    return after is not None and bool(after.lemmas & SIDES)


def _stage_of(at: At, sign: Sign, how: Mood) -> str | None:
    if not how.stands or how.possible:
        return None
    if sign.code == "put_off" and sign.pattern in _EXCHANGES and not _is_moved(at, sign):
        return "done" if how.tense == "past" else "planned"
    if sign.code in ("put_off", "plan"):
        return "planned" if _dated(at, sign) or sign.code == "put_off" else None
    if how.ahead or (sign.form in ("present", "intention", "infinitive") and how.tense != "progressive"):
        if sign.form == "infinitive" and not (_dated(at, sign) and not _is_matter(at, sign)):
            return None
        return "planned"
    if how.tense == "progressive" or (sign.code == "go" and sign.form == "converb"):
        return "underway"
    if how.tense == "past" or sign.form == "participle":
        return {"finish": "done", "start": "underway", "go": "done"}[sign.code]
    return None


def _is_moved(at: At, sign: Sign) -> bool:
    """«мамырға ауыстырылды»: to another time, not «қақпалары ауыстырылды»."""
    before = [d for d in _dates(at) if d.span.end <= sign.span.start]
    last = at.tokens_in(before[-1].span)[-1:] if before else ()
    return any(token.case == "dat" for token in last)


def _is_matter(at: At, sign: Sign) -> bool:
    """«… салу туралы», «… ашу мүмкіндігі»: only talked of; but what is put on an agenda with a date is planned."""
    near = any(sign.last < s.first <= sign.last + 2 for s in WORDS.of(at, "matter"))
    return near and not any(s.first > sign.last for s in WORDS.of(at, "agenda"))


def _dated(at: At, sign: Sign) -> bool:
    return bool(_dates(at))


def _dates(at: At) -> list[DateMention]:
    return [d for d in at.sentence.dates if d.edtf and d.role is not DateRole.EVERY]


def _is_ahead(work: Work) -> bool:
    return any(
        h.ahead or s.form in ("present", "intention", "infinitive") or s.code in ("put_off", "plan")
        for s, h in work.told
    )


def _date(at: At, work: Work) -> DateMention | None:
    """The date of the last predicate that has one: what is due counts before what was begun."""
    reach = work.span
    inside = [d for d in _dates(at) if d.span.start >= reach.start - _ASIDE and d.span.end <= reach.end + _ASIDE]
    inside = [d for d in inside if not _names_document(at, d)]
    if not inside:
        near = (replace(d, edtf=nearest_season(at, d, past=not _is_ahead(work))) for d in at.sentence.dates)
        return next((d for d in near if d.edtf and d.season), None)
    ahead = [
        s
        for s, h in work.told
        if h.ahead or s.form in ("present", "intention", "infinitive") or s.code in ("put_off", "plan")
    ]
    for sign in reversed(ahead or [s for s, _ in work.told]):
        before = [d for d in inside if d.span.end <= sign.span.start]
        if before:
            return before[-1]
    return inside[-1]


def _day(date: DateMention | None) -> str | None:
    """The date as EDTF; of «1 қыркүйектен бастап» the day on which it begins."""
    if date is None or date.edtf is None:
        return None
    begins = date.role is DateRole.FROM and date.edtf[:1].isdigit()
    return date.edtf.split("/")[0] if begins else date.edtf


def _names_document(at: At, date: DateMention) -> bool:
    """«2031–2034 жылдарға арналған»: the term of a programme."""
    after = [t for t in at.sentence.tokens if t.span.start >= date.span.end][:1]
    return bool(after) and after[0].lower.startswith("арналған")


def _place(at: At, work: Work) -> Place | None:
    """Where it is: a place in the locative or an attribute before the noun, else a state so."""
    area = at.sentence.span
    for kinds in ((NameType.PLACE,), (NameType.STATE, NameType.SIDE)):
        for name in reversed(at.names_in(area, *kinds)):
            if name.span.start > work.span.end or len(name.countries) > 1:
                continue
            if name.case == "loc" or name.attributive or _names_a_site(at, name):
                return Place(name.country, name.canonical if name.type is NameType.PLACE else None)
    return None


def _names_a_site(at: At, name: NameMention) -> bool:
    """«Ақсай» бекетінде: the name of what stands in the locative."""
    after = [t for t in at.sentence.tokens if t.span.start >= name.span.end and t.kind == "word"][:1]
    return any(t.case == "loc" and t.lemmas & THING_WORDS for t in after)


def _is_of_both(at: At, work: Work) -> bool:
    """A work of both sides: named together, at their border, of one in the other's land, or told of so just before."""
    shared = WORDS.of(at, "shared")
    posts = any(name.role == "post" for name in at.sentence.names)
    if not (shared or posts or is_paper_of_both(at) or _is_told_among(at)) and {
        name.country for name in at.sentence.names
    } - {None} == {at.reading.home}:
        return False
    if is_near(at) or shared or posts:
        return True
    foreign = {n.country for n in at.names_in(at.sentence.span) if n.country in at.pair} - {at.reading.home}
    if foreign:
        return True
    if not any(name.country or name.countries for name in at.sentence.names) and opens_joint(at, _OPENING):
        return True
    carried = any(n.code == "part" for n in work.nouns)
    return any((carried or at.same_paragraph(other)) and WORDS.of(other, "shared") for other in at.before(_BACK))


def _is_told_among(at: At) -> bool:
    """«Шымкенттегі филиал …» in a paragraph that has spoken of both: a town of ours, no word for the whole state."""
    whole = at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE, NameType.OFFICE)
    return not whole and any(at.same_paragraph(before) and is_near(before, 0) for before in at.before(_BACK))
