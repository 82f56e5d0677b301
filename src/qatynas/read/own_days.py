"""Lines at a text's ends that carry its own day among other things: a paper's number, its price, counts of readings.

What stands above the first prose, or below the last as an imprint or a signature does, and names a day in no case is
the text's own day, unless something speaks against it: a verb that tells of what happened, a heading of other
stories, rights, rates, a feast, an act. `dated.is_date_line` knows lines that are little more than
a day, wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qatynas.model.document import BlockKind
from qatynas.read import bylines, words
from qatynas.read.dated import SEGMENTS, is_date_line, row_of_facts
from qatynas.read.datelines import LABEL, TO_READ
from qatynas.read.furniture import rates
from qatynas.read.lines import Line, starts

HEAD, FOOT = 10, 6  # lines of a text's ends
LONGEST = 300  # characters of such a line
BESIDE = 9  # words of the part of a line in which its day stands
PART = 10  # words of any other part that nothing is known of
TITLE = 3  # words beside a day that make a title of a line
CHRONICLE = 3  # so many of them are days that the text tells of
WHY = "a day among what else stands there"
# what a line may be taken for because of what stands beside its day
SPARED = ("a menu", "counters", "buttons", "reading time", "a post's head", "imprint", "a telephone", "an invitation")
CHROME = ("a menu", "buttons", "rates and weather", "a trail of crumbs")
_CUT = re.compile(
    rf"{SEGMENTS.pattern}|(?<=[^\W\d_]{{3}})[.!?;]\s+|(?<=[»\")\]])[.;]\s+|(?<=\d)[.;]\s+(?=[№«]|[^\W\d_]{{2}})|(?<=\d{{3}})[.;]\s+"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CASED = re.compile(
    rf"(?:{'|'.join(words.MONTHS)})(?:с?[ыі])?н?(?:да|де|та|те|дағы|дегі|тағы|тегі|[нд][аеыі]н|т[ае]н|[ндт][ыі]ң)\b"
)
_GOES_ON = re.compile(
    r"\s?[-–]?\s?(?:[нд][ае]н|т[ае]н|[дт][ае]|[ғгқк][ае]|[дт][ае]ғы|[дт]егі|[ғг][ыі])\b"
    r"|\s*»?\s*(?:атты|деген|деп|жыл(?:ғы|дан|да|дағы)\b|күн[іг]|дейін|бастап|бері\b|кейін|бұрын|[мпб]ен\b|жағдай|қарсаң|арал[ыу]|айынд)"
)
_ELSEWHERE = re.compile(rf"(?<!\w)(?:{'|'.join(words.ELSEWHERE)})")
_HANDED = re.compile(rf"(?<!\w)(?:{'|'.join(words.HANDED)})")
_PRINTED = re.compile(rf"(?<!\w)(?:{'|'.join(words.PRINTED)})")
_OF_PAPER = re.compile(rf"№\s*\d|(?<!\w)(?:{'|'.join(words.OF_PAPER)})")
_FEAST = re.compile(r"(?<!\w)(?:күні?|мереке(?:сі)?|мейрам[ыі]?|той[ыі]?|(?:мерей|жылдық)\w*|жылдығы)[^\w:]*$")
_ACT = re.compile(rf"туралы\s+(?:[^\W\d_]+\s+){{0,2}}(?:{'|'.join(words.ACTS)})")
# «ашты», «құрылды», «ашылмақ»; not «хаты», «президенті», whose last sound before the ending is their own
_TELLS = re.compile(r"(?:[^пкқсшт]д[ыі]|[пкқсшт]т[ыі]|[ғқ]ан|[гк]ен|[мбп](?:ақ|ек))$")
_OWNER = ("ның", "нің", "дың", "дің", "тың", "тің")
_MADE, _DASHES = ("ған", "ген", "қан", "кен"), ("–", "—", "-")
_NO_VERBS = frozenset(("қарағанды", "атты", "келісімді", "көмек", "еңбек", "екен"))
_TELLING = frozenset(("керек", "тиіс", "мүмкін", "отыр", "тұр", "жатыр", "жүр", "еді", "екен"))


Part = tuple[int, int]  # a stretch of a line's key


def own_days(lines: Sequence[Line]) -> None:
    """Make date lines of those that carry the text's own day at its head and at its foot."""
    told = [line.index for line in lines if line.kind is None and line.is_prose and not _carries(line)]
    if not told:
        return
    heads = [line for line in lines[: min(told[0], HEAD)] if _is_open(line)]
    heads = [line for line in heads if _carries(line) and not _is_title(lines, line) and not _of_the_visit(lines, line)]
    feet = [line for line in lines[max(told[-1] + 1, len(lines) - FOOT) :] if _is_open(line)]
    listed = any(starts(line.key, words.SOURCES) for line in lines[told[-1] + 1 :])
    feet = [line for line in feet if _carries(line) and _signs(line) and not listed]
    signed = [line for line in feet if _HANDED.search(line.key)]  # set in type, then signed for print: the later one
    for line in (*(() if is_chronicle(lines[: told[0]]) else heads), *(signed[-1:] or feet[:1])):
        line.kind, line.why = BlockKind.DATELINE, WHY


