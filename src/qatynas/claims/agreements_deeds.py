"""What is done with one document: the act, its date and place, and the words that tell it."""

from __future__ import annotations

from dataclasses import dataclass

from qatynas.claims.acts import Mood, part_of, verb
from qatynas.claims.agreements_acts import TREATIES, VOTED, is_going_on, is_told_ready
from qatynas.claims.agreements_pointing import from_pointer, pointer_of
from qatynas.claims.agreements_titles import Named
from qatynas.claims.agreements_when import (
    date_of_paper,
    is_bracketed,
    is_carried,
    is_dashed,
    is_of_document,
    is_own,
    place_beside,
    place_of,
)
from qatynas.claims.agreements_words import DRAFT, act_stems, otherwise, signs
from qatynas.claims.clauses import tokens_after
from qatynas.claims.context import At
from qatynas.claims.meetings_met import postponed_to, reach
from qatynas.claims.when import announced, carried, is_tied
from qatynas.claims.when_told import Moment, is_auxiliary, told
from qatynas.language import Hit
from qatynas.language.mentions import Case
from qatynas.model import Place, Span

_PUT_OFF = frozenset({"signed", "ratified", "approved", "in_force"})
_HAVING_DONE = frozenset({"ған", "ген", "қан", "кен"})
_ANY = frozenset({""})  # no stem: any reading as a verb will do
_CLOSE = 8
"""Words from a paper's title to the verb that ends its sentence."""
_MONTH = len("2025-08")


@dataclass(frozen=True, slots=True)
class Deed:
    """An act on a document as the text tells it. span is its verb, or the date that stands for it."""

    act: str
    document: Named
    span: Span
    quote: Span
    status: str
    moment: Moment | None
    place: Place | None
    rule: str


def put_off_to(at: At, hit: Hit) -> Moment | None:
    """«қол қою күзге қалды»: the new date of an act that is put off."""
    return postponed_to(at, part_of(at, hit.span)) if hit.key in _PUT_OFF else None


def deed_of(
    at: At, act: str, document: Named, verb_span: Span, quote: Span, found: Mood, rule: str
) -> Deed:  # one deed with its date and place
    past = found == Mood.DONE
    moment = told(at, verb_span, past=past, title=document.span)
    if moment and act != "signed" and is_of_document(at, moment, document):
        moment = None
    moment = moment or date_of_paper(at, verb_span)
    if moment is None and act in ("signed", "approved"):
        moment = carried(at, verb_span) if past else announced(at)
    if moment is None and act == "ratified" and past and "parliament" in signs(at.sentence.tokens):
        moment = carried(at, verb_span)  # «Палата отырысында депутаттар … ратификациялады»
    if moment is None and rule == "decreed" and at.day:
        moment = Moment(at.day, "date of the decree")
    if moment is None and past and at.day and (rule == VOTED or (act == "approved" and document.type == "law")):
        moment = Moment(at.day, "day of the vote")
    place = place_of(at, document, verb_span, moment)
    return Deed(act, document, verb_span, quote, "done" if past else "planned", moment, place, rule)


def like(deed: Deed, document: Named, rule: str, quote: Span | None = None) -> Deed:
    return Deed(deed.act, document, deed.span, quote or document.span, deed.status, deed.moment, deed.place, rule)


def act_of(at: At, hit: Hit, document: Named, found: Mood) -> tuple[str, Mood] | None:
    """The act and its mood, None where the text does not vouch for it."""
    if found in (Mood.DENIED, Mood.UNREAL):
        return None
    going_on = is_going_on(at, hit)
    drafted = document.draft or (going_on and "written" in signs((at.sentence.tokens[hit.last],)))
    if hit.key == DRAFT and (not drafted or document.type in ("law", "statement") or found == Mood.NOUN):
        return None
    if hit.key == DRAFT:
        return "prepared", found if document.draft else Mood.PLANNED
    act = hit.key
    if document.ratifying and act in ("signed", "approved", "ratified") and hit.first > document.head:
        act = "ratified"
    if act == "prepared" and not (document.draft or is_told_ready(at, hit) or found == Mood.PLANNED or going_on):
        return None
    if act == "prepared" and document.type in ("law", "statement"):
        return None
    if act in ("signed", "approved") and document.draft and not _points_back(at, hit, document):
        act = "prepared"
    if act == "signed" and not _can_be_signing(at, hit, document):
        return None
    if act == "approved" and document.type in TREATIES and _by_parliament(at, hit) and not _is_passed_on(at, hit):
        act = "ratified"
    if act == "signed" and document.type == "statement" and "жаса" in at.sentence.tokens[hit.last].lower:
        return None
    if found == Mood.NOUN:
        return None
    return act, found


