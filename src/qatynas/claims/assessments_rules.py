"""What makes a word that judges a judgement: one rule a stance, and the words that turn it."""

from __future__ import annotations

from collections.abc import Callable

from qatynas.claims.assessments_advice import recommendation
from qatynas.claims.assessments_conditions import CONDITIONS, OUGHT
from qatynas.claims.assessments_phrases import explained
from qatynas.claims.assessments_polarity import POLARITY
from qatynas.claims.assessments_views import ABOUT, FIRST_PERSON, STANCES, TABLE, View
from qatynas.claims.clauses import token_after
from qatynas.claims.context import At
from qatynas.claims.predicates import amounts, is_joint, is_near, is_nominal_predicate, mood
from qatynas.claims.predicates_lexicon import is_verb_noun, verb_tense
from qatynas.language import analyse
from qatynas.language.mentions import NameMention, NameType, Token

_DONE = ("ған", "ген", "қан", "кен")
_DASHES = ("–", "—", "-")
_WE_SHALL = ("мыз", "міз", "мын", "мін")
_QUOTING = ("деп", "деген")
_THAT = ("екенін", "барын", "жоғын", "екендігін", "барлығын")
_BINDING = ("байланыстыр", "біріктір", "жақындат", "жақындас", "табыстыр", "қауыштыр")

Rule = Callable[[View], str | None]
"""A rule's verdict: the stance that the view has by it, or None."""


def influence_of_outsiders(view: View) -> str | None:
    """«Түркия … жолымен әсер етеді», «Қытай … ірі несие беруші саналады»: an outside power acts."""
    if view.sign.code != "influence" or not view.mood.stands or (view.mood.tense == "past" and not view.holder):
        return None
    if view.sign.form and not (view.mood.tense or _strives(view)):
        return None
    if any(n.span.start < view.sign.span.start for n in view.outsiders):
        return "influence" if view.opinion or view.joint or view.related else None
    affects = view.sign.pattern.startswith(("әсер", "ықпалын")) and view.sign.form
    return "influence" if affects and view.related and view.joint and view.opinion else None


def _strives(view: View) -> bool:
    """«ықпал етуге тырысады»."""
    after = view.at.sentence.tokens[view.sign.last + 1 : view.sign.last + 2]
    return any(t.lemmas & TABLE.needs["striving"] for t in after)


def basis(view: View) -> str | None:
    """«… сенімнің іргетасы болып саналады»: what the relationship stands on."""
    undone = view.sign.pattern in CONDITIONS
    if view.sign.code != "basis" or _is_subject_of_talk(view) or not (view.related or (undone and view.concerned)):
        return None
    if not view.mood.stands and view.sign.pattern not in CONDITIONS:
        return None
    if view.sign.pattern.startswith(_BINDING) and any(d.edtf for d in view.at.sentence.dates):
        return None  # «екі жақты байланыстыратын – 2022 жылы құрылған штаб»: what was set up when
    told = bool(view.mood.tense) if view.sign.form else is_nominal_predicate(view.at, view.sign)
    if not ((told or undone) and view.joint):
        return None
    return "recommendation" if view.sign.pattern == OUGHT else "basis"


def _is_subject_of_talk(view: View) -> bool:
    """«Әңгіменің арқауы», «келіссөздің өзегі»: what was talked of, which topics tell."""
    tokens = view.at.sentence.tokens
    before = tokens[view.sign.first - 1] if view.sign.first else None
    if before is None:  # «Арқауы – көші-қон мен шекара», after a meeting
        return tokens[view.sign.last + 1].text in _DASHES if view.sign.last + 1 < len(tokens) else False
    return bool(before.lemmas & TABLE.needs["talk"])


def risk(view: View) -> str | None:
    """«… қауіп туғызады», «… шектейді», «… түйткілді мәселе»: what threatens the relationship."""
    if view.sign.code != "risk" or not _warns(view):
        return None
    if not (view.concerned and (view.joint or view.opinion)):
        return None
    return "risk" if _is_said(view) or _is_lasting(view) else None


def _is_said(view: View) -> bool:
    """A predicate of its own, finite, possible or reported («… азайтатынын айтты»)."""
    how = view.mood
    reported = view.sign.form == "participle" and view.sign.case == "acc"
    return not view.sign.form or bool(how.tense) or how.possible or reported


def _warns(view: View) -> bool:
    """It stands; «егер … шешілмесе, … зардап шегеді» of a speaker does, too."""
    if view.mood.negated or view.sign.form in ("condition", "wish"):
        return False
    return not view.mood.supposed or (bool(view.holder) and not view.at.sentence.text.rstrip(' »”"').endswith("?"))


def _is_lasting(view: View) -> bool:
    """«шектейтін тұстары»: what does so as a rule; «зардап шеккен аймақ» is of the past."""
    word = view.at.sentence.tokens[view.sign.last].lower
    return view.sign.form == "participle" and word.endswith(("атын", "етін", "йтын", "йтін"))


