"""Recommendations: which deeds are called for, and which words only seem to call for one."""

from __future__ import annotations

from qatynas.claims.assessments_views import TABLE, TONE, View
from qatynas.claims.predicates import amounts, is_joint, is_near
from qatynas.claims.predicates_lexicon import is_negative, is_verb_noun
from qatynas.language import analyse
from qatynas.language.mentions import NameType, Token

_CALLS = ("=керек", "=қажет")
"""«бірлескен өндіріс қажет», in somebody's mouth: a thing of both sides that is called for."""
_OURS = ("уымыз", "уіміз")
_FACTS = ("ғанын", "генін", "қанын", "кенін")
"""Endings of what is told as a fact."""


def recommendation(view: View) -> str | None:
    """«… қажет», «… жөн», «… ұмытпаған абзал»: something ought to be done for the relationship."""
    if view.sign.code == "advice":
        asked = view.at.sentence.tokens[view.sign.first - 1] if view.sign.first else None
        told = view.mood.tense in ("past", "present", "progressive") and not view.mood.negated
        deed = asked is not None and is_verb_noun(asked) and not asked.lemmas & TABLE.needs["plans"]
        advised = told and (view.holder or _is_by_them(view)) and view.joint and deed
        return "recommendation" if advised else None
    if view.sign.code != "recommendation" or view.mood.negated or _is_unfulfilled(view):
        return None
    if view.sign.pattern.endswith(" ет-") and view.mood.tense == "past":
        return None
    if not _needs_a_deed(view) or _is_rhetorical(view):
        return None
    concerned = view.related or view.holder is not None or is_near(view.at)
    return "recommendation" if concerned and view.joint else None


def _needs_a_deed(view: View) -> bool:
    """«… жою керек» asks for a deed; «су керек» for a thing; «бітуге тиіс» is a plan."""
    tokens = view.at.sentence.tokens
    word = tokens[view.sign.first]
    before = next(
        (t for t in reversed(tokens[: view.sign.first]) if t.kind == "word" and t.lower not in TABLE.needs["adverbs"]),
        None,
    )
    if before is None:
        return False
    if view.sign.form or " " in view.sign.pattern:
        return True
    if view.sign.pattern in ("=болмайды", "=жарамайды"):
        return before.case == "dat" or is_negative(before)
    called = view.holder is not None and view.sign.pattern in _CALLS and is_joint(view.at)
    if not (is_verb_noun(before) or before.lemmas & TABLE.needs["deeds"] or (called and before.case in (None, "nom"))):
        return False
    if _is_a_plan(view, word, before):
        return False
    if "тиіс" in word.lemmas:
        sides = [n for n in view.at.names_in(view.place, NameType.STATE, NameType.SIDE, NameType.PLACE) if n.country]
        called = any(n.case in (None, "nom") and not n.attributive for n in sides) and before.possessive
        return (view.opinion or called) and not any(date.edtf for date in view.at.dates_in(view.place))
    return True


def _is_a_plan(view: View, word: Token, deed: Token) -> bool:
    """«кілті 1 қыркүйекке дейін тапсырылуы керек», «екі миллионға жетуіміз керек»: when or how much is due."""
    if not word.lemmas & {"керек", "қажет", "тиіс"} or TONE.of(view.at, "opinion"):
        return False
    due = any(d.edtf and not d.edtf.endswith("/..") for d in view.at.dates_in(view.place))
    counted = deed.possessive or deed.lower.endswith(_OURS) or "тиіс" in word.lemmas
    return due or (counted and bool(amounts(view.at, view.place)))


def _is_unfulfilled(view: View) -> bool:
    """«… өтуі керек еді»: a plan that came to nothing is no advice."""
    after = [t.lower for t in view.at.sentence.tokens[view.sign.last + 1 : view.sign.last + 2]]
    return any(word in TABLE.needs["unfulfilled"] for word in after)


def _is_rhetorical(view: View) -> bool:
    """«… айта кету керек», «еске салған жөн», «… болғанын ұмытпайық»: said for the sake of saying."""
    words = [t for t in view.at.sentence.tokens[: view.sign.first] if t.kind == "word"][-2:]
    if not words:
        return False
    if view.sign.pattern.startswith("ұмыт"):
        return words[-1].lower.endswith(_FACTS)
    said = {reading.lemma for reading in analyse(words[-1].lower) if reading.pos == "verb"}
    recalled = "сал" in said and words[0].lower == "еске"
    return bool({words[-1].lower, *said} & TABLE.needs["rhetorical"]) or recalled


def _is_by_them(view: View) -> bool:
    """«Олар … орнатуды жөн көреді»: those who were told of just before."""
    first = next((t.lower for t in view.at.sentence.tokens if t.kind == "word"), "")
    return first in ("ол", "олар") and is_near(view.at)
