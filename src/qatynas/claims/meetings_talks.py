"""Talks and calls: «келіссөз жүргізді», «Кулубаевпен кездесті», «Жапаровты қабылдады», «телефон арқылы сөйлесті»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qatynas.claims.acts import Mood, mood, part_of, verb
from qatynas.claims.clauses import tokens_after, tokens_in
from qatynas.claims.context import At
from qatynas.claims.meetings_entries import told_alone
from qatynas.claims.meetings_met import (
    NO_ENVOYS,
    Met,
    countries_in,
    has_day,
    main_mood,
    meet,
    mood_at,
    participants,
    postponed_to,
    reach,
    with_participle,
)
from qatynas.claims.meetings_places import gone_to
from qatynas.claims.meetings_words import signs, table, verbs
from qatynas.claims.when import told_earlier
from qatynas.claims.when_places import own_place
from qatynas.claims.when_told import told
from qatynas.language import Hit
from qatynas.language.mentions import Case, DateMention, NameMention, NameType, Token
from qatynas.model import Span

RECEIVING = "receiving a guest"
_TELLING = frozenset({"past", "perfect", "inferred", "converb", "present", "intention", "participle"})
_ANY = frozenset({""})  # no stem: any reading as a verb will do
_OF_YEAR = ("жылғы", "жылдағы")
_HE = frozenset({"ол", "олар"})
_PHRASE = 4  # words between an attributive date and the noun of a meeting
_ASIDE = ("де", "ден", "дің", "да", "дан", "дың")  # «келіссөзде», which looks like a converb
_PREDICATE = 14  # words after a noun within which its verb stands
_BACK = 2  # sentences back to which «оны» may refer


def talks(at: At) -> Iterator[Met]:
    """The talks and calls that the sentence tells of: at most one of each kind."""
    seen: set[tuple[str, str | None]] = set()
    for hit in table("meetings").find(at.sentence.tokens):
        if hit.key not in ("talks", "call") or (hit.key == "talks" and any(kind == "call" for kind, _ in seen)):
            continue  # «телефон тұтқасын көтеріп, тілдесіп алды»: what they did on the telephone
        found = _mood(at, hit)
        if found not in (Mood.DONE, Mood.PLANNED) or not _meets(at, hit):
            continue
        noun = _told_by(at, hit) == "their noun"
        head = with_participle(at, hit.first, hit.last) if noun else hit.span
        met = meet(at, hit.key, head, found, f"talks told by {_told_by(at, hit)}")
        if _takes_object(at, hit) and (guest := _meant(at, part_of(at, hit.span))):
            met = _with(met, guest)
        key = (hit.key, met.moment.edtf if met.moment else None)
        if len(met.parties) >= 2 and key not in seen and not (seen and met.moment is None):
            seen.add(key)
            yield met
    if not seen and (discussed := _discussion(at) or together(at)):
        yield discussed


def _discussion(at: At) -> Met | None:
    """«Екі елдің министрлері кеше Астанада отырып, … талқыға салды»: a day, a place and its people, no other word."""
    for hit in table("words").find(at.sentence.tokens):
        if hit.key != "discuss" or verb(at.sentence.tokens[hit.last], verbs()) is None:
            continue
        found, part = mood(at, hit.last, verbs()), reach(at, part_of(at, hit.span))
        both = len(countries_in(at, part)) > 1 and (_plural_people(at, part) or _side_by_side(at, part))
        place = own_place(at, part)
        if found in (Mood.DONE, Mood.PLANNED) and both and place and has_day(at, part):
            return meet(at, "talks", hit.span, found, "talks told by what they did", span=part)
    return None


def _side_by_side(at: At, part: Span) -> bool:
    """«Марат Сұлтанғазиев пен Бақытбек Жетігенов … талқылады»: people of two states as one subject."""
    people = [n for n in participants(at, part) if n.case in (None, Case.NOM) and n.country]
    return len({name.country for name in people}) > 1


def together(at: At) -> Met | None:
    """«Министр Сатқалиев кеше Таразда Ибраевпен шай ішті»: whatever somebody did with somebody of the other side on a
    day, unless other kinds tell of it or it was only said, sent or planned for them."""
    tokens = at.sentence.tokens
    people = at.names_in(at.sentence.span, NameType.PERSON, NameType.OFFICE)
    for name in people:
        if name.case != Case.INS or name.country not in at.pair or name.role in NO_ENVOYS:
            continue
        part = part_of(at, name.span)
        others = [n for n in people if part.covers(n.span) and n.span.end <= name.span.start]
        others = [n for n in others if n.country != name.country and n.role not in NO_ENVOYS]
        he = any(t.lower in _HE and t.span.end <= name.span.start for t in at.tokens_in(part))
        if not any(n.case in (None, Case.NOM) for n in others) and not (he and _is_foreign(at, name)):
            continue
        index = _predicate(at, part, name)
        dated = index is not None and (has_day(at, tokens[index].span) or told_earlier(at))
        if index is None or not dated or "otherwise" in signs("words", tokens):
            continue
        found = mood(at, index, _ANY)
        if found in (Mood.DONE, Mood.PLANNED):
            return meet(at, "talks", tokens[index].span, found, "talks told by with whom it was", span=part)
    return None


def _predicate(at: At, part: Span, name: NameMention) -> int | None:
    """The verb that ends the part in which somebody is with somebody."""
    tokens = at.sentence.tokens
    words = [i for i, t in enumerate(tokens) if t.kind == "word" and name.span.end <= t.span.start < part.end]
    for index in reversed(words):
        reading = verb(tokens[index], _ANY)
        if reading is not None and reading.form in _TELLING and (reading.known or index == words[-1]):
            return index
    return None


def _told_by(at: At, hit: Hit) -> str:
    if _takes_object(at, hit):
        return RECEIVING
    reading = verb(at.sentence.tokens[hit.last], verbs())
    named = reading is None or reading.form == "infinitive"
    return "their noun" if named or "events" in signs("words", (at.sentence.tokens[hit.last],)) else "their verb"


def _mood(at: At, hit: Hit) -> Mood:
    """The mood of the verb; of a noun («кездесуі қыркүйекке шегерілген») that of what is said of it."""
    tokens = at.sentence.tokens
    part = part_of(at, hit.span)
    if postponed_to(at, part):
        return Mood.PLANNED
    reading = verb(tokens[hit.last], verbs())
    if hit.key == "call" and (reading is None or reading.form not in _TELLING):
        return _verb_behind(at, hit)
    if (
        reading is None
        or reading.form in ("stem", "infinitive")
        or "events" in signs("words", tokens[hit.last : hit.last + 1])
    ):
        found = in_passing(at, hit) or _noun_mood(at, hit)
        return (told_alone(at, hit.last) or found) if found == Mood.NOUN else found
    return mood_at(at, hit.last)


def _verb_behind(at: At, hit: Hit) -> Mood:
    """«телефон арқылы су мәселесін талқылады»: the mood of the clause's verb."""
    tokens = at.sentence.tokens
    for index in range(hit.last + 1, len(tokens)):
        if tokens[index].kind == "mark" and tokens[index].text in ",;:.":
            break
        reading = verb(tokens[index])
        if reading and reading.form in _TELLING:
            return mood_at(at, index)
    return Mood.NOUN


