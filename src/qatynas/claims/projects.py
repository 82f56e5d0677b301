"""Joint works become project claims: what is built, mended, opened or run, at which stage, by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from qatynas.claims.clauses import token_after, tokens_after
from qatynas.claims.context import At
from qatynas.claims.once import per_reading
from qatynas.claims.pledges_words import WORDS as PROMISES
from qatynas.claims.predicates import amounts, is_near, is_paper_of_both, mood, own_pair
from qatynas.claims.predicates_lexicon import Sign, verb_tense
from qatynas.claims.projects_dates import day_of, due, own_dates
from qatynas.claims.projects_names import Named, built_before, candidate, names_of, plant_before
from qatynas.claims.projects_places import place_of, second_place
from qatynas.claims.projects_signs import THINGS, WORDS, returns_to
from qatynas.claims.projects_words import INVESTORS, TABLE, THING_WORDS
from qatynas.claims.projects_works import Work, stage, stands_for, works
from qatynas.language.mentions import DateMention, NameType, NumberMention, Reading
from qatynas.model import HEADLINES, Claim, Project, Span

SIDES = frozenset(TABLE.words["sides"])
_FIRST_YEAR = "1991"
"""The first year of the states' own relations; older works are history in passing."""
_MEASURING = ("дық", "дік", "лық", "лік", "тық", "тік")
"""Endings of a size that describes one work: «62 шақырымдық жол»."""
_SIZES = TABLE.words["sizes"]
_HAVING = ("лы", "лі", "ды", "ді", "ты", "ті")
"""«алты бөлімді фильм», «екі қабатты мектеп»: of how many parts one work is."""
_BACK = 3
_ON = 2
"""Sentences of a paragraph over which a work is told on."""
_FAR = 8
"""Sentences over which a part of a work («агрегат», «іргетас») may still be of the one named last."""


@dataclass(slots=True)
class Told:
    """A work as the text tells it: where its name and its stage stand, and the last sentence that tells on of it."""

    at: At
    work: Work
    named: Named
    stage: str
    last: At
    later: Work | None = None
    alive: int = 0
    """The last sentence that speaks of it, its stage or not."""

    @property
    def date(self) -> DateMention | None:
        """When it is due by the last word on it, else when it was begun."""
        return (due(self.last, self.later) if self.later else None) or due(self.at, self.work)

    @property
    def span(self) -> Span:
        carrying = self.work.span if self.work.site else self.named.span.join(self.work.span)
        if self.later and self.last.index - self.at.index > _ON:
            return self.later.span
        return carrying.join(self.later.span) if self.later else carrying


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    for told in _told(at.reading)[at.index]:
        yield _claim(told)


@per_reading
def _told(reading: Reading) -> tuple[tuple[Told, ...], ...]:
    """The works of each sentence, read in order: a work told on in the sentences behind it stays one."""
    found: list[list[Told]] = [[] for _ in reading.sentences]
    last: Told | None = None
    seen: tuple[At, Named, Sign] | None = None
    for index, sentence in enumerate(reading.sentences):
        at = At(reading, index)
        if sentence.block in HEADLINES or not own_pair(at) or sentence.text.rstrip(' »"”').endswith("?"):
            continue
        if last and (index - max(last.last.index, last.alive) > _ON or not at.same_paragraph(last.at)):
            last = None
        if seen and (index - seen[0].index > _ON or not at.same_paragraph(seen[0])):
            seen = None
        for work in works(at):
            how = stage(at, work)
            if how is None:
                continue
            back = last is not None and at.index > last.at.index and not _is_some_of_others(work, last)
            if last and back and returns_to(at, work.nouns, last.at, last.work.nouns):
                if not _is_other_half(at, last.last):
                    _tell_on(last, at, work, how)
                    continue
                named = [replace(last.named, span=work.nouns[0].span, carried=last.named.span)]
            elif work.is_part and any(noun.code == "pronoun" for noun in work.nouns) and not stands_for(at, work):
                continue
            elif seen and seen[0].index < index and returns_to(at, work.nouns, seen[0], [seen[2]]):
                place = seen[1].place or place_of(seen[0], seen[1].span)
                named = [replace(seen[1], span=work.nouns[0].span, carried=seen[1].span, place=place)]
            elif work.is_part and not stands_for(at, work):
                whole = _whole(at, work)
                if whole is None:
                    continue
                named = [whole]
            else:
                named = list(names_of(at, work.nouns))
            earlier = seen[0] if seen and named and named[0].carried else None
            if not _is_claimed(at, work) or not (_is_of_both(at, work) or (earlier and _is_of_both(earlier, work))):
                continue
            for name in named:
                if _says_too_little(at, name, work):
                    continue
                last = Told(at, work, name, how, at)
                found[index].append(last)
        seen = _named_here(at) or seen
        if last and at.index > last.alive and _speaks_of(at, last):
            last.alive = at.index
    return tuple(tuple(told) for told in found)


