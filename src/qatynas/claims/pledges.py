"""Promises without a number become pledge claims: who promises whom what, until when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qatynas.claims.assessments_views import STANCES
from qatynas.claims.context import At
from qatynas.claims.pledges_givers import actor, addressed, describes_in, known_actor, name_of, other_than, receiver
from qatynas.claims.pledges_settled import resolved, spoken
from qatynas.claims.pledges_words import TABLE, WORDS, deed_of
from qatynas.claims.predicates import amounts, is_near, is_reciprocal, mood, own_pair, reach, whole
from qatynas.claims.predicates_lexicon import Sign, verb_tense
from qatynas.claims.speakers import speaker
from qatynas.claims.voices import voiced
from qatynas.data import world
from qatynas.language import analyse
from qatynas.language.mentions import DateRole, NameMention, NameType, Token
from qatynas.model import BlockKind, Claim, Pledge, Span

_TOLD = frozenset({"past", "present", "progressive"})
_PEOPLE = re.compile("(лар|лер|дар|дер|тар|тер)(ына|іне|ға|ге|ымызға|імізге)$")
_MONEY = frozenset(state.currency for state in world().states)
_WE = ("амыз", "еміз", "ймыз", "йміз")
_FIRST_PERSON = ("мыз", "міз", "мын", "мін", "быз", "біз", "пыз", "піз", "бын", "бін")
_ONGOING = frozenset({"бер", "бермек"})
"""After a converb: «қолдай береді», goes on doing."""


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence: the first of the rules that finds a promise."""
    at = At(voiced(at.reading), at.index)
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
        if coming and (not _deed(at, said.first - 1) & TABLE.elsewhere or _is_for_them(at, verb)):
            return verb.span, reach(at, said)
    return None


def _is_for_them(at: At, verb: Token) -> bool:
    """«өзбек студенттеріне жатақхана салып беретінін»: what is done for people of the other side is promised them."""
    if not deed_of(verb) & TABLE.giving:
        return False
    tokens = [t for t in at.sentence.tokens if t.span.end <= verb.span.start]
    people = [t for t in tokens if t.case == "dat" and (t.plural or _PEOPLE.search(t.lower))]
    return any(describes_in(at, n, "dat") for n in at.sentence.names if n.country) or bool(people)


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
    return found if found and actor(at, found[1]) is not None else None


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
        if not _is_intention(token) or not _closes(at, index):
            continue
        if _deed(at, index) & TABLE.elsewhere:
            continue
        sign = Sign("intended", token.lower, token.span, index, index, "intention", False, None)
        if mood(at, sign).stands and known_actor(at, reach(at, sign)) is not None:
            return token.span, reach(at, sign)
    return None


def _deed(at: At, index: int) -> frozenset[str]:
    """The stem of what is done: of «тазалап шықпақ», «салып бермек» the verb before its auxiliary."""
    token = at.sentence.tokens[index]
    before = at.sentence.tokens[index - 1] if index else None
    if before is not None and deed_of(token) & TABLE.helping and before.lower.endswith(("ып", "іп", "п")):
        return deed_of(before) - TABLE.elsewhere
    return deed_of(token)


_INTENTION = ("мақ", "мек", "бақ", "бек", "пақ", "пек", "мақшы", "мекші", "бақшы", "бекші", "пақшы", "пекші")


def _is_intention(token: Token) -> bool:
    word = token.lower.removesuffix("шы").removesuffix("ші")
    return any(r.pos == "verb" and r.form == "intention" and not r.negative and len(r.lemma) > 2 for r in analyse(word))


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
    giver = actor(at, span) or actor(at, at.sentence.span)
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
        yield pledge(said or name_of(at, giver), receiver(at, span, giver))
    else:
        yield pledge(said or giver, addressed(at) or other_than(at, giver))


def _is_mutual(at: At, span: Span) -> bool:
    return is_reciprocal(at, span)


def _what(at: At, span: Span, verb: Span) -> str:
    """What is promised: the words between the giver and the promising word."""
    giver = actor(at, span)
    start = giver.span.end if isinstance(giver, NameMention) and giver.span.start < verb.start else span.start
    words = at.reading.text[start : verb.end] if verb.end > start else span.of(at.reading.text)
    return " ".join(words.split()).strip(" ,–—-")


def _deadline(at: At, span: Span) -> str | None:
    for date in at.dates_in(span):
        if date.edtf and date.role in (DateRole.BY, DateRole.UNTIL, DateRole.IN):
            return date.edtf
    return None
