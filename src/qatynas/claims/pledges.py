"""Promises without a number become pledge claims: who promises whom what, until when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qatynas.claims.assessments_views import STANCES
from qatynas.claims.clauses import tokens_before
from qatynas.claims.context import At
from qatynas.claims.interviews import answers
from qatynas.claims.once import per_sentence
from qatynas.claims.pledges_givers import actor, addressed, describes_in, known_actor, name_of, other_than, receiver
from qatynas.claims.pledges_settled import resolved, spoken
from qatynas.claims.pledges_words import TABLE, WORDS, deed_of
from qatynas.claims.predicates import (
    amounts,
    is_joint,
    is_near,
    is_reciprocal,
    mood,
    opens_joint,
    own_pair,
    reach,
    whole,
)
from qatynas.claims.predicates_lexicon import Sign, verb_tense
from qatynas.claims.speakers import speaker
from qatynas.claims.voices import guests, voiced
from qatynas.data import world
from qatynas.language import analyse
from qatynas.language.mentions import DateRole, NameMention, NameType, Sentence, Token
from qatynas.model import BlockKind, Claim, Pledge, Span

_TOLD = frozenset({"past", "present", "progressive"})
_PEOPLE = re.compile("(лар|лер|дар|дер|тар|тер)(ына|іне|ға|ге|ымызға|імізге)$")
_MONEY = frozenset(state.currency for state in world().states)
_OWN = ("амыз", "еміз", "ймыз", "йміз", "амын", "емін", "ймын", "ймін", "ядымыз")
_REPORTED = ("атынын", "етінін", "йтынын", "йтінін")
_WE = ("амыз", "еміз", "ймыз", "йміз")
_ATTRIBUTES = ("ған", "ген", "қан", "кен", "тын", "тін")
_SHORT = 4
_HEAD = 8
"""Sentences by which a text says whom it is about."""
_SIDES = (NameType.SIDE, NameType.STATE)
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
        if (own := _said_before(at, sign)) is not None:
            return own
        return sign.span, whole(at, sign)
    return None


def _said_before(at: At, sign: Sign) -> tuple[Span, Span] | None:
    """«– … көмекке аттанамыз, – деп сендірді X»: what is promised is the speech before the dash."""
    tokens = at.sentence.tokens
    index = sign.first - 1
    while index >= 0 and (tokens[index].lower == "деп" or tokens[index].kind == "mark"):
        index -= 1
    marked = any(t.text in "–—-»" for t in tokens[index + 1 : sign.first])
    if index < 1 or not marked or not tokens[index].lower.endswith(_OWN):
        return None
    verb = Sign("own", tokens[index].lower, tokens[index].span, index, index, "present", False, None)
    return verb.span, reach(at, verb)


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
        index = said.first - 1
        if not tokens[index].lower.endswith(_REPORTED) and index and tokens[index - 1].lower.endswith(_REPORTED):
            index -= 1  # «… құтылатынын хатпен растады»
        verb = tokens[index]
        coming = any(
            r.pos == "verb" and r.form == "participle" and not r.negative and _is_future_noun(verb, r.lemma)
            for r in analyse(verb.lower)
        )
        if coming and (not _deed(at, index) & TABLE.elsewhere or _is_for_them(at, verb)):
            return verb.span, reach(at, said)
    return None


def _is_for_them(at: At, verb: Token) -> bool:
    """«өзбек студенттеріне жатақхана салып беретінін»: what is done for people of the other side is promised them."""
    if not deed_of(verb) & TABLE.giving:
        return False
    tokens = tokens_before(at.sentence, verb.span.start)
    people = [t for t in tokens if t.case == "dat" and (t.plural or _PEOPLE.search(t.lower))]
    return any(describes_in(at, n, "dat") for n in at.sentence.names if n.country) or bool(people)


def _announced(at: At) -> tuple[Span, Span] | None:
    """«… ашпақ екенін айтты»: what somebody says that he means to do."""
    tokens = at.sentence.tokens
    for index in _intending(at.sentence):
        token = tokens[index]
        if index + 2 < len(tokens) and tokens[index + 1].lower == "екенін":
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
        coming = any(d.edtf and d.role is DateRole.IN for d in at.dates_in(place))
        due = due or (coming and bool(deed_of(token) & TABLE.giving) and addressed(at) is not None)
        if due and mood(at, sign).stands and not amounts(at, place):
            return token.span, place
    return None


def _is_future_noun(token: Token, stem: str) -> bool:
    """«-атыны(н)», «-етіні(н)», «-йтіні(н)»: the participle of what is to come, with the third person's ending."""
    ending = token.lower.removeprefix(stem)
    return token.lower.startswith(stem) and ending.startswith(("атын", "етін", "йтын", "йтін"))