def _says_too_little(at: At, named: Named, work: Work) -> bool:
    """«базар ашады»: one word and no day; «қазақ мәдени орталығы»: people's own body, which is a community."""
    words = named.name.split()
    if len(words) == 1 and work.ahead and not named.carried and due(at, work) is None and not place_of(at, work.span):
        return True
    last = words[-1].lower()
    peoples = last.startswith("орталы") and words[-2:][0].lower() in TABLE.words["peoples"]
    return peoples or last.startswith(tuple(TABLE.words["societies"]))


def _whole(at: At, work: Work) -> Named | None:
    """«Алғашқы агрегат 2030 жылы айналады», «Іргетас келесі аптада құйылады»: the work of which a part is told.

    It is the one named last, or what the sentence before says is built («жүз пәтер тұрғызып бермек»).
    """
    if not own_dates(at) or any(n.pattern not in TABLE.words["pieces"] for n in work.nouns):
        return None
    machine = any(n.pattern in TABLE.words["machines"] for n in work.nouns)
    for other in at.before(_FAR):
        named = plant_before(other) if machine else built_before(other)
        if named is None and not machine and (found := candidate(other, THINGS.of(other, "thing"))):
            named = found[0]
        if named:
            place = named.place or place_of(other, named.span)
            return replace(named, span=work.nouns[0].span, carried=named.span, place=place)
    return None


def _is_some_of_others(work: Work, told: Told) -> bool:
    """«бесеуі аяқталған»: five of several, where the work told before was one."""
    some = bool(work.nouns) and work.nouns[0].pattern in TABLE.words["some"]
    return some and not _is_counted(told.at, told.work)


def _speaks_of(at: At, told: Told) -> bool:
    """«Стансаның қуаты …» behind what was told of it: the work is still the matter."""
    nouns = [n for n in THINGS.of(at, "thing") if n.first == 0]
    lemmas = {lemma for sign in told.work.nouns for lemma in told.at.sentence.tokens[sign.last].lemmas}
    generic = frozenset(TABLE.words["generic"])
    return at.same_paragraph(told.at) and any(at.sentence.tokens[n.last].lemmas & (lemmas | generic) for n in nouns)


def _is_other_half(at: At, before: At) -> bool:
    """«қырғыз жағындағы бөлігі …» behind what was told of the other side's part."""
    ours, theirs = _half(at), _half(before)
    return ours is not None and theirs is not None and ours != theirs


def _half(at: At) -> str | None:
    for name in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE):
        words = [*at.tokens_in(name.span), *tokens_after(at.sentence, name.span.end)[:1]]
        if any(t.attributive and t.lower.startswith(TABLE.words["halves"]) for t in words):
            return name.country
    return None


def _named_here(at: At) -> tuple[At, Named, Sign] | None:
    """The work that a sentence names, whether or not it tells its stage."""
    found = candidate(at, THINGS.of(at, "thing"))
    return (at, *found) if found else None


