"""Sentences become agreement claims: one for each act on each document that the text names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qatynas.claims.acts import Mood, mood, part_of, verb
from qatynas.claims.agreements_acts import (
    TREATIES,
    documents_of,
    is_being_prepared,
    is_decreed,
    is_going_on,
    is_mutual,
    is_nominal,
    is_preparing_told,
    nominal_mood,
)
from qatynas.claims.agreements_titles import Named, documents, sides_before
from qatynas.claims.agreements_untitled import UNTITLED, is_another, is_untitled_news
from qatynas.claims.agreements_untitled import generic as generic_named
from qatynas.claims.agreements_words import DRAFT, act_stems, acts, gate, signs
from qatynas.claims.context import At
from qatynas.claims.once import per_reading
from qatynas.claims.when import announced, carried, carried_place
from qatynas.claims.when_places import own_place
from qatynas.claims.when_told import Moment, free_dates, owner_of, told
from qatynas.language import Hit
from qatynas.language.mentions import Case, DateMention, NameType, Reading, Sentence
from qatynas.model import HEADLINES, Agreement, BlockKind, Claim, Place, Span

_LATER = frozenset({"ratified", "in_force"})  # acts on what was signed before
_SIDES = (NameType.STATE, NameType.SIDE, NameType.ORGANISATION, NameType.OFFICE)
_DAY = len("2025-08-21")
_MEMORY = 6  # sentences after which «ол», «құжат» no longer mean the document told before


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


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    for deed in _deeds(at.reading)[at.index]:
        moment, parties = deed.moment, _parties(at, deed.document)
        if len(parties) < 2:
            continue
        carried_from = moment.span if moment and moment.span and not deed.quote.covers(moment.span) else None
        why = [("act", deed.rule, deed.span.of(at.reading.text))]
        if moment:
            why.append(("date", moment.rule, moment.words))
        yield at.make(
            Agreement,
            deed.quote,
            parties=parties,
            support=((carried_from, "date"),) if carried_from else (),
            why=tuple(why),
            status=deed.status,
            title=deed.document.title,
            type=deed.document.type,
            act=deed.act,
            date=moment.edtf if moment else None,
            place=deed.place,
            term=deed.document.term,
        )


def _parties(at: At, document: Named) -> tuple[str, ...]:
    return document.between or sides_before(at, document.first) or at.parties()


@per_reading
def _deeds(reading: Reading) -> tuple[tuple[Deed, ...], ...]:
    """The deeds of each sentence, worked out in order, since what «ол» means was told before; headlines come last."""
    told_so_far: list[Deed] = []
    story = Story(reading)
    found: list[tuple[Deed, ...]] = [() for _ in reading.sentences]
    for index in sorted(range(len(found)), key=lambda i: (reading.sentences[i].block in HEADLINES, i)):
        here: list[Deed] = []
        for deed in story.sentence(At(reading, index)):
            if not _repeats(deed, told_so_far):
                here.append(deed)
                told_so_far.append(deed)
        found[index] = tuple(here)
    return tuple(tuple(deed for deed in here if not story.is_named_later(deed)) for here in found)


def _repeats(deed: Deed, before: Sequence[Deed]) -> bool:
    """Whether the same act on the same title was told with this date, or this one adds no date of its own."""
    own = deed.moment is not None and not _is_carried(deed.moment)
    if deed.document.title is None:
        return any(other.act == deed.act and _date(other) == _date(deed) for other in before)
    for other in before:
        if other.act == deed.act and other.status == deed.status and _same_title(other.document, deed.document):
            same = other.moment and deed.moment and other.moment.edtf[:4] == deed.moment.edtf[:4]
            if not own or same:
                return True
    return False


def _date(deed: Deed) -> str | None:
    return deed.moment.edtf if deed.moment else None


def _is_carried(moment: Moment) -> bool:
    return moment.rule.startswith(("date of the event", "the report"))


def _same_title(one: Named, other: Named) -> bool:
    """Whether two titles share most of their words, endings aside."""
    a, b = ({word.lower()[:5] for word in (document.title or "").split()} for document in (one, other))
    return bool(a and b) and 2 * len(a & b) / (len(a) + len(b)) >= 0.75


class Story:
    """What a text has told of documents so far: which one was named last, and whether a list of them is due."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._last: tuple[int, Named] | None = None
        self._listing: tuple[int, Deed] | None = None  # «он құжатқа қол қойылды», whose list may follow
        self._signed: tuple[int, Deed] | None = None  # «тарихи құжатқа қол қойды», whose title may follow
        self._untitled: list[tuple[int, Deed]] = []
        self._named: list[Deed] = []

    def is_named_later(self, deed: Deed) -> bool:
        """Whether a deed on a document without title is told again with its title."""
        return any(deed is other for other in self._named)

    def sentence(self, at: At) -> Iterator[Deed]:
        """The deeds of the next sentence."""
        if not gate().passes(at.sentence):
            return
        named = documents(at)
        titled = [document for document in named if document.title]
        taken: set[int] = set()
        later: set[int] = set()
        for deed, index in self._acts(at, named):
            (later if deed and deed.act in _LATER else taken).add(index)
            if deed is not None and is_mutual(at, deed.document, deed.act):
                yield deed
                if deed.document.title is None:
                    self._untitled.append((at.index, deed))
        for index, document in enumerate(named):
            known = document.title or document.between
            if known and index not in taken | later and (deed := _by_date(at, document)):
                taken.add(index)
                if is_mutual(at, document, deed.act):
                    yield deed
        free = [document for index, document in enumerate(named) if index not in taken and document.title]
        unacted = [document for index, document in enumerate(named) if index not in taken | later and document.title]
        if at.sentence.block not in HEADLINES:
            yield from self._listed(at, free, unacted)
        self._remember(at, titled, named)

    def _remember(self, at: At, titled: Sequence[Named], named: Sequence[Named]) -> None:
        if titled:
            self._last = (at.index, titled[-1])
        generic = generic_named(at)
        for hit in acts(at) if generic else ():
            found = mood(at, hit.last, act_stems())
            kept = hit.key in ("signed", "approved") and found in (Mood.DONE, Mood.PLANNED)
            if kept and generic and not titled:
                deed = _deed(at, "signed", generic[0], hit.span, hit.span, found, "signed document")
                if generic[1]:
                    self._listing = (at.index, deed)
                else:
                    self._signed = (at.index, deed)

    def _listed(self, at: At, free: Sequence[Named], unacted: Sequence[Named]) -> Iterator[Deed]:
        """Documents of a list, or the title of the one that the sentence before said was signed."""
        if not free:
            return
        if self._untitled and self._continues(at, self._untitled[-1][0]) and self._untitled[-1][0] < at.index:
            self._listing = self._untitled.pop()
            self._named.append(self._listing[1])
        if self._listing and self._continues(at, self._listing[0]):
            for document in free:
                yield _like(self._listing[1], document, "listed among the documents signed")
        elif self._signed and at.index - self._signed[0] <= 2 and len(unacted) == 1 and not unacted[0].weak:
            signed = self._signed[1]
            self._signed = None
            if is_mutual(at, unacted[0], signed.act):
                yield _like(signed, unacted[0], "names the document said to be signed", quote=at.sentence.span)

    def _continues(self, at: At, since: int) -> bool:
        """Whether a list that was announced in sentence `since` goes on here."""
        items = at.reading.sentences[since + 1 : at.index + 1]
        if all(_is_item(sentence) for sentence in items):
            return True
        return at.index - since <= 2 and "listing" in signs(at.sentence.tokens[:6])

    def _acts(self, at: At, named: Sequence[Named]) -> Iterator[tuple[Deed | None, int]]:
        """Each act with its documents by index; None for what is denied or only imagined."""
        for hit in acts(at):
            found = mood(at, hit.last, act_stems())
            if hit.key == "approved" and is_decreed(at, hit):
                found = Mood.DONE
            if found == Mood.NOUN and is_nominal(at, hit):
                found = nominal_mood(at)  # «шарттың туған күні»
            if hit.key == "signed" and is_being_prepared(at, hit):
                continue
            if hit.key == DRAFT and is_preparing_told(at, hit):
                continue
            chosen = documents_of(at, hit, named)
            rule = "decreed" if is_decreed(at, hit) else "act named"
            if not chosen and (earlier := self._meant(at, hit, named)) and (act := _act(at, hit, earlier, found)):
                quote = part_of(at, hit.span)
                yield _deed(at, act[0], earlier, hit.span, quote, act[1], "document told before"), -1
            for index in chosen:
                yield self._deed(at, hit, named[index], found, rule), index

    def _deed(self, at: At, hit: Hit, document: Named, found: Mood, rule: str) -> Deed | None:
        if not document.title:
            resolved = self._resolved(at, document)
            if resolved is None and not is_untitled_news(at, hit, document):
                return None
            if resolved:
                document = replace(document, title=resolved.title, type=resolved.type, term=resolved.term)
            rule = "document told before" if resolved else UNTITLED
        act = _act(at, hit, document, found)
        if act is None:
            return None
        deed = _deed(at, act[0], document, hit.span, _quote(at, hit, document), act[1], rule)
        if (own := _own_date(at, hit, document)) is not None:
            return replace(deed, moment=own)
        undated = deed.moment is None or _is_carried(deed.moment)
        return None if undated and is_nominal(at, hit) else deed

    def _resolved(self, at: At, bare: Named) -> Named | None:
        """«Шарт 1999 жылы күшіне енді»: the document of this type that was named last."""
        if self._last is None or at.index - self._last[0] > _MEMORY or bare.plural:
            return None
        if bare.type not in (self._last[1].type, "agreement", "treaty") or is_another(at, bare):
            return None
        self._last = (at.index, self._last[1])
        return self._last[1]

    def _meant(self, at: At, hit: Hit, named: Sequence[Named]) -> Named | None:
        """The document that an act without one is done to: one of this sentence, or «ол», «құжат» for the last told."""
        if hit.key not in ("ratified", "in_force", "signed"):
            return None
        before = [document for document in named if document.title and document.span.end <= hit.span.start]
        part = part_of(at, hit.span)
        if before and hit.key != "signed":
            return before[-1]
        if self._last is None or at.index - self._last[0] > 1:
            return None
        opening = at.tokens_in(part)[:4] if not before else ()
        if "other_paper" in signs(opening):
            return None
        return self._last[1] if "anaphors" in signs(opening) and hit.key != "signed" else None