def is_chronicle(head: Sequence[Line]) -> bool:
    """Whether lines name several days of what happened: «1997, 8 сәуір – достық шарты», «2001, 15 желтоқсан – …»."""
    dated = [line for line in head if line.kind in (None, BlockKind.DATELINE) and _tells_more(line)]
    return len({line.key[line.date.start : line.date.end] for line in dated if line.date}) >= CHRONICLE


def _tells_more(line: Line) -> bool:
    left, right, others = _beside(line)
    return not _is_known(line.key) and any(_said(line.key[slice(*part)]) for part in (left, right, *others))


def of_another(line: Line) -> bool:
    """Whether a line, short as it may be, names the day of something else: «Алдыңғы сан – 12 маусым 2025», a feast, an
    act, what happened then."""
    found, key = line.date, line.key
    if found is None:
        return False
    if _ELSEWHERE.search(key, 0, found.start) or any(sign in key for sign in words.INVITED):
        return True
    left, right, others = _beside(line)
    if _is_known(key[slice(*left)]) or _is_known(key[slice(*right)]):
        return _tells(line, right) and not _says_of_itself(key, left, right)
    feast = _keeps_a_feast(key, left, [right, *others])
    return bool(_ACT.search(key)) or feast or _tells(line, right)


def _is_open(line: Line) -> bool:
    """Whether a line may yet turn out to be a date line: it is none by itself, or was taken for what stands beside."""
    if line.kind is None:
        return not is_date_line(line)
    return line.kind is not BlockKind.DATELINE and line.why in SPARED


def _is_title(lines: Sequence[Line], line: Line) -> bool:
    """A first line of words with a day, where no paper's or publishing words stand beside it: it may be the title,
    unless another line may and the day is a part of its own."""
    open_lines = [other for other in lines if other.kind is None and not is_date_line(other)]
    if line.word_count < TITLE or _is_known(line.key) or line.index > min(other.index for other in [*open_lines, line]):
        return False
    left, _, others = _beside(line)
    apart = others and len(_said(line.key[slice(*left)])) < TITLE
    rivals = [other for other in open_lines[:2] if other is not line and not other.is_prose]
    return not (apart and rivals)


def _of_the_visit(lines: Sequence[Line], line: Line) -> bool:
    """Beside a site's menu or rates a day is that of the visit, unless words of a paper or of publishing are there."""
    near = [other.why for other in lines[max(0, line.index - 1) : line.index + 2] if other is not line]
    listed = [line.key[slice(*part)].strip() for part in _parts(line.key, 0, len(line.key))]
    of_the_site = any(part in words.BUTTONS or part in words.RUBRICS for part in listed)
    return (of_the_site or any(why in CHROME for why in near)) and not _is_known(line.key)


def _signs(line: Line) -> bool:
    """Whether a line at the foot speaks as an imprint or a signature does."""
    whole = line.date is not None and _YEAR.search(line.key, line.date.start, line.date.end)
    return bool(_PRINTED.search(line.key)) or bool(
        whole and (bylines.is_labelled(line) or (_OF_PAPER.search(line.key) and not line.is_prose))
    )


def _carries(line: Line) -> bool:
    """Whether the line holds a day that nothing tells to be another's."""
    found, key = line.date, line.key
    if found is None or found.stretch or len(line.span) > LONGEST or row_of_facts(line) or _leads_away(line):
        return False
    left, right, others = _beside(line)
    near = f"{key[slice(*left)]} {key[slice(*right)]}"
    handed = bool(_HANDED.search(near))
    printed = _says_of_itself(key, left, right)
    if (line.is_prose and not _is_known(key)) or len(_said(near)) > BESIDE:
        return False
    if not handed and any(word in f" {near} " for word in words.OTHER_DAYS):
        return False
    if not printed and (
        _CASED.search(key, found.start, found.end)
        or _GOES_ON.match(key, found.end)
        or any(_tells(line, part) for part in (left, right))
    ):
        return False
    if not _OF_PAPER.search(key) and (
        _ACT.search(key) or (not printed and _keeps_a_feast(key, left, [right, *others]))
    ):
        return False
    return not any(_is_story(line, part) for part in others)


