"""Matters told by the build of a sentence: a list of them as the object of what those who met did, or behind a dash."""

from __future__ import annotations

from itertools import pairwise

from qatynas.claims.context import At
from qatynas.claims.gate import Gate, words_in
from qatynas.claims.predicates import amounts, is_joint, reach
from qatynas.claims.predicates_lexicon import Lexicon, Sign, verb_form, verb_tense
from qatynas.claims.topics_words import TABLE, topics_in
from qatynas.language import analyse
from qatynas.language.mentions import Case, NameType, Token

LISTS = Lexicon(TABLE.lists)
SCENE = Lexicon({"meeting": TABLE.scene["meeting"]})

_ENOUGH = 2
"""Topics in a list that only a talk has as its object."""
_AND = frozenset({"және", "мен", "пен", "бен", "әрі"})
_NEAR = 4
"""Words between a noun for matters and the verb of talk."""
_CORES = ("арқауы", "өзегі", "негізгі арқауы")
_PAST = ("past", "perfect", "inferred")
_MARKS = frozenset({"–", "—", "-", ":"})
_SETTLING = ("тоқта", "тоқтал", "бекін", "кіріс", "көш", "ден қой")
_MAY_SETTLE = Gate(_SETTLING)


def listed(at: At) -> tuple[Sign, ...]:
    """A sign of a talk where no word of one stands."""
    found = _equated(at) or _settled(at) or _turned(at) or _gone_through(at)
    return (found,) if found else ()


def talked_with(at: At) -> bool:
    """«… спикері X-пен сөйлескенін»: somebody with whom one talks."""
    return any(name.case is Case.INS for name in at.names_in(at.sentence.span, NameType.PERSON, NameType.OFFICE))


def settled_before(at: At) -> str:
    """«Тараптар мыналарға келісті:»: what the headings under it name is agreed."""
    for other in at.before(at.index):
        if other.sentence.text.rstrip().endswith(":") and (signs := LISTS.of(other)):
            return signs[0].code if signs[0].code == "agreed" else ""
    return ""


def _equated(at: At) -> Sign | None:
    """«Негізгі екі тақырып – теміржол мен емхана», «Арқауы – көші-қон, шекара», «мәжілістің мәселесі – …»."""
    if words_in(at.sentence).isdisjoint(_MARKS):
        return None
    tokens = at.sentence.tokens
    for index, (token, mark) in enumerate(pairwise(tokens)):
        if token.case not in (None, Case.NOM) or mark.text not in _MARKS:
            continue
        owner = tokens[index - 1] if index else None
        core = token.lower.startswith(_CORES) and (owner is None or bool(owner.lemmas & TABLE.talks))
        if core or token.lemmas & TABLE.matters:
            code = "expected" if _is_ahead(at) else "discussed"
            return Sign(code, token.lower, token.span, index, index, "", False, None)
    return None


def _is_ahead(at: At) -> bool:
    """Whether the sentence before tells of a meeting to come: «… мәжілісі сейсенбі күні ашылады.»"""
    before = next(iter(at.before(1)), None)
    if before is None or not before.same_paragraph(at) or not SCENE.of(before, "meeting"):
        return False
    words = [token for token in before.sentence.tokens if token.kind == "word"]
    return verb_tense(words[-1].lower) in ("present", "intention", "future")


def _settled(at: At) -> Sign | None:
    """«… бөлісуге, … орнатуға тоқтады»: deeds in the dative before a verb by which people settle on them."""
    if not _MAY_SETTLE.passes(at.sentence):
        return None
    tokens = at.sentence.tokens
    for index, token in enumerate(tokens[1:], 1):
        form = verb_form(token.lower, _SETTLING) if _MAY_SETTLE.passes_token(token) else None
        if form and form[0] in _PAST and not form[1] and _is_deed(tokens[index - 1]):
            return Sign("agreed", token.lower, token.span, index, index, form[0], False, None)
    return None


