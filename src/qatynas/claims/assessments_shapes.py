"""Judgements that are told by the sentence's build and by no judging word.

An opinion frame («X-тің ұғымында …»), a verb of thinking («… деп біледі»), a deed or a quality that does something to
something («дипломның танылмауы … сындырады»), and a condition with what comes of it («…-маса, … кіреді»).
"""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.claims.assessments_conditions import VAIN, comes_to_nothing, is_a_deed, is_undone
from qatynas.claims.assessments_holders import holder
from qatynas.claims.assessments_polarity import THINGS, turns
from qatynas.claims.assessments_views import ABOUT, PLANS, STANCES
from qatynas.claims.context import At
from qatynas.claims.gate import words_in
from qatynas.claims.goods_words import GOODS
from qatynas.claims.pledges_words import WORDS as PROMISES
from qatynas.claims.predicates import amounts, is_joint, is_near, opens_joint, reach
from qatynas.claims.predicates_lexicon import Lexicon, Sign, verb_tense
from qatynas.claims.procedures_words import FREQUENCIES
from qatynas.claims.speakers import speaker
from qatynas.claims.trends import DIRECTIONS, INDICATORS
from qatynas.data import Strict, load
from qatynas.language import analyse
from qatynas.language.mentions import Case, NameType, Token
from qatynas.model import Span


class Table(Strict, frozen=True):
    """data/assessments_shapes.toml."""

    frames: frozenset[str]
    thinking: frozenset[str]
    qualities: frozenset[str]
    behind: frozenset[str]
    calling: frozenset[str]
    hearts: frozenset[str]
    better: frozenset[str]
    discourse: frozenset[str]
    wanting: frozenset[str]
    warmly: frozenset[str]
    welcoming: frozenset[str]
    saying: frozenset[str]
    coming: frozenset[str]
    harm: tuple[str, ...]
    help: tuple[str, ...]


TABLE = load("assessments_shapes", Table)
LEANING = Lexicon({"harm": TABLE.harm, "help": TABLE.help})

_OPENING = 8
"""Sentences by which a text says whom it is about."""
_LEAST = 5
"""Tokens of the shortest sentence that argues."""
_THAT = ("атынын", "етінін", "йтынын", "йтінін", "атындығын", "етіндігін", "йтындығын", "йтіндігін")
_LET_US = ("йық", "йік")
_TOUCHED = (Case.ACC, Case.DAT, Case.ABL)
"""Cases of what a deed touches."""
_PRESENT = ("ады", "еді", "йды", "йді", "иды", "иді", "яды")
_UNDONE = ("мауы", "меуі", "бауы", "беуі", "пауы", "пеуі")
_LONG = 7
"""Letters of a word that the lexicon lacks and whose ending tells its form."""
_OWN = ("мыз", "міз", "мын", "мін")
_QUALITY = ("дығы", "дігі", "лығы", "лігі", "тығы", "тігі")
_LACKS = ("сіздігі", "сыздығы")
_HABITUAL = ("атын", "етін", "йтын", "йтін", "ған", "ген", "қан", "кен")


def shaped(at: At) -> tuple[Sign, str] | None:
    """The predicate of a judgement that no word tells, and its stance; None where the sentence only reports."""
    if len(at.sentence.tokens) < _LEAST or _reports(at):
        return None
    for rule in (_called, _framed, _thought, _caused, _conditioned, _argued):
        if sign := rule(at):
            return sign, _stance(at, sign)
    return None


def _reports(at: At) -> bool:
    """Numbers, days, promises and counterfactuals are no judgements; what names neither the ties nor both is none."""
    sentence = at.sentence
    if amounts(at, sentence.span) or PROMISES.of(at, "promising"):
        return True
    if any(date.edtf and not date.edtf.startswith("..") for date in sentence.dates):
        return True
    if "егер" in words_in(sentence):
        return True
    said = speaker(at.reading, at.index, sentence.span) is not None
    return not (_concerned(at) or is_near(at) or (said and opens_joint(at, _OPENING)))


def _concerned(at: At) -> bool:
    return bool(ABOUT.of(at, "relation")) or is_joint(at)


