"""Promises without a number become pledge claims: who promises whom what, until when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from qatynas.claims.assessments_rules import STANCES
from qatynas.claims.context import At
from qatynas.claims.pledges_settled import resolved, spoken
from qatynas.claims.pledges_words import ACTORS, TABLE, WORDS, deed_of
from qatynas.claims.predicates import amounts, is_near, is_reciprocal, mood, own_pair, reach, whole
from qatynas.claims.predicates_lexicon import Sign, verb_tense
from qatynas.claims.speakers import speaker
from qatynas.claims.towns import state_of
from qatynas.data import world
from qatynas.language import analyse
from qatynas.language.mentions import DateRole, NameMention, NameType, Token
from qatynas.model import BlockKind, Claim, Pledge, Span

_ACTING = (NameType.PERSON, NameType.SIDE, NameType.BODY, NameType.ORGANISATION, NameType.STATE, NameType.OFFICE)
_TOLD = frozenset({"past", "present", "progressive"})
_MONEY = frozenset(state.currency for state in world().states)
_WE = ("амыз", "еміз", "ймыз", "йміз")
_BACK = 3
"""Sentences over which «ол» looks for its person."""
_FIRST_PERSON = ("мыз", "міз", "мын", "мін", "быз", "біз", "пыз", "піз", "бын", "бін")
_NEAR = 4
"""Words before «үшін» among which those whom it serves are named."""
_GAP = 2
"""Characters between an office and the name of its holder."""
_ONGOING = frozenset({"бер", "бермек"})
"""After a converb: «қолдай береді», goes on doing."""


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence: the first of the rules that finds a promise."""
    if at.sentence.block is BlockKind.TITLE or not own_pair(at) or at.sentence.text.rstrip(' »”"').endswith("?"):
        return
    for rule in (_promised, _carried_on, _reported, _announced, spoken, _resolved, _own_deadline, _intended):
        if found := rule(at):
            verb, span = found
            if _counts_elsewhere(at, span, verb):
                return
            yield from _claims(at, span, verb, rule.__name__.strip("_"))
            return


def _promised(at: At) -> tuple[Span, Span] | None:
    """«… қаржы бөлуге әзір екенін айтты», «… деп уәде берді», «… міндеттенді»."""
    for sign in WORDS.of(at, "promising"):
        how = mood(at, sign)
        if not how.stands:
            continue
        if not sign.form and not _governs_adeed_of(at, sign):
            continue
        if sign.form and not how.tense and sign.form not in ("converb", "participle"):
            continue
        if sign.form == "participle" and not how.tense and sign.case in (None, "nom"):
            continue
        return sign.span, whole(at, sign)
    return None


def _governs_adeed_of(at: At, sign: Sign) -> bool:
    """«беруге дайын»: a verb's dative right before the readiness."""
    before = at.sentence.tokens[sign.first - 1] if sign.first else None
    return before is not None and any(
        reading.pos == "verb" and reading.form == "infinitive" and reading.case == "dat"
        for reading in analyse(before.lower)
    )


def _carried_on(at: At) -> tuple[Span, Span] | None:
    """«… ақылдасып тұрады»: the sides will go on."""
    tokens = at.sentence.tokens
    for sign in WORDS.of(at, "lasting"):
        after = tokens[sign.last + 1] if sign.last + 1 < len(tokens) else None
        if sign.form == "converb" and after is not None and after.lemmas & _ONGOING and _is_coming(after):
            return sign.span, whole(at, sign)
    return None


def _is_coming(token: Token) -> bool:
    return any(r.pos == "verb" and r.form in ("present", "intention") and not r.negative for r in analyse(token.lower))


def _reported(at: At) -> tuple[Span, Span] | None:
    """«… бірге ілгерілететінін жеткізді», «… ілгерілететіні айтылды»: a coming deed said aloud."""
    tokens = at.sentence.tokens
    for said in WORDS.of(at, "saying"):
        if said.first == 0 or not mood(at, said).stands or mood(at, said).tense not in _TOLD:
            continue
        verb = tokens[said.first - 1]
        coming = any(
            r.pos == "verb" and r.form == "participle" and not r.negative and _is_future_noun(verb, r.lemma)
            for r in analyse(verb.lower)
        )
        if coming and not deed_of(verb) & TABLE.elsewhere:
            return verb.span, reach(at, said)
    return None


