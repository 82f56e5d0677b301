"""Whether a number that no rule ties to both sides still speaks of them: many weak signs, weighed together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from qatynas.claims.figures_choice import Choice
from qatynas.claims.figures_roles import roles
from qatynas.claims.figures_said import Said
from qatynas.claims.figures_scope import NAMED, Scope, sides_named, speaks, states_of
from qatynas.claims.figures_words import marks, noun
from qatynas.claims.once import per_reading
from qatynas.claims.weighed import probability, weights
from qatynas.language.mentions import NameType, Reading, Token

WEIGHED = ("one_country", "no_relation")
"""The reasons that mean no more than that no rule has found both sides."""

RULE = "weighed"
_OF_NATURE = ("water.", "energy.")
_BACK, _NEAR = 8, 3  # sentences back to one that tells of both sides; those that count singly
_FEW, _MILLION = 5, 1_000_000
_PAIR = 2
_TELLING = 10  # sentences of a text that shows whom it is about
_GROUPS = (
    "mutual", "joint", "border", "at_home", "one_country", "whole_trade", "everyone", "carry", "hereabouts",
    "aid_words", "meeting", "live", "goes", "sent", "given", "traffic", "border_things", "crossed", "deficit",
    "produces", "abroad", "over_there", "elsewhere", "jobs", "members", "target", "building", "loan", "value",
    "disaster", "planned_work", "personal", "smuggled", "gather", "handed_on",
)  # fmt: skip


def belongs(said: Said, choice: Choice, about: Scope) -> tuple[Scope, str]:
    """The pair and the signs that speak for it, where they outweigh; no pair where nearly none does; else about."""
    if about.reason not in ("", *WEIGHED) or about.firm or not said.at.pair:
        return about, ""
    if about.reason and noun("not_counted", (said.number.counted or "",)):
        return about, ""  # «минус 12 градус»
    if about.reason and choice.indicator.code.startswith(_OF_NATURE):
        return about, ""  # a reservoir's size, a station's power: whose they are is told by rules alone
    if not about.reason and not _may_be_doubted(said, about):
        return about, ""
    known, told = weights("figures"), list(signs(said, choice))
    likely = probability(known.sums(told)["belongs"])
    if about.reason:
        found = likely >= known.least["belongs"]
        return (Scope(said.at.pair), known.speak_for("belongs", told)) if found else (about, "")
    return (Scope((), "no_relation") if likely < known.least["doubted"] else about), ""


def _may_be_doubted(said: Said, about: Scope) -> bool:
    """Whether the pair is the text's own, its sentence names no two sides, and the text is long enough to show whom it
    is about: a short note's few signs tell nothing against a number."""
    own = set(said.at.pair)
    if said.at.sentence.paragraph < 0:
        return False  # made of a table's label and number: its few words are not what the weights were learnt from
    if len(said.at.reading.sentences) < _TELLING or set(about.parties) != own:
        return False
    return len(sides_named(said, said.at.sentence.span) & own) < _PAIR


def signs(said: Said, choice: Choice) -> Iterator[str]:
    """What stands around a number, each sign once: who is named where, what came before, which words."""
    here = _whose(said, sides_named(said, said.at.sentence.span))
    found = (*_named(said, choice, here), *_counted(said, choice), *_before(said, here), *_words(said))
    yield from dict.fromkeys(found)


def _named(said: Said, choice: Choice, here: str) -> Iterator[str]:
    sentence, code = said.at.sentence, choice.indicator.code
    family = code.partition(".")[0]
    yield f"here={here}"
    yield f"piece={_whose(said, sides_named(said, said.piece))}"
    yield f"reach={_whose(said, sides_named(said, said.reach))}"
    yield f"here={here}|{said.unit_kind}"
    yield f"here={here}|{family}"
    yield f"code={code}"
    yield f"code={family}"
    yield f"rule={choice.rule}"
    for role in roles(said, said.reach):
        who = "home" if role.country == said.home else "away" if role.country in said.at.pair else "third"
        yield f"role={who}|{role.case}{'|own' if role.owner else ''}"
    kinds = {name.type for name in sentence.names}
    if NameType.SIDE in kinds:
        yield "side"
    if NameType.PLACE in kinds:
        yield "place"
    if kinds & {NameType.PERSON, NameType.OFFICE}:
        yield "person"


