"""Works in a sentence: their nouns with the predicates told of them, and at which stage those say a work is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from qatynas.claims.context import At
from qatynas.claims.once import per_place
from qatynas.claims.predicates import Mood, mood, reach
from qatynas.claims.predicates_lexicon import Sign, verb_tense
from qatynas.claims.projects_names import anchored
from qatynas.claims.projects_signs import VERBS, WORDS, is_aside, is_standing, signs
from qatynas.claims.projects_words import TABLE
from qatynas.language.mentions import DateMention, DateRole, NameType
from qatynas.model import Span

_EXCHANGES = ("ауыстырыл-", "ауыстыр-")
_TELLING = frozenset({"past", "present", "future", "intention", "participle"})
_FIRST = ("алғашқы", "тұңғыш")
"""«көпірінен алғашқы көлік өтпек»: a bridge by what first goes over it."""
_LET = ("сын", "сін")
"""«аяқталсын», «іске қосылсын»: what a protocol lays down."""
_MONTHS = 12
_NEAR = 6
"""Words from «салынып жатқан» to the noun that it tells of."""
_BEGINS = "баста"
"""«қабылдай бастайды»: the verb that begins another is no beginning of the work."""


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

    @property
    def is_part(self) -> bool:
        """Whether its nouns only stand for a work named elsewhere: «ол», «нысан», «бірінші кезегі»."""
        return all(noun.code in ("part", "pronoun") for noun in self.nouns)

    @property
    def ahead(self) -> bool:
        """Whether what is told of it is still to come."""
        return any(is_ahead(sign, how) for sign, how in self.told)


def is_ahead(sign: Sign, how: Mood) -> bool:
    """Whether a predicate tells of what is to come."""
    to_come = how.ahead or how.tense == "present" or sign.form in ("present", "intention", "infinitive", "wish")
    return to_come or sign.code in ("put_off", "plan", "agreed")


@per_place
def works(at: At) -> tuple[Work, ...]:
    """The sentence's works in order; none where no verb of works is told."""
    found = tuple(_works(at)) if VERBS.of(at) else ()
    return found or tuple(_agreed(at))


def _agreed(at: At) -> Iterator[Work]:
    """«ортақ қойма тұрғызуға 9 млн доллар құюға келісті»: what sides have agreed to build."""
    told = [s for s in WORDS.of(at, "agreed") if s.form in ("past", "perfect")]
    if not told or not WORDS.of(at, "joint"):
        return
    nouns, _ = signs(at)
    for noun in nouns:
        built = [n for n in nouns if n.code == "thing" and n.last == noun.first - 1]
        if noun.code == "work" and noun.case == "dat" and built and told[-1].first > noun.last:
            yield Work([*built, noun], [(replace(told[-1], code="agreed"), mood(at, told[-1]))])
            return


def _works(at: At) -> Iterator[Work]:
    """Nouns with the predicates after them; a predicate without a noun of its own goes on about the last work."""
    nouns, verbs = signs(at)
    current: Work | None = None
    taken = -1
    waiting: list[tuple[Sign, Mood]] = []
    for verb in verbs:
        between = [n for n in nouns if taken < n.first and n.last < verb.first]
        near = reach(at, verb).start
        between = [n for n in between if n.span.start >= near] or between
        own = [n for n in between if not is_aside(at, n)] or between
        bare = bool(own) and all(n.code == "work" for n in own)
        if bare and not _has_object(at, own[0]):
            own = [n for n in nouns if n.last < own[0].first and n.code == "thing"][-1:] + own
        taken = verb.last
        how = _mood(at, verb)
        if _is_attribute(at, verb, how):
            waiting.append((verb, how))
            continue
        governed = verb.code == "start" and bool(own) and own[-1].case == "dat"  # «ғимаратына қазық қағылды»
        gone_over = bool(own) and verb.pattern.startswith(_FIRST) and own[-1].case == "abl"
        if gone_over or governed or any(n.code == "work" or (n.code == "thing" and _is_built(at, n)) for n in own):
            if current and ((bare and current.told) or _is_detail(at, current, own, verb)):
                current.told.append((verb, how))
                continue
            if current and current.told:
                yield current
            current = Work(own, [*waiting])
            waiting = []
        elif current is None:
            if not any(n.code in ("part", "pronoun") for n in own):
                continue
            earlier = [n for n in nouns if n.code == "thing" and n.last < own[0].first]
            current = Work(earlier[-1:] or own)  # «базарға 600 орын сыяды, ол желтоқсанда ашылады»
        elif own and current.told and _is_elsewhere(at, own[-1], current):
            yield current
            current = Work(current.nouns, site=own[-1])
        current.told.append((verb, how))
    if current and current.told:
        yield current
    elif waiting and current is None:
        yield from _only_named(at, nouns, waiting)


