"""Whom the text credits with what is said at a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from qatynas.claims.clauses import tokens_after, tokens_before, tokens_in
from qatynas.claims.gate import words_in
from qatynas.claims.interviews import answers
from qatynas.claims.once import per_reading
from qatynas.claims.speech_forms import ends_sentence, is_participle, plural, says_that, thinks
from qatynas.claims.subjects import opening_phrase
from qatynas.data import load
from qatynas.language import Hit, PhraseTable, analyse
from qatynas.language.mentions import Case, NameMention, NameType, Reading, Sentence, Token
from qatynas.model import Span

_SPEAKING = (NameType.PERSON, NameType.OFFICE, NameType.ORGANISATION, NameType.BODY, NameType.STATE)
_DASHES = "–—-―"
_LONGEST_SPEECH = 12  # sentences between an opening dash and its «деді»
_BY_LEMMA = ("bearing", "asked")  # lists of lemmas, not of patterns
_SAYS = len("нша")
_BEARING = 4  # words between a name and the thing that bears it
_NEAR = 3  # words between a source and «айтуынша», or between «деді» and who did


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/speech.toml."""

    according: tuple[str, ...]
    document: tuple[str, ...]
    document_says: tuple[str, ...]
    direct: tuple[str, ...]
    that: tuple[str, ...]
    backward: tuple[str, ...]
    report: tuple[str, ...]
    deeds: tuple[str, ...]
    writer: tuple[str, ...]
    pronouns: tuple[str, ...]
    role: tuple[str, ...]
    groups: tuple[str, ...]
    institutions: tuple[str, ...]
    both: tuple[str, ...]
    deputies: tuple[str, ...]
    bearing: frozenset[str]
    asked: frozenset[str]


@dataclass(frozen=True, slots=True)
class Credit:
    """Whose words a stretch of text is.

    back: how many sentences before it belong to the same speech. own: whether they are the speaker's own words.
    """

    span: Span
    speaker: str
    back: int = 0
    own: bool = False


def voice(reading: Reading, index: int, span: Span) -> str | None:
    """As `speaker`, where the words are the speaker's own and not only reported."""
    for credit in _credits(reading)[index]:
        if credit.own and credit.span.start < span.end and span.start < credit.span.end:
            return credit.speaker
    return None


def speaker(reading: Reading, index: int, span: Span) -> str | None:
    """The canonical form of whom the text credits with span of sentence index, None where it speaks for itself."""
    found = _credits(reading)[index]
    for credit in found:
        if credit.span.start < span.end and span.start < credit.span.end:
            return credit.speaker
    return None


@per_reading
def _credits(reading: Reading) -> tuple[tuple[Credit, ...], ...]:
    """The credits of each sentence. One pass forwards, since «ол» and «сарапшы» mean who was told of before."""
    found: list[list[Credit]] = [[] for _ in reading.sentences]
    teller = _Teller(reading)
    for index in range(len(reading.sentences)):
        for credit in teller.sentence(index):
            found[index].append(credit)
            for earlier in range(index - credit.back, index):
                if not found[earlier]:
                    found[earlier].append(Credit(reading.sentences[earlier].span, credit.speaker, own=credit.own))
    return tuple(tuple(credits) for credits in found)