def _whose(said: Said, found: set[str]) -> str:
    own = found & set(said.at.pair)
    third = "+third" if found - own else ""
    if len(own) >= _PAIR:
        return f"both{third}"
    return ("none" if not own else "home" if own == {said.home} else "away") + third


def _counted(said: Said, choice: Choice) -> Iterator[str]:
    number = said.number.quantity
    yield f"unit={said.unit_kind}"
    yield f"unit={number.unit or said.unit_kind}"
    if choice.leans is not None:
        yield "leans"
    if said.spelled:
        yield "spelled"
    if said.number.rate:
        yield "rate"
    if abs(number.value) <= _FEW:
        yield "few"
    if abs(number.value) >= _MILLION:
        yield "million"
    for group in _GROUPS:
        if said.has(group, said.at.sentence.span):
            yield f"s:{group}"
            if said.has(group, said.reach):
                yield f"r:{group}"


def _before(said: Said, here: str) -> Iterator[str]:
    told = next((at for at in said.at.before(_BACK) if speaks(said, at)), None)
    back = said.at.index - told.index if told else 0
    near = "never" if told is None else str(back) if back <= _NEAR else "far"
    yield f"told={near}"
    yield f"told={near}|{here}"
    if told and said.at.same_paragraph(told):
        yield "told=paragraph"
    previous = next(iter(said.at.before(1)), None)
    if previous is not None and said.at.same_paragraph(previous):
        states = {code for name in previous.sentence.names if name.type in NAMED for code in states_of(name)}
        yield f"before={_whose(said, states)}"
        for group in ("mutual", "at_home", "one_country", "meeting", "joint", "border"):
            if marks(previous.sentence).has(group):
                yield f"b:{group}"
    else:
        yield "before=paragraph"
    last = said.memory.last(said, reach=2)
    if last is None:
        yield "last=none"
    else:
        yield f"last={'here' if last.sentence == said.at.index else 'before'}"
        yield f"last={'paragraph' if last.paragraph == said.at.sentence.paragraph else 'other'}"
    count = len(said.at.reading.sentences)
    yield f"block={said.at.sentence.block}"
    yield f"quarter={4 * said.at.index // max(1, count)}"
    yield f"of_both={int(5 * _share(said.at.reading))}"


@per_reading
def _share(reading: Reading) -> float:
    """The share of a text's sentences that name both sides, or the other one."""
    pair, home = set(reading.pair), reading.home
    told = 0
    for sentence in reading.sentences:
        states = {code for name in sentence.names if name.type in NAMED for code in states_of(name)} & pair
        told += bool(len(states) >= _PAIR or states - {home} or marks(sentence).has("mutual"))
    return told / max(1, len(reading.sentences))


def _words(said: Said) -> Iterator[str]:
    words = [token for token in said.at.sentence.tokens if token.kind == "word"]
    for token in words[:2]:
        yield f"first={lemma(token)}"
    for token in words:
        yield f"w={lemma(token)}"
    for token in said.tokens(said.reach):
        if token.kind == "word":
            yield f"r={lemma(token)}"
    for token in said.counted_words[:2]:
        yield f"c={lemma(token)}"


def lemma(token: Token) -> str:
    """The shortest of a token's lemmas, the token itself where it has none: one sign a word, whatever its ending."""
    return _shortest(token.lemmas) if token.lemmas else token.lower


@lru_cache(maxsize=1 << 14)
def _shortest(lemmas: frozenset[str]) -> str:
    return min(lemmas, key=lambda word: (len(word), word))