def _stance(at: At, sign: Sign) -> str:
    """The stance by what is made more or less, then by harmful words and denied deeds; else what is built tells."""
    words = {token.lower for token in at.sentence.tokens}
    if sign.code == "without" and words & TABLE.wanting:
        return "benefit"  # «… болмаса, … қалар еді»: what would be bad without it
    if sign.code in ("wish", "called") or words & TABLE.calling:
        return "recommendation"
    if sign.code == "argued" and _comes_from(at, sign):
        return "cause"
    leaning = LEANING.of(at)
    if leaning and sign.code in ("argued", "if", "caused", "framed", "thought"):
        harms = (leaning[-1].code == "harm") != comes_to_nothing(at.sentence.tokens[sign.last])
        return "risk" if harms else "expectation" if sign.code == "if" else "benefit"
    turned = {turn.code for turn in turns(at)}
    told = {s.code for s in STANCES.of(at)}
    if turned and sign.code != "if":
        harmful = "risk" in turned
    elif sign.code == "if":
        harmful = bool(told & {"risk", "fear"})
    else:
        things = {thing.code for thing in THINGS.of(at)}
        harmful = bool(told & {"risk", "fear"}) or (things == {"bad"} and "benefit" not in told) or _is_lacking(at)
    if harmful or sign.code == "without":
        return "risk"
    coming = sign.code == "if" or (sign.code == "framed" and _has_condition(at))
    return "expectation" if told & {"hope", "expectation"} or coming else "benefit"


def _comes_from(at: At, sign: Sign) -> bool:
    """«Айырма кодтан шығады»: what something comes from."""
    before = at.sentence.tokens[sign.last - 1]
    return before.case is Case.ABL and bool(_stems(at.sentence.tokens[sign.last]) & TABLE.coming)


def _has_condition(at: At) -> bool:
    """«… іске қосылса, диқан тапшылықтан құтылады»."""
    tokens = at.sentence.tokens
    return any(t.text == "," and i and _is_condition(tokens, i - 1) for i, t in enumerate(tokens))


def _is_lacking(at: At) -> bool:
    """«танылмауы», «әлсіздігі»: a deed left undone, a want."""
    subjects = [i for i in range(len(at.sentence.tokens) - 1) if _is_abstract(at, i)]
    return any(
        at.sentence.tokens[i].lower.endswith(_LACKS)
        or any(r.negative for r in analyse(at.sentence.tokens[i].lower)[:1])
        for i in subjects
    )


def _called(at: At) -> Sign | None:
    """«Кезекті қысқартайық, ағайын», «ортақ өнім шығарған тиімді»: what somebody calls for."""
    if speaker(at.reading, at.index, at.sentence.span) is None or not _concerned(at):
        return None
    tokens = at.sentence.tokens
    for index, token in enumerate(tokens[1:], 1):
        closes = index + 1 == len(tokens) or tokens[index + 1].kind == "mark"
        if not closes:
            continue
        if token.lower in TABLE.better and any(r.form == "participle" for r in analyse(tokens[index - 1].lower)[:2]):
            return _sign(at, "called", index)
        stems = {r.lemma for r in analyse(token.lower) if r.form == "wish" and not r.negative}
        us = token.lower.endswith(_LET_US) and tokens[index - 1].case is Case.ACC
        if us and stems and not stems & TABLE.discourse:
            return _sign(at, "called", index)
    return None


def _framed(at: At) -> Sign | None:
    """«Мамандардың пайымдауынша, …», «меніңше, …»."""
    if not any(token.lower in TABLE.frames for token in at.sentence.tokens):
        return None
    last = max((i for i, t in enumerate(at.sentence.tokens) if t.kind == "word"), default=0)
    return _sign(at, "framed", last)


def _thought(at: At) -> Sign | None:
    """«… төмендетеді деп біледі»: what somebody thinks, if it is no plan and no coming event."""
    tokens = at.sentence.tokens
    for index, that in enumerate(tokens[:-1]):
        if that.lower != "деп" or not index or not _thinks(tokens, index + 1):
            continue
        told = tokens[index - 1]
        if told.lemmas & PLANS or _stems(told) & PLANS:
            continue
        if told.kind == "word" and not _is_passive(told) and not told.lower.endswith(_OWN) and _concerned(at):
            return _sign(at, "thought", index - 1)
    return None