def _tell_on(told: Told, at: At, work: Work, how: str) -> None:
    """Adds what a later sentence says: what is underway stays so until it is done."""
    if told.stage != "underway" or (how == "done" and not told.work.ahead):
        told.stage = how
    told.last, told.later = at, work


def _is_claimed(at: At, work: Work) -> bool:
    """Whether it is one work and of the states' own time."""
    how = stage(at, work)
    if how == "done" and any(n.pattern in TABLE.words["monuments"] for n in work.nouns):
        return False  # «ескерткіш орнатылды» is an event
    if _is_promised(at, work):
        return False
    counted = _is_counted(at, work) and not (how != "done" and _is_joint(at, work))
    return not _is_history(at) and not counted and not _is_passed_by(at, work)


def _is_joint(at: At, work: Work) -> bool:
    """«екі мемлекетке ортақ 14 бекет орнатылады», «12 шақырым жолды бірлесіп жөндеп жатыр»: one undertaking of both."""
    reach = at.clause_of(work.told[0][0].span).join(work.span)
    return bool(WORDS.within(at, reach, "joint"))


def _is_promised(at: At, work: Work) -> bool:
    """«жолды жазға дейін жөндеп беруге міндеттенді»: what somebody binds himself to do is a pledge."""
    if not work.told:
        return False
    sign = work.told[-1][0]
    behind = [t.lower for t in at.sentence.tokens[sign.last + 1 :] if t.kind == "word"]
    if (
        len(work.told) == 1
        and behind[:1] == ["деп"]
        and WORDS.within(at, Span(sign.span.end, at.sentence.span.end), "promised")
    ):
        return True  # «іске қосамыз деп уәде етті»
    form = verb_tense(at.sentence.tokens[sign.last].lower)
    bound = [s for s in PROMISES.of(at, "promising") if s.form and sign.span.start <= s.span.start]
    return bool(bound) and form not in ("past", "present") and mood(at, bound[0]).stands


def _is_history(at: At) -> bool:
    """What was built before there were the two states is told in passing."""
    years = [d.edtf[:4] for d in own_dates(at) if d.edtf]
    return bool(years) and all(year.isdigit() and year < _FIRST_YEAR for year in years)


def _claim(told: Told) -> Project:
    at, work, named, date = told.at, told.work, told.named, told.date
    ahead = (told.later or work).ahead
    support = [(named.carried, "name")] if named.carried else []
    return at.make(
        Project,
        told.span,
        parties=own_pair(at),
        support=tuple(support),
        why=(
            ("name", "carried from before" if named.carried else "named here", named.name),
            ("stage", "its verbs", ", ".join(sign.pattern for sign, _ in work.told)),
            ("date", "of what is to come, else of what was done", date.span.of(at.reading.text) if date else ""),
        ),
        status="planned" if ahead else "done",
        name=named.name,
        place=second_place(at, work.site) or named.place or place_of(at, work.span),
        date=day_of(date),
        stage=told.stage,
    )


def _is_counted(at: At, work: Work) -> bool:
    """«Жеті бекеттің төртеуі жаңарған»: how many, a figure's matter; sizes in km or ha are no count."""
    place = work.nouns[0].span.join(work.told[0][0].span) if work.nouns else work.told[0][0].span
    before = _few_before(at, work.nouns[0]) if work.nouns else place.start
    lengths = [n for n in amounts(at, at.sentence.span) if n.quantity.unit in ("m", "km", "ha", "m2", "km2")]
    size = at.sentence.tokens[work.nouns[0].first - 1] if work.nouns and work.nouns[0].first else None
    if size and not size.lower.endswith(_MEASURING) and any(n.span.end == size.span.end for n in lengths):
        return True
    return any(
        n.quantity.unit in ("", "count")
        and not _counts_sides(at, n)
        and not _measures(at, n)
        and not _counts_another(at, n)
        for n in amounts(at, Span(before, place.end))
    )


