"""The words of works in a sentence: their nouns and verbs, without set phrases and names that hold such words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from qatynas.claims.clauses import tokens_before
from qatynas.claims.context import At
from qatynas.claims.predicates import is_auxiliary
from qatynas.claims.predicates_lexicon import Lexicon, Sign, is_verb_noun, verb_tense
from qatynas.claims.projects_unlisted import unlisted
from qatynas.claims.projects_words import TABLE
from qatynas.language.mentions import NameType, Token
from qatynas.model import Span

THINGS = Lexicon(TABLE.things)
VERBS = Lexicon(TABLE.verbs)
WORDS = Lexicon(TABLE.words)


_TOLD = re.compile(r"(?:(?P<done>[ғқ]ан|[гк]ен)|[йаеи]т[ыі]н)(?:д[ае]р|д[ыі][ғг])?[ыі]н?$")
_SHORT = 3
"""Letters of a noun too short to be met by its beginning."""
_TAKEN_UP = 5
"""Words from a name in quotes to the noun that takes it up."""
_SIZES = ("шақырымдық", "километрлік", "мегаваттық", "гектарлық", "орындық")
"""«140 шақырымдық желі»: a size is no name."""


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
        and not _is_matter(at, s)
        and not _is_replaced(at, s)
        and not _is_of_quoted(at, s)
        and (s.pattern != "бағыт" or len(at.names_in(at.clause_of(s.span), NameType.PLACE)) > 1)
    ]
    verbs = [
        _as_finite(at, s)
        for s in _outer(VERBS.of(at))
        if ((s.form and s.form != "agent") or s.code in ("put_off", "plan", "run") or is_standing(s))
        and not any(span.meets(s.span) for span in idioms)
        and not any(n.span.covers(s.span) for n in nouns)
        and not is_auxiliary(at, s)
        and _has_object(at, s, nouns)
        and not (s.first == s.last and at.sentence.tokens[s.last].lower in ("бастап", "бастай"))
        and not (s.code == "put_off" and s.negative and s.form == "converb")
        and (s.pattern != "әзірле-" or any(_is_object(at, n) and n.last < s.first for n in nouns))
    ]
    return sorted([*nouns, *unlisted(at, nouns, verbs)], key=lambda s: s.first), verbs


def _as_finite(at: At, sign: Sign) -> Sign:
    """«басталатыны айтылды», «ашылғанын жеткізді»: a participle that tells a fact is a finite verb."""
    told = _TOLD.search(at.sentence.tokens[sign.last].lower) if sign.form == "participle" else None
    return replace(sign, form="perfect" if told["done"] else "intention") if told else sign


def _is_object(at: At, noun: Sign) -> bool:
    """An accusative by its letters, where the lexicon has the word not."""
    return at.sentence.tokens[noun.last].lower.endswith(("н", "ні", "ны", "ді", "ды", "ті", "ты"))


def _is_matter(at: At, sign: Sign) -> bool:
    """«жолды жөндеу туралы меморандум»: what a paper or a talk is about; not «… орнату жөніндегі жоба»."""
    tokens = at.sentence.tokens
    for index in range(sign.last + 1, len(tokens) - 1):
        if tokens[index].kind == "mark" and tokens[index].text not in "«»-–":
            return False
        if tokens[index].lower in TABLE.words["about"]:
            return not tokens[index + 1].lemmas & frozenset(TABLE.words["plans"])
        if VERBS.within(at, tokens[index].span, "finish", "start", "go") and not is_verb_noun(tokens[index]):
            return False
    return False


def _has_object(at: At, sign: Sign, nouns: Sequence[Sign]) -> bool:
    """«лентасы күзде қиылды», not «нарығы ашылды»: verbs of works only with certain words before them, or without."""
    clause = at.clause_of(sign.span)
    before = [t for t in at.tokens_in(clause) if t.span.end <= sign.span.start]
    whole = tokens_before(at.sentence, sign.span.start)
    if sign.pattern.startswith("жүр") and any(s.span.end <= sign.span.start for s in THINGS.within(at, clause, "work")):
        return True
    needed, foreign = TABLE.objects.get(sign.pattern), TABLE.others.get(sign.pattern, frozenset())
    titled = [n.span for n in nouns if n.first != n.last]  # «екінші қақпа»
    if any(t.lemmas & foreign and not any(span.covers(t.span) for span in titled) for t in before):
        return False
    if sign.pattern in TABLE.words["borne"]:
        whole = tuple(before)  # «шығынды … жағы көтерді» behind a building of another clause
    if sign.pattern in TABLE.words["dated"] and not at.sentence.dates:
        return False  # «автобус таңғы 7-де жолға шығып …»
    if needed is None or any(t.lemmas & needed or t.lower.startswith(_softened(needed)) for t in whole):
        return True
    return sign.pattern in TABLE.words["own"] and _has_subject(at, sign, nouns, clause)


@cache
def _softened(nouns: frozenset[str]) -> tuple[str, ...]:
    """«қазығын», «кірпіші»: how a noun begins before any ending."""
    hard = {"қ": "ғ", "к": "г", "п": "б"}
    return tuple(f"{noun[:-1]}{hard[noun[-1]]}" for noun in nouns if noun[-1] in hard and len(noun) > _SHORT)


def _has_subject(at: At, sign: Sign, nouns: Sequence[Sign], clause: Span) -> bool:
    """«жүйе желтоқсанда қосылған», «портал жүріп жатыр»: a work is itself what the verb tells of."""
    own = [n for n in nouns if n.code == "thing" and n.last < sign.first and clause.start <= n.span.start]
    own = [n for n in own if n.pattern not in TABLE.words["founded"]]
    if sign.pattern == "жүр-" and sign.form != "converb":
        return False  # «пойыз күнде жүреді»: how it runs
    return any(n.case in (None, "nom", "acc") or _is_itself(at, n) for n in own)


def _is_itself(at: At, noun: Sign) -> bool:
    """«Жүйенің өзі», «порталдың толық нұсқасы»: the work, or a form of it."""
    after = at.sentence.tokens[noun.last + 1 : noun.last + 3]
    return noun.case == "gen" and any(t.possessive and t.lemmas & frozenset(TABLE.words["itself"]) for t in after)


def is_standing(sign: Sign) -> bool:
    """«аяқталуға таяу», «құрылыс сатысында»: going on, told by no verb."""
    return sign.code == "go" and not sign.form and " " in sign.pattern


def returns_to(at: At, nouns: Sequence[Sign], before: At, named: Sequence[Sign]) -> bool:
    """Whether the nouns only take up a work named in a sentence before: «ол», «Хаб …», «Құрылысы …», «Кәсіпорын …»."""
    if not nouns:
        return False
    if all(noun.code in ("part", "pronoun") for noun in nouns):
        return True
    head = nouns[0]
    bare = _stands_bare(at, at.sentence.tokens[head.first - 1] if head.first else None)
    if head.code == "work":
        return bare
    before_head = at.sentence.tokens[head.first - 1] if head.first else None
    if before_head is not None and before_head.lower in TABLE.words["partial"]:
        return True
    if not bare or _is_placed_here(at, head) or at.sentence.tokens[head.last].plural:
        return False
    lemmas = at.sentence.tokens[head.last].lemmas
    known = {lemma for sign in named for lemma in before.sentence.tokens[sign.last].lemmas}
    return bool(lemmas & (known | frozenset(TABLE.words["generic"])))


def _stands_bare(at: At, before: Token | None) -> bool:
    """Whether a noun with this word before it has no words of its own: «Хаб …», «бұл зауыт», «алынған кәсіпорын»."""
    if before is None or before.lower in TABLE.words["pointing"] or _is_dated(at, before):
        return True
    if before.kind == "mark":
        return before.text not in "»”"
    return verb_tense(before.lower) == "participle" or before.lower.endswith(_SIZES)


def _is_placed_here(at: At, noun: Sign) -> bool:
    """«… Мерке ауданында салған фабрика»: a place before the noun makes it a work of its own."""
    return any(n.span.end <= noun.span.start for n in at.names_in(at.sentence.span, NameType.PLACE))


def _is_dated(at: At, token: Token) -> bool:
    return any(date.span.covers(token.span) for date in at.sentence.dates)


def _is_noun(at: At, sign: Sign) -> bool:
    """A work's infinitive as a noun («жаңғырту», «жаңғыртудың»), not another form of its verb («жаңғыртылып»)."""
    stem, word = sign.pattern.split()[-1].rstrip("ыі").removesuffix("тар"), at.sentence.tokens[sign.last].lower
    return sign.code != "work" or (word.startswith(stem) and not word.startswith((f"{stem}шы", f"{stem}ші")))


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


