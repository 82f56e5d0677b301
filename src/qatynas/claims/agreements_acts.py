"""Which documents an act is done to, and ways to act that a verb alone does not tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qatynas.claims.acts import FINITE, Mood, mood, part_of, parts, verb
from qatynas.claims.agreements_titles import Named, documents
from qatynas.claims.agreements_words import DRAFT, act_stems, acts, listed_in, signs, table_of
from qatynas.claims.context import At
from qatynas.claims.when import is_tied
from qatynas.claims.when_told import is_auxiliary
from qatynas.language import Hit
from qatynas.language.mentions import Case, NameType, Token
from qatynas.model import Span

VOTED = "voted on"  # the rule of a deed on papers that the text told earlier
LAW = " ратификациялау туралы заң"  # a law that ratifies another document
TREATIES = frozenset({"treaty", "agreement", "protocol", "memorandum"})
_TAKES = {  # the cases in which an act's document stands before its verb
    "signed": (Case.DAT, Case.NOM, Case.ACC, Case.GEN),
    "ratified": (Case.ACC, Case.NOM, Case.GEN),
    "approved": (Case.ACC, Case.NOM, Case.GEN),
    "in_force": (Case.NOM, Case.GEN, Case.ACC),
    "prepared": (Case.ACC, Case.NOM, Case.GEN, Case.DAT),
    DRAFT: (Case.ACC, Case.NOM, Case.GEN),
}
_PASSIVE = (
    "ыл",
    "іл",
    "жасал",
    "дел",
    "тал",
    "дал",
    "бекі",
    "лан",
    "лен",
)  # endings of verbs of which it is the subject
_ADJUNCT = (Case.DAT, Case.LOC, Case.ABL, Case.ACC)
_VOTED = 5  # words behind an act among which the vote for it stands
_NOT_YET = (
    "болмай",
    "болады",
    "болмақ",
    "болар",
    "болуы",
    "болуға",
    "болатын",
    "болса",
    "болғанда",
    "болғанша",
    "тұрған",
)
_WILL_BE = ("болады", "болмақ", "болар", "болуы")
_OVER = frozenset({"бітті", "болды", "болған", "біткен", "шықты"})
_SIDES = (NameType.STATE, NameType.SIDE, NameType.ORGANISATION, NameType.OFFICE)


def documents_of(at: At, hit: Hit, named: Sequence[Named]) -> list[int]:
    """Which documents the act at hit is done to: the one that its participle modifies, or those before the verb."""
    tokens = at.sentence.tokens
    reading = verb(tokens[hit.last], act_stems())
    if reading and reading.form == "participle" and reading.case == Case.NOM and not reading.possessor:
        for index, document in enumerate(named):
            if document.aside is not None and document.aside <= hit.last < document.head:
                return [index]
            if document.first > hit.last and _near(at, hit.last, document):
                return [index, *_joined_after(at, named, index)]
        if _is_attributive(tokens, hit.last):
            return []
    part = part_of(at, hit.span)
    before = [
        index
        for index, document in enumerate(named)
        if document.last < hit.first and part.start <= tokens[document.head].span.start
    ]
    if not before and (shared := _of_next_participle(at, hit, named)):
        return shared
    if not before:
        before = _of_converb(at, hit, named, part)
    while before:
        last = named[before[-1]]
        if (last.case in _TAKES[hit.key] or last.draft or last.ratifying) and not _is_ground(tokens, last):
            return _chain(at, named, before)
        before.pop()
    return []


def _of_next_participle(at: At, hit: Hit, named: Sequence[Named]) -> list[int]:
    """«былтыр қол қойылып, биыл ратификацияланған шарт»: a converb shares the document of the participle behind it."""
    reading = verb(at.sentence.tokens[hit.last], act_stems())
    following = next((other for other in acts(at) if other.first > hit.last), None)
    if reading is None or reading.form != "converb" or following is None:
        return []
    behind = verb(at.sentence.tokens[following.last], act_stems())
    if behind is None or behind.form != "participle" or behind.case != Case.NOM:
        return []
    after = [i for i, document in enumerate(named) if document.first > following.last]
    return [i for i in after if _near(at, following.last, named[i])][:1]


def _of_converb(at: At, hit: Hit, named: Sequence[Named], part: Span) -> list[int]:
    """«шартты қарап, мақұлдады»: the object of the converb clause before, in which nothing else is done with it."""
    clause = next((p for p in reversed(parts(at)) if p.end <= part.start), None)
    if clause is None or any(clause.covers(other.span) and other.key != DRAFT for other in acts(at)):
        return []
    words = [token for token in at.tokens_in(clause) if token.kind == "word"]
    last = verb(words[-1]) if words else None
    if last is None or last.form != "converb" or last.negative:
        return []
    return [index for index, document in enumerate(named) if clause.covers(document.span) and document.case == Case.ACC]


def _is_attributive(tokens: Sequence[Token], index: int) -> bool:
    """Whether a participle modifies the word after it («жасалған жоба») and is no predicate («жасалған болатын»)."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is not None and following.kind == "word" and not is_auxiliary(following.lower)


