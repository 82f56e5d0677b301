"""How likely a sentence tells of a topic, a judgement, a promise and their like: many weak signs, weighed together.

What a journalist judges or promises is told in ever new words, of which rules know only those that were met. So the
words of a sentence, their classes, the build of its end and what stands around it are weighed for each kind at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from qatynas.claims.assessments_polarity import THINGS
from qatynas.claims.assessments_shapes import LEANING
from qatynas.claims.assessments_views import ABOUT, STANCES, TONE
from qatynas.claims.context import At
from qatynas.claims.events import TYPES
from qatynas.claims.events import VERBS as HOLDING
from qatynas.claims.goods_words import GOODS, VERBS, WORDS
from qatynas.claims.once import per_place
from qatynas.claims.pledges_words import WORDS as PROMISES
from qatynas.claims.predicates import amounts, is_joint, is_near
from qatynas.claims.predicates_lexicon import verb_tense
from qatynas.claims.procedures_words import DEEDS, FREQUENCIES
from qatynas.claims.procedures_words import WORDS as BODIES
from qatynas.claims.speakers import speaker
from qatynas.claims.topics import MODES, SCENE
from qatynas.claims.trends import DIRECTIONS, INDICATORS
from qatynas.claims.weighed import Weights, probability, weights
from qatynas.data import Strict, load
from qatynas.language import analyse
from qatynas.language.mentions import Token

FILE = "sentences"
_LEXICONS = (
    ("stance", STANCES, True), ("about", ABOUT, False), ("tone", TONE, False), ("thing", THINGS, False),
    ("leaning", LEANING, False), ("mode", MODES, True), ("scene", SCENE, False), ("often", FREQUENCIES, False),
    ("body", BODIES, False), ("deed", DEEDS, False), ("promise", PROMISES, False), ("sold", VERBS, True),
    ("trade", WORDS, False), ("direction", DIRECTIONS, True), ("indicator", INDICATORS, False),
    ("held", HOLDING, True), ("event", TYPES, False),
)  # fmt: skip
"""Each list of words of the rules; whether its verb's form counts, too."""
_BEGINNING, _ENDING = 5, 3  # letters that stand for a word the lexicon lacks, and for its endings
_LENGTHS = (4, 7, 11, 16)  # words from which on a sentence is longer than the last
_FEW, _MANY = 2, 3
_LAST = 2  # sentences that end a text
_ORDER = 4  # words before the last whose cases are looked at


class Classes(Strict, frozen=True):
    """data/likely.toml: words of one class, by stem or lemma, whatever kind they speak for."""

    classes: dict[str, tuple[str, ...]]


def likely(at: At, kind: str) -> float:
    """The probability that the sentence carries a claim of kind."""
    return probability(_sums(at)[kind])


def likeliest(at: At, field: str) -> str:
    """The likeliest value of a field («stance», «mode», «direction») of a claim that the sentence carries."""
    told = {answer: odds for answer, odds in known().sums(signs(at)).items() if answer.startswith(f"{field}:")}
    return max(told, key=lambda answer: told[answer]).partition(":")[2]


def speaking(at: At, kind: str) -> str:
    """The signs that speak most for kind, for --explain."""
    return known().speak_for(kind, signs(at))


def known() -> Weights:
    return weights(FILE)


@per_place
def _sums(at: At) -> dict[str, float]:
    return _kinds().sums(signs(at))


@cache
def _kinds() -> Weights:
    """The weights of kinds alone: fields are asked for of few sentences."""
    whole = known()
    told = {sign: {k: w for k, w in weights.items() if ":" not in k} for sign, weights in whole.signs.items()}
    bias = {answer: odds for answer, odds in whole.bias.items() if ":" not in answer}
    return Weights(bias, whole.least, {sign: weights for sign, weights in told.items() if weights})


def signs(at: At) -> Iterable[str]:
    """What a sentence shows, each sign once."""
    return dict.fromkeys((*_words(at), *_end(at), *_build(at), *_listed(at), *_around(at)))


