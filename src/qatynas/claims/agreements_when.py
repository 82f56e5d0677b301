"""When and where an act on a document was done, by its own words, the document's own date or the report's setting."""

from __future__ import annotations

import re

from qatynas.claims.acts import part_of, verb
from qatynas.claims.agreements_titles import Named, documents
from qatynas.claims.agreements_words import act_stems, acts, signs
from qatynas.claims.clauses import tokens_after, tokens_in
from qatynas.claims.context import At
from qatynas.claims.meetings_met import reach
from qatynas.claims.meetings_places import gone_to, in_setting, of_story
from qatynas.claims.meetings_words import signs as said
from qatynas.claims.when import carried_place, reported_from
from qatynas.claims.when_places import own_place, same_place, settled
from qatynas.claims.when_told import Moment, free_dates, owner_of
from qatynas.language import Hit
from qatynas.language.mentions import Case, DateMention, DateRole, NameType
from qatynas.model import Place, Span

_YEAR = len("2025")
_YEARS = re.compile(r"P(\d+)Y")
_BESIDE = 3  # characters between a date and the town behind it
_BACK = 4  # sentences back in which a date that holds here was told
_SIDES = (NameType.STATE, NameType.SIDE, NameType.ORGANISATION, NameType.OFFICE)


def own_date(at: At, hit: Hit, document: Named) -> Moment | None:
    """«1998 жылы A туралы келісім, 2004 жылы B туралы шарт жасалды»: each document has its own date."""
    if document.span.end > hit.span.start:
        return None
    following = [d for d in free_dates(at, hit.span) if document.span.end <= d.span.start < hit.span.start]
    before = [d for d in free_dates(at, hit.span) if d.span.end <= document.span.start]
    if not following or not before or not (following[-1].edtf or "")[:4].isdigit():
        return None
    between = at.tokens_in(Span(following[-1].span.end, hit.span.start))
    if not any(other.head for other in documents(at) if other.span.start >= following[-1].span.end) or not between:
        return None
    return Moment(before[-1].edtf or "", "date named", before[-1].span, before[-1].span.of(at.reading.text))


def is_of_document(at: At, moment: Moment, document: Named) -> bool:
    """«2000 жылғы келісім әлі қолданыста»: the date is that of the document, not of what is done with it now."""
    date = next((d for d in at.sentence.dates if d.span == moment.span), None)
    if moment.rule.startswith("counted"):
        return False  # «… 2021 жылғы келісім келер жылы күшіне енген»
    return date is not None and document.span.covers(date.span) and is_own(at, date, document, document.span)


def date_of_paper(at: At, verb_span: Span) -> Moment | None:
    """«Үкімет 2 шілдедегі қаулысымен … бекітті»: the date of the paper by which it is done."""
    for date in at.sentence.dates:
        following = tokens_after(at.sentence, date.span.end)[:2]
        paper = next((t for t in following if t.case == Case.INS and "other_paper" in signs((t,))), None)
        if date.edtf and paper and part_of(at, verb_span).covers(paper.span):
            return Moment(date.edtf, "date of the paper by which it is done", date.span, date.span.of(at.reading.text))
    return None


def term_told(at: At, since: str | None) -> str | None:
    """«мерзімі 2031 жылға дейін белгіленді», «бес жыл мерзімге жасалды»: how long it holds, from its act on."""
    if since is None or not since[:_YEAR].isdigit() or "term" not in signs(at.sentence.tokens):
        return None
    year = int(since[:_YEAR])
    for date in at.sentence.dates:
        if date.role == DateRole.UNTIL and date.edtf and date.edtf.startswith("../") and date.edtf[3:].isdigit():
            return f"{year:04d}/{date.edtf[3:]}" if int(date.edtf[3:]) > year else None
        if length := _YEARS.fullmatch(date.duration or ""):
            return f"{year:04d}/{year + int(length[1]):04d}"
    return None


def is_since(at: At, hit: Hit) -> bool:
    """Whether the part says since when."""
    return any(date.role == DateRole.FROM for date in at.dates_in(part_of(at, hit.span)))


def is_bracketed(at: At, date: DateMention, document: Named) -> bool:
    """«Мәңгілік достық туралы шарт (1997 ж.)»: a date alone in brackets right behind the title."""
    tokens = at.sentence.tokens
    return (
        document.title is not None
        and document.head + 2 < len(tokens)
        and tokens[document.head + 1].text == "("
        and date.span.covers(tokens[document.head + 2].span)
    )