def _announced(at: At) -> tuple[Span, Span] | None:
    """«… ашпақ екенін айтты»: what somebody says that he means to do."""
    tokens = at.sentence.tokens
    for index, token in enumerate(tokens[:-2]):
        if token.lower.endswith(_INTENTION) and tokens[index + 1].lower == "екенін":
            said = [s for s in WORDS.of(at, "saying") if index < s.first <= index + 3]
            deed = [r.lemma for r in analyse(token.lower) if r.pos == "verb" and r.form == "intention"]
            acts = bool(deed) and not deed[0].endswith(("ыл", "іл"))
            if said and acts and mood(at, said[0]).tense in _TOLD:
                return token.span, reach(at, said[0])
    return None


def _resolved(at: At) -> tuple[Span, Span] | None:
    """«Министрлік … қор табатын болды», with who will do it named."""
    found = resolved(at)
    return found if found and _actor(at, found[1]) is not None else None


def _own_deadline(at: At) -> tuple[Span, Span] | None:
    """«Қалғанын мамырға дейін бітіреміз», in somebody's mouth: a deed with its day."""
    if speaker(at.reading, at.index, at.sentence.span) is None:
        return None
    for index, token in enumerate(at.sentence.tokens):
        if not token.lower.endswith(_WE) or not _closes(at, index) or verb_tense(token.lower) != "present":
            continue
        sign = Sign("own", token.lower, token.span, index, index, "present", False, None)
        place = reach(at, sign)
        due = any(d.edtf and d.role in (DateRole.BY, DateRole.UNTIL) for d in at.dates_in(place))
        if due and mood(at, sign).stands and not amounts(at, place):
            return token.span, place
    return None


def _is_future_noun(token: Token, stem: str) -> bool:
    """«-атыны(н)», «-етіні(н)», «-йтіні(н)»: the participle of what is to come, with the third person's ending."""
    ending = token.lower.removeprefix(stem)
    return token.lower.startswith(stem) and ending.startswith(("атын", "етін", "йтын", "йтін"))


def _intended(at: At) -> tuple[Span, Span] | None:
    """«Тараптар … зерделемек»: the sides mean to do something that no other kind tells."""
    for index, token in enumerate(at.sentence.tokens):
        if not token.lower.endswith(_INTENTION):
            continue
        if not _is_intention(token) or deed_of(token) & TABLE.elsewhere or not _closes(at, index):
            continue
        sign = Sign("intended", token.lower, token.span, index, index, "intention", False, None)
        if mood(at, sign).stands and _actor(at, reach(at, sign)) is not None:
            return token.span, reach(at, sign)
    return None


_INTENTION = ("мақ", "мек", "бақ", "бек", "пақ", "пек")


def _is_intention(token: Token) -> bool:
    return any(
        r.pos == "verb" and r.form == "intention" and not r.negative and len(r.lemma) > 2 for r in analyse(token.lower)
    )


def _closes(at: At, index: int) -> bool:
    rest = at.sentence.tokens[index + 1 :]
    return not rest or rest[0].kind == "mark"


def _counts_elsewhere(at: At, span: Span, verb: Span) -> bool:
    """A promised sum, a session or a visit is another kind's claim; so is what is no deed of both."""
    start = _after_attributes(at, span, verb)
    dated = [d.span for d in at.sentence.dates]
    sums = [n for n in amounts(at, span) if not any(d.meets(n.span) for d in dated)]
    counted = any(n.span.start >= start or n.counted or n.quantity.unit in _MONEY for n in sums)
    if any(sign.code in ("risk", "fear") and sign.span.meets(verb) for sign in STANCES.within(at, span)):
        return True
    sides = at.states_in(at.sentence.span) or at.names_in(at.sentence.span, NameType.SIDE)
    return counted or not (sides or is_near(at))


