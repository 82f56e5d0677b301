"""Judgements become assessment claims: who holds that what helps, threatens, decides or founds the relationship."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from qatynas.claims.assessments_holders import holder
from qatynas.claims.assessments_phrases import acting, advised, equated, explained
from qatynas.claims.context import At
from qatynas.claims.predicates import (
    Mood,
    amounts,
    is_joint,
    is_near,
    is_nominal_predicate,
    mood,
    opens_joint,
    own_pair,
    reach,
)
from qatynas.claims.predicates_lexicon import Lexicon, Sign, is_verb_noun
from qatynas.claims.topics_words import topics_of
from qatynas.data import Strict, load
from qatynas.language.mentions import NameMention, NameType
from qatynas.model import HEADLINES, Assessment, Claim, Span


class Table(Strict, frozen=True):
    """data/assessments.toml."""

    stances: dict[str, tuple[str, ...]]
    about: dict[str, tuple[str, ...]]
    tone: dict[str, tuple[str, ...]]
    needs: dict[str, frozenset[str]]


TABLE = load("assessments", Table)
STANCES = Lexicon(TABLE.stances)
ABOUT = Lexicon(TABLE.about)
TONE = Lexicon(TABLE.tone)

_OPENING = 12
"""Sentences by which a text says what it is about."""


@dataclass(frozen=True, slots=True)
class View:
    """One judging word in its clause, with all that the rules ask for."""

    at: At
    sign: Sign
    mood: Mood
    place: Span
    holder: str | None
    outsiders: tuple[NameMention, ...]
    opinion: bool

    @property
    def related(self) -> bool:
        """Whether the sentence speaks of the relationship."""
        return bool(ABOUT.of(self.at, "relation")) or is_joint(self.at)

    @property
    def joint(self) -> bool:
        """Whether the passage is of both sides; what follows and how the document opens count, too."""
        return (
            is_near(self.at) or any(is_near(after, 0) for after in self.at.after(1)) or opens_joint(self.at, _OPENING)
        )

    @property
    def closes(self) -> bool:
        """Whether an adjective that judges is what its clause says, and no mere attribute."""
        return bool(self.sign.form) or not self.sign.pattern.startswith("=") or is_nominal_predicate(self.at, self.sign)


Rule = Callable[[View], str | None]
"""A rule's verdict: the stance that the view has by it, or None."""


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence: one a judged subject, the strongest stance of the sentence."""
    if at.sentence.block in HEADLINES or at.sentence.text.rstrip(' »”"').endswith("?"):
        return
    signs = STANCES.of(at)
    pair = own_pair(at, strict=False) or (_by_region(at) if signs else ())
    if not signs or len(pair) < 2:
        return
    held, support = holder(at)
    views = [_view(at, sign, held) for sign in _longest(signs) if not _is_in_title(at, sign)]
    judged = [(stance, view) for view in views for stance in [_stance(view)] if stance]
    if not judged:
        return
    stance, view = min(judged, key=lambda item: _ORDER.index(item[0]))
    span = at.sentence.span
    cause, effect = _phrases(view, stance)
    for subject in _subjects(view, stance, cause):
        yield at.make(
            Assessment,
            span,
            parties=pair,
            support=support,
            why=(("stance", "judging word", view.sign.pattern), ("holder", "whom the text credits", held or "")),
            status="done",
            holder=held,
            stance="influence" if stance == "cause" else stance,
            subject=subject,
            topics=topics_of(at, span),
            cause=cause,
            effect=effect,
        )


def _is_in_title(at: At, sign: Sign) -> bool:
    """«Достықтың алтын көпірі» ескерткіші: a name judges nothing."""
    return any(name.span.covers(sign.span) for name in at.names_in(at.sentence.span, NameType.QUOTED))


def _longest(signs: tuple[Sign, ...]) -> list[Sign]:
    return [s for s in signs if not any(o.span != s.span and o.span.covers(s.span) for o in signs)]


def _view(at: At, sign: Sign, held: str | None) -> View:
    place = reach(at, sign)
    outsiders = tuple(name for name in at.names_in(at.sentence.span) if _is_outside(at, name))
    opinion = bool(held) or bool(TONE.of(at, "opinion"))
    return View(at, sign, mood(at, sign), place, held, outsiders, opinion)


def _is_outside(at: At, name: NameMention) -> bool:
    """A state or organisation that is not of the pair, alone or as what acts."""
    if name.type is NameType.STATE:
        return name.country is not None and name.country not in at.pair
    return name.type is NameType.ORGANISATION


def _by_region(at: At) -> tuple[str, ...]:
    """An outside power that acts on the region acts on the document's pair."""
    return at.pair if any(_is_outside(at, name) for name in at.sentence.names) else ()