def expectation(view: View) -> str | None:
    """What a coming meeting or step is hoped to bring: a change of the relationship itself, not a figure."""
    if view.sign.code not in ("expectation", "benefit", "strengthening") or not view.concerned:
        return None
    if not _is_free_of_sums(view) or (view.sign.code == "strengthening" and (_sides_act(view) or _is_a_matter(view))):
        return None
    if not (view.opinion or view.joint) or not view.mood.stands:
        return None
    ahead = (view.mood.ahead and not _is_enabled(view)) or _hopes(view)
    if view.sign.code in ("benefit", "strengthening"):
        return "expectation" if ahead and view.mood.tense != "past" else None
    coming = ahead or view.sign.form == "present" or (view.sign.form in ("infinitive", "converb") and _ends_ahead(view))
    return "expectation" if coming else None


def _is_a_matter(view: View) -> bool:
    """«байланысты нығайту мәселелері талқыланады»: a deed named only as a matter of a talk."""
    return view.sign.form == "infinitive" and view.sign.case in (None, "nom")


def _is_enabled(view: View) -> bool:
    """«дамытуға мүмкіндік береді»: made possible, not to come."""
    after = view.at.sentence.tokens[view.sign.last + 1 : view.sign.last + 2]
    return view.sign.form == "infinitive" and any(t.lower.startswith("мүмкіндік") for t in after)


def benefit(view: View) -> str | None:
    """«… жол ашады», «… артықшылық береді», «… арқасында»: what helps the relationship."""
    if view.sign.code not in ("benefit", "strengthening") or not view.mood.stands or not view.concerned:
        return None
    if view.sign.code == "strengthening" and (not view.opinion or _sides_act(view)):
        return None
    if view.sign.pattern.startswith("есі") and (not view.opinion or view.at.sentence.dates):
        return None  # «филиал күзде есік ашады»: an event
    if not _is_said(view):
        return None
    if _is_better_done(view):
        return "recommendation"
    return "benefit" if view.joint or view.opinion else None


def _is_better_done(view: View) -> bool:
    """«… бәсекелесуден гөрі ортақ өнім шығарған тиімді», in somebody's mouth: the deed is called for."""
    before = view.at.sentence.tokens[view.sign.first - 1] if view.sign.first and not view.sign.form else None
    if before is None or view.holder is None or not view.sign.pattern.startswith("="):
        return False
    deed = any(r.form == "participle" and r.known for r in analyse(before.lower)[:2])
    return deed and before.lower.endswith(_DONE)


def fear(view: View) -> str | None:
    """«… деп алаңдайды», «… барын ескертті»: what somebody fears of the relationship, in whatever words."""
    if view.sign.code != "fear" or not _warns(view) or not (view.concerned or is_near(view.at)):
        return None
    told = not view.sign.form or view.mood.tense in ("past", "present", "progressive")
    quoted = " " in view.sign.pattern or any(_is_told_of(token) for token in view.at.sentence.tokens[: view.sign.first])
    return "risk" if told and quoted and (view.holder or view.joint) else None


def hope(view: View) -> str | None:
    """«… деп күтемін», «… деп үміттенеді»: a coming change that somebody hopes for; a dated plan is none."""
    if view.sign.code != "hope" or not view.mood.stands or not view.concerned or not _is_free_of_sums(view):
        return None
    words = [t for t in view.at.sentence.tokens[: view.sign.last + 1] if t.kind == "word" and t.lower not in _QUOTING]
    own = words[-1].lower.endswith(FIRST_PERSON)
    hoped = next((t for t in reversed(words) if t.span.end <= view.sign.span.start), None)
    if not (own or view.holder) or not view.joint or hoped is None or hoped.lemmas & TABLE.needs["plans"]:
        return None
    return "expectation" if verb_tense(hoped.lower) == "present" or is_verb_noun(hoped) else None


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
    related = view.related or carried or (view.opinion and is_near(view.at))
    return "cause" if related and (view.joint or view.opinion) else None


RULES: tuple[Rule, ...] = (influence_of_outsiders, recommendation, risk, fear, expectation, hope, basis, benefit, cause)
ORDER = ("influence", "recommendation", "expectation", "risk", "basis", "benefit", "cause")
"""Which stance a sentence has where it shows several: the more particular first."""


def stance_of(view: View) -> str | None:
    if not _is_of_now(view) or not view.closes or _is_history(view):
        return None
    if (view.sign.pattern == POLARITY and not _is_held(view)) or _is_promised(view):
        return None
    for rule in RULES:
        if verdict := rule(view):
            return "expectation" if verdict == "benefit" and (_depends(view) or _is_to_come(view)) else verdict
    return None


