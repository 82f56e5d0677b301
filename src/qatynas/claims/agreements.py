"""Sentences become agreement claims: one for each act on each document that the text names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qatynas.claims.acts import Mood, mood, part_of
from qatynas.claims.agreements_acts import (
    VOTED,
    documents_of,
    is_being_prepared,
    is_decreed,
    is_in_title,
    is_lasting,
    is_mutual,
    is_nominal,
    is_of_ratifying_law,
    is_preparing_told,
    is_ready,
    is_rite,
    listed_after,
    mood_of_vote,
    noun_mood,
)
from qatynas.claims.agreements_deeds import Deed, act_of, by_build, by_date, deed_of, like, put_off_to, quote_of
from qatynas.claims.agreements_edges import sides_before
from qatynas.claims.agreements_pointing import back_to, from_pointer, is_of_no_other, mood_of_happening
from qatynas.claims.agreements_spelling import dative, nominative
from qatynas.claims.agreements_titles import Named, documents, inner_of
from qatynas.claims.agreements_untitled import UNTITLED, is_another, is_speaking, is_untitled_news
from qatynas.claims.agreements_untitled import generic as generic_named
from qatynas.claims.agreements_votes import law_of, voted_on
from qatynas.claims.agreements_when import is_carried, is_since, own_date, term_told
from qatynas.claims.agreements_words import DRAFT, act_stems, acts, generic_places, may_act, may_tell, signs
from qatynas.claims.context import At
from qatynas.claims.once import per_reading
from qatynas.claims.when import is_within
from qatynas.language import Hit
from qatynas.language.mentions import NameType, Reading, Sentence
from qatynas.model import HEADLINES, Agreement, BlockKind, Claim, Span

_PUT_OFF = frozenset({"signed", "ratified", "approved", "in_force"})
_DAY = len("2025-08-21")
_POINTS_BACK = 2  # sentences back to which «ол», «оны» may refer
_LATER = frozenset({"ratified", "in_force"})  # acts on what was signed before
_SIDES = (NameType.STATE, NameType.SIDE, NameType.ORGANISATION, NameType.OFFICE)
_MONTH = len("2025-08")
_MEMORY = 6  # sentences after which «ол», «құжат» no longer mean the document told before


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
            term=deed.document.term or term_told(at, moment.edtf if moment else None),
        )


def _parties(at: At, document: Named) -> tuple[str, ...]:
    return document.between or sides_before(at, document.first) or at.parties()


def _kind(at: At, document: Named) -> str:
    """«Хаттама», «Жол картасы»: a paper called by no more than its kind."""
    words = [t.text for t in at.tokens_in(Span(document.span.start, at.sentence.tokens[document.head].span.start))]
    name = " ".join([*words, nominative(at.sentence.tokens[document.head])])
    return name[:1].upper() + name[1:]


@per_reading
def _deeds(reading: Reading) -> tuple[tuple[Deed, ...], ...]:
    """The deeds of each sentence, worked out in order, since what «ол» means was told before; headlines come last."""
    told_so_far: list[Deed] = []
    story = Story(reading)
    found: list[tuple[Deed, ...]] = [() for _ in reading.sentences]
    for index in sorted(range(len(found)), key=lambda i: (reading.sentences[i].block in HEADLINES, i)):
        here: list[Deed] = []
        for deed in story.sentence(At(reading, index)):
            announced = reading.sentences[index].block in HEADLINES and _is_announced(deed, told_so_far)
            if not announced and not _repeats(deed, told_so_far):
                here.append(deed)
                told_so_far.append(deed)
        found[index] = tuple(_dated_once(here))
    return tuple(tuple(deed for deed in here if not story.is_named_later(deed)) for here in found)


def _dated_once(here: Sequence[Deed]) -> Iterator[Deed]:
    """«келісімге қол жеткізді, құжат 12 тамызда рәсімделді»: one act of a document told twice keeps its own date."""
    for deed in _dated_alike(here):
        undated = deed.moment is None or is_carried(deed.moment)
        again = (o for o in here if o is not deed and o.act == deed.act and o.document == deed.document)
        later = any(o.act in _LATER and o.document.head == deed.document.head and _date(o) == _date(deed) for o in here)
        if later and deed.act == "signed" and deed.document.title and deed.moment:
            continue  # «депутаттар бүгін … жасалған хаттаманы ратификациялады»: the day is that of ratifying
        if _confirms(deed, here):
            continue  # «меморандумды қуаттады: құжатқа сол жерде қол таңбаланды»
        if not (undated and any(o.moment and not is_carried(o.moment) for o in again)):
            yield deed


def _dated_alike(here: Sequence[Deed]) -> Iterator[Deed]:
    """«Сейсенбіде … меморандумды қуаттады: құжатқа сол жерде қол таңбаланды»: one time for what is done at once."""
    before: Deed | None = None
    for deed in here:
        undated = deed.moment is None or is_carried(deed.moment)
        one = before and before.document == deed.document and before.status == deed.status == "done"
        if one and before and undated and before.moment and deed.act == "signed" and before.act == "approved":
            deed = replace(deed, moment=before.moment, place=deed.place or before.place)
        before = deed
        yield deed


def _repeats(deed: Deed, before: Sequence[Deed]) -> bool:
    """Whether the same act on the same title was told with this date, or this one adds no date of its own."""
    own = deed.moment is not None and not is_carried(deed.moment)
    if deed.document.title is None:
        return any(other.act == deed.act and _date(other) == _date(deed) for other in before)
    for other in before:
        alike = other.act == deed.act and other.status == deed.status and _same_title(other.document, deed.document)
        if alike and (not own or _one_time(_date(other), _date(deed))):
            return True
    return False


def _one_time(one: str | None, other: str | None) -> bool:
    """Whether two dates may be one, told more or less finely: «2024 жылы», «сәуірдің 19-ында»."""
    if one is None or other is None:
        return False
    finer = one.startswith(other[:_DAY]) or other.startswith(one[:_DAY])
    return finer or is_within(one, other) or is_within(other, one)


def _is_announced(deed: Deed, told: Sequence[Deed]) -> bool:
    """Whether a headline's deed is one that the body tells, whatever shorter name the headline gives the document."""
    return any(other.act == deed.act and other.document.type == deed.document.type for other in told)