def _beside(line: Line) -> tuple[Part, Part, list[Part]]:
    """The parts of the line right before and after its day, and its other parts; what comes after «Осы санда: …» tells
    of other stories and is left out."""
    found, key = line.date, line.key
    if found is None:
        return (0, 0), (0, 0), []
    before, after = list(_parts(key, 0, found.start)), list(_parts(key, found.end, len(key)))
    ends = next((at for at, part in enumerate(after) if _ELSEWHERE.match(key[slice(*part)].lstrip())), len(after))
    after = after[:ends] or [(found.end, found.end)]
    return before[-1], after[0], [*after[1:], *before[:-1]]


def _leads_away(line: Line) -> bool:
    """Another headline's line, a credit, rights, rates, an event's price, what a text took from elsewhere."""
    if starts(line.key, (*words.SEE_ALSO, *words.ADVERTS, *words.CREDITS, *words.COMMENTS, *words.SOURCES)):
        return True
    found = line.date
    led = found is not None and _ELSEWHERE.search(line.key, 0, found.start)
    signs = (*words.COPYRIGHT, *words.INVITED)
    return bool(led) or any(sign in line.key for sign in signs) or bool(rates(line))


def _keeps_a_feast(key: str, left: Part, others: Sequence[Part]) -> bool:
    """«5 желтоқсан – Еріктілер күні», «Еріктілер күні, 5 желтоқсан»."""
    beside = (key[slice(*part)].rstrip(" –—-,(") for part in (left, *others))
    return any(_FEAST.search(part) and len(_WORD.findall(part)) > 1 and not _is_known(part) for part in beside)


def _of_itself(before: str) -> bool:
    """Whether what stands before a day of publication names nothing, or the text («мақала»), that came out then."""
    said = _said(before)
    own = tuple(word for word in words.OWN_TEXTS if word not in words.OTHERS_TEXTS)
    labels = not any(word.endswith(_OWNER) for word in said)
    return not said or said[0].startswith(own) or (len(said) < 3 and labels and bool(_PRINTED.search(before)))


def _says_of_itself(key: str, left: Part, right: Part) -> bool:
    """«Баспаға … берілді», «… жарияланды», «мақала … жаңартылды»; not «келісім … жарияланды»."""
    near = f"{key[slice(*left)]} {key[slice(*right)]}"
    return bool(_HANDED.search(near)) or bool(_PRINTED.search(near) and _of_itself(key[slice(*left)]))


def _parts(key: str, start: int, end: int) -> Iterator[Part]:
    """The stretches of key[start:end] between bars and stops; one at least, perhaps empty."""
    for cut in _CUT.finditer(key, start, end):
        yield start, cut.start()
        start = cut.end()
    yield start, end


def _said(part: str) -> list[str]:
    return [word for word in _WORD.findall(LABEL.sub(" ", TO_READ.sub(" ", part))) if word not in words.WEEKDAYS]


def _is_known(part: str) -> bool:
    """Whether a part says what a paper, a portal or a reader's count says."""
    if _OF_PAPER.search(part) or _PRINTED.search(part):
        return True
    counted = any(sign.isdigit() for sign in part) and any(word in part for word in words.COUNTERS)
    return counted or any(word in part for word in (*words.POSTED, *words.READING_TIME, *words.REPORTS))


def _is_story(line: Line, part: Part) -> bool:
    """Whether a part of the line that does not hold its day tells of something: another story's headline, prose."""
    text = line.key[slice(*part)]
    if _is_known(text):
        return False
    return (_tells(line, part) and len(_said(text)) > 1) or len(_said(text)) > PART


def _tells(line: Line, part: Part) -> bool:
    """Whether a part ends with a verb that tells of an event; «шығарған – …» is a label.

    A name written with a capital is no verb, whatever it ends with.
    """
    said = list(_WORD.finditer(line.key, *part))
    if not said:
        return False
    last = said[-1]
    if last[0] in _TELLING:
        return True
    after = line.key[last.end() :].lstrip()
    label = after.startswith(":") or (after.startswith(_DASHES) and last[0].endswith(_MADE))  # «шығарған – 10 сынып»
    if len(last[0]) < len("ашты") or not _TELLS.search(last[0]) or label or last[0] in _NO_VERBS:
        return False
    written = line.words.original(*last.span()).start - line.span.start
    return not line.text[written : written + 1].isupper()