def _is_promised(view: View) -> bool:
    """«жеңілдетеміз деп сендірді», «жоятынына кепіл болды»: what somebody will do is a promise."""
    if view.sign.code not in ("benefit", "strengthening", "risk", "basis") or not view.sign.form:
        return False
    tokens = view.at.sentence.tokens
    word = tokens[view.sign.last].lower
    own = word.endswith(_WE_SHALL) and view.sign.form == "present"
    behind = tokens[view.sign.last : view.sign.last + 5]
    promised = any(t.lower.startswith(TABLE.promising) for t in behind)
    return own or (promised and (view.sign.code != "basis" or is_verb_noun(tokens[max(0, view.sign.first - 1)])))


def _is_held(view: View) -> bool:
    """What is made more or less is told by many reports: a judgement is somebody's, or of both sides and of no day."""
    if amounts(view.at, view.at.sentence.span) or not _is_said(view):
        return False
    if view.opinion:
        return view.mood.tense != "past" or bool(view.holder)
    lasting = view.mood.tense in ("present", "progressive") and not view.at.sentence.dates
    return lasting and is_joint(view.at) and not _sides_act(view)


def _depends(view: View) -> bool:
    """«жол ашылса, туризм де өркендейді»: what a speaker sees coming if something is done."""
    if view.holder is None or view.mood.tense != "present":
        return False
    before = view.at.sentence.tokens[: view.sign.first]
    return any(
        token.text == "," and verb_tense(before[i - 1].lower) == "condition" for i, token in enumerate(before) if i
    )


def _is_to_come(view: View) -> bool:
    """«Бұл сапар … мүмкіндік береді»: what a speaker sees coming of a meeting that is not over."""
    if view.holder is None or view.mood.tense != "present":
        return False
    subjects = [t for t in view.at.tokens_in(view.place) if t.case in (None, "nom") and not t.attributive]
    return any(t.lemmas & TABLE.needs["gatherings"] for t in subjects)


def _is_history(view: View) -> bool:
    """What helped or harmed once, told by nobody in a text of no day, not of both sides here: a chronicle."""
    undated = view.at.day is None
    if view.mood.tense == "past" and not view.holder and any(t.lower == "бұрын" for t in view.at.tokens_in(view.place)):
        return True
    return undated and view.mood.tense == "past" and not view.opinion and not is_near(view.at, 1)


def _is_of_now(view: View) -> bool:
    """Figures carry their own claims; what a number measures is no judgement."""
    if view.sign.code == "recommendation":
        return True
    place = view.place if view.sign.form else view.at.clause_of(view.sign.span)
    return not any(n.quantity.unit not in ("", "count", "times") for n in amounts(view.at, place))


def _is_free_of_sums(view: View) -> bool:
    return not any(n.quantity.unit not in ("", "count") for n in amounts(view.at, view.at.sentence.span))


def _is_told_of(token: Token) -> bool:
    """«барын», «кететінін», «тұсап отырғанын», «екенін»: what is reported, in the accusative."""
    return token.lower in _THAT or (token.lower.endswith(("ын", "ін")) and is_verb_noun(token))


def _sides_act(view: View) -> bool:
    """Whether people or sides themselves do the deed: their plan or promise, and no judgement of it."""
    types = (NameType.STATE, NameType.SIDE, NameType.PERSON, NameType.OFFICE)
    named = [n for n in view.at.names_in(view.place, *types) if n.canonical != view.holder]
    acting = [n for n in named if n.case in (None, "nom") and not n.attributive and not _stands_by(view, n)]
    subjects = any(t.lower in TABLE.needs["actors"] for t in view.at.tokens_in(view.place))
    return subjects or any(n.role != "adjective" and _ends_phrase(view.at, n) for n in acting)


def _stands_by(view: View, name: NameMention) -> bool:
    """«Экономист Дана Омарова … деп есептейді»: the office of whose judgement it is."""
    holders = [n for n in view.at.names_in(view.at.sentence.span, NameType.PERSON) if n.canonical == view.holder]
    return any(0 < other.span.start - name.span.end <= 1 for other in holders)


def _ends_phrase(at: At, name: NameMention) -> bool:
    """A name with nothing of its own phrase after it: «Астана … нығайтады», not «Қазақстан көлігі …»."""
    after = token_after(at.sentence, name.span.end)
    if after is not None and after.lower.startswith("арасын"):
        return False
    return after is None or not after.possessive or after.case not in (None, "nom")


def _hopes(view: View) -> bool:
    """«… деп күтеміз», «… деген сенім бар»."""
    return any(not sign.span.meets(view.sign.span) for sign in STANCES.of(view.at, "hope"))


def _ends_ahead(view: View) -> bool:
    """Whether the sentence's last judging verb is in the present or ahead: «… көтеруге ықпал етеді»."""
    later = [s for s in STANCES.of(view.at) if s.first > view.sign.last and s.form]
    return any(s.form == "present" or mood(view.at, s).ahead for s in later)