def _has_object(at: At, work: Sign) -> bool:
    """«„Кегенді“ кеңейту құрылысы»: work whose object stands right before it needs none from farther back."""
    before = at.sentence.tokens[max(0, work.first - 2) : work.first]
    names = at.names_in(at.sentence.span, NameType.PLACE, NameType.QUOTED)
    return any(n.span.covers(t.span) for t in before for n in names) and not any(t.case == "loc" for t in before)


def _only_named(at: At, nouns: Sequence[Sign], waiting: Sequence[tuple[Sign, Mood]]) -> Iterator[Work]:
    """«2024 жылы Ошта ашылған цехта 200 адам еңбек етеді»: a work whose opening is told only as its attribute."""
    verb, _ = waiting[0]
    behind = [n for n in nouns if n.code == "thing" and n.first > verb.last and reach(at, verb).end <= n.span.start]
    dated = any(d.span.end <= verb.span.start for d in _dates(at))
    if behind and dated and verb.code in ("finish", "go") and at.clause_of(verb.span).covers(behind[0].span):
        yield Work([behind[0]], [waiting[0]])


def _is_built(at: At, noun: Sign) -> bool:
    """Whether a noun can be what a verb builds: neither where it is done («бекетке», «вокзалдағы»)."""
    return not is_aside(at, noun) and not at.sentence.tokens[noun.last].attributive


def _mood(at: At, verb: Sign) -> Mood:
    """The predicate's mood; a converb that another clause follows has that clause's tense: «басталып, … түседі»."""
    how = mood(at, verb)
    if how.tense or verb.form != "converb":
        return how
    for token in at.sentence.tokens[verb.last + 1 :]:
        tense = verb_tense(token.lower) if token.kind == "word" else ""
        if tense in _TELLING and tense != "participle":
            return Mood("future" if tense == "intention" else tense, how.negated, how.supposed, how.possible)
    return how


def _is_elsewhere(at: At, noun: Sign, current: Work) -> bool:
    """Whether a noun in the locative with a name of its own tells a second place of the same work."""
    if noun.case != "loc" or noun.code != "thing":
        return False
    between = Span(current.span.end, noun.span.end)
    return bool(at.names_in(between, NameType.PLACE, NameType.QUOTED))


def _is_detail(at: At, current: Work, own: Sequence[Sign], verb: Sign) -> bool:
    """«…: алдымен 25 шақырым құбыр төселеді», «…, құрылысы 2026 жылы басталады»: a stage or stretch of the work."""
    if any(n.code in ("part", "pronoun") for n in own):
        return True
    first = own[0] if own else None
    if first and first.code == "work" and at.sentence.tokens[first.last].possessive and _opens_clause(at, first):
        return True
    between = at.reading.text[current.span.end : first.span.start if first else verb.span.start]
    return ":" in between


def _opens_clause(at: At, noun: Sign) -> bool:
    """Whether the noun stands right behind a mark, so that it is whose work was told before."""
    before = at.sentence.tokens[noun.first - 1] if noun.first else None
    return before is None or before.kind == "mark"


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