def influence_of_outsiders(view: View) -> str | None:
    """«Түркия … жолымен әсер етеді», «Қытай … ірі несие беруші саналады»: an outside power acts."""
    if view.sign.code != "influence" or not view.mood.stands or view.mood.tense == "past":
        return None
    if view.sign.form and not view.mood.tense:
        return None
    if any(n.span.start < view.sign.span.start for n in view.outsiders):
        return "influence" if view.opinion or view.joint or view.related else None
    affects = view.sign.pattern.startswith(("әсер", "ықпалын")) and view.sign.form
    return "influence" if affects and view.related and view.joint and view.opinion else None


def recommendation(view: View) -> str | None:
    """«… қажет», «… жөн», «… ұмытпаған абзал»: something ought to be done for the relationship."""
    if view.sign.code == "advice":
        asked = view.at.sentence.tokens[view.sign.first - 1] if view.sign.first else None
        told = view.mood.tense in ("past", "present", "progressive") and not view.mood.negated
        advised = told and view.holder and view.joint and asked is not None and is_verb_noun(asked)
        return "recommendation" if advised else None
    if view.sign.code != "recommendation" or view.mood.negated or _is_unfulfilled(view):
        return None
    if not _needs_a_deed(view) or _is_rhetorical(view):
        return None
    concerned = view.related or view.holder is not None or is_near(view.at)
    return "recommendation" if concerned and view.joint else None


def basis(view: View) -> str | None:
    """«… сенімнің іргетасы болып саналады»: what the relationship stands on."""
    if view.sign.code != "basis" or not view.mood.stands or not view.related or _is_subject_of_talk(view):
        return None
    told = bool(view.mood.tense) if view.sign.form else is_nominal_predicate(view.at, view.sign)
    return "basis" if told and view.joint else None


def _is_subject_of_talk(view: View) -> bool:
    """«Әңгіменің арқауы», «келіссөздің өзегі»: what was talked of, which topics tell."""
    before = view.at.sentence.tokens[view.sign.first - 1] if view.sign.first else None
    return before is not None and bool(before.lemmas & TABLE.needs["talk"])


def risk(view: View) -> str | None:
    """«… қауіп туғызады», «… шектейді», «… түйткілді мәселе»: what threatens the relationship."""
    if view.sign.code != "risk" or not view.mood.stands:
        return None
    if not (view.related and (view.joint or view.opinion)):
        return None
    if view.sign.form and view.sign.form != "participle" and not view.mood.tense and not view.mood.possible:
        return None
    return "risk"


def expectation(view: View) -> str | None:
    """What a coming meeting or step is hoped to bring: a change of the relationship itself, not a figure."""
    if view.sign.code not in ("expectation", "benefit") or not view.related or not _is_free_of_sums(view):
        return None
    if not (view.opinion or view.joint) or not view.mood.stands:
        return None
    ahead = view.mood.ahead or _hopes(view)
    if view.sign.code == "benefit":
        return "expectation" if ahead and view.mood.tense != "past" else None
    coming = ahead or view.sign.form == "present" or (view.sign.form in ("infinitive", "converb") and _ends_ahead(view))
    return "expectation" if coming else None


def benefit(view: View) -> str | None:
    """«… жол ашады», «… артықшылық береді», «… арқасында»: what helps the relationship."""
    if view.sign.code not in ("benefit",) or not view.mood.stands or not view.related:
        return None
    if view.sign.form and not (view.mood.tense or view.mood.possible):
        return None
    return "benefit" if view.joint or view.opinion else None


def cause(view: View) -> str | None:
    """«Мұның басты себебі – …», «… туындап отыр», «… байланыстырады»: what something of the relationship comes from."""
    if view.sign.code != "cause" or not view.mood.stands:
        return None
    if view.sign.form and view.mood.tense not in ("past", "present", "progressive"):
        return None
    told = explained(view.at, view.place, view.sign)
    if told is None:
        return None
    carried = told[1] is None and (is_near(view.at) or any(ABOUT.of(o, "relation") for o in view.at.before(1)))
    related = view.related or carried
    return "cause" if related and (view.joint or view.opinion) else None


RULES: tuple[Rule, ...] = (influence_of_outsiders, recommendation, risk, expectation, basis, benefit, cause)
_ORDER = ("influence", "recommendation", "expectation", "risk", "basis", "benefit", "cause")
"""Which stance a sentence has where it shows several: the more particular first."""


