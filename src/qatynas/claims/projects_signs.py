"""The words of works in a sentence: their nouns and verbs, without set phrases and names that hold such words."""

from __future__ import annotations

from qatynas.claims.context import At
from qatynas.claims.predicates import is_auxiliary
from qatynas.claims.predicates_lexicon import Lexicon, Sign
from qatynas.claims.projects_names import TABLE
from qatynas.language.mentions import NameType

THINGS = Lexicon(TABLE.things)
VERBS = Lexicon(TABLE.verbs)
WORDS = Lexicon(TABLE.words)


def signs(at: At) -> tuple[list[Sign], list[Sign]]:
    """The nouns and the verbs of works, without set phrases, names of bodies and words that only complete others."""
    idioms = [s.span for s in WORDS.of(at, "idiom")]
    nouns = [
        s
        for s in _outer(THINGS.of(at))
        if not _in_name(at, s)
        and not any(span.covers(s.span) for span in idioms)
        and _is_noun(at, s)
        and not _is_outcome(at, s)
        and not _is_numbered(at, s)
        and not _is_owned(at, s)
    ]
    verbs = [
        s
        for s in _outer(VERBS.of(at))
        if ((s.form and s.form != "agent") or s.code in ("put_off", "plan"))
        and not any(span.meets(s.span) for span in idioms)
        and not any(n.span.covers(s.span) for n in nouns)
        and not is_auxiliary(at, s)
    ]
    return nouns, verbs


def _is_noun(at: At, sign: Sign) -> bool:
    """A work's infinitive as a noun («жаңғырту», «жаңғыртудың»), not another form of its verb («жаңғыртылып»)."""
    return sign.code != "work" or at.sentence.tokens[sign.last].lower.startswith(sign.pattern.split()[-1].rstrip("ыі"))


def _is_numbered(at: At, sign: Sign) -> bool:
    """«302-пойыз», «6-жол»: a number's own thing."""
    before = at.sentence.tokens[max(0, sign.first - 2) : sign.first]
    return len(before) == 2 and before[1].text in "-–" and before[0].kind == "number"


def _is_owned(at: At, sign: Sign) -> bool:
    """«банк аударымдары»: a bare noun only tells whose the next one is; «мектеп құрылысы» is the school's building."""
    token = at.sentence.tokens[sign.last]
    after = at.sentence.tokens[sign.last + 1 : sign.last + 2]
    if sign.code != "thing" or sign.case not in (None, "nom") or token.possessive or not after:
        return False
    if not after[0].possessive or after[0].kind != "word":
        return False
    named = at.names_in(at.sentence.span)
    return not any(s.first == sign.last + 1 for s in THINGS.of(at)) and not any(
        n.span.covers(after[0].span) for n in named
    )


def _is_outcome(at: At, sign: Sign) -> bool:
    """«… орталық болып қайта құрылды»: what something became."""
    return any(t.lower in TABLE.words["become"] for t in at.sentence.tokens[sign.last + 1 : sign.last + 2])


def is_aside(at: At, noun: Sign) -> bool:
    """A noun in an oblique case tells where something is done, not what is built."""
    token = at.sentence.tokens[noun.last]
    return noun.case in ("loc", "dat", "abl", "ins") and not token.attributive


def _outer(signs: tuple[Sign, ...]) -> list[Sign]:
    kept = {s.span: s for s in signs if not any(o.span != s.span and o.span.covers(s.span) for o in signs)}
    return sorted(kept.values(), key=lambda s: (s.first, s.last))


def _in_name(at: At, sign: Sign) -> bool:
    return any(
        name.span.covers(sign.span)
        and (
            name.type in (NameType.BODY, NameType.OFFICE, NameType.QUOTED)
            or (name.type is NameType.ORGANISATION and sign.span.end < name.span.end)
            or (name.span == sign.span and sign.first == sign.last)
        )
        for name in at.sentence.names
    )