def stage(at: At, work: Work) -> str | None:
    """underway where anything goes on, else planned, else done; None where nothing firm is told."""
    ended = any(how.stands and how.tense == "past" and sign.code == "finish" for sign, how in work.told)
    told = [
        (sign, how) for sign, how in work.told if not (ended and sign.form == "infinitive")
    ]  # «қалпына келтіру бітті»
    stages = [found for sign, how in told for found in [_stage_of(at, sign, how)] if found]
    if ended and all(how.stands and how.tense != "progressive" and not how.ahead for _, how in told):
        begun = all(sign.form == "participle" for sign, _ in told if sign.code == "start")
        if begun and "planned" not in stages:
            return "done"  # «бірлесіп қолға алған … қалпына келтіру тәмамдалды»
    if "planned" in stages and any(_is_to_begin(at, sign) for sign, _ in told):
        return "planned"
    beside = "planned" in stages and "underway" not in stages and _goes_on_beside(at, work)
    if "planned" in stages and (beside or _is_completed(at, work) or _was_going_on(at, work)):
        return "underway"
    if all(sign.code == "run" and not _turns(at, work, sign) for sign, _ in told):
        return None  # «бекет тәулік бойы жұмыс істейді»: how it runs, not that it came to be
    for found in ("underway", "planned", "done"):
        if found in stages:
            return found
    return None


def _turns(at: At, work: Work, sign: Sign) -> bool:
    """«алғашқы агрегат 2028 жылы айналады», «2023 жылдан бері қатынайды»: in service since a day."""
    machine = any(n.pattern in TABLE.words["machines"] for n in work.nouns)
    if machine and sign.pattern in TABLE.words["turning"] and _dates(at):
        return True
    if any(n.pattern in TABLE.words["founded"] for n in work.nouns):
        return False  # «мәдени орталық 1995 жылдан бері жұмыс істейді»: a community
    return any(d.role is DateRole.FROM and d.edtf for d in _dates(at)) and _is_since(at, sign)


def _is_since(at: At, sign: Sign) -> bool:
    """«… жылдан бері қатынайды»."""
    return any(t.lower == "бері" for t in at.tokens_in(at.clause_of(sign.span)))


def _is_completed(at: At, work: Work) -> bool:
    """«жөндеу күзге дейін аяқталады»: what will end goes on now, unless it is to be built to its end."""
    of_work = any(n.code == "work" or n.pattern == "жұмыс" for n in work.nouns)
    for sign, how in work.told:
        before = at.sentence.tokens[sign.first - 1] if sign.first else None
        built = before is not None and verb_tense(before.lower) == "converb"  # «тұрғызып бітпек»
        itself = sign.pattern in TABLE.words["ends"] and is_ahead(sign, how) and not built
        firm = sign.form != "infinitive" or how.needed
        if sign.pattern in TABLE.words["completion"] and (of_work or itself) and firm:
            return True
    return False


def _is_to_begin(at: At, sign: Sign) -> bool:
    """«шілдеде басталып, келер көктемде аяқталады»: a beginning on a day still to come, a bare month at its nearest."""
    before = [d for d in _dates(at) if d.edtf and d.span.end <= sign.span.start]
    start, day = (before[-1].edtf or "" if before else "").split("/")[0], at.day or ""
    if sign.code != "start" or sign.form != "converb" or not (start[:4].isdigit() and day[:4].isdigit()):
        return False
    if len(at.tokens_in(before[-1].span)) == 1 and start[5:7].isdigit() and day[5:7].isdigit():
        return 0 < (int(start[5:7]) - int(day[5:7])) % _MONTHS < _MONTHS // 2
    return start[: len(day)] > day[: len(start)]


def _goes_on_beside(at: At, work: Work) -> bool:
    """«салынып жатқан орталық тамызда ашылады», «шипажай жаңаланып жатыр: есігі … ашылмақ»: whatever the verb is."""
    if not work.nouns:
        return False
    tokens = at.sentence.tokens
    noun = work.nouns[0]
    for index in range(max(1, noun.first - _NEAR), noun.first):
        if tokens[index].lower.startswith("жатқан") and verb_tense(tokens[index - 1].lower) == "converb":
            return not any(t.kind == "mark" and t.text in ",;:" for t in tokens[index : noun.first])
    for index in range(noun.last + 1, work.told[0][0].first):
        if tokens[index].lower == "жатыр" and verb_tense(tokens[index - 1].lower) == "converb":
            return at.clause_of(noun.span).covers(tokens[index].span)
    return False