def _stance(view: View) -> str | None:
    if not _is_of_now(view) or not view.closes:
        return None
    for rule in RULES:
        if verdict := rule(view):
            return verdict
    return None


def _is_of_now(view: View) -> bool:
    """Figures carry their own claims; what a number measures is no judgement."""
    if view.sign.code == "recommendation":
        return True
    place = view.place if view.sign.form else view.at.clause_of(view.sign.span).join(view.place)
    return not any(n.quantity.unit not in ("", "count", "times") for n in amounts(view.at, place))


def _is_free_of_sums(view: View) -> bool:
    return not any(n.quantity.unit not in ("", "count") for n in amounts(view.at, view.at.sentence.span))


def _needs_a_deed(view: View) -> bool:
    """«… жою керек» asks for a deed; «су керек» for a thing; «бітуге тиіс» is a plan."""
    tokens = view.at.sentence.tokens
    word = tokens[view.sign.first]
    before = next((t for t in reversed(tokens[: view.sign.first]) if t.kind == "word"), None)
    if before is None:
        return False
    if view.sign.form or " " in view.sign.pattern:
        return True
    if not (is_verb_noun(before) or before.lemmas & TABLE.needs["deeds"]):
        return False
    if "тиіс" in word.lemmas:
        return view.opinion and not view.at.dates_in(view.place)
    return True


def _hopes(view: View) -> bool:
    """«… деп күтеміз», «… деген сенім бар»."""
    return bool(STANCES.of(view.at, "hope"))


def _ends_ahead(view: View) -> bool:
    """Whether the sentence's last judging verb is in the present or ahead: «… көтеруге ықпал етеді»."""
    later = [s for s in STANCES.of(view.at) if s.first > view.sign.last and s.form]
    return any(s.form == "present" or mood(view.at, s).ahead for s in later)


def _is_unfulfilled(view: View) -> bool:
    """«… өтуі керек еді»: a plan that came to nothing is no advice."""
    after = [t.lower for t in view.at.sentence.tokens[view.sign.last + 1 : view.sign.last + 2]]
    return any(word in TABLE.needs["unfulfilled"] for word in after)


def _is_rhetorical(view: View) -> bool:
    """«… айта кету керек»: said for the sake of saying."""
    words = [t for t in view.at.sentence.tokens[: view.sign.first] if t.kind == "word"][-2:]
    return bool(words) and all({t.lower} & TABLE.needs["rhetorical"] for t in words[-1:])


def _subjects(view: View, stance: str, cause: str | None) -> list[str | None]:
    """The state or organisation that a judgement is of, one claim each; None where it is of none."""
    if stance == "cause":
        return [_who_caused(view, cause)]
    if stance == "influence":
        first = min((n.span.start for n in view.outsiders), default=0)
        named = [n for n in view.outsiders if n.span.start == first]
        return [_code(named[0])] if named else [None]
    organisations = dict.fromkeys(
        n.canonical
        for n in view.at.names_in(view.at.sentence.span, NameType.ORGANISATION, NameType.BODY)
        if stance == "benefit"
    )
    if organisations:
        return list(organisations)
    if stance == "recommendation":
        return [_who_ought(view)]
    return [None]


def _who_caused(view: View, cause: str | None) -> str | None:
    """The one state whose doing a cause is: «… себебі – көрші тараптың … көшуі»."""
    sides = (NameType.STATE, NameType.SIDE)
    for name in view.at.names_in(view.at.sentence.span, *sides) if cause else ():
        words = name.span.of(view.at.reading.text)
        after = next((t for t in view.at.sentence.tokens if t.span.start >= name.span.end), None)
        owner = name.case == "gen" or (after is not None and after.case == "gen")
        if words in (cause or "") and owner and len(name.countries) < 2:
            return name.country
    return None


def _code(name: NameMention) -> str:
    return name.country or name.canonical if name.type is NameType.STATE else name.canonical


def _who_ought(view: View) -> str | None:
    """«Астана … күш салуы қажет»: the one state that stands as the subject, a capital for its state."""
    for name in view.at.names_in(view.place, NameType.STATE, NameType.PLACE, NameType.SIDE):
        if name.case in (None, "nom") and name.country in view.at.pair and not name.attributive:
            return name.country
        break
    return None


def _phrases(view: View, stance: str) -> tuple[str | None, str | None]:
    """(cause, effect): whole phrases of the text, None where they cannot be told."""
    if stance == "cause":
        return explained(view.at, view.place, view.sign) or (None, None)
    if stance == "recommendation":
        return advised(view.at, view.place, view.sign)
    if stance == "basis" and not view.sign.form:
        return equated(view.at, view.sign)
    return acting(view.at, view.place, view.sign)
