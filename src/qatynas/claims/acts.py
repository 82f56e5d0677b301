"""What a verb in its sentence says of an act: that it is done, planned, denied or only imagined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache, lru_cache

import msgspec

from qatynas.claims.context import At
from qatynas.claims.once import per_place
from qatynas.data import load
from qatynas.language import Analysis, PhraseTable, analyse
from qatynas.language.mentions import Case, Token
from qatynas.model import Span

FINITE = frozenset({"past", "present", "perfect", "inferred", "wish", "future", "intention"})
_DONE = frozenset({"past", "perfect", "inferred"})
_PAST_PARTICIPLE = ("ған", "ген", "қан", "кен")
_FUTURE_PARTICIPLE = ("атын", "етін", "йтын", "йтін")
_VERBALISERS = ("ла", "ле", "да", "де", "та", "те", "лан", "лен", "дан", "ден", "тан", "тен", "ландыр", "лендір")
_WE = ("дық", "дік", "тық", "тік", "м")
_NAMED = frozenset({"бер", "біт", "бітір", "ал", "шық", "таста", "қой"})  # stems of data/acts.toml's finishing_to
_ABOUT_TO = ("ғалы", "гелі", "қалы", "келі")
_PASSIVE = ("ыл", "іл", "ын", "ін", "лан", "лен", "дан", "ден", "тан", "тен", "тал", "дал", "рал", "сал")
_MANNER = frozenset({"айтқанда", "айтсақ", "айтсам", "алғанда", "айтпақшы", "айтпағанда"})
_ASIDE = 2  # words of a remark on how a thing is told: «күзге, дәлірек айтқанда, қазанға»
_REACH = 6  # words after an infinitive among which its governor stands


class Mood(StrEnum):
    """How far the text vouches for an act. NOUN: it is only named (қол қою рәсімі)."""

    DONE = "done"
    PLANNED = "planned"
    DENIED = "denied"
    UNREAL = "unreal"
    NOUN = "noun"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/acts.toml."""

    denial: tuple[str, ...]
    imagined: tuple[str, ...]
    supposition: tuple[str, ...]
    plan: tuple[str, ...]
    reporting: tuple[str, ...]
    contrary: tuple[str, ...]
    running: tuple[str, ...]
    finishing: tuple[str, ...]
    finishing_to: tuple[str, ...]
    unreal_nouns: tuple[str, ...]
    until: tuple[str, ...]
    said: tuple[str, ...]
    rumour: tuple[str, ...]


@cache
def _table() -> PhraseTable:
    words = load("acts", Words)
    return PhraseTable({name: getattr(words, name) for name in Words.__struct_fields__})


def _is(token: Token | None, name: str) -> bool:
    return token is not None and name in _kinds(token)


def _kinds(token: Token) -> frozenset[str]:
    """The groups of data/acts.toml that a word belongs to."""
    found = _KINDS.get(token.lower)
    if found is None:
        if len(_KINDS) >= _MOST_KINDS:
            _KINDS.clear()
        found = _KINDS[token.lower] = frozenset(hit.key for hit in _table().find((token,), overlapping=True))
    return found


_KINDS: dict[str, frozenset[str]] = {}
_MOST_KINDS = 1 << 14  # words remembered


def stems(*groups: Iterable[str]) -> frozenset[str]:
    """The verb stems that patterns end in: of «қол қойыл» қойыл, of «ратификацияла*» ратификацияла."""
    lasts = (pattern.split()[-1] for group in groups for pattern in group)
    return frozenset(choice.strip("*=") for last in lasts for choice in last.split("|"))


def verb(token: Token, known: frozenset[str] | None = None) -> Analysis | None:
    """The token read as a verb form, None where it cannot be one.

    known, where given, holds the stems by one of which the token was found, so that it is a verb: a reading by them
    goes before others.
    """
    return _verb(token.lower, known) if token.kind == "word" else None


@lru_cache(maxsize=1 << 14)
def _verb(word: str, known: frozenset[str] | None) -> Analysis | None:
    readings = analyse(word)
    verbs = [reading for reading in readings if reading.pos == "verb" and reading.form != "stem"]
    if known is not None:
        verbs.sort(key=lambda reading: (reading.lemma not in known, not reading.known))
    elif readings[0].pos == "noun" and readings[0].known:
        return None
    else:
        verbs = [reading for reading in verbs if reading.suffix not in _WE and (reading.known or _is_derived(reading))]
        verbs.sort(key=lambda reading: not reading.known)
    return verbs[0] if verbs else None