def _own_date(at: At, hit: Hit, document: Named) -> Moment | None:
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


def _is_item(sentence: Sentence) -> bool:
    return sentence.block == BlockKind.ITEM or sentence.text[:1] in "–—-•*" or sentence.text[:2].rstrip(".)").isdigit()


def _deed(
    at: At, act: str, document: Named, verb_span: Span, quote: Span, found: Mood, rule: str
) -> Deed:  # one deed with its date and place
    past = found == Mood.DONE
    moment = told(at, verb_span, past=past)
    if moment is None and act in ("signed", "approved"):
        moment = carried(at, verb_span) if past else announced(at)
    if moment is None and rule == "decreed" and at.day:
        moment = Moment(at.day, "date of the decree")
    place = _place(at, document, verb_span, moment)
    return Deed(act, document, verb_span, quote, "done" if past else "planned", moment, place, rule)


def _like(deed: Deed, document: Named, rule: str, quote: Span | None = None) -> Deed:
    return Deed(deed.act, document, deed.span, quote or document.span, deed.status, deed.moment, deed.place, rule)


def _act(at: At, hit: Hit, document: Named, found: Mood) -> tuple[str, Mood] | None:
    """The act and its mood, None where the text does not vouch for it."""
    if found in (Mood.DENIED, Mood.UNREAL):
        return None
    if hit.key == DRAFT and (not document.draft or document.type in ("law", "statement") or found == Mood.NOUN):
        return None
    if hit.key == DRAFT:
        return "prepared", found
    act = hit.key
    if document.ratifying and act in ("signed", "approved", "ratified"):
        act = "ratified"
    if act == "prepared" and not (document.draft or found == Mood.PLANNED or is_going_on(at, hit)):
        return None
    if act == "prepared" and document.type in ("law", "statement"):
        return None
    if act in ("signed", "approved") and document.draft:
        act = "prepared"
    if act == "signed" and document.type == "statement" and "жаса" in at.sentence.tokens[hit.last].lower:
        return None
    if found == Mood.NOUN:
        return None
    return act, Mood.PLANNED if act == "prepared" and is_going_on(at, hit) else found