def _intended(at: At) -> tuple[Span, Span] | None:
    """«Тараптар … зерделемек»: the sides mean to do something that no other kind tells."""
    for index in _intending(at.sentence):
        token = at.sentence.tokens[index]
        if not _is_intention(token) or not _closes(at, index):
            continue
        if _deed(at, index) & (TABLE.elsewhere | TABLE.elsewhere_intended) or _is_passive(token):
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


@per_sentence
def _intending(sentence: Sentence) -> tuple[int, ...]:
    """The indices of words that end as «зерделемек» does."""
    return tuple([index for index, token in enumerate(sentence.tokens) if token.lower.endswith(_INTENTION)])


def _is_intention(token: Token) -> bool:
    word = token.lower.removesuffix("шы").removesuffix("ші")
    return any(r.pos == "verb" and r.form == "intention" and not r.negative and len(r.lemma) > 2 for r in analyse(word))


def _is_passive(token: Token) -> bool:
    """«тәмамдалмақ», «қамтылмақ»: what is done, and nobody who will."""
    return any(stem.endswith(("ыл", "іл", "ал", "ел")) and len(stem) > _SHORT for stem in deed_of(token))


def _closes(at: At, index: int) -> bool:
    """The end of a clause, no name in quotes («Ынтымақ» медалі)."""
    rest = at.sentence.tokens[index + 1 :]
    return not rest or (rest[0].kind == "mark" and rest[0].text not in '»”"')


def _counts_elsewhere(at: At, span: Span, verb: Span) -> bool:
    """A promised sum, a session or a visit is another kind's claim; so is what is no deed of both."""
    start = _after_attributes(at, span, verb)
    dated = [d.span for d in at.sentence.dates]
    sums = [n for n in amounts(at, span) if not any(d.meets(n.span) for d in dated)]
    counted = any(n.span.start >= start or n.counted or n.quantity.unit in _MONEY for n in sums)
    if any(sign.code in ("risk", "fear") and sign.span.meets(verb) for sign in STANCES.within(at, span)):
        return True
    sides = at.states_in(at.sentence.span) or at.names_in(at.sentence.span, NameType.SIDE)
    spoken_by = verb.of(at.reading.text).lower().endswith(_OWN)
    visit = any(t.lemmas & TABLE.journeys for t in at.tokens_in(span) if t.span.end <= verb.start)
    return counted or visit or not (sides or is_near(at) or (spoken_by and opens_joint(at, _HEAD)))


def _after_attributes(at: At, span: Span, verb: Span) -> int:
    """Where the deed's own words begin: sizes in an attribute («100 гектарда салынып жатқан …») are not its."""
    start = span.start
    for token in at.tokens_in(span):
        attribute = token.lower.endswith(_ATTRIBUTES) and verb_tense(token.lower) == "participle"
        if token.span.end <= verb.start and attribute:
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
    said = speaker(at.reading, at.index, at.sentence.span) if own or (rule == "promised" and giver is None) else None
    if _are_both(at):
        yield pledge(pair, None)
        return
    whose = _side_of_guest(at) if at.sentence.paragraph in answers(at.reading) else None
    if whose in pair and (giver is None or (isinstance(giver, NameMention) and giver.type in _SIDES)):
        yield pledge(whose, next((code for code in pair if code != whose), None))
        return
    if isinstance(giver, NameMention):
        yield pledge(said or name_of(at, giver), receiver(at, span, giver))
    else:
        yield pledge(said or giver, addressed(at) or other_than(at, giver))


def _are_both(at: At) -> bool:
    """«Олар … уәделесті», of two whom the sentence before named."""
    first = next((t.lower for t in at.sentence.tokens if t.kind == "word"), "")
    before = next(iter(at.before(1)), None)
    if first not in ("олар", "екеуі") or before is None or not before.same_paragraph(at):
        return False
    people = {n.canonical for n in before.names_in(before.sentence.span, NameType.PERSON)}
    return len(people) > 1 or is_joint(before)


def _side_of_guest(at: At) -> str | None:
    """For whom somebody who is asked speaks: his own state, else the text's."""
    return next(iter(guests(at.reading).values()), at.reading.home)


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