def _thinks(tokens: tuple[Token, ...], index: int) -> bool:
    """A verb of thinking right behind «деп», or one of welcoming with how it is done («деп жылы қабылдады»)."""
    if _stems(tokens[index]) & TABLE.thinking:
        return True
    warmly = tokens[index].lower in TABLE.warmly
    return warmly and index + 1 < len(tokens) and bool(_stems(tokens[index + 1]) & TABLE.welcoming)


def _caused(at: At) -> Sign | None:
    """A deed or a quality as the subject of an active verb with an object: «тілдің жақындығы оқуды жеңілдетеді»."""
    tokens = at.sentence.tokens
    for index, token in enumerate(tokens):
        if not _is_predicate(at, index) or _is_passive(token):
            continue
        sign = _sign(at, "caused", index)
        place = reach(at, sign)
        inside = [i for i in range(index) if tokens[i].span.start >= place.start]
        subjects = [i for i in inside if _is_abstract(at, i)]
        objects = [t for t in tokens[subjects[-1] : index] if t.case in (Case.ACC, Case.DAT)] if subjects else []
        if objects and not any(t.lemmas & TABLE.hearts for t in objects):
            return sign
    return None


def _conditioned(at: At) -> Sign | None:
    """«… көтермесе, … шығын кіреді», «… арзандамай, … қағаз күйінде қалады», «… ашылса, … жеңілдеп қалар едік»."""
    if not _concerned(at) and speaker(at.reading, at.index, at.sentence.span) is None:
        return None
    tokens = at.sentence.tokens
    for index, token in enumerate(tokens[:-2]):
        undone = is_undone(at, index)
        if not undone and (tokens[index + 1].text != "," or not _is_condition(tokens, index)):
            continue
        for last in _finite(at, index + 2, denied=undone):
            if _stems(token) & _stems(tokens[last]):
                continue
            wish = tokens[last].lower.startswith("еді")
            if wish and holder(at)[0] is None:
                continue  # what would be, told by nobody
            if undone and is_a_deed(token) and comes_to_nothing(tokens[last]):
                return _sign(at, "called", last)
            return _sign(at, "without" if undone else "wish" if wish else "if", last)
    return None


def _argued(at: At) -> Sign | None:
    """What somebody holds, in whatever words: a present that he tells of the ties and that reports no deed of his."""
    held = holder(at)[0]
    if held is None or len([t for t in at.sentence.tokens if t.kind == "word"]) < _LEAST:
        return None
    if FREQUENCIES.of(at) or (DIRECTIONS.of(at) and INDICATORS.of(at)) or any(d.season for d in at.sentence.dates):
        return None
    tokens = at.sentence.tokens
    for index in range(len(tokens) - 1, 1, -1):
        word = tokens[index].lower
        reported = word.endswith(_THAT)
        closes = index + 1 == len(tokens) or tokens[index + 1].kind == "mark"
        if not (reported or (closes and _is_of_now(word))) or _is_passive(tokens[index]):
            continue
        if _stems(tokens[index]) & TABLE.saying or any(n.span.meets(tokens[index].span) for n in at.sentence.names):
            continue
        place = reach(at, _sign(at, "argued", index))
        inside = at.tokens_in(place)
        if _people_act(at, place, held) or not any(t.case in _TOUCHED for t in inside):
            return None
        leaning = bool(LEANING.within(at, place.join(tokens[index].span)))
        if not leaning and (reported or len(GOODS.find(at.sentence.tokens)) > 1 or not _concerned(at)):
            return None
        return _sign(at, "argued", index)
    return None


def _is_of_now(word: str) -> bool:
    """A third person's present, denied or not, of a verb that the lexicon lacks, too."""
    likely = analyse(word)[0]
    return word.endswith(_PRESENT) and len(word) >= _LEAST and (verb_tense(word) == "present" or not likely.known)