def _was_going_on(at: At, work: Work) -> bool:
    """Whether the work that «нысан», «картина» stand for was told to go on in the sentence before."""
    if not work.is_part:
        return False
    for other in at.before(1):
        for sign in VERBS.of(other, "go", "start"):
            how = mood(other, sign)
            if how.stands and (how.tense == "progressive" or (sign.code == "start" and how.tense == "past")):
                return True
    return False


def _stage_of(at: At, sign: Sign, how: Mood) -> str | None:
    if sign.form == "wish" and not sign.negative and _dates(at):
        return "planned" if at.sentence.tokens[sign.last].lower.endswith(_LET) else None  # «2026 жылы аяқталсын»
    if how.negated and not how.supposed and sign.pattern in TABLE.words["completion"] and sign.form != "infinitive":
        return "underway"  # «әлі біткен жоқ»
    if not how.stands or how.possible or _is_time_of_another(at, sign):
        return None
    if sign.code == "agreed" or is_standing(sign):
        return "planned" if sign.code == "agreed" else "underway"
    if sign.code == "put_off" and (sign.form == "infinitive" or not _is_firm(at, sign)):
        return None
    if sign.code == "put_off" and sign.pattern in _EXCHANGES and not _is_moved(at, sign):
        return "done" if how.tense == "past" else "planned"
    if sign.code in ("put_off", "plan"):
        return "planned" if _dates(at) or sign.code == "put_off" else None
    if how.ahead or (sign.form in ("present", "intention", "infinitive") and how.tense != "progressive"):
        firm = sign.form != "infinitive" or (sign.case != "gen" and _dates(at) and not _is_matter(at, sign))
        if not firm:
            return None
        return "planned"
    if sign.code == "run" and _is_since(at, sign):
        return "done"
    if sign.code == "run":
        return "planned" if how.tense == "present" and sign.form != "present" else "done" if how.tense else None
    if sign.form == "converb" and how.tense in ("past", "present") and _is_finished(at, sign):
        return "done" if how.tense == "past" else "planned"  # «тартылып бітті», «жаңартып шығады»
    if how.tense == "progressive" or (sign.code == "go" and sign.form == "converb" and not how.tense):
        return "underway"
    if how.tense == "present":
        return "planned"  # «басталып, 11 миллиард теңгеге түседі»
    if how.tense == "past" or sign.form == "participle":
        return {"finish": "done", "start": "underway", "go": "done"}[sign.code]
    return None


def _is_time_of_another(at: At, sign: Sign) -> bool:
    """«жол біткен соң», «салынғанға дейін»: a participle that only dates what follows."""
    after = at.sentence.tokens[sign.last + 1 : sign.last + 2]
    return sign.form == "participle" and bool(after) and after[0].lower in TABLE.words["when"]


def _is_firm(at: At, sign: Sign) -> bool:
    """«2026 жылға қалды» puts off; «жолда қалды» does not."""
    return sign.pattern not in TABLE.words["moving"] or _is_moved(at, sign)


def _is_finished(at: At, sign: Sign) -> bool:
    """Whether the word behind a converb says that the deed is brought to its end."""
    after = at.sentence.tokens[sign.last + 1 : sign.last + 2]
    return bool(after) and bool(after[0].lemmas & frozenset(TABLE.words["ending"]))


def _is_moved(at: At, sign: Sign) -> bool:
    """«мамырға ауыстырылды»: to another time, not «қақпалары ауыстырылды»."""
    before = [d for d in _dates(at) if d.span.end <= sign.span.start]
    last = at.tokens_in(before[-1].span)[-1:] if before else ()
    return any(token.case == "dat" for token in last)


def _is_matter(at: At, sign: Sign) -> bool:
    """«… салу туралы», «… ашу мүмкіндігі»: only talked of; but what is put on an agenda with a date is planned."""
    near = any(sign.last < s.first <= sign.last + 2 for s in WORDS.of(at, "matter"))
    return near and not any(s.first > sign.last for s in WORDS.of(at, "agenda"))


def _dates(at: At) -> list[DateMention]:
    return [d for d in at.sentence.dates if (d.edtf or d.season) and d.role is not DateRole.EVERY]


def stands_for(at: At, work: Work) -> bool:
    """Whether its part nouns stand for a work that has a name before them."""
    return bool(work.nouns) and anchored(at, work.nouns[0]) is not None
