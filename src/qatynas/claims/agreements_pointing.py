"""Words that point back to a document told before, and acts that need none because nothing else can be meant."""

from __future__ import annotations

from collections.abc import Sequence

from qatynas.claims.acts import Mood, mood, part_of, verb
from qatynas.claims.agreements_words import act_stems, happening, signs, types
from qatynas.claims.context import At
from qatynas.claims.meetings_met import reach
from qatynas.language import Hit
from qatynas.language.mentions import Case, Token
from qatynas.model import Span

_PASSIVE = ("ыл", "іл", "жасал", "дел", "тал", "дал", "бекі", "лан", "лен")  # of whose verbs it is the subject
_OPENING = 4  # words of a part that point back
_BESIDE = frozenset({"already", "leading", "anaphors", "joins", "adverbs", "subjects", "mutual"})


def back_to(at: At, hit: Hit) -> Token | None:
    """The word by which the act at hit is done to a document told before: «оған», «құжатты», «ол»."""
    if hit.key == "signed":
        return pointer_of(at, hit) or _subject_of(at, hit)
    part = part_of(at, hit.span)
    before = at.tokens_in(Span(reach(at, part).start, hit.span.start))
    taken = (Case.ACC,) if not is_passive(at, hit) else (Case.NOM, None)
    paper = (t for t in before if t.case in taken and "generic" in signs((t,)) and not t.plural)
    if meant := next(paper, None) or next((t for t in before if "object" in signs((t,))), None):
        return meant
    if hit.key == "approved":
        return None
    opening = at.tokens_in(part)[:_OPENING]
    if "anaphors" in signs(at.sentence.tokens[:1]):
        opening = (*at.sentence.tokens[:1], *opening)  # «Ол хаттар жеткен күннен бастап, қазанда күшіне кіреді»
    if "other_paper" in signs(opening):
        return None
    return next((t for t in opening if "anaphors" in signs((t,))), None)


def is_passive(at: At, hit: Hit) -> bool:
    reading = verb(at.sentence.tokens[hit.last], act_stems())
    return reading is not None and reading.lemma.endswith(("ын", "ін", "ан", "ен", "ыл", "іл"))


def is_of_no_other(at: At, hit: Hit) -> bool:
    """«2008 жылдың 1 шілдесінен заңды күшіне ие болды», «… Бішкекте қол қойылған»: an act that is done to documents
    alone, in a part that names nothing else that it may be done to."""
    tokens = at.sentence.tokens
    if hit.key == "approved" or not signs(tokens[hit.first : hit.last + 1]) & {"by_hand", "of_papers"}:
        return False
    part = part_of(at, hit.span)
    before = [t for t in at.tokens_in(part) if t.span.end <= hit.span.start and t.kind == "word"]
    known = [*(n.span for n in at.sentence.names), *(d.span for d in at.sentence.dates)]
    free = [t for t in before if not any(span.covers(t.span) for span in known)]
    if hit.key == "in_force" or is_passive(at, hit):
        taken: tuple[Case | None, ...] = (Case.NOM, None, Case.DAT if hit.key == "signed" else Case.NOM)
    else:
        taken = (Case.DAT,) if hit.key == "signed" else (Case.ACC,)
    others = [t for t in free if t.case in taken and not t.attributive and not signs((t,)) & _BESIDE]
    return not any(verb(t) is None or types().keys((t,)) for t in others)


def mood_of_happening(at: At, hit: Hit) -> Mood | None:
    """«Ратификация наурызға дейін аяқталмақ», «қол қою рәсімі өтті»: the mood of the verb that says of an act told by
    its noun that it went on."""
    tokens = at.sentence.tokens
    last = hit.last
    while last + 1 < len(tokens) and "proceedings" in signs((tokens[last + 1],)):
        last += 1
    if tokens[last].case in (Case.DAT, Case.LOC, Case.INS):
        return None
    part, stems = part_of(at, hit.span), happening()
    behind = [i for i in range(last + 1, len(tokens)) if tokens[i].kind == "word" and part.covers(tokens[i].span)]
    for index in behind:
        if "happening" in signs((tokens[index],)) and verb(tokens[index], stems):
            found = mood(at, index, stems)
            planned = "set_for" in signs((tokens[index],)) and found in (Mood.DONE, Mood.PLANNED)
            return Mood.PLANNED if planned else found
    return None


def _subject_of(at: At, hit: Hit) -> Token | None:
    """«Құжат Бішкекте екі министрдің қолымен бекіді», «Ол 2012 жылы жасалған»: the document told before is the
    subject of a passive verb."""
    reading = verb(at.sentence.tokens[hit.last], act_stems())
    if reading is None or not reading.lemma.endswith(_PASSIVE):
        return None
    opening = (*at.tokens_in(part_of(at, hit.span))[:2], *at.tokens_in(at.clause_of(hit.span))[:2])
    subject = (t for t in opening if t.case in (Case.NOM, None) and not t.plural)
    return next((t for t in subject if t.lower == "ол" or "generic" in signs((t,))), None)


def pointer_of(at: At, hit: Hit) -> Token | None:
    """«оған», «құжатқа» before the verb of signing in its part."""
    before = [token for token in at.tokens_in(part_of(at, hit.span)) if token.span.end <= hit.span.start]
    meant = (token for token in before if token.case == Case.DAT and signs((token,)) & {"pointed", "generic"})
    return next(meant, None) or _object_of(at, hit, before)


def _object_of(at: At, hit: Hit, before: Sequence[Token]) -> Token | None:
    """«Құжатты … министрлер жасасты», «Оны … бекемдеді»: the object of a verb of signing that takes one."""
    if "taking" not in signs(at.sentence.tokens[hit.first : hit.last + 1]):
        return None
    return next((t for t in before if t.case == Case.ACC and signs((t,)) & {"object", "generic"}), None)


def from_pointer(at: At, hit: Hit) -> Span:
    """The words that tell an act on a document told before: its part, from the word that points back where one does."""
    part, pointer = part_of(at, hit.span), pointer_of(at, hit) if hit.key == "signed" else None
    clause = at.clause_of(pointer.span) if pointer else None
    return Span(max(part.start, clause.start), part.end) if clause else part