def _is_derived(reading: Analysis) -> bool:
    """Whether an unknown stem looks made from a noun (ратификация-ла-н) and not like a noun (одақтастық)."""
    return reading.lemma.endswith(_VERBALISERS) and len(reading.lemma) > 4 and not reading.suffix.endswith(_WE)


def words_after(tokens: Sequence[Token], index: int, count: int) -> list[Token]:
    """Up to count tokens after index, to the next mark that ends a clause."""
    found: list[Token] = []
    for token in tokens[index + 1 : index + 1 + count]:
        if token.kind == "mark" and token.text in ",;:.!?–—":
            break
        found.append(token)
    return found


def mood(at: At, index: int, known: frozenset[str] = frozenset()) -> Mood:
    """The mood of the verb that is token index of the sentence (the last word of its phrase).

    known holds the stems by one of which it was found, for words with two readings.
    """
    tokens = at.sentence.tokens
    if at.sentence.text.rstrip('»”" ').endswith("?"):
        return Mood.UNREAL
    reading = verb(tokens[index], known)
    if reading is None:
        return Mood.NOUN
    after = words_after(tokens, index, _REACH)
    following = after[0] if after else None
    if reading.negative or _is(following, "denial"):
        return Mood.DENIED
    if len(after) > 1 and _is(after[1], "denial") and _is(following, "running"):
        return Mood.DENIED
    if reading.form == "converb" and following is not None and _is_denied_helper(after):
        return Mood.DENIED
    if following is not None and following.lower.startswith("деген") and "rumour" in _table().keys(tokens[index + 2 :]):
        return Mood.UNREAL  # «қол қойылды деген сөз – өсек»
    return _by_form(at, index, reading, after)


def _is_denied(token: Token | None) -> bool:
    """«қол қоюға ұсынылмағаны»: the verb that an infinitive hangs on is negative."""
    governor = verb(token) if token else None
    return governor is not None and governor.negative


def _is_denied_helper(after: Sequence[Token]) -> bool:
    """«қол қоя алмады», «қол қоя қойған жоқ»: the verb behind a converb is denied, and with it the converb."""
    helper = verb(after[0])
    return helper is not None and (helper.negative or (len(after) > 1 and _is(after[1], "denial")))


def _by_form(at: At, index: int, reading: Analysis, after: Sequence[Token]) -> Mood:
    following = after[0] if after else None
    form = reading.form
    if form in _DONE:
        return Mood.DONE
    if form == "participle" and following is not None and following.lower == "болса":
        return _condition(at, index) if reading.suffix.startswith(_PAST_PARTICIPLE) else _participle(reading, after)
    if form == "participle":
        return _participle(reading, after)
    if form == "infinitive" and reading.case == Case.LOC and not after:
        return Mood.DONE  # «дайындалуда»: it is under way
    if form == "infinitive":
        if any(_is(token, "denial") for token in after[1:]) or _is_denied(following):
            return Mood.DENIED
        return Mood.PLANNED if any(_is(token, "plan") for token in after) else Mood.NOUN
    if form == "converb":
        if following is not None and _is(following, "finishing_to"):
            return _by_form(at, index + 1, verb(following, _NAMED) or reading, after[1:])
        if reading.suffix.endswith(_ABOUT_TO) and _is(following, "running"):
            return Mood.PLANNED  # «қол қойғалы отыр»
        return _of_helper(following) if _is(following, "running") else _of_main_verb(at, index)
    if form == "condition":
        return _condition(at, index)
    if form == "present" and _is_disappointed(at, index):
        return Mood.UNREAL
    if form in ("present", "intention", "future"):
        return Mood.UNREAL if _is(following, "imagined") else Mood.PLANNED
    if form == "wish":
        return Mood.PLANNED if reading.lemma.endswith(_PASSIVE) and _is_order(at, following) else Mood.UNREAL
    return Mood.NOUN


def _is_order(at: At, following: Token | None) -> bool:
    """«Келесі отырыс қарашада шақырылсын»: a resolution's way to say what is to be done; no «… болсын деп тіледі»."""
    return following is None and not at.sentence.text.rstrip('»”" ').endswith("!")


def _is_disappointed(at: At, index: int) -> bool:
    """«жасалады деп күтілген, бірақ …»: what was expected and, as the sentence goes on to say, did not come."""
    tokens = at.sentence.tokens
    said = tokens[index + 1 : index + 3]
    if len(said) < 2 or said[0].lower != "деп" or not _is(said[1], "plan"):
        return False
    expected = verb(said[1])
    was = expected is not None and (expected.form in _DONE or expected.suffix.startswith(_PAST_PARTICIPLE))
    return was and any(_is(token, "contrary") for token in tokens[index + 3 :])


