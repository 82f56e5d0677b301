"""Matters that were discussed, agreed on, made a priority or are expected become topic claims, one a topic."""

from __future__ import annotations

from collections.abc import Iterator

from qatynas.claims.clauses import tokens_after
from qatynas.claims.context import At
from qatynas.claims.predicates import Mood, amounts, is_joint, is_nominal_predicate, mood, own_pair, reach, whole
from qatynas.claims.predicates_lexicon import Lexicon, Sign, is_adjective, verb_tense
from qatynas.claims.topics_lists import LISTS, listed, settled_before, talked_with
from qatynas.claims.topics_words import TABLE, Word, topics_in
from qatynas.language.mentions import Case, DateRole, NameType, Token
from qatynas.model import BlockKind, Claim, Span, Topic

MODES = Lexicon(TABLE.modes)
SCENE = Lexicon(TABLE.scene)
DOCUMENTS = Lexicon(TABLE.documents)

_LONGEST_HEADING = 7
"""Words of a run-in heading («Туризм, спорт және жастар ісі:»)."""
_OPENING = 6
"""Sentences within which a report names its meeting."""
_DAY = len("2025-08-22")
_ROMAN = frozenset("ivxіхлcml")
_FACTS = ("ғанын", "генін", "қанын", "кенін")
_LET_US = ("йік", "йық")
_HABITUAL = ("отырады", "тұрады")
_AGENDA = "күн тәртібіне"
_GIVEN = frozenset({"бер", "беріл", "көрсет", "көрсетіл", "енгіз", "енгізіл", "ен", "кір", "қос", "қосыл", "ұсыныл"})
_PAST = ("еді", "болатын", "болыпты")
_PAST_PARTICLES = ("-ды", "-ді", "-ты", "-ті", "-тын", "-тін")
_BULLETS = ("–", "—", "-", "•", "*", "1", "2", "3", "4", "5", "6", "7", "8", "9", "а)", "ә)", "б)", "в)")
_PAPERS = frozenset(
    {"шарт", "заң", "жоспар", "хаттама", "келісім", "меморандум", "бағдарлама", "құжат", "жоба", "мәтін"}
)
_GIVEN_TO = ("арна-", "арнал-", "арналды")
"""«басқосуды мәдениетке арнады»: only of a meeting."""
_APPROVED = ("мақұлда-", "мақұлдан-", "мақұлдас-", "тоқтас-")
"""What is approved of a paper or in one side's own house is an act of an agreement."""
_OF_PEOPLE = ("қарастыр", "қарал", "қамт")
"""Verbs of talk that also tell how many were seen, employed or provided for."""
_LONGEST_LIST = 12
"""Lines of a list at most."""
_FIRST_LINES = 4
"""Sentences that a document's own kind is told from: its title and what stands right under it."""


def claims(at: At) -> Iterator[Claim]:
    """Claims of this kind in one sentence."""
    if at.sentence.block is not BlockKind.TITLE:
        yield from _of_heading(at)
    if _is_item(at):
        yield from _of_list(at)
        return
    signs = MODES.of(at)
    by_build = listed(at)
    if not (signs or by_build) or not is_of_both(at) or any(date.role is DateRole.EVERY for date in at.sentence.dates):
        return
    yield from _claims(at, tuple(_strongest(signs))) or _claims(at, by_build)


def _claims(at: At, signs: tuple[Sign, ...]) -> list[Claim]:
    """A claim for each topic that the signs say of, once a clause."""
    found: list[tuple[str, Span, Claim]] = []
    for sign in signs:
        for mode, span, words in _told(at, sign):
            for word in words:
                if not any(topic == word.topic and place.meets(span) for topic, place, _ in found):
                    found.append((word.topic, span, _claim(at, span, word, mode, sign)))
    return [claim for _, _, claim in found]


def _is_item(at: At) -> bool:
    """A line of a list of matters: a bullet, a dash or a number before it, no verb of its own, under a head."""
    return at.sentence.text.lstrip().startswith(_BULLETS) and not MODES.of(at) and _list_head(at) is not None


def _list_head(at: At) -> At | None:
    """The line that ends in a colon right above the list which at is of."""
    for other in at.before(_LONGEST_LIST):
        text = other.sentence.text.rstrip()
        if text.endswith(":"):
            return other if LISTS.of(other) else None
        if not (text.lstrip().startswith(_BULLETS) or other.same_paragraph(at)):
            return None
    return None