def _points_back(at: At, hit: Hit, document: Named) -> bool:
    """«меморандумның мәтіні де әзір, оған күзде қол қойылмақ»: the document itself is signed, not its draft."""
    pointer = pointer_of(at, hit)
    return pointer is not None and pointer.span.start >= document.span.end


def _can_be_signing(at: At, hit: Hit, document: Named) -> bool:
    """Of «жаса» only what is concluded («келісім жасады», no plan), of «қол жеткіз» only what has a title."""
    reading = verb(at.sentence.tokens[hit.last], act_stems())
    lemma = reading.lemma if reading else ""
    if lemma == "жаса":
        return document.type in TREATIES
    return lemma not in ("жет", "жеткіз") or document.title is not None


def _by_parliament(at: At, hit: Hit) -> bool:
    """«Парламентіміз шартты мақұлдап шықты»: what a parliament approves it ratifies."""
    part = reach(at, part_of(at, hit.span))
    return "parliament" in signs([token for token in at.tokens_in(part) if token.span.end <= hit.span.start])


def _is_passed_on(at: At, hit: Hit) -> bool:
    """«Депутаттар келісімді мақұлдап, Сенатқа жолдады»: one chamber's vote, which ratifies nothing yet."""
    return "passed_on" in signs(tokens_after(at.sentence, hit.span.end))


def quote_of(at: At, hit: Hit, document: Named) -> Span:
    """From the date, place or title to the verb or the title, whichever ends later."""
    pointer = pointer_of(at, hit) if hit.key == "signed" else None
    if pointer and document.span.end <= pointer.span.start and "pointed" in signs((pointer,)):
        return from_pointer(at, hit)
    span = document.span.join(hit.span)
    part = part_of(at, hit.span)
    dates = [d.span for d in at.sentence.dates if part.covers(d.span) and d.span.end <= span.start]
    near = [d for d in dates if len(at.tokens_in(Span(d.end, span.start))) <= 8]
    return span.join(near[-1]) if near else span


def by_build(at: At, document: Named) -> Deed | None:
    """«X туралы меморандумды мөрледі», «… келісім 2006 жылғы 4 шілдеде туды»: whatever is done to a titled paper on its
    day, unless it is talked of, changed, prepared or ended, brings it about."""
    case = document.case in (None, Case.NOM, Case.ACC, Case.DAT)
    if not (case and document.title and document.type in TREATIES) or document.draft or document.ratifying:
        return None
    tokens = at.sentence.tokens
    behind = [i for i in range(document.last + 1, len(tokens)) if tokens[i].kind == "word"]
    if not behind or len(behind) > _CLOSE or any(tokens[i].text in ",;:" for i in range(document.last + 1, behind[-1])):
        return None
    last = behind[-1]
    if len(behind) > 1 and is_auxiliary(tokens[last].lower):
        last = behind[-2]  # «бекіген болатын»
        behind.pop()
    done = verb(tokens[last]) or verb(tokens[last], _ANY)
    ended = done is not None and (done.form in ("past", "perfect", "inferred") or done.suffix in _HAVING_DONE)
    if done is None or not ended or done.negative:
        return None
    said = frozenset().union(*(tokens[i].lemmas for i in behind)) | {done.lemma}
    if "ground" in signs(tokens[document.last + 1 : document.last + 2]) or said & otherwise():
        return None
    deed = deed_of(at, "signed", document, tokens[last].span, document.span.join(tokens[last].span), Mood.DONE, "built")
    own = deed.moment is not None and (is_tied(at) or not is_carried(deed.moment))
    return deed if own else None


def by_date(at: At, document: Named) -> Deed | None:
    """«2011 жылғы 6 мамырдағы … келісімнің 9-бабы»: a date that is the document's own is that of its signing."""
    if document.type not in TREATIES or document.draft or document.plural:
        return None
    tokens = at.sentence.tokens
    for date in at.sentence.dates:
        if document.title is None and not document.between and len(date.edtf or "") < _MONTH:
            continue
        if date.edtf is None or "/" in date.edtf:
            continue
        dashed = is_dashed(at, date, document)
        if not (dashed or is_own(at, date, document, tokens[document.first].span) or is_bracketed(at, date, document)):
            continue
        moment = Moment(date.edtf, "date of the document", date.span, date.span.of(at.reading.text))
        place = place_beside(at, date) if dashed else None
        return Deed(
            "signed", document, date.span, document.span.join(date.span), "done", moment, place, "dated document"
        )
    return None
