"""What a clause's verb says beside its meaning: done, under way, to come, regular, wished for, or denied.

The auxiliaries count («талқылануы мүмкін», «қол қойылған жоқ»), and so does whose relationship the words are of.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from qatynas.claims.context import At
from qatynas.claims.gate import words_in
from qatynas.claims.once import per_place, per_sentence
from qatynas.claims.predicates_lexicon import Sign, verb_tense
from qatynas.data import Strict, load
from qatynas.language import analyse
from qatynas.language.mentions import Case, NameType, NumberKind, NumberMention, Sentence, Token
from qatynas.model import Span


class Auxiliaries(Strict, frozen=True):
    """data/predicates.toml: the words that turn a verb's sense."""

    denying: frozenset[str]
    progressive: frozenset[str]
    habitual: frozenset[str]
    completing: frozenset[str]
    possible: frozenset[str]
    needed: frozenset[str]
    planned: frozenset[str]
    expected: frozenset[str]
    past: frozenset[str]
    asking: frozenset[str]
    supposing: frozenset[str]
    linking: frozenset[str]
    copular: frozenset[str]
    postpositions: frozenset[str]
    manner: frozenset[str]
    reciprocal: tuple[str, ...]
    papers: frozenset[str]
    reporting: frozenset[str]
    mutual: frozenset[str]
    counting_both: frozenset[str]
    both: frozenset[str]


AUXILIARIES = load("predicates", Auxiliaries)
_REACH = 5
"""How many words after a verb may still belong to it: «өтпелі кезең бола бастады деп күтілуде»."""

_TITLE = 3
"""Words of a line that only says what a paper is."""
_ABOUT_TO = ("ғалы", "гелі", "қалы", "келі")
_AT_IT = ("жатыр", "отыр", "тұр", "жүр", "жатқан", "отырған", "тұрған")
_AFTER_ALL = ["қоймайды"]
"""«әсер етпей қоймайды»: it surely will."""
_FINITE = frozenset({"past", "inferred", "perfect", "future"})
_CLOSING = frozenset({"converb", "condition", "past", "present", "inferred", "perfect", "intention", "participle"})


class Mood(msgspec.Struct, frozen=True, gc=False):
    """How a predicate stands. tense is past, present (also regular), progressive, future or "" (no finite verb)."""

    tense: str = ""
    negated: bool = False
    supposed: bool = False
    possible: bool = False
    needed: bool = False
    planned: bool = False
    expected: bool = False
    reported: bool = False

    @property
    def stands(self) -> bool:
        """Whether it is said of the world at all: neither denied nor supposed."""
        return not (self.negated or self.supposed)

    @property
    def ahead(self) -> bool:
        """Whether it speaks of what is to come."""
        return self.tense == "future" or self.possible or self.planned or self.expected


def mood(at: At, sign: Sign) -> Mood:
    """How the predicate whose verb is sign's last word stands, by its form and by the words after it."""
    tokens = at.sentence.tokens
    after = []
    for token in tokens[sign.last + 1 : sign.last + 1 + _REACH]:
        if token.kind == "mark" and token.text not in "«»\"'":
            break
        after.append(token)
    words = [token.lower for token in after]
    lemmas = [token.lemmas for token in after]
    said = frozenset(words).union(*lemmas)
    return Mood(
        tense=_tense(sign, words, lemmas) if not _is_about_to(at, sign, words) else "future",
        negated=(sign.negative and words[:1] != _AFTER_ALL) or _denied(words),
        supposed=_supposed(at, sign, words),
        possible=not said.isdisjoint(AUXILIARIES.possible),
        needed=not said.isdisjoint(AUXILIARIES.needed),
        planned=not said.isdisjoint(AUXILIARIES.planned),
        expected=not said.isdisjoint(AUXILIARIES.expected),
        reported=not said.isdisjoint(AUXILIARIES.reporting),
    )


def _is_about_to(at: At, sign: Sign, words: Sequence[str]) -> bool:
    """«салғалы жатыр», «ашқалы отыр»: what is about to be done."""
    aims = sign.form == "converb" and at.sentence.tokens[sign.last].lower.endswith(_ABOUT_TO)
    return aims and bool(words) and words[0].startswith(_AT_IT)


def _tense(sign: Sign, words: Sequence[str], lemmas: Sequence[frozenset[str]]) -> str:
    if sign.form in _FINITE:
        return "past" if sign.form != "future" else "future"
    if sign.form in ("progressive", "intention"):
        return "progressive" if sign.form == "progressive" else "future"
    if sign.form == "converb":
        return _of_auxiliary(words, lemmas)
    if sign.form == "present":
        return "present"
    if sign.form == "participle":
        return _of_participle(sign, words)
    return ""


def _of_auxiliary(words: Sequence[str], lemmas: Sequence[frozenset[str]]) -> str:
    if words[:1] == _AFTER_ALL:
        return "present"
    for word, options in zip(words[:3], lemmas[:3], strict=False):
        if word in AUXILIARIES.linking:
            continue
        options |= {word}
        if options & AUXILIARIES.progressive or options & AUXILIARIES.habitual:
            return "progressive"
        if options & AUXILIARIES.completing:
            tense = verb_tense(word)
            return tense if tense in ("past", "present") else "past" if tense == "participle" else ""
        return ""
    return ""