def _after_attributes(at: At, span: Span, verb: Span) -> int:
    """Where the deed's own words begin: sizes in an attribute («100 гектарда салынып жатқан …») are not its."""
    start = span.start
    for token in at.tokens_in(span):
        if token.span.end <= verb.start and verb_tense(token.lower) == "participle":
            start = token.span.end
    return start


def _claims(at: At, span: Span, verb: Span, rule: str) -> Iterator[Claim]:
    pair = own_pair(at)
    giver = _actor(at, span) or _actor(at, at.sentence.span)
    what, deadline = _what(at, span, verb), _deadline(at, span)

    def pledge(by: str | tuple[str, ...] | None, to: str | None) -> Pledge:
        return at.make(
            Pledge,
            span,
            parties=pair,
            why=(("what", rule, verb.of(at.reading.text)),),
            status="planned",
            by=by,
            to=to,
            what=what,
            deadline=deadline,
        )

    if _is_mutual(at, span) and len(pair) == 2:
        first, second = pair
        yield pledge(first, second)
        yield pledge(second, first)
        return
    own = verb.of(at.reading.text).lower().endswith(_FIRST_PERSON)
    said = speaker(at.reading, at.index, at.sentence.span) if own else None
    if isinstance(giver, NameMention):
        yield pledge(said or _name(at, giver), _receiver(at, span, giver))
    else:
        yield pledge(said or giver, _addressed(at))


def _addressed(at: At) -> str | None:
    """The one side named in the dative: «қазақстандық әріптестеріне», «көршілерге»."""
    for name in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE):
        if name.country and len(name.countries) < 2 and (name.case == "dat" or _describes_in(at, name, "dat")):
            return name.country
    return None


def _describes_in(at: At, name: NameMention, case: str) -> bool:
    """An adjective of a state before a noun in this case: «қырғыз студенттеріне»."""
    after = next((t for t in at.sentence.tokens if t.span.start >= name.span.end), None)
    return name.case in (None, "nom") and after is not None and after.case == case


def _is_mutual(at: At, span: Span) -> bool:
    return is_reciprocal(at, span)


def _name(at: At, giver: NameMention) -> str | tuple[str, ...]:
    if giver.type is NameType.SIDE and not giver.countries and not giver.country and giver.canonical == "other":
        return next((code for code in own_pair(at) if code != at.reading.home), giver.canonical)
    if giver.type is NameType.OFFICE and (holder := _holder(at, giver)):
        return holder
    if giver.type in (NameType.STATE, NameType.SIDE):
        return tuple(giver.countries) if len(giver.countries) > 1 else giver.country or giver.canonical
    return giver.canonical


def _holder(at: At, office: NameMention) -> str | None:
    """«Вице-министр … уәде етті»: the person whom the text has named with that office just before."""
    if office.holder:
        return office.holder
    for other in at.before(at.index):
        names = other.sentence.names
        for title, person in pairwise(names):
            beside = 0 < person.span.start - title.span.end <= _GAP and person.type is NameType.PERSON
            own = office.country is None or person.country in (None, office.country)
            if beside and own and title.type is NameType.OFFICE and title.role == office.role:
                return person.canonical
    return None


def _country(at: At, giver: NameMention) -> str | None:
    """The giver's state: its own, that of the side or office beside it, or the one that the text gives the person."""
    if giver.country or giver.type in (NameType.STATE, NameType.SIDE):
        return giver.country
    beside = [n for n in at.sentence.names if 0 < giver.span.start - n.span.end <= _GAP and n.country]
    if beside:
        return beside[-1].country
    names = [n for sentence in at.reading.sentences for n in sentence.names]
    known = [n.country for n in names if n.canonical == giver.canonical and n.country]
    if known:
        return known[0]
    sides = [n for n in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE) if n.case in (None, "nom")]
    acting = [n for n in sides if n.country and not _only_describes(at, n)]
    return acting[0].country if acting else None