def _of_list(at: At) -> Iterator[Claim]:
    """«Қаралған мәселелер: – роуминг ақысын арзандату;»: each line's matters, in the mode of the list's head."""
    head = _list_head(at)
    if head is None or not own_pair(at) or not any(_is_scene(other) for other in (head, *head.before(2))):
        return
    sign = LISTS.of(head)[0]
    mode = "discussed" if sign.code == "expected" and _is_minutes(at) else sign.code
    for word in topics_in(at, at.sentence.span):
        yield _claim(at, at.sentence.span, word, mode, sign)


def _is_minutes(at: At) -> bool:
    """Whether the document keeps what was said: its agenda is behind it."""
    first = (At(at.reading, index) for index in range(min(_FIRST_LINES, at.index)))
    return any(token.lemmas & TABLE.minutes for line in first for token in line.sentence.tokens)


def _claim(at: At, span: Span, word: Word, mode: str, sign: Sign) -> Topic:
    occasion, support = occasion_of(at, mode)
    return at.make(
        Topic,
        span,
        parties=own_pair(at),
        support=support,
        why=(("topic", "word of the topic", word.words), ("mode", "verb of the mode", sign.pattern)),
        status="planned" if mode == "expected" else "done",
        topic=word.topic,
        mode=mode,
        at=occasion,
    )


def _strongest(signs: tuple[Sign, ...]) -> list[Sign]:
    """Signs without those that stand inside a longer one of another list («ерекше назар аудар» in «назар аудар»)."""
    kept = [s for s in signs if not any(o.span != s.span and o.span.covers(s.span) for o in signs)]
    order = {"priority": 0, "expected": 1, "agreed": 2, "discussed": 3}
    return sorted(kept, key=lambda s: (s.first, order[s.code]))


def _told(at: At, sign: Sign) -> Iterator[tuple[str, Span, list[Word]]]:
    """The mode, the words that carry it and its topics, where sign says of any."""
    how = mood(at, sign)
    if not how.stands or (sign.form == "infinitive" and not how.ahead):
        return
    if not _is_predicate(sign, how):
        return
    if not sign.form and (sign.code == "priority" or sign.pattern == _AGENDA) and not _is_said(at, sign):
        return
    if any(t.lower in _HABITUAL for t in at.sentence.tokens[sign.last + 1 : sign.last + 2]):
        return  # «тізімін келісіп отырады»: what a body regularly does
    mode = _mode(sign, how)
    if mode == "expected" and not sign.form and sign.pattern != _AGENDA and _ends_in_past(at):
        mode = "discussed"
    place = reach(at, sign)
    if sign.code == "expected" or not sign.form:
        place = at.sentence.span
    if sign.code == "discussed" and not _is_talk(at, sign, how, place):
        return
    if mode == "agreed" and not _is_of_matters(at, sign, place):
        return
    if "назар" in sign.pattern and sign.code == "discussed" and amounts(at, place):
        return
    words = [word for word in topics_in(at, place) if not (sign.form and sign.span.covers(word.span))]
    if not words and sign.code == "discussed" and _points_back(at, place):
        words = next((found for found in (topics_in(o, o.sentence.span) for o in at.before(2)) if found), [])[:2]
    if words:
        yield mode, whole(at, sign) if sign.form else at.sentence.span, words


def _is_talk(at: At, sign: Sign, how: Mood, place: Span) -> bool:
    """No work ahead («зерделемек»), no sum set aside («теңге қарастырылған»), no draft gone through."""
    counted = amounts(at, place)
    if sign.pattern in TABLE.worked and (how.ahead or any(n.quantity.unit for n in counted)):
        return False
    if sign.pattern.startswith(_OF_PEOPLE) and counted:
        return False  # «он грант қарастырылған», «мың адам қаралыпты», «160 тұрғын жұмыспен қамтылған»
    if counted and sign.first and at.sentence.tokens[sign.first - 1].lower.endswith(_FACTS):
        return False  # «940 миллион доллар құйғанын тілге тиек етті»
    if _is_the_writers(at, sign):
        return False
    if sign.pattern in _GIVEN_TO and not any(s.code == "meeting" for s in SCENE.within(at, place)):
        return False
    before = at.sentence.tokens[max(0, sign.first - 2) : sign.first]
    return not any(token.lower in TABLE.papers for token in before)