def is_dashed(at: At, date: DateMention, document: Named) -> bool:
    """«Бауырластық туралы келісім – 1998 жылғы 12 мамыр, Тараз»: an entry of no verb, the date behind its dash."""
    tokens = at.sentence.tokens
    behind = tokens[document.head + 1 : document.head + 3]
    if document.title is None or document.case not in (None, Case.NOM) or len(behind) < 2:
        return False
    told = behind[0].text in ("–", "—", "-", ":") and date.span.covers(behind[1].span)
    return told and not any(verb(token) for token in tokens if token.span.start >= date.span.end)


def place_beside(at: At, date: DateMention) -> Place | None:
    """«…, Тараз»: the town right behind the date."""
    names = at.names_in(at.sentence.span, NameType.PLACE)
    near = next((n for n in names if 0 < n.span.start - date.span.end <= _BESIDE), None)
    return settled(near) if near else None


def is_own(at: At, date: DateMention, document: Named, first: Span) -> bool:
    """Whether the date is an attribute of the document: inside its span, or ending in «-дағы», «жылғы» before it."""
    owner = owner_of(at, date)
    last = tokens_in(at.sentence, date.span)[-1:]
    attributive = bool(last) and (last[0].attributive or last[0].lower.endswith(("ғы", "гі")))
    if not attributive:
        return False
    if document.span.covers(date.span):
        return True
    sides = [n.span for n in at.sentence.names if n.type in _SIDES]
    gap = at.tokens_in(Span(date.span.end, max(date.span.end, first.start)))
    only_sides = all(
        any(s.covers(t.span) for s in sides) or signs((t,)) & {"joins", "between", "subjects"} for t in gap
    )
    return date.span.end <= document.span.start and (owner == first or only_sides)


def place_of(at: At, document: Named, verb_span: Span, moment: Moment | None) -> Place | None:
    """Where the act was done: a place outside the title in its part, or that of the setting where its date is too."""
    part = part_of(at, verb_span)
    if document.span.start > verb_span.end:
        region = Span(part.start, verb_span.start) if part.start < verb_span.start else None
    else:
        region = Span(part.start, verb_span.end)
    if region:
        cut = document.span if region.covers(document.span) else None
        pieces = [Span(region.start, cut.start), Span(cut.end, region.end)] if cut else [region]
        for piece in pieces:
            piece = _after_participles(at, piece, verb_span)
            if place := own_place(at, piece):
                return place
    if place := gone_to(at, part) or same_place(at, verb_span) or _beside(at, document, part):
        return place
    if (wider := reach(at, part)) != part and (place := own_place(at, Span(wider.start, part.start))):
        return place  # «Бішкекте Өзбекстан да қосылып, … қол қойды»
    if moment and moment.rule == "date named before" and (place := _where_dated(at, moment)):
        return place
    carried = carried_place(at, verb_span) if moment and (is_carried(moment) or in_setting(at, moment)) else None
    return (
        carried
        or of_story(at, moment)
        or _of_rite(at)
        or (reported_from(at) if moment and moment.edtf == at.day else None)
    )


def _of_rite(at: At) -> Place | None:
    """«… бағдарламасын түзді. Рәсім Талас қаласында өтті.»: where the next sentence says that it was done."""
    following = next(at.after(1), None)
    if following is None or not following.same_paragraph(at):
        return None
    told = "rite" in signs(following.sentence.tokens[:3]) and "held" in said("words", following.sentence.tokens)
    return own_place(following, following.sentence.span) if told else None


def _where_dated(at: At, moment: Moment) -> Place | None:
    """«Сол отырыста … қол қойылды»: the place that the sentence names beside the date which holds here."""
    for other in at.before(_BACK):
        if moment.span and other.sentence.span.covers(moment.span):
            return own_place(other, other.sentence.span)
    return None


def _beside(at: At, document: Named, part: Span) -> Place | None:
    """«Алматыда … хаттаманы дайындап, оған қол қойды»: where the document is named in a clause before."""
    if document.span.end > part.start or not at.sentence.span.covers(document.span):
        return None
    return own_place(at, Span(part_of(at, document.span).start, document.span.start))


def _after_participles(at: At, piece: Span, verb_span: Span) -> Span:
    """The piece from behind the last act participle in it, whose place is another act's."""
    start = piece.start
    for hit in acts(at):
        reading = verb(at.sentence.tokens[hit.last], act_stems())
        attributive = reading and reading.form == "participle" and reading.case == Case.NOM
        if attributive and hit.span.end <= verb_span.start and piece.covers(hit.span):
            start = hit.span.end
    return Span(start, piece.end)


def is_carried(moment: Moment) -> bool:
    return moment.rule.startswith(("date of the event", "the report"))