def _noun_mood(at: At, hit: Hit) -> Mood:
    """«кездесуі өтті», «кездесуге келісті»: of «кездесуде», «кездесу соңында» nothing."""
    tokens = at.sentence.tokens
    noun = tokens[hit.last]
    case = hit.case or noun.case
    if case in (Case.LOC, Case.ABL, Case.INS):
        return Mood.NOUN
    if case == Case.GEN and "stage" not in signs("words", tokens[hit.last + 1 : hit.last + 4]):
        return Mood.NOUN
    if case == Case.DAT and "made_ready" in signs("words", tokens[hit.last + 1 : hit.last + 2]):
        return Mood.PLANNED if _is_ahead(at, hit) else Mood.NOUN
    part = part_of(at, hit.span)
    for index in range(hit.last + 1, min(len(tokens), hit.last + _PREDICATE)):
        if tokens[index].text in ";.:" or tokens[index].span.end > part.end:
            break
        if signs("words", (tokens[index],)) & {"held", "planning"} and verb(tokens[index], verbs()):
            found = mood_at(at, index)
            return Mood.NOUN if found == Mood.NOUN else found
    return Mood.PLANNED if mood_at(at, hit.last) == Mood.PLANNED else Mood.NOUN


def in_passing(at: At, hit: Hit) -> Mood | None:
    """«маусымдағы кездесуінен кейін», «Астанада болған келіссөз нәтижесінде»: a noun with a day of its own before it;
    «ертең министрлер келіссөзде …»: one beside the day of its clause. None where the noun is told otherwise."""
    tokens = at.sentence.tokens
    noun = tokens[hit.last]
    case = hit.case or noun.case
    read_as_verb = case is None and "events" in signs("words", (noun,)) and noun.lower.endswith(_ASIDE)
    aside = (
        read_as_verb
        or case in (Case.LOC, Case.ABL, Case.GEN)
        or "passing" in signs("words", tokens[hit.last + 1 : hit.last + 2])
    )
    if noun.plural:
        return None
    head = with_participle(at, hit.first, hit.last)
    begun = at.tokens_in(Span(head.start, tokens[hit.first].span.start))
    held = "held" in signs("words", begun) and has_day(at, head)
    if not (aside or (held and noun.case == Case.DAT)):
        return None
    dates = [d for d in at.sentence.dates if d.edtf and d.span.end <= hit.span.start]
    own = next((d for d in reversed(dates) if _is_attribute(at, d, hit)), None)
    beside = case == Case.LOC and bool(dates) and has_day(at, hit.span) and _plural_people(at, part_of(at, hit.span))
    if not (held or own or beside):
        return None
    found = told(at, head)
    if found is None or at.day is None:
        return None
    ahead = told(at, head, past=False) if main_mood(at) == Mood.PLANNED else None
    return Mood.PLANNED if (ahead or found).edtf[: len(at.day)] > at.day else Mood.DONE