def _actor(at: At, span: Span) -> NameMention | str | None:
    """Who promises: the first person, side, state or body in the nominative, or a common word for one."""
    acting = [
        n
        for n in at.names_in(span, *_ACTING)
        if n.case in (None, "nom") and not n.attributive and not _only_describes(at, n)
    ]
    meant = None if acting else _pronoun(at)
    if meant is not None:
        return meant
    acting = [n for n in acting if not _is_title(at, n)] or acting
    people = [name for name in acting if name.type is NameType.PERSON]
    for name in (people or acting)[:1]:
        return name
    for sign in ACTORS.within(at, span):
        after = at.sentence.tokens[sign.last + 1 : sign.last + 2]
        if sign.case in (None, "nom") and not any(t.lower in TABLE.about for t in after):
            return sign.span.of(at.reading.text)
    return None


def _is_title(at: At, name: NameMention) -> bool:
    """«төраға орынбасары Динара Ахметова»: the office that a person's name follows."""
    return name.type is NameType.OFFICE and any(
        other.type is NameType.PERSON and 0 < other.span.start - name.span.end <= _GAP for other in at.sentence.names
    )


def _only_describes(at: At, name: NameMention) -> bool:
    """«қазақстандық туристер», «екі ел туралы»: a state that tells whose or of what, not who acts."""
    after = next((t for t in at.sentence.tokens if t.span.start >= name.span.end), None)
    if after is None:
        return False
    if after.lower in TABLE.about:
        return True
    alone = " " not in name.span.of(at.reading.text)
    if name.type is NameType.PERSON and after.kind == "word" and after.possessive:
        return not any(other.span.covers(after.span) for other in at.sentence.names)  # «Мұхтар Әуезов ескерткішін»
    describing = name.type is NameType.STATE and name.role == "adjective" and after.kind == "word" and alone
    subject = after.case in (None, "nom")  # «өзбек кәсіпкерлеріне уәде етті»: they are promised
    return describing and not (subject and (after.lemmas & TABLE.acting or after.possessive))


def _pronoun(at: At) -> NameMention | None:
    """«Ол … уәде берді»: the person last named in the sentences of the paragraph before."""
    first = next((t for t in at.sentence.tokens if t.kind == "word"), None)
    if first is None or first.lower not in ("ол", "олар"):
        return None
    for other in at.before(_BACK):
        people = other.names_in(other.sentence.span, NameType.PERSON) if other.same_paragraph(at) else ()
        if people:
            return people[-1]
    return None


def _served(at: At, giver: NameMention) -> str | None:
    """The state of those for whom it is done: «қазақстандық туристер үшін»."""
    tokens = at.sentence.tokens
    for index, token in enumerate(tokens):
        if token.lower == "үшін" and index:
            near = Span(tokens[max(0, index - _NEAR)].span.start, token.span.start)
            for name in at.names_in(near, NameType.STATE, NameType.SIDE):
                if name.country and len(name.countries) < 2 and name.country != giver.country:
                    return name.country
    return None


def _receiver(at: At, span: Span, giver: NameMention) -> str | None:
    """The other side: named in the dative, or the one that the giver does not belong to."""
    own = _country(at, giver)
    for name in at.names_in(at.sentence.span, NameType.STATE, NameType.SIDE, NameType.PLACE):
        goal = name.case == "dat" or _describes_in(at, name, "dat")
        country = state_of(at, name)
        if goal and country in own_pair(at) and country != own:
            return country
    if served := _served(at, giver):
        return served
    side = own or (_name(at, giver) if giver.type is NameType.SIDE else None)
    others = [code for code in own_pair(at) if code != side]
    return others[0] if side and len(others) == 1 and len(giver.countries) < 2 else None


def _what(at: At, span: Span, verb: Span) -> str:
    """What is promised: the words between the giver and the promising word."""
    giver = _actor(at, span)
    start = giver.span.end if isinstance(giver, NameMention) and giver.span.start < verb.start else span.start
    words = at.reading.text[start : verb.end] if verb.end > start else span.of(at.reading.text)
    return " ".join(words.split()).strip(" ,–—-")


def _deadline(at: At, span: Span) -> str | None:
    for date in at.dates_in(span):
        if date.edtf and date.role in (DateRole.BY, DateRole.UNTIL, DateRole.IN):
            return date.edtf
    return None