def _of_participle(sign: Sign, words: Sequence[str]) -> str:
    """«қойған еді», «қойылған жоқ» and a participle that ends its clause are finite; one before a noun is none."""
    if words and words[0] not in AUXILIARIES.past | AUXILIARIES.denying | AUXILIARIES.linking | AUXILIARIES.possible:
        return ""
    return "past" if not sign.span or sign.case in (None, "nom") else ""


def _denied(words: Sequence[str]) -> bool:
    for word in words[:3]:
        if word in AUXILIARIES.denying:
            return True
        if word not in AUXILIARIES.linking and not verb_tense(word):
            return False
    return False


def _supposed(at: At, sign: Sign, words: Sequence[str]) -> bool:
    """«егер …», «… болса», a question, «… ма»."""
    if sign.form in ("condition", "wish") or any(word in AUXILIARIES.asking for word in words[:2]):
        return True
    return sign.first > _first_supposing(at.sentence)


@per_sentence
def _first_supposing(sentence: Sentence) -> int:
    """The index of «егер» in a sentence: -1 for a question, all of which is supposed; its length where none stands."""
    if sentence.text.rstrip(" »\"'”").endswith("?"):
        return -1
    tokens = sentence.tokens
    if words_in(sentence).isdisjoint(AUXILIARIES.supposing):
        return len(tokens)
    return next((i for i, token in enumerate(tokens) if token.lower in AUXILIARIES.supposing), len(tokens))


def is_nominal_predicate(at: At, sign: Sign) -> bool:
    """Whether a noun or adjective closes its clause as what is said («… қажет.», «… маңызды екенін …»)."""
    after = at.sentence.tokens[sign.last + 1 : sign.last + 2]
    if not after or (after[0].kind == "mark" and after[0].text not in "«“"):
        return True
    return bool(after[0].lemmas & AUXILIARIES.copular or after[0].lower in AUXILIARIES.copular)


def is_auxiliary(at: At, sign: Sign) -> bool:
    """Whether the verb only completes the converb right before it («қайтарып береді», «көтеріп келеді»)."""
    if sign.first != sign.last or sign.first == 0:
        return False
    before = at.sentence.tokens[sign.first - 1]
    if before.lower in AUXILIARIES.manner:
        return False
    return before.lower.endswith(("ып", "іп", "п")) and verb_tense(before.lower) == "converb"


def closes_clause(token: Token) -> bool:
    """Whether a word before a comma ends a clause of its own: a finite verb, a converb or a condition."""
    likely = token.kind == "word" and analyse(token.lower)[0].pos == "verb"
    return likely and token.lower not in AUXILIARIES.postpositions and verb_tense(token.lower) in _CLOSING


def amounts(at: At, place: Span) -> tuple[NumberMention, ...]:
    """Numbers that count or measure something: no ordinals, no «екі ел», no list markers."""
    names = [name.span for name in at.sentence.names]
    return tuple(
        number
        for number in at.numbers_in(place)
        if number.kind is not NumberKind.ORDINAL
        and not any(span.meets(number.digits) for span in names)
        and not _is_marker(at, number)
        and not any(span.covers(number.digits) for span in _of_both(at.sentence))
    )


@per_sentence
def _of_both(sentence: Sentence) -> tuple[Span, ...]:
    """«екі жақтың», «екі арадағы», «екі облыстың», «қос бюджетке»: words for both sides that are no names of sides."""
    if words_in(sentence).isdisjoint(AUXILIARIES.counting_both):
        return ()
    return tuple(
        [
            one.span.join(other.span)
            for one, other in pairwise(sentence.tokens)
            if one.lower in AUXILIARIES.counting_both and other.lemmas & AUXILIARIES.both and not other.plural
        ]
    )


def _is_marker(at: At, number: NumberMention) -> bool:
    """«1)» or «8.» that opens an item."""
    after = at.reading.text[number.digits.end : number.digits.end + 1]
    return number.digits.start <= at.sentence.span.start + 2 and after in (")", ".")


def is_reciprocal(at: At, span: Span) -> bool:
    """Whether each side does it to the other: «бір-біріне», «бірін-бірі»."""
    said = span.of(at.reading.text).lower()
    return any(word in said for word in AUXILIARIES.reciprocal)


def is_paper_of_both(at: At, kinds: frozenset[str] = AUXILIARIES.papers) -> bool:
    """Whether the document itself is a plan, programme or declaration of both sides, by its first lines."""
    of_both = False
    for index in range(min(3, len(at.reading.sentences))):
        line = At(at.reading, index)
        named = {code for name in line.sentence.names for code in (name.countries or (name.country,))}
        of_both = of_both or bool(at.pair and named >= set(at.pair))
        words = [token for token in line.sentence.tokens if token.kind == "word"]
        titled = len(words) <= _TITLE and bool(words) and bool(words[-1].lemmas & kinds)  # «…отырысының ХАТТАМАСЫ»
        if of_both and (titled or (named >= set(at.pair) and any(token.lemmas & kinds for token in words))):
            return True
    return False