def _is_the_writers(at: At, sign: Sign) -> bool:
    """«… жағына тоқтала кетейік», «шолушымыз … саралап көрді»: the text's own turns."""
    after = at.sentence.tokens[sign.last + 1 : sign.last + 2]
    turned = any(t.lower.endswith(_LET_US) for t in (at.sentence.tokens[sign.last], *after))
    return turned or any(t.lower.startswith(TABLE.writers) for t in at.sentence.tokens[: sign.first])


def _is_said(at: At, sign: Sign) -> bool:
    """«… өзекті екенін айтты»; «өзекті мәселелер» is an attribute. «Басымдық … берілген» needs its verb."""
    rest = at.sentence.tokens[sign.last + 1 :]
    if sign.pattern in ("басымдық", _AGENDA):
        return any(token.lemmas & _GIVEN for token in rest)
    return sign.pattern != "өзекті" or is_nominal_predicate(at, sign)


def _points_back(at: At, place: Span) -> bool:
    """«Бұл мәселені … талқылады»: the matter was told in the sentence before."""
    return any(sign.code == "carrying" for sign in SCENE.within(at, place))


def _is_predicate(sign: Sign, how: Mood) -> bool:
    """A verb inside a noun phrase («талқыланған мәселе») says nothing of its own."""
    return not sign.form or bool(how.tense) or sign.form in ("infinitive", "converb") or how.reported


def _ends_in_past(at: At) -> bool:
    """«Күн тәртібінде … мәселелері болды»: an agenda that was."""
    words = [token for token in at.sentence.tokens if token.kind == "word"]
    last = words[-1].lower if words else ""
    return verb_tense(last) == "past" or last in _PAST or last.endswith(_PAST_PARTICLES)


def _mode(sign: Sign, how: Mood) -> str:
    """What is to be discussed or agreed on is expected; so is what is said to come up in all likelihood."""
    if sign.code in ("discussed", "agreed") and (how.ahead or (sign.form == "present" and not how.reported)):
        return "expected"
    if sign.code == "priority" and sign.form and how.ahead and not how.reported:
        return "expected"
    return sign.code


def _is_of_matters(at: At, sign: Sign, place: Span) -> bool:
    """Whether an agreement is on a matter: one on a sum, a session or a named document is another kind's claim."""
    if sign.pattern in _APPROVED and ("own_house" in _scenes(at) or _has_a_paper(at, place)):
        return False
    if "қол қой" in sign.pattern or "құжат" in sign.pattern:
        return not at.names_in(place, NameType.QUOTED) and any(
            token.lemmas & TABLE.fields for token in at.tokens_in(place)
        )
    if any(n.digits.of(at.reading.text).lower() not in TABLE.vague for n in amounts(at, place)):
        return False
    before = at.sentence.tokens[sign.first - 1].lower if sign.first else ""
    if sign.pattern.startswith("келісім") and before in ("туралы", "жөніндегі", "бойынша"):
        return False
    last = at.tokens_in(place)[-6:]
    papers = any(token.lower in TABLE.papers for token in last[-4:-1])
    return not papers and not any(token.lemmas & TABLE.gatherings for token in last)


def _has_a_paper(at: At, place: Span) -> bool:
    return any(token.lower in TABLE.papers or token.lemmas & _PAPERS for token in at.tokens_in(place))


def is_of_both(at: At) -> bool:
    """Whether the talk is one of both sides: they are named, or a meeting is, here or just before."""
    if not own_pair(at):
        return False
    scenes = _scenes(at)
    if is_joint(at) or talked_with(at):
        return True
    if "own_house" in scenes:  # «Әңгіме өзегі парламенттер байланысы болды», after a meeting of both
        return "meeting" in scenes and any(is_joint(other) and other.same_paragraph(at) for other in at.before(1))
    if "meeting" in scenes or len(at.states_in(at.sentence.span)) == 1:
        return True
    others = at.names_in(at.sentence.span, NameType.ORGANISATION) or any(s.pattern in TABLE.told for s in MODES.of(at))
    return any(_is_scene(other) and (other.same_paragraph(at) or not others) for other in at.before(2))


def _scenes(at: At) -> set[str]:
    """What the sentence's scene is; «мәжіліс» is a session of both where one was told just before."""
    signs = SCENE.of(at)
    houses = [s.pattern for s in signs if s.code == "own_house"]
    codes = {sign.code for sign in signs}
    if houses == ["мәжіліс"]:
        first = (At(at.reading, index) for index in range(min(_OPENING, at.index)))
        if any(other.names_in(other.sentence.span, NameType.BODY) for other in first):
            return codes - {"own_house"}
    return codes