def _is_replaced(at: At, sign: Sign) -> bool:
    """«Ескі ғимараттың орнына жаңа үй»: what makes room for the work."""
    after = at.sentence.tokens[sign.last + 1 : sign.last + 2]
    return sign.case == "gen" and bool(after) and after[0].lower in TABLE.words["instead"]


def _is_of_quoted(at: At, sign: Sign) -> bool:
    """«„Ақ жол“ қазақ бірлестігі»: the last word of a name that another noun takes up."""
    after = at.sentence.tokens[sign.last + 1 : sign.last + 3]
    closed = len(after) > 1 and after[0].text in "»”" and after[1].kind == "word"
    return closed and verb_tense(after[1].lower) == "" and after[1].case in (None, "nom") and not _has_thing(at, sign)


def _has_thing(at: At, sign: Sign) -> bool:
    """Whether a noun for a work takes the name up: «Жібек жолы» өнеркәсіп аймағы."""
    return any(sign.last < other.first <= sign.last + _TAKEN_UP for other in THINGS.of(at, "thing", "work"))


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
            or (name.type is NameType.ORGANISATION and (sign.span.end < name.span.end or _only_owns(at, sign)))
            or (name.span == sign.span and sign.first == sign.last)
        )
        for name in at.sentence.names
    )


def _only_owns(at: At, sign: Sign) -> bool:
    """«Ғылым академиясының сарайында»: an institution that owns something else, not the building of one."""
    after = at.sentence.tokens[sign.last + 1 : sign.last + 2]
    return (
        sign.case == "gen" and not any(s.first == sign.last + 1 for s in THINGS.of(at, "work", "part")) and bool(after)
    )
