"""The words of documents and of what is done with them, as tables and gates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from qatynas.claims.acts import stems
from qatynas.claims.context import At
from qatynas.claims.gate import Gate
from qatynas.claims.once import per_sentence
from qatynas.data import load
from qatynas.language import Hit, PhraseTable, analyse
from qatynas.language.mentions import Case, Sentence, Token

_NOUN = " noun"
_APART = 9  # words from the noun of an act to its verb
_NOUNS = ("рәсім", "түз", "байлам")  # nouns that are spelled as a verb of acts begins
DRAFT = "acts"  # the key of what is done with a draft


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/agreements.toml: [types] and [acts] by the codes of CLAIMS.md, [words] by what they do in a sentence,
    [draft] what is done with a draft, [apart] acts of a noun and a verb that may stand apart."""

    types: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    acts: dict[str, tuple[str, ...]]
    draft: dict[str, tuple[str, ...]]
    apart: dict[str, tuple[str, ...]]


@cache
def words() -> Words:
    return load("agreements", Words)


@cache
def otherwise() -> frozenset[str]:
    """What is done to a paper that does not bring it about."""
    return frozenset(words().words["otherwise"])


@cache
def happening() -> frozenset[str]:
    """The stems of verbs that say of an act told by its noun that it went on."""
    return act_stems() | stems(words().words["happening"])


@cache
def types() -> PhraseTable:
    return PhraseTable(words().types)


def may_tell(at: At) -> bool:
    """Whether a sentence may name a document, or an act on one that «ол», «оны», «оған» means."""
    return _naming().passes(at.sentence) or (_pointing().passes(at.sentence) and _acting().passes(at.sentence))


def may_act(at: At) -> bool:
    """Whether a sentence may tell an act that is done to documents alone."""
    return _of_papers().passes(at.sentence)


@cache
def _of_papers() -> Gate:
    return Gate(words().words["by_hand"], words().words["of_papers"])


@cache
def _naming() -> Gate:
    return Gate(*words().types.values(), words().words["generic"])


@cache
def _pointing() -> Gate:
    return Gate(*(words().words[name] for name in ("anaphors", "object", "pointed", "both")))


@cache
def _acting() -> Gate:
    return Gate(*words().acts.values())


@cache
def _generic() -> Gate:
    return Gate(words().words["generic"])


@per_sentence
def generic_places(sentence: Sentence) -> tuple[int, ...]:
    """The indices of the words «құжат» in a sentence."""
    gate = _generic()
    if not gate.passes(sentence):
        return ()
    may = [index for index, token in enumerate(sentence.tokens) if gate.passes_token(token)]
    return tuple([index for index in may if "generic" in signs((sentence.tokens[index],))])


@cache
def _signs() -> PhraseTable:
    return PhraseTable(words().words)


def signs(tokens: Sequence[Token]) -> frozenset[str]:
    """The names of the [words] groups that tokens hold a word of."""
    return _signs().keys(tokens)


@cache
def table_of(group: str) -> PhraseTable:
    """The patterns of one [words] group."""
    return PhraseTable({group: words().words[group]})


def listed_in(tokens: Sequence[Token]) -> list[Hit]:
    """«солардың бірі», «олардың қатарында»: where a list of documents told of just before is opened."""
    return [hit for hit in _signs().find(tokens) if hit.key == "listed"]


@cache
def _acts() -> PhraseTable:
    return PhraseTable({**words().acts, **words().draft})


@cache
def _apart() -> PhraseTable:
    pairs = words().apart
    nouns = {act + _NOUN: tuple(pair.split()[0] for pair in found) for act, found in pairs.items()}
    return PhraseTable({**nouns, **{act: tuple(pair.split()[1] for pair in found) for act, found in pairs.items()}})


@cache
def act_stems() -> frozenset[str]:
    """The stems of the verbs of all acts."""
    return stems(*words().acts.values(), *words().draft.values(), *words().apart.values())


def acts(at: At) -> tuple[Hit, ...]:
    """The verbs in the sentence that may be an act on a document; their keys are CLAIMS.md's acts and `DRAFT`."""
    tokens = at.sentence.tokens
    found = [
        hit
        for hit in _acts().find(tokens)
        if (not tokens[hit.last].lower.startswith("отыр") or _sat(tokens, hit)) and not _is_noun(tokens, hit)
    ]
    apart = [hit for hit in _parted(tokens) if not any(other.first <= hit.last <= other.last for other in found)]
    return tuple(sorted([*found, *apart], key=lambda hit: hit.first)) if apart else tuple(found)


def _parted(tokens: Sequence[Token]) -> Iterator[Hit]:
    """«шарттың тұсауы … Алматыда кесілді»: acts whose noun and verb stand apart in one clause."""
    nouns = [hit for hit in _apart().find(tokens) if hit.key.endswith(_NOUN) and tokens[hit.last].possessive]
    for noun in nouns:
        act = noun.key.removesuffix(_NOUN)
        for hit in _apart().find(tokens[noun.last + 1 : noun.last + 1 + _APART]):
            between = tokens[noun.last + 1 : noun.last + 1 + hit.first]
            if hit.key == act and not any(token.text in ";:.!?" for token in between):
                last = noun.last + 1 + hit.last
                yield Hit(act, noun.first, last, tokens[noun.first].span.join(tokens[last].span), hit.case)
                break


def _is_noun(tokens: Sequence[Token], hit: Hit) -> bool:
    """«хаттама», which looks like a form of «хатта», «рәсімдері» of «рәсімде»."""
    token = tokens[hit.last]
    if hit.first != hit.last:
        return False
    known = token.kind == "word" and (analyse(token.lower)[0].pos, analyse(token.lower)[0].known) == ("noun", True)
    return bool(types().find((token,))) or (known and token.possessive and token.lower.startswith(_NOUNS))


def _sat(tokens: Sequence[Token], hit: Hit) -> bool:
    """«меморандумға отырды»: right behind a document in the dative the verb of sitting is one of signing."""
    before = tokens[hit.first - 1] if hit.first == hit.last and hit.first else None
    return before is not None and before.case == Case.DAT and bool(types().find((before,)))


def find_acts(tokens: Sequence[Token]) -> tuple[Hit, ...]:
    """The verbs among tokens that may be an act on a document, not only on a draft."""
    return tuple(hit for hit in _acts().find(tokens) if hit.key != DRAFT)