def _joined_after(at: At, named: Sequence[Named], index: int) -> Iterator[int]:
    """«қол қойылған A туралы шартты және B туралы келісімді»: documents joined to the one after a participle."""
    tokens = at.sentence.tokens
    sides = [n.span for n in at.sentence.names if n.type in _SIDES]
    for later in range(index + 1, len(named)):
        gap = tokens[named[later - 1].last + 1 : named[later].first]
        if "joins" not in signs(gap) or named[later].case != named[index].case or not named[later].title:
            return
        if not all(
            signs((t,)) & {"joins", "between"} or any(s.covers(t.span) for s in sides) or t.text in ",-" for t in gap
        ):
            return
        yield later


def _is_ground(tokens: Sequence[Token], document: Named) -> bool:
    """«келісімге сәйкес», «келісім бойынша»: the document is what something else rests on."""
    return "ground" in signs(tokens[document.last + 1 : document.last + 2])


def _near(at: At, index: int, document: Named) -> bool:
    """Whether nothing but sides, places and dates stands between a participle and the document."""
    between = at.sentence.tokens[index + 1 : document.first]
    if any(token.kind == "mark" and token.text in ".;:!?" for token in between):
        return False
    if any(token.case in _ADJUNCT and not token.attributive and token.kind == "word" for token in between):
        return False
    return not any((reading := verb(token)) and reading.form in ("past", "present", "converb") for token in between)


def _chain(at: At, named: Sequence[Named], before: Sequence[int]) -> list[int]:
    """The last document before the verb with those that commas and conjunctions join to it."""
    tokens = at.sentence.tokens
    chosen = [before[-1]]
    for index in reversed(before[:-1]):
        gap = tokens[named[index].last + 1 : named[chosen[0]].first]
        dated = [date.span for date in at.sentence.dates]
        if not gap or not all(_links(token, dated) for token in gap):
            break
        chosen.insert(0, index)
    return chosen


def _links(token: Token, dated: Sequence[Span]) -> bool:
    """Whether a token between two documents joins them: marks, «және», and the date that the second has of its own."""
    return (
        token.text in ",«»" or bool(signs((token,)) & {"joins", "leading"}) or any(d.covers(token.span) for d in dated)
    )


def is_nominal(at: At, hit: Hit) -> bool:
    """«қолданыста», «туған күні»: an act that a noun tells."""
    reading = verb(at.sentence.tokens[hit.last], act_stems())
    return reading is None or not any(reading.lemma.startswith(stem) for stem in act_stems())


def is_ready(at: At, hit: Hit) -> bool:
    """«хаттама да әзір», «келісім қол қоюға дайын»."""
    return "ready" in signs(at.sentence.tokens[hit.last : hit.last + 1])