def _words(at: At) -> Iterator[str]:
    """Its words outside names: lemma, beginning, class and form, and each two that stand together."""
    named = [name.span for name in at.sentence.names]
    plain = [t for t in at.sentence.tokens if t.kind == "word" and not any(span.covers(t.span) for span in named)]
    for token in plain:
        yield f"w={(token.lemma or token.lower).lower()}"
        yield from _of_word(token.lower)
    for one, other in pairwise(plain):
        yield f"two={stem(one.lower)} {stem(other.lower)}"


@lru_cache(maxsize=1 << 14)
def _of_word(word: str) -> tuple[str, ...]:
    found = [f"p={word[:_BEGINNING]}"]
    for reading in analyse(word)[:1]:
        if reading.form:
            found.append(f"form={reading.form}{'-' if reading.negative else ''}")
    words = {word, stem(word)} | {reading.lemma for reading in analyse(word)[:2]}
    codes = {code for one in words for code in _classes().get(one, ())}
    found += [f"c={code}" for code in sorted(codes)]
    return tuple(found)


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """Each word's classes."""
    found: dict[str, list[str]] = {}
    for code, words in load("likely", Classes).classes.items():
        for word in words:
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The stem of a word's likeliest verb, else its lemma."""
    readings = analyse(word)
    verb = next((r.lemma for r in readings if r.pos == "verb" and len(r.lemma) > 1), None)
    return verb or (readings[0].lemma if readings else word)


def _end(at: At) -> Iterator[str]:
    """How the sentence ends, where Kazakh has its verb, and begins."""
    words = [token for token in at.sentence.tokens if token.kind == "word"]
    if not words:
        return
    last = words[-1].lower
    yield f"last={stem(last)}"
    yield f"tense={verb_tense(last)}"
    yield f"end={last[-_ENDING:]}"
    for reading in analyse(last)[:1]:
        yield f"close={reading.pos} {reading.form}{'-' if reading.negative else ''}"
    for code in _classes().get(stem(last), ()):
        yield f"cl={code}"
    yield f"first={words[0].lower}"
    if len(words) > 1:
        yield f"before={stem(words[-2].lower)}"
    yield f"cases={''.join(_case(t) for t in words[-_ORDER:-1])}"


def _case(token: Token) -> str:
    return str(token.case.value)[0] if token.case else "-"


def _build(at: At) -> Iterator[str]:
    """Length, numbers, dates, who is named in what case, whose words they are."""
    sentence = at.sentence
    words = sum(token.kind == "word" for token in sentence.tokens)
    yield f"long={sum(words >= length for length in _LENGTHS)}"
    counted = amounts(at, sentence.span)
    yield f"numbers={min(_FEW, len(counted))}"
    for number in counted:
        yield f"unit={number.quantity.unit}"
    for date in sentence.dates:
        yield f"date={date.role.value}"
        yield f"exact={len(date.edtf or '')}"
    if not sentence.dates:
        yield "dateless"
    yield "both" if is_joint(at) else "near" if is_near(at) else "far"
    yield "said" if speaker(at.reading, at.index, sentence.span) else "unsaid"
    yield f"opens={sentence.text.strip()[:1] if not sentence.text.strip()[:1].isalnum() else 'word'}"
    yield f"block={sentence.block.value}"
    yield f"commas={min(_MANY, sentence.text.count(','))}"
    yield "named" if sentence.names else "nameless"
    for name in sentence.names:
        yield f"name={name.type.value}"
        whose = "home" if name.country == at.reading.home else "away" if name.country in at.pair else "third"
        yield f"who={name.type.value} {whose if name.country else ''} {name.case.value if name.case else ''}"
        if name.case in (None, "nom") and not name.attributive:
            yield f"acts={name.type.value}"


def _listed(at: At) -> Iterator[str]:
    """The lists of the rules that its words stand in."""
    for title, lexicon, formed in _LEXICONS:
        for sign in lexicon.of(at):
            yield f"{title}:{sign.code}"
            if formed:
                yield f"{title}:{sign.code}:{sign.form}"
    yield f"goods={min(_MANY, len(list(GOODS.find(at.sentence.tokens))))}"


def _around(at: At) -> Iterator[str]:
    if at.index == 0:
        yield "opens the text"
    if len(at.reading.sentences) - at.index <= _LAST:
        yield "ends the text"