def _confirms(deed: Deed, here: Sequence[Deed]) -> bool:
    """«қол қойып бекітті»: approving said of what the sentence says was signed, at one time."""
    of_one = [o for o in here if o.document == deed.document or _same_title(o.document, deed.document)]
    signed = [other for other in of_one if other.act == "signed"]
    return deed.act == "approved" and any(_date(other) == _date(deed) for other in signed)


def _date(deed: Deed) -> str | None:
    return deed.moment.edtf if deed.moment else None


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
        self._papers: list[Named] = []  # each titled document once

    def is_named_later(self, deed: Deed) -> bool:
        """Whether a deed on a document without title is told again with its title."""
        return any(deed is other for other in self._named)

    def sentence(self, at: At) -> Iterator[Deed]:
        """The deeds of the next sentence."""
        if not (may_tell(at) or (self._last is not None and may_act(at))):
            return
        named = documents(at)
        told_before = self._told(at, generic=True) is not None
        both = bool(self._papers) and "both" in signs(at.sentence.tokens)
        if not (named or told_before or both or generic_places(at.sentence)):
            return  # acts, but on no document
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
            if index not in taken and (deed := by_date(at, document) or by_build(at, document)):
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
            known = {paper.title for paper in self._papers if not paper.ratifying}
            self._papers += [paper for paper in titled if paper.ratifying or paper.title not in known]
        counted = next(((document, True) for document in named if document.plural), None)
        generic = generic_named(at) or counted
        for hit in acts(at) if generic else ():
            found = mood(at, hit.last, act_stems())
            kept = hit.key in ("signed", "approved") and found in (Mood.DONE, Mood.PLANNED)
            if kept and generic and not titled:
                deed = deed_of(at, "signed", generic[0], hit.span, hit.span, found, "signed document")
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
                yield like(self._listing[1], document, "listed among the documents signed")
        elif self._signed and at.index - self._signed[0] <= 2 and len(unacted) == 1 and not unacted[0].weak:
            signed = self._signed[1]
            self._signed = None
            if is_mutual(at, unacted[0], signed.act):
                yield like(signed, unacted[0], "names the document said to be signed", quote=at.sentence.span)

    def _continues(self, at: At, since: int) -> bool:
        """Whether a list that was announced in sentence `since` goes on here."""
        items = at.reading.sentences[since + 1 : at.index + 1]
        if all(_is_item(sentence) for sentence in items):
            return True
        tokens = at.sentence.tokens
        return at.index - since <= 2 and ("listing" in signs(tokens[:6]) or "listed" in signs(tokens))

    def _acts(self, at: At, named: Sequence[Named]) -> Iterator[tuple[Deed | None, int]]:
        """Each act with its documents by index; None for what is denied or only imagined."""
        for hit in acts(at):
            if is_in_title(hit, named):
                continue
            found = mood(at, hit.last, act_stems())
            if hit.key == "approved" and is_decreed(at, hit):
                found = Mood.DONE
            if found in (Mood.NOUN, Mood.PLANNED) and (voted := mood_of_vote(at, hit)):
                found = voted
            if found == Mood.NOUN and (happened := mood_of_happening(at, hit)):
                found = happened
            if is_ready(at, hit) or (found == Mood.NOUN and is_nominal(at, hit)):
                found = noun_mood(at, hit)  # «шарттың туған күні»
            if (hit.key == "signed" and is_being_prepared(at, hit)) or is_of_ratifying_law(hit, named):
                continue
            if hit.key == DRAFT and is_preparing_told(at, hit):
                continue
            delayed = put_off_to(at, hit) if found == Mood.NOUN else None
            if delayed:
                found = Mood.PLANNED
            chosen = documents_of(at, hit, named)
            rule = "decreed" if is_decreed(at, hit) else "act named"
            papers = () if chosen or found != Mood.DONE else voted_on(at, hit, self._papers)
            on_laws = len(papers) > 1 or any(paper.ratifying for paper in papers)
            earlier = None if chosen or on_laws else self._meant(at, hit, named)
            if earlier is not None:
                earlier = replace(earlier, draft=False)  # «жобасы әзір, оған күзде қол қойылады»
            if earlier and (act := act_of(at, hit, earlier, found)):
                quote = from_pointer(at, hit)
                if is_lasting(at, hit):
                    act = act[0], Mood.DONE
                deed = deed_of(at, act[0], earlier, hit.span, quote, act[1], "document told before")
                if deed.moment or delayed or before_verb(named, hit) or back_to(at, hit):
                    yield (replace(deed, moment=delayed) if delayed else deed), -1
            if not chosen and found in (Mood.DONE, Mood.PLANNED) and (listed := listed_after(at, hit, named)):
                for index in listed:
                    made = self._deed(at, hit, named[index], found, "listed among the documents signed")
                    yield (replace(made, quote=named[index].span) if made else made), index
            for paper in papers if earlier is None else ():
                done = "ratified" if paper.ratifying else hit.key
                yield deed_of(at, done, paper, hit.span, part_of(at, hit.span), found, VOTED), -1
            for index in chosen:
                made = self._deed(at, hit, self._amending(at, named, index), found, rule)
                lasts = made is None and (is_lasting(at, hit) or is_nominal(at, hit))  # what the document is today
                yield (replace(made, moment=delayed) if made and delayed else made), -1 if lasts else index

    def _deed(self, at: At, hit: Hit, document: Named, found: Mood, rule: str) -> Deed | None:
        if not document.title:
            resolved = self._resolved(at, document)
            if resolved is None and not is_untitled_news(at, hit, document):
                return None
            if resolved:
                law = resolved.type == "law"
                document = replace(document, title=resolved.title, type=resolved.type, term=resolved.term)
                document = replace(document, draft=False, between=resolved.between) if law else document
            elif is_speaking(at, hit, document) or document.type == "roadmap":
                document = replace(document, title=_kind(at, document))
            rule = "document told before" if resolved else UNTITLED
        act = act_of(at, hit, document, found)
        if act is None or (is_lasting(at, hit) and not is_since(at, hit)):
            return None
        if is_lasting(at, hit):
            act = act[0], Mood.DONE
        deed = deed_of(at, act[0], document, hit.span, quote_of(at, hit, document), act[1], rule)
        if is_ready(at, hit):
            return replace(deed, moment=None)
        if (own := own_date(at, hit, document)) is not None:
            return replace(deed, moment=own)
        undated = deed.moment is None or is_carried(deed.moment)
        return None if undated and is_nominal(at, hit) and not is_rite(at, hit) else deed

    def _amending(self, at: At, named: Sequence[Named], index: int) -> Named:
        """«оған өзгеріс енгізетін хаттама»: with the title of the document told before in place of «оған»."""
        document = named[index]
        if not document.title or "pointed" not in signs((at.sentence.tokens[document.first],)):
            return document
        before = [other for other in named[:index] if other.title]
        meant = before[-1] if before else self._last[1] if self._last else None
        if meant is None or not meant.title:
            return document
        return replace(document, title=f"{dative(meant.title)} {document.title.partition(' ')[2]}")

    def _resolved(self, at: At, bare: Named) -> Named | None:
        """«Шарт 1999 жылы күшіне енді»: the document of this type that was named last."""
        if bare.type == "law" and not bare.plural and (law := law_of(self._papers)):
            return law
        if bare.plural or is_another(at, bare) or not self._papers or self._last is None:
            return None
        near = at.index - self._last[0] <= _MEMORY and bare.type in (self._last[1].type, "agreement", "treaty")
        alike = [paper for paper in self._papers if paper.type == bare.type]
        last = self._last[1] if near else alike[-1] if alike else None
        if last is None:
            return None
        self._last = (at.index, last)
        return last if bare.type == last.type else inner_of(last, at.sentence.tokens[bare.head])

    def _meant(self, at: At, hit: Hit, named: Sequence[Named]) -> Named | None:
        """The document that an act without one is done to: one of this sentence or the last told, if a word points back
        to it or nothing else is there to be signed, ratified or in force."""
        if hit.key not in _PUT_OFF:
            return None
        before = before_verb(named, hit)
        if before and hit.key in _LATER:
            return before[-1]
        pointer = back_to(at, hit)
        alone = is_of_no_other(at, hit)
        if pointer is None and not alone:
            return None
        if before:
            return before[-1]
        document = self._told(at, generic=alone or (pointer is not None and "generic" in signs((pointer,))))
        if document is not None:
            self._last = (at.index, document)
        return document

    def _told(self, at: At, *, generic: bool) -> Named | None:
        """The document told last: where the text is on no other, however long ago; what «құжат» means, some sentences
        ago."""
        if self._last is None or self._last[1].plural:
            return None
        if not generic:
            return self._last[1] if at.index - self._last[0] <= _POINTS_BACK else None
        alone = len({paper.title for paper in self._papers}) == 1
        return self._last[1] if alone or at.index - self._last[0] <= _MEMORY else None


def before_verb(named: Sequence[Named], hit: Hit) -> list[Named]:
    """The titled documents that the sentence names before an act."""
    return [document for document in named if document.title and document.span.end <= hit.span.start]


def _is_item(sentence: Sentence) -> bool:
    return sentence.block == BlockKind.ITEM or sentence.text[:1] in "–—-•*" or sentence.text[:2].rstrip(".)").isdigit()