def _of_helper(token: Token | None) -> Mood:
    """«дайындалып жатыр», «дайындап бітті» are facts; «дайындап бітпек», «дайындап болады» are to come."""
    helper = verb(token) if token else None
    ahead = helper is not None and (
        helper.form == "intention" or (helper.form == "present" and token is not None and _is(token, "finishing"))
    )
    return Mood.PLANNED if ahead else Mood.DONE


def _participle(reading: Analysis, after: Sequence[Token]) -> Mood:
    if after and (_is(after[0], "unreal_nouns") or (reading.case == Case.DAT and _is(after[0], "until"))):
        return Mood.UNREAL
    if reading.suffix.startswith(_PAST_PARTICIPLE):
        return Mood.DONE
    if reading.suffix.startswith(_FUTURE_PARTICIPLE):
        return Mood.UNREAL if after and after[0].lower.startswith("болса") else Mood.PLANNED
    return Mood.UNREAL if after and _is(after[0], "imagined") else Mood.PLANNED


def _of_main_verb(at: At, index: int) -> Mood:
    """«қол қойылып, күшіне енді»: a converb is done or planned as the next finite verb is."""
    tokens = at.sentence.tokens
    for later in range(index + 1, len(tokens)):
        reading = verb(tokens[later])
        if reading and reading.form in FINITE:
            if later + 1 < len(tokens) and _is(tokens[later + 1], "said"):
                continue  # «кездесіп, … көбейтеміз деді»: what was said tells nothing of the meeting
            found = mood(at, later)
            return Mood.DONE if found == Mood.DENIED else found
    return Mood.DONE


def _condition(at: At, index: int) -> Mood:
    """«Біріншісі Бішкекте өтсе, екіншісі Астанада болды» sets two facts side by side; with «егер» it supposes."""
    tokens = at.sentence.tokens
    if any(_is(token, "supposition") for token in tokens[:index]):
        return Mood.UNREAL
    for later in range(index + 1, len(tokens)):
        reading = verb(tokens[later])
        if reading and _is(tokens[later], "reporting"):
            continue  # «күшіне енсе, шек болмайтынын айтты»: only the saying is a fact
        if reading and (reading.form in _DONE or _ends(tokens, later)) and not _is_imagined(tokens, later):
            return Mood.DONE
    return Mood.UNREAL


def _ends(tokens: Sequence[Token], index: int) -> bool:
    """Whether a past participle is the sentence's last word: «… тіркелген болса, … ашылған»."""
    reading = verb(tokens[index])
    last = all(token.kind == "mark" for token in tokens[index + 1 :])
    return last and reading is not None and reading.form == "participle" and reading.suffix.startswith(_PAST_PARTICIPLE)


def _is_imagined(tokens: Sequence[Token], index: int) -> bool:
    return _is(tokens[index], "imagined")


@per_place
def parts(at: At) -> tuple[Span, ...]:
    """The sentence cut where a clause with a verb of its own ends; pieces without one belong to what follows."""
    found: list[Span] = []
    begun: Span | None = None
    for piece in at.clauses():
        begun = begun.join(piece) if begun else piece
        if closes(at, piece):
            found.append(begun)
            begun = None
    if begun:
        if found and not any(token.kind == "word" for token in at.tokens_in(begun)):
            found[-1] = found[-1].join(begun)
        else:
            found.append(begun)
    return tuple(found)


def closes(at: At, piece: Span) -> bool:
    """Whether a piece between commas ends in a verb that makes it a clause."""
    words = [token for token in at.tokens_in(piece) if token.kind == "word"]
    if len(words) <= _ASIDE and words and words[-1].lower in _MANNER:
        return False
    if words and words[-1].lower == "болса" and (len(words) < 2 or verb(words[-2]) is None):
        return False  # «отырысы болса, күзге шегерілді»: a turn to what is told next
    for token in words[-1:-3:-1]:
        reading = verb(token)
        if reading is None:
            continue
        if reading.form in FINITE or reading.form in ("converb", "condition"):
            return True
        if reading.form == "participle" and reading.case in (Case.LOC, Case.INS):
            return True
        if reading.form == "participle" and token is words[-1] and reading.case == Case.NOM:
            return True
    return False


def part_of(at: At, span: Span) -> Span:
    """The part of the sentence that span ends in, stretched to where span begins."""
    for part in parts(at):
        if part.start < span.end <= part.end:
            return part.join(Span(min(part.start, span.start), part.end))
    return at.sentence.span