def _is_attribute(at: At, date: DateMention, hit: Hit) -> bool:
    """«маусымдағы Шолпан-Ата кездесуі»: an attributive date before the noun, with no mark or verb between."""
    last = tokens_in(at.sentence, date.span)[-1:]
    between = at.tokens_in(Span(date.span.end, hit.span.start))
    attributive = bool(last) and (last[0].attributive or last[0].lower.endswith(("ғы", "гі")))
    if not attributive or last[0].lower.startswith(_OF_YEAR) or len(between) > _PHRASE:
        return False
    return not any(token.kind == "mark" or token.case == Case.ACC or verb(token) for token in between)


def _is_ahead(at: At, hit: Hit) -> bool:
    """«мамырдағы кездесуіне дайындық»: a noun with a date of its own that others make ready for."""
    before = at.tokens_in(part_of(at, hit.span))
    dates = [d for d in at.sentence.dates if d.edtf and any(d.span.covers(t.span) and t.attributive for t in before)]
    return any(d.span.end <= hit.span.start for d in dates)


def _meets(at: At, hit: Hit) -> bool:
    """Whether people of two sides meet here: two names, a counterpart, or the heads of both; not «жиі кездеседі»."""
    part = reach(at, part_of(at, hit.span))
    tokens = at.tokens_in(part)
    says = signs("words", tokens)
    if "not_sides" in says and not any(
        n.case == Case.INS and n.role != "representative" for n in participants(at, part)
    ):
        return False
    if "often" in says and not has_day(at, hit.span):
        return False
    people = participants(at, part)
    countries = countries_in(at, part)
    if _takes_object(at, hit):
        received = [name for name in people if name.case == Case.ACC]
        both = len(countries) > 1 and bool(received or _pronoun_object(at, part))
        both = both or _meant(at, part) is not None
        return both or any(_is_foreign(at, name) for name in received)
    if len(countries) > 1:
        told = bool(people) or "people" in says or _is_negotiation(at, hit) or "counterpart" in says
        next_one = "which" in signs("session", tokens)
        return told or (has_day(at, hit.span) and (next_one or any(_is_subject(token) for token in tokens)))
    if any(name.case == Case.INS and _is_foreign(at, name) for name in people):
        return True
    if _with_other_side(at, part) and (_is_negotiation(at, hit) or people):
        return True
    if len(people) > 1 and people[-1].case == Case.INS and countries - {at.reading.home}:
        return True  # «вице-министр … Өзбекстан Сауда министрінің орынбасары …мен кездесті»
    if "counterpart" in says and people:
        return True
    if _is_abroad(at, part, people) and has_day(at, hit.span):
        return True
    gone = gone_to(at, part)
    if gone and gone.country not in (None, *countries) and len(people) > 1 and people[-1].case == Case.INS:
        return True  # «облыс әкімі Таласқа барып, губернатормен келіссөз жүргізді»
    head = with_participle(at, hit.first, hit.last)
    if _plural_people(at, part) and has_day(at, head) and not _of_others(at, part):
        return True  # «ғылым министрлері кеше Бішкекте жүздесті»
    if _told_by(at, hit) == "their noun" and _is_placed(at, part, head):
        return True  # «мұндай басқосу қарашаның он тоғызында Ошта болған еді»
    if hit.key == "call" and has_day(at, hit.span) and sum(name.type == NameType.PERSON for name in people) > 1:
        return True  # «Бектенов пен Қасымалиев телефон арқылы хабарласты»
    told_of = told_earlier(at)
    if told_of and (len(people) > 1 or _plural_people(at, part) or _is_negotiation(at, hit)):
        return True
    return "which" in signs("session", tokens) and has_day(at, hit.span)  # «келесі кездесу күзде Астанада өтеді»