def noun_mood(at: At, hit: Hit) -> Mood:
    """The mood of an act that a noun or an adjective tells: «қол қою рәсімі ертең өтеді» is to come as the sentence's
    last verb is, «дайын» is so now, «дайын емес» is not."""
    tokens = at.sentence.tokens
    following = tokens[hit.last + 1 : hit.last + 3]
    if is_ready(at, hit):
        not_yet = any(t.lower in ("емес", "жоқ") or t.lower.startswith(_NOT_YET) for t in following[:1])
        not_yet = not_yet or any(t.lower == "еді" for t in following)
        if not_yet and at.dates_in(part_of(at, hit.span)) and following[0].lower.startswith(_WILL_BE):
            return Mood.PLANNED  # «жобасы қыркүйекке дейін дайын болмақ»
        return Mood.DENIED if not_yet else Mood.DONE
    last = next((i for i in range(len(tokens) - 1, -1, -1) if (r := verb(tokens[i])) and r.form in FINITE), None)
    return Mood.PLANNED if last is not None and mood(at, last) == Mood.PLANNED else Mood.DONE


def mood_of_vote(at: At, hit: Hit) -> Mood | None:
    """«ратификациялауға дауыс берді»: an act told by the vote for it."""
    tokens = at.sentence.tokens
    voted = next((h for h in table_of("voted").find(tokens[hit.last + 1 : hit.last + _VOTED]) if h.first <= 1), None)
    if tokens[hit.last].case != Case.DAT or voted is None:
        return None
    return mood(at, hit.last + 1 + voted.last)


def is_preparing_told(at: At, hit: Hit) -> bool:
    """«жобасын дайындау … тапсырылды»: preparing is the act, the order that it rests on is none of its own."""
    part = part_of(at, hit.span)
    return any(other.key == "prepared" and part.start <= other.span.start < hit.span.start for other in acts(at))


def is_decreed(at: At, hit: Hit) -> bool:
    """«… келісім бекітілсін»: a decree's own way to approve."""
    reading = verb(at.sentence.tokens[hit.last], act_stems())
    passive = reading is not None and reading.lemma.endswith(("іл", "ыл", "ан", "ен", "ын", "ін"))
    return passive and reading is not None and reading.form == "wish" and not reading.negative


def is_in_title(hit: Hit, named: Sequence[Named]) -> bool:
    """«деректермен алмасу туралы келісім»: a verb that only says what a document is about."""
    inside = (d for d in named if d.title and d.first <= hit.first and hit.last < d.head)
    return any(d.aside is None or hit.last < d.aside for d in inside)


def is_of_ratifying_law(hit: Hit, named: Sequence[Named]) -> bool:
    """«шартты ратификациялайтын заңды қабылдады»: the verb that only says which law it is."""
    return any(document.ratifying and document.head < hit.first and hit.last < document.last for document in named)


def is_being_prepared(at: At, hit: Hit) -> bool:
    """«қол қоюға дайындалып жатыр»: preparing is the act, signing its aim."""
    following = at.sentence.tokens[hit.last + 1 : hit.last + 3]
    return any(
        other.key == "prepared" and other.span.start == token.span.start for other in acts(at) for token in following
    )


def is_going_on(at: At, hit: Hit) -> bool:
    following = at.sentence.tokens[hit.last + 1 : hit.last + 2]
    reading = verb(at.sentence.tokens[hit.last], act_stems())
    going = bool(following) and following[0].lower.startswith(("жатыр", "отыр", "жатқан"))
    going = going or at.sentence.tokens[hit.last].lower.startswith(("үстін", "сатысын", "кезеңін"))
    return going or bool(reading and reading.form == "infinitive" and reading.case == Case.LOC)