def _is_scene(at: At) -> bool:
    codes = _scenes(at)
    return ("own_house" not in codes or talked_with(at)) and ("meeting" in codes or is_joint(at))


def occasion_of(at: At, mode: str) -> tuple[str | None, tuple[tuple[Span, str], ...]]:
    """The date or the document's name that topics belong to, from this sentence or from the nearest before it."""
    for other in (at, *at.before(3)):
        if mode == "priority":
            for name in _programme(other):
                return name, ()
        if mode != "priority" and (other is at or _is_scene(other)):
            for date in other.sentence.dates:
                if date.edtf and "/" not in date.edtf and len(date.edtf) >= 7:
                    return date.edtf, ((date.span, "at"),)
        if other is not at and not other.same_paragraph(at):
            break
    return _main_meeting(at) if mode != "priority" else (None, ())


def _main_meeting(at: At) -> tuple[str | None, tuple[tuple[Span, str], ...]]:
    """The day of the meeting that the document opens with, which «келіссөзде», «жиында» stand for."""
    for index in range(min(_OPENING, at.index)):
        other = At(at.reading, index)
        if _is_scene(other):
            for date in other.sentence.dates:
                if date.edtf and "/" not in date.edtf and len(date.edtf) == _DAY:
                    return date.edtf, ((date.span, "at"),)
    return None, ()


def _programme(at: At) -> Iterator[str]:
    """«2031–2034 жылдарға арналған … бағдарламасы» as it stands, without its case."""
    for date in at.sentence.dates:
        words = tokens_after(at.sentence, date.span.start)
        for index, token in enumerate(words[:12]):
            heads = token.lemmas & TABLE.programmes
            if heads and token.kind == "word":
                before = at.reading.text[date.span.start : words[index - 1].span.end] if index else ""
                yield f"{before} {max(heads, key=len)}".strip()
                return


def _of_heading(at: At) -> Iterator[Claim]:
    """A declaration's or plan's run-in heading («Көлік және транзит.») names the topics of its paragraph."""
    sentence = at.sentence
    if not _opens_paragraph(at):
        return
    words = [t for t in sentence.tokens if t.kind == "word" and not set(t.lower) <= _ROMAN]
    if not 0 < len(words) <= _LONGEST_HEADING:
        return
    mode = settled_before(at) or _mode_of_document(at)
    if not mode or not own_pair(at) or (sentence.numbers and words[0].span.start > sentence.numbers[-1].span.start + 8):
        return
    if _is_a_sentence(words):
        return
    topics = topics_in(at, sentence.span)
    covered = sum(1 for t in words if any(word.span.covers(t.span) for word in topics) or t.lower in TABLE.joining)
    if not topics or covered * 3 < len(words) * 2:
        return
    for word in topics:
        yield at.make(
            Topic,
            words[0].span.join(words[-1].span),
            parties=own_pair(at),
            why=(("mode", "run-in heading of a document of both sides", mode),),
            status="planned" if mode == "priority" else "done",
            topic=word.topic,
            mode=mode,
            at=at.day if mode == "discussed" else next(_titles(at), None),
        )


def _is_a_sentence(words: list[Token]) -> bool:
    """«… көмір сатып алады»: a finite verb or an object is no heading."""
    if verb_tense(words[-1].lower) in ("past", "present"):
        return True
    return any(t.case in (Case.ACC, Case.ABL, Case.DAT) and not t.attributive and not is_adjective(t) for t in words)


def _opens_paragraph(at: At) -> bool:
    before = next(iter(at.before(1)), None)
    if before is None or not before.same_paragraph(at):
        return True
    return not any(t.kind == "word" for t in before.sentence.tokens)


def _mode_of_document(at: At) -> str:
    for index in range(min(_FIRST_LINES, len(at.reading.sentences))):
        for sign in DOCUMENTS.of(At(at.reading, index)):
            if sign.case not in ("abl", "loc", "ins") and not At(at.reading, index).sentence.tokens[sign.last].plural:
                return sign.code
    return ""


def _titles(at: At) -> Iterator[str]:
    for index in range(min(_FIRST_LINES, len(at.reading.sentences))):
        yield from _programme(At(at.reading, index))