def _turned(at: At) -> Sign | None:
    """«Сөздің тиегі мұздықтан ағытылды», «келіссөз вагонға ойысты»: the talk as the subject of a verb of movement."""
    tokens = at.sentence.tokens
    words = [i for i, token in enumerate(tokens) if token.kind == "word"]
    last = words[-1] if words else 0
    form = verb_form(tokens[last].lower, TABLE.turning) if last else None
    if form is None or form[1] or form[0] not in _PAST:
        return None
    subject = next((i for i in words[:-1] if tokens[i].lower.startswith(TABLE.telling)), None)
    if subject is None or tokens[subject].case not in (None, Case.NOM, Case.GEN):
        return None
    dated = [date.span for date in at.sentence.dates]
    goal = next((tokens[i] for i in reversed(words[:-1]) if tokens[i].case in (Case.ABL, Case.DAT)), None)
    if goal is None or goal.span.start < tokens[subject].span.start or any(d.meets(goal.span) for d in dated):
        return None
    return Sign("discussed", tokens[last].lower, tokens[last].span, last, last, "past", False, None)


def _is_deed(token: Token) -> bool:
    return token.case is Case.DAT and any(r.form == "infinitive" for r in analyse(token.lower)[:2])


def _gone_through(at: At) -> Sign | None:
    """Several matters as the object of what both did when they met, in whatever words: «X, Y мен Z-ны … қарады»."""
    tokens = at.sentence.tokens
    here = bool(SCENE.of(at, "meeting")) or is_joint(at) or talked_with(at)
    if not (here or _met_before(at)):
        return None
    last = max((i for i, t in enumerate(tokens) if t.kind == "word"), default=0)
    coming = bool(last) and verb_tense(tokens[last].lower) == "present" and _has_a_day_to_come(at)
    named = last and _names_matters(tokens, last)
    if not last or not (_is_done(tokens[last], named=bool(named)) or coming):
        return None
    if not (named or (here and _is_matter(tokens[last - 1]))):
        return None
    form = "present" if coming else "past"
    sign = Sign("discussed", tokens[last].lower, tokens[last].span, last, last, form, False, None)
    place = reach(at, sign)
    inside = at.tokens_in(place)
    if amounts(at, place) or any(t.lemmas & TABLE.papers or t.lemmas & TABLE.bound for t in inside):
        return None
    words = topics_in(at, place)
    if len(words) < _ENOUGH:
        return None
    between = [t for t in inside if words[0].span.end <= t.span.start < words[-1].span.start]
    return sign if any(t.text == "," or t.lower in _AND for t in between) else None


def _met_before(at: At) -> bool:
    """Whether the sentence before in the paragraph tells of a meeting: «… телефонмен тілдесті. Олар …»."""
    before = next(iter(at.before(1)), None)
    if before is None or not before.same_paragraph(at):
        return False
    return bool(SCENE.of(before, "meeting")) or is_joint(before) or talked_with(before)


def _has_a_day_to_come(at: At) -> bool:
    """«Ертең бас қосып, … қарайды»."""
    day = at.day or ""
    return any(d.edtf and day and d.edtf[: len(day)] > day for d in at.sentence.dates)


def _names_matters(tokens: tuple[Token, ...], last: int) -> bool:
    """«… жайын ой елегінен өткізді»: a noun for matters as the object, a few words before the verb."""
    near = tokens[max(0, last - _NEAR) : last]
    return any(t.case is Case.ACC and t.lemmas & TABLE.matters for t in near)


def _is_done(token: Token, *, named: bool) -> bool:
    """A past that tells of no work on things; named: where a noun for matters is its object."""
    stems = {r.lemma for r in analyse(token.lower)[:2] if r.pos == "verb"}
    denied = any(r.negative for r in analyse(token.lower)[:1])
    other = stems & (TABLE.settling if named else TABLE.doing)
    return verb_tense(token.lower) == "past" and not (other or denied)


def _is_matter(token: Token) -> bool:
    """An object that is no reported deed («болатынын ескертті»)."""
    return token.case is Case.ACC and analyse(token.lower)[0].form not in ("participle", "infinitive")