def _measures(at: At, number: NumberMention) -> bool:
    """«860 орындық мектеп», «екі жылдық үзіліс», «алты бөлімді фильм»: a size of one work, or of something else."""
    after = tokens_after(at.sentence, number.digits.end)[:2]
    if not after or after[0].kind != "word":
        return False
    having = after[0].lower.endswith(_HAVING) and len(after) > 1 and bool(after[1].lemmas & THING_WORDS)
    return having or (after[0].lower.endswith(_MEASURING) and after[0].lower.startswith(_SIZES))


def _counts_another(at: At, number: NumberMention) -> bool:
    """«алты гидробекетке датчик», «600 баланы қабылдайды»: what is counted is where or whom, not the work."""
    after = token_after(at.sentence, number.digits.end)
    people = after is not None and bool(after.lemmas & frozenset(TABLE.words["served"]))
    return after is not None and (people or (after.case in ("dat", "loc", "abl") and not after.attributive))


def _is_passed_by(at: At, work: Work) -> bool:
    """«302-пойыз», «6-жолдан»: one of a row by its number; «1929 жылы …»: a work older than the states' relations."""
    kinds = ["".join(t.kind[:1] for t in at.sentence.tokens[max(0, n.first - 2) : n.first]) for n in work.nouns]
    date = due(at, work)
    return "nm" in kinds or bool(date and date.edtf and date.edtf[:1].isdecimal() and date.edtf[:4] < _FIRST_YEAR)


def _few_before(at: At, noun: Sign) -> int:
    """Where up to three words before the noun begin, in its own clause."""
    tokens = at.sentence.tokens
    first = noun.first
    while first > max(0, noun.first - 3) and tokens[first - 1].kind != "mark":
        first -= 1
    return tokens[first].span.start


def _counts_sides(at: At, number: NumberMention) -> bool:
    """«Үш елдің ортақ нысаны»: how many take part, not how many are built."""
    after = token_after(at.sentence, number.digits.end)
    return after is not None and bool(after.lemmas & SIDES)


def _is_of_both(at: At, work: Work) -> bool:
    """A work is taken for one of both sides, but for one that the text's own state does alone, on its own ground."""
    if {name.country for name in at.sentence.names} - {None} != {at.reading.home}:
        return True
    sides = any(len(n.countries) > 1 for n in at.names_in(at.sentence.span, NameType.SIDE))  # «екі жақтың күшімен»
    if sides or WORDS.of(at, "shared", "paid") or any(name.role == "post" for name in at.sentence.names):
        return True
    if is_paper_of_both(at) or _is_told_among(at) or _is_of_their_waters(at) or _is_of_investors(at):
        return True
    behind = [after for after in at.after(_ON) if after.same_paragraph(at)]
    return any(WORDS.of(after, "borne", "spent") and is_near(after, 0) for after in behind)  # «… оның төрттен бірін …»


def _is_of_investors(at: At) -> bool:
    """«қазақ инвесторының қонақүйі»: one side's people build in the other's land."""
    people = [n for n in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE) if n.role == "adjective"]
    tokens = at.sentence.tokens
    behind = [t for n in people for t in tokens if n.span.end <= t.span.start <= n.span.end + 1]
    return any(t.lemmas & INVESTORS for t in behind)


def _is_of_their_waters(at: At) -> bool:
    """«Тараз – Талас жолы»: a river of both among the names."""
    return any(n.type is NameType.PLACE and n.country is None and n.role == "river" for n in at.sentence.names)


def _is_told_among(at: At) -> bool:
    """«Шымкенттегі филиал …» in a paragraph that has spoken of both: a town of ours, no word for the whole state."""
    named = at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE, NameType.OFFICE)
    whole = [name for name in named if name.role != "adjective"]
    return not whole and any(at.same_paragraph(before) and is_near(before, 0) for before in at.before(_BACK))