def is_mutual(at: At, document: Named, act: str) -> bool:
    """Whether the document is one between states, not a state's own law or programme."""
    own = at.sentence.tokens[document.first : document.head + 1]
    if "own" in signs(own) and not document.between:
        return False
    if document.type in TREATIES and "charter" in signs(own[-1:]):
        return len(at.states_in(at.sentence.span)) > 1 or "mutual" in signs(at.sentence.tokens)
    if document.between or document.type in TREATIES or document.ratifying:
        return True
    if document.type == "law" and (document.title or "").endswith(LAW):
        return True
    if "between" in signs(at.sentence.tokens[: document.head]) or is_tied(at) or _is_told_beside(at, document):
        return True  # «министрліктер арасындағы іс-қимыл жоспары», «жиын соңында … бағдарламасы бекітілді»
    if act == "signed" and document.type != "law":
        return True
    states = {code for name in at.sentence.names for code in (*name.countries, name.country) if code}
    if any(t.plural and "institutions" in signs((t,)) for t in at.sentence.tokens):
        return True  # «Сыртқы істер министрліктері … жоспарын бекітті»
    return len(states) > 1 or "mutual" in signs(at.sentence.tokens)


def _is_told_beside(at: At, document: Named) -> bool:
    """«… меморандумға қол қойылған. Енді 2026–2030 жылдарға арналған жол картасы жазылып жатыр.»: a paper of years
    told behind one of both, in a sentence that names no state."""
    if document.term is None or any(name.country or name.countries for name in at.sentence.names):
        return False
    return any(at.same_paragraph(other) and documents(other) for other in at.before(1))


def listed_after(at: At, hit: Hit, named: Sequence[Named]) -> list[int]:
    """«төрт құжатқа қол қойылды: A келісімі, B меморандумы»: the titles behind the colon after what was signed."""
    tokens = at.sentence.tokens
    if hit.key == "signed" and (among := _among(tokens, hit)):
        return [index for index, document in enumerate(named) if document.first > among and document.title]
    if hit.key not in ("signed", "approved"):
        return []
    opened = next((i for i in range(hit.last + 1, len(tokens)) if tokens[i].text == ":"), None)
    if opened is None:
        opened = next((hit.last + 1 + h.last for h in listed_in(tokens[hit.last + 1 :])), None)
    if opened is None or "generic" not in signs(tokens[:opened]):
        return []
    return [index for index, document in enumerate(named) if document.first > opened and document.title]


def _among(tokens: Sequence[Token], hit: Hit) -> int | None:
    """Where «қол қойылған құжаттар қатарында» ends, behind which the titles of what was signed stand."""
    generic = next((i for i in range(hit.last + 1, min(len(tokens), hit.last + 5)) if _is_generic(tokens[i])), None)
    following = tokens[generic + 1 : generic + 4] if generic is not None else ()
    return generic if "among" in signs(following) else None


def _is_generic(token: Token) -> bool:
    return "generic" in signs((token,))


def is_told_ready(at: At, hit: Hit) -> bool:
    """«дайын», «парафталды»: prepared and done."""
    tokens = at.sentence.tokens
    over = any(token.lower in _OVER for token in tokens[hit.last + 1 : hit.last + 2])  # «келісіліп бітті»
    return over or is_ready(at, hit) or "initialled" in signs(tokens[hit.last : hit.last + 1])


def is_rite(at: At, hit: Hit) -> bool:
    """«қол қою рәсімі өтті»: signing told by its rite."""
    words = at.sentence.tokens[hit.first : hit.last + 1]
    following = at.sentence.tokens[hit.last + 1 : hit.last + 4]
    return len(words) > 2 and any(
        (r := verb(token)) and r.lemma in ("өт", "бол", "өткіз", "өткізіл") for token in following
    )


def is_lasting(at: At, hit: Hit) -> bool:
    """«2019 жылдан бері қолданылады»: in force, told as what goes on."""
    return "lasting" in signs(at.sentence.tokens[hit.first : hit.last + 1])