class _Teller:
    """Who has spoken and who was named so far."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._last: str | None = None  # the last credited
        self._subject: str | None = None  # the last person that opened a sentence
        self._answers = answers(reading)
        self._open: tuple[int, str, bool] | None = (
            None  # a speech that goes on in its paragraph; whether without a dash
        )

    def sentence(self, index: int) -> tuple[Credit, ...]:
        """The credits of the next sentence."""
        sentence = self._reading.sentences[index]
        hits = _table().find(sentence.tokens)
        credit = (
            self._according(index, sentence, hits)
            or self._direct(index, sentence, hits)
            or self._reported(index, sentence, hits)
            or self._goes_on(index, sentence)
            or self._announced(index, sentence)
            or self._answered(sentence)
        )
        self._remember(sentence)
        if credit is None:
            return ()
        self._last = credit.speaker
        if any(n.type is NameType.PERSON and n.canonical == credit.speaker for n in sentence.names):
            self._subject = credit.speaker
        return (credit,)

    def _remember(self, sentence: Sentence) -> None:
        opening = [n for n in sentence.names if n.type == NameType.PERSON and n.case in (None, Case.NOM, Case.GEN)]
        if not opening and not words_in(sentence).isdisjoint(_words().asked):
            opening = [n for n in sentence.names if n.type == NameType.PERSON]
        opening = [n for n in opening if not _is_of_a_thing(sentence, n)]
        if opening:
            self._subject = opening[0].canonical

    def _according(self, index: int, sentence: Sentence, hits: Sequence[Hit]) -> Credit | None:
        """«X-тің айтуынша …», «X мәліметі бойынша …», «X қызметінше …», «X есебінде былай делінген: …»."""
        keys = {hit.key for hit in hits}
        for hit in hits:
            if hit.key == "according" or (hit.key == "document" and "document_says" in keys):
                who = self._source_before(index, sentence, hit.first, documents=hit.key == "document")
                if who:
                    return Credit(self._from_stop(sentence, hit.first), who)
        for name in sentence.names:
            if name.type in (NameType.ORGANISATION, NameType.STATE):
                end = name.span.end - sentence.span.start
                if sentence.text[max(0, end - _SAYS) : end].lower().endswith(("нша", "нше")):
                    return Credit(sentence.span, name.canonical)
        return None

    @staticmethod
    def _from_stop(sentence: Sentence, first: int) -> Span:
        """The sentence from the last full stop before token first, where one was not seen as its end."""
        stops = [token.span.end for token in sentence.tokens[:first] if token.text == "."]
        return Span(stops[-1], sentence.span.end) if stops and stops[-1] > sentence.span.start + 3 else sentence.span

    def _source_before(self, index: int, sentence: Sentence, first: int, *, documents: bool = False) -> str | None:
        tokens = sentence.tokens
        position = tokens[first].span.start
        for name in reversed(sentence.names):
            between = [t for t in tokens if name.span.end <= t.span.start < position]
            if name.span.end <= position and len(between) <= _NEAR and name.type in _SPEAKING:
                if documents and name.type not in (NameType.ORGANISATION, NameType.BODY):
                    return None
                if any(t.kind == "mark" and t.text in ",;:." for t in between):
                    return None
                return self._called(index, sentence, name)
        if documents:
            return None
        before = tokens[max(0, first - 3) : first]
        return self._by_word(index, before) if before else None

    def _direct(self, index: int, sentence: Sentence, hits: Sequence[Hit]) -> Credit | None:
        """«– …, – деді X», «…» деп атап өтті X», and the sentences of the same speech before it."""
        for position, hit in enumerate(hits):
            verb = self._closing_verb(sentence, hits, position)
            if verb is None:
                continue
            begin, end = verb
            if any(h.key == "writer" for h in hits if h.first > end):
                continue
            who = self._after(index, sentence, end) or self._before(index, sentence, hit.first)
            who = who or (self._last if self._speech_start(index) is not None else None)
            if who is None:
                continue
            back = index - start if (start := self._speech_start(index)) is not None else 0
            if self._dashed(sentence) or back:
                self._open = (index, who, False)
            cut = sentence.tokens[begin].span.start
            span = Span(sentence.span.start, cut) if cut > sentence.span.start else sentence.span
            return Credit(span, who, back, own=True)
        return None

    def _closing_verb(self, sentence: Sentence, hits: Sequence[Hit], position: int) -> tuple[int, int] | None:
        """Token indices of «деді», or of «деп» with the verb of report behind it, after a dash or quote."""
        hit = hits[position]
        tokens = sentence.tokens
        before = tokens[hit.first - 1].text if hit.first else ""
        marked = before in _DASHES or before in '»”",' or (hit.first > 1 and before in "”»")
        if hit.key == "direct" and marked and before:
            return hit.first, hit.last
        if hit.key == "that" and marked and before and position + 1 < len(hits):
            following = hits[position + 1]
            if following.key == "report" and following.first - hit.last <= 3:
                return hit.first, following.last
        return None

    def _after(self, index: int, sentence: Sentence, last: int) -> str | None:
        """Who stands right after the verb: «деді Қазақстан Президенті», «дейді сарапшы»."""
        tokens = sentence.tokens
        position = tokens[last].span.end
        behind = [n for n in sentence.names if n.span.start >= position and n.type in _SPEAKING]
        persons = [n for n in behind if n.type == NameType.PERSON]
        chosen = persons[0] if persons else (behind[0] if behind else None)
        if chosen is not None:
            between = [t for t in tokens if position <= t.span.start < chosen.span.start]
            if len(between) <= 10 and not any(t.text == "." for t in between):
                return self._called(index, sentence, chosen)
        following = tokens[last + 1 : last + 4]
        return self._by_word(index, following)

    def _before(self, index: int, sentence: Sentence, first: int) -> str | None:
        """«X: «…», – деді», «Ол «…» деп мәлімдеді»: who opens the sentence."""
        if self._dashed(sentence):
            return None
        position = sentence.tokens[first].span.start
        for name in sentence.names:
            if name.span.start < position and name.type in _SPEAKING and name.case in (None, Case.NOM):
                if name.type == NameType.STATE and not self._is_side(sentence, name):
                    continue
                return self._called(index, sentence, name)
        return self._by_word(index, sentence.tokens[:2])

    def _speech_start(self, index: int) -> int | None:
        """The sentence whose dash or quotation mark opened the speech that ends in sentence index."""
        sentences = self._reading.sentences
        unclosed = sentences[index].text.count("»") > sentences[index].text.count("«")
        for earlier in range(index, max(-1, index - _LONGEST_SPEECH), -1):
            text = sentences[earlier].text
            if self._dashed(sentences[earlier]):
                return earlier
            if unclosed and text.count("«") > text.count("»"):
                return earlier
        return None

    @staticmethod
    def _dashed(sentence: Sentence) -> bool:
        return sentence.text.lstrip()[:1] in set(_DASHES)

    def _reported(self, index: int, sentence: Sentence, hits: Sequence[Hit]) -> Credit | None:
        """«X … болғанын айтты», «X … деп есептейді», «мұны X мәлімдеді» (of the sentence before)."""
        tokens = sentence.tokens
        report = next((hit for hit in reversed(hits) if hit.key == "report"), None)
        if report is None or not ends_sentence(sentence, report.last):
            report = next((hit for hit in reversed(hits) if hit.key == "that" and thinks(tokens, hit.last)), None)
        if report is None:
            return None
        content = [t for t in tokens[: report.last] if says_that(t)] or (report.key == "that")
        backward = any(h.key == "backward" and h.first < report.first for h in hits)
        if not content and not backward:
            return None
        if any(h.key in ("writer", "deeds") for h in hits if h.last >= report.first or h.key == "deeds"):
            return None
        who = self._by_word(index, tokens[report.last + 1 :][:3]) or self._subject_of(index, sentence, report.first)
        if who is None:
            return None
        short = not any(is_participle(t) for t in tokens[: report.first])
        return Credit(sentence.span, who, 1 if backward and short and index else 0)

    def _subject_of(self, index: int, sentence: Sentence, before: int) -> str | None:
        """The subject of a verb of report: the first name in the nominative, «ол», or a role that means somebody."""
        tokens = sentence.tokens
        position = tokens[before].span.start
        opening = opening_phrase(sentence)
        both = [h for h in _table().find(tokens[:4]) if h.key == "both" and h.case in (None, Case.NOM)]
        if both and not (opening and opening.end <= both[0].span.start):
            return None
        if tokens and _table_keys(tokens[:1]) & {"pronouns"}:
            return self._subject or self._last
        for name in sentence.names:
            if name.span.end > position or name.case not in (None, Case.NOM) or name.attributive:
                continue
            if name.type == NameType.STATE and not self._is_side(sentence, name):
                continue
            if name.type in _SPEAKING:
                return self._called(index, sentence, name)
        if opening is not None and " " in opening.of(self._reading.text):
            return opening.of(self._reading.text)
        told = self._by_word(index, tokens[:4])
        return told or (opening.of(self._reading.text) if opening else None)

    def _is_side(self, sentence: Sentence, name: NameMention) -> bool:
        """«Қазақстан Тарапы», «қырғыз жағы»: a state that speaks."""
        words = sentence.text[name.span.start - sentence.span.start : name.span.end - sentence.span.start + 12].lower()
        return "тарап" in words or "жағы" in words

    def _goes_on(self, index: int, sentence: Sentence) -> Credit | None:
        """«– …, – дейді X. – …»: a speech that goes on in its paragraph after its speaker was named."""
        if self._open is None:
            return None
        since, who, undashed = self._open
        if self._reading.sentences[since].paragraph != sentence.paragraph:
            self._open = None
            return None
        if index == since + 1 and not (undashed or self._dashed(sentence)):
            self._open = None
            return None
        return Credit(sentence.span, who, own=True)

    def _announced(self, index: int, sentence: Sentence) -> Credit | None:
        """«Депутат X сауал жолдады:» and a paragraph behind a dash: the speech is his, to the end of its paragraph."""
        before = self._reading.sentences[index - 1] if index else None
        if before is None or not self._dashed(sentence) or not before.text.rstrip().endswith(":"):
            return None
        if before.paragraph == sentence.paragraph:
            return None
        named = [n for n in before.names if n.type is NameType.PERSON and n.case in (None, Case.NOM)]
        who = named[0].canonical if named else self._by_word(index - 1, before.tokens[:2])
        if who is None:
            return None
        self._open = (index, who, True)
        return Credit(sentence.span, who, own=True)

    def _answered(self, sentence: Sentence) -> Credit | None:
        """An answer of an interview is his who is asked."""
        who = self._answers.get(sentence.paragraph)
        return Credit(sentence.span, who, own=True) if who else None

    def _called(self, index: int, sentence: Sentence, name: NameMention) -> str:
        """The name's canonical form; an office is its holder where a person stands beside it or was told before."""
        if name.type == NameType.PERSON:
            return name.canonical
        for other in sentence.names:
            ours = None in (other.country, name.country) or other.country == name.country
            if other.type == NameType.PERSON and ours and 0 <= other.span.start - name.span.end <= 2:
                return other.canonical
        if name.type == NameType.OFFICE:
            words = tokens_in(sentence, name.span)[-2:]
            if words and name.country is None and (many := plural(words[-1])):
                return many
            return self._holder(index, words, name.country) or name.canonical
        return name.canonical

    def _by_word(self, index: int, tokens: Sequence[Token]) -> str | None:
        """Whom «ол», «сарапшы», «сарапшылардың бір тобы» stand for."""
        for hit in _table().find(tokens):
            if hit.key == "both":
                return None
            if hit.key == "pronouns":
                return self._subject_now(index)
            if hit.key == "role":
                words = tokens[hit.first : hit.last + 1]
                if many := plural(tokens[hit.last]):
                    return many
                return self._holder(index, words, None) or words[-1].lemma
            if hit.key == "institutions" and tokens[hit.last].case in (None, Case.NOM, Case.GEN):
                return (
                    self._institution(index, tokens[hit.last])
                    or self._reading.text[tokens[0].span.start : hit.span.end]
                )
            if hit.key == "groups":
                one = plural(tokens[hit.last]) or tokens[hit.last].lemma
                return one if hit.first == hit.last else hit.span.of(self._reading.text).lower()
        return None

    def _subject_now(self, index: int) -> str | None:
        return self._subject or self._last

    def _institution(self, index: int, word: Token) -> str | None:
        """«министрлік», «комитет»: the institution told before whose name ends in that word."""
        for earlier in range(index - 1, -1, -1):
            for name in self._reading.sentences[earlier].names:
                own = name.type is NameType.ORGANISATION and name.canonical.lower().rsplit(None, 1)[-1]
                if own and word.lemmas & {own, *(r.lemma for r in analyse(own))}:
                    return name.canonical
        return None

    def _holder(self, index: int, words: Sequence[Token], country: str | None) -> str | None:
        """The person told before with these words at his name, else the one who spoke last."""
        lemmas = {lemma for token in words for lemma in token.lemmas if len(lemma) > 3}
        if any(lemma.startswith("вице-") for lemma in lemmas):
            lemmas.update(_words().deputies)
        for earlier in range(index, -1, -1):
            sentence = self._reading.sentences[earlier]
            for name in sentence.names:
                if name.type != NameType.PERSON or (country and name.country and name.country != country):
                    continue
                beside = tokens_before(sentence, name.span.start)[-2:]
                if any(lemmas & token.lemmas for token in beside):
                    return name.canonical
        return None if country else self._last


def _is_of_a_thing(sentence: Sentence, name: NameMention) -> bool:
    """«Киров бөгетінің», «Киров және Ортотоқой су қоймаларынан»: a person's name that a thing bears."""
    behind = tokens_after(sentence, name.span.end)[:_BEARING]
    return any(t.lemmas & _words().bearing for t in behind) and " " not in name.canonical


def _table_keys(tokens: Sequence[Token]) -> set[str]:
    return {hit.key for hit in _table().find(tokens)}


@cache
def _words() -> Words:
    return load("speech", Words)


@cache
def _table() -> PhraseTable:
    words = _words()
    return PhraseTable({name: getattr(words, name) for name in Words.__struct_fields__ if name not in _BY_LEMMA})