def _people_act(at: At, place: Span, held: str) -> bool:
    """Whether people or sides do what is told: news of what they do, and no judgement."""
    acting = (NameType.PERSON, NameType.STATE, NameType.SIDE, NameType.OFFICE, NameType.BODY, NameType.ORGANISATION)
    named = at.names_in(place, *acting)
    if at.sentence.text.lstrip("«»–—- ").startswith(held):
        return True
    return any(n.case in (None, Case.NOM) and not n.attributive and n.canonical != held for n in named)


def _is_condition(tokens: tuple[Token, ...], index: int) -> bool:
    """A third person's condition; «X болса» only turns to X."""
    token = tokens[index]
    word = token.lower
    if word == "болса":
        return index > 0 and tokens[index - 1].lower.endswith(_HABITUAL)
    if word.endswith(("са", "се")):
        return verb_tense(word) == "condition"
    return False


def _may_come(word: str) -> bool:
    """A present of a verb that the lexicon lacks: «сіңеді», «сорлайды»."""
    likely = analyse(word)[0]
    return word.endswith(_PRESENT) and len(word) >= _LONG - 1 and not likely.known


def _finite(at: At, start: int, *, denied: bool) -> Iterator[int]:
    """The tokens from start on that close a clause as what comes of a condition; denied: of one that is not met."""
    tokens = at.sentence.tokens
    sure = denied or holder(at)[0] is not None
    for index in range(start, len(tokens)):
        word = tokens[index].lower
        closes = index + 1 == len(tokens) or tokens[index + 1].kind == "mark"
        coming = verb_tense(word) in ("present", "future", "intention") or word.startswith("еді")
        coming = coming or (sure and _may_come(word))
        if closes and (coming or (denied and (comes_to_nothing(tokens[index]) or word in VAIN))):
            yield index


def _is_predicate(at: At, index: int) -> bool:
    """A third person's present that closes its clause, or what is reported: «…-етінін айтты»."""
    tokens = at.sentence.tokens
    word = tokens[index].lower
    if word.endswith(_THAT):
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    closes = after is None or after.kind == "mark" or after.lower in ("деп", "деген", "дейді")
    denied = any(r.negative for r in analyse(word)[:1])
    return closes and not denied and _is_present(word)


def _is_present(word: str) -> bool:
    """The third person's present, of a verb that the lexicon lacks too («күттіреді»)."""
    if not word.endswith(_PRESENT):
        return False
    likely = analyse(word)[0]
    return verb_tense(word) == "present" or (not likely.known and len(word) >= _LONG)


def _is_abstract(at: At, index: int) -> bool:
    """A deed («танылмауы», «байлану») or a quality («әлсіздігі», «жақындығы») that may be a subject."""
    token = at.sentence.tokens[index]
    after = at.sentence.tokens[index + 1]
    if token.kind != "word" or token.case not in (None, Case.NOM) or after.lower in TABLE.behind:
        return False
    if any(name.span.meets(token.span) for name in at.sentence.names):
        return False
    word = token.lower
    if word.endswith(_LACKS) or (word.endswith(_QUALITY) and word[:-4] in TABLE.qualities):
        return True
    undone = word.endswith(_UNDONE) and len(word) >= _LONG
    deed = undone or any(
        r.form == "infinitive" and r.known and r.case in (None, "nom") and len(r.lemma) > 1 for r in analyse(word)[:2]
    )
    if not deed or len(word) <= 4:
        return False
    bare = word.endswith(("у", "ю"))
    return not bare or (after.kind == "word" and not after.possessive and after.case is not Case.NOM)


def _stems(token: Token) -> frozenset[str]:
    return frozenset(r.lemma for r in analyse(token.lower) if r.pos == "verb")


def _is_passive(token: Token) -> bool:
    """«көтеріледі», «өткізіледі»: an event of the agenda."""
    stems = [r.lemma for r in analyse(token.lower) if r.pos == "verb"]
    return bool(stems) and len(stems[0]) > 3 and stems[0].endswith(("ыл", "іл"))


def _sign(at: At, code: str, last: int) -> Sign:
    token = at.sentence.tokens[last]
    return Sign(code, code, token.span, last, last, "present", False, None)