def _quote(at: At, hit: Hit, document: Named) -> Span:
    """From the date, place or title to the verb or the title, whichever ends later."""
    span = document.span.join(hit.span)
    part = part_of(at, hit.span)
    dates = [d.span for d in at.sentence.dates if part.covers(d.span) and d.span.end <= span.start]
    near = [d for d in dates if len(at.tokens_in(Span(d.end, span.start))) <= 8]
    return span.join(near[-1]) if near else span


def _by_date(at: At, document: Named) -> Deed | None:
    """«2011 жылғы 6 мамырдағы … келісімнің 9-бабы»: a date that is the document's own is that of its signing."""
    if document.type not in TREATIES or document.draft or document.plural:
        return None
    tokens = at.sentence.tokens
    for date in at.sentence.dates:
        if document.title is None and len(date.edtf or "") < _DAY:
            continue
        if date.edtf is None or "/" in date.edtf or not _is_own(at, date, document, tokens[document.first].span):
            continue
        moment = Moment(date.edtf, "date of the document", date.span, date.span.of(at.reading.text))
        return Deed(
            "signed", document, date.span, document.span.join(date.span), "done", moment, None, "dated document"
        )
    return None


def _is_own(at: At, date: DateMention, document: Named, first: Span) -> bool:
    """Whether the date is an attribute of the document: inside its span, or ending in «-дағы», «жылғы» before it."""
    owner = owner_of(at, date)
    last = [token for token in at.sentence.tokens if date.span.covers(token.span)][-1:]
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


def _place(at: At, document: Named, verb_span: Span, moment: Moment | None) -> Place | None:
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
    return carried_place(at, verb_span) if moment and _is_carried(moment) else None


def _after_participles(at: At, piece: Span, verb_span: Span) -> Span:
    """The piece from behind the last act participle in it, whose place is another act's."""
    start = piece.start
    for hit in acts(at):
        reading = verb(at.sentence.tokens[hit.last], act_stems())
        attributive = reading and reading.form == "participle" and reading.case == Case.NOM
        if attributive and hit.span.end <= verb_span.start and piece.covers(hit.span):
            start = hit.span.end
    return Span(start, piece.end)