def reach(at: At, sign: Sign) -> Span:
    """The words that sign's verb governs: from the end of the clause before to the verb; lists keep their commas."""
    tokens = at.sentence.tokens
    start = 0
    depth = 0
    for index in range(sign.first - 1, -1, -1):
        text = tokens[index].text
        if text in "»)":
            depth += 1
        elif text in "«(":
            depth = max(0, depth - 1)
        elif (depth == 0 and text in ";:") or (
            text in ",–—" and index and depth == 0 and closes_clause(tokens[index - 1])
        ):
            start = index + 1
            break
    return tokens[start].span.join(tokens[sign.last].span)


def whole(at: At, sign: Sign) -> Span:
    """The reach of sign with the auxiliaries after it, up to the next mark."""
    tokens = at.sentence.tokens
    end = sign.last
    while end + 1 < len(tokens) and tokens[end + 1].kind != "mark" and end - sign.last < _REACH:
        end += 1
    return reach(at, sign).join(tokens[end].span)


def own_pair(at: At, *, strict: bool = True) -> tuple[str, ...]:
    """The states that a statement about the relationship is of: the document's pair, () where it is of others.

    A third state beside both of the pair by name does not make it another relationship; a third state without them
    does. Where strict is false a word for both («екі ел») counts as naming them, else only one that acts («Тараптар»).
    """
    pairs = at.sentence.kept.get(_own_pairs)  # every kind asks
    return (_own_pairs(at) if pairs is None else pairs)[strict]


@per_place
def _own_pairs(at: At) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The states of `own_pair`, not strictly and strictly."""
    named: set[str] = set()
    explicit: set[str] = set()
    offices: set[str] = set()
    for name in at.sentence.names:
        if name.type is NameType.OFFICE and len(name.countries) > 1:
            explicit.update(name.countries)
            named.update(name.countries)
        elif name.type is NameType.OFFICE and name.country:
            offices.add(name.country)
        elif name.type in (NameType.STATE, NameType.SIDE):
            codes = name.countries or ((name.country,) if name.country else ())
            named.update(codes)
            if name.type is NameType.STATE or len(codes) == 1 or name.case is Case.NOM:
                explicit.update(codes)
    if offices and len(named) > 1:  # «Қазақстан, Өзбекстан және Қырғызстан министрлері»: the last of a list, too
        listed = set(at.listed_with(at.sentence.span))
        named |= listed
        explicit |= listed
    pair = set(at.pair)
    if not pair:
        two = tuple(sorted(named)) if len(named) == 2 else ()
        return two, two
    own = at.pair if not named or named <= pair or pair <= named else ()
    return own, own if pair <= explicit or not (named | offices) - pair else ()


def is_near(at: At, count: int = 3) -> bool:
    """Whether this sentence or one just before it in the paragraph names both sides, or the other one."""
    for other in (at, *at.before(count)):
        if not other.same_paragraph(at):
            break
        if is_reciprocal(other, other.sentence.span):
            return True
        named = {c for n in other.sentence.names for c in (n.countries or (n.country,)) if c in at.pair}
        if is_joint(other) or named - {at.reading.home}:
            return True
    return is_paper_of_both(at)


def opens_joint(at: At, lines: int) -> bool:
    """Whether the document's first lines are of both sides: what names no other state then is theirs."""
    outside = {name.country for name in at.names_in(at.sentence.span, NameType.STATE)} - {*at.pair, None}
    return not outside and any(is_joint(At(at.reading, index)) for index in range(min(lines, at.index)))


def is_joint(at: At, span: Span | None = None) -> bool:
    """Whether words speak of both sides: two states or one word for both, a joint body, «өзара», «бірлескен» …"""
    return _is_joint(at) if span is None or span == at.sentence.span else _is_joint_in(at, span)


@per_place
def _is_joint(at: At) -> bool:
    """Whether a whole sentence does: every kind asks."""
    return _is_joint_in(at, at.sentence.span)


def _is_joint_in(at: At, place: Span) -> bool:
    if at.sentence.names:
        named = {*at.states_in(place), *(n.country for n in at.names_in(place, NameType.OFFICE))}
        if at.pair and set(at.pair) <= named:
            return True
        if any(len(name.countries) >= 2 and set(name.countries) >= set(at.pair) for name in at.names_in(place)):
            return True
    if any(place.covers(both) for both in _of_both(at.sentence)):
        return True
    return any(place.start <= start < place.end for start in _mutual(at.sentence))


@per_sentence
def _mutual(sentence: Sentence) -> tuple[int, ...]:
    """Where «өзара», «бірлескен» and the like stand."""
    words = AUXILIARIES.mutual
    if words_in(sentence).isdisjoint(words):
        return ()
    return tuple([t.span.start for t in sentence.tokens if t.lower in words or not words.isdisjoint(t.lemmas)])