def _with_other_side(at: At, part: Span) -> bool:
    """«қырғыз тарапымен», «Қырғызстан делегациясымен»: the other state, whose noun stands with «with»."""
    for name in at.names_in(part, NameType.STATE, NameType.SIDE):
        behind = tokens_after(at.sentence, name.span.end)[:1]
        if _is_foreign(at, name) and (
            name.case == Case.INS or any(t.case == Case.INS and t.possessive for t in behind)
        ):
            return True
    return False


def _is_subject(token: Token) -> bool:
    """«Қазақстан мен Қырғызстанның бас мал дәрігерлері»: people of both, whatever they are."""
    return token.plural and token.possessive and token.case in (None, Case.NOM)


def _is_abroad(at: At, part: Span, people: Sequence[NameMention]) -> bool:
    """«Сыртқы істер министрінің орынбасары Бішкекте кеңес өткізді»: holders of office of one state in the other."""
    place = own_place(at, part)
    homes = {name.country or at.reading.home for name in people}
    held = any(name.type == NameType.OFFICE for name in people)
    return held and place is not None and place.country in at.pair and homes <= {*at.pair} - {place.country}


def _is_placed(at: At, part: Span, head: Span) -> bool:
    """Whether a meeting has a day and a town of the pair, and nobody else's people or bodies are named."""
    place = own_place(at, part)
    return place is not None and place.country in at.pair and has_day(at, head) and not _of_others(at, part)


def _of_others(at: At, part: Span) -> bool:
    """Whether an organisation or a state beside the document's pair is named."""
    names = at.names_in(part, NameType.ORGANISATION, NameType.STATE, NameType.PLACE)
    whose = ((n.country, n.type == NameType.ORGANISATION) for n in names)
    return any(of not in at.pair if of else organised for of, organised in whose)


def _is_foreign(at: At, name: NameMention) -> bool:
    """Whether somebody is of another state than the text's own, so that who meets him is of that one."""
    return at.reading.home is not None and name.country not in (None, at.reading.home)


def _is_negotiation(at: At, hit: Hit) -> bool:
    return at.sentence.tokens[hit.first].lower.startswith("келіссөз")


def _takes_object(at: At, hit: Hit) -> bool:
    """«қарсы алды», «қабылдады»: whom, not with whom."""
    return at.sentence.tokens[hit.last].lower.startswith(("ал", "қабылда")) and hit.key == "talks"


def _pronoun_object(at: At, part: Span) -> bool:
    return "received" in signs("words", at.tokens_in(part))


def _meant(at: At, part: Span) -> NameMention | None:
    """«Оны Қасым-Жомарт Тоқаев қабылдады»: the person of the other state of whom the sentences before tell."""
    hosts = [n for n in at.names_in(part, NameType.PERSON, NameType.OFFICE) if n.case in (None, Case.NOM) and n.country]
    if not hosts or not _pronoun_object(at, part):
        return None
    for other in at.before(_BACK):
        for name in reversed(other.sentence.names):
            if name.type == NameType.PERSON and name.country not in (None, hosts[0].country):
                return name
    return None


def _with(met: Met, guest: NameMention) -> Met:
    """The meeting with one more who took part."""
    people = tuple(dict.fromkeys((*met.participants, guest.canonical)))
    parties = met.parties if guest.country is None else tuple(sorted({*met.parties, guest.country}))
    return replace(met, participants=people, parties=parties if len(met.parties) < 2 else met.parties)


def _plural_people(at: At, part: Span) -> bool:
    """«президенттер», «екі елдің министрлері»."""
    return any(token.plural and "people" in signs("words", (token,)) for token in at.tokens_in(part))
