"""What each line of a document is for: its place among the others, after what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from qatynas.model.document import BlockKind
from qatynas.read import bylines, words
from qatynas.read.chronicles import year_heads
from qatynas.read.dated import headline_after, is_date_line, is_dated_edge
from qatynas.read.datelines import CLOCK, TO_READ
from qatynas.read.furniture import furniture
from qatynas.read.grids import mark_grids
from qatynas.read.lines import Line, starts
from qatynas.read.own_days import CHROME, own_days

TITLE_LENGTH = 320
RUN = 3  # this many dated lines one after the other are a list of other news
RUN_REACH = 3  # lines between two dated lines of one list
_PLACES = 5  # words of a line between an author's name and the day: where the text was written
HEAD_REACH = 3  # lines that a date, a headline and the body's first take
END_REACH = 3  # lines from the end in which a newspaper's own date may stand
ENDERS = ("counters", "leads elsewhere", "copyright", "tags", "other news", "readers' comments")
LEADERS = ("leads elsewhere", "an advertisement", "tags")
_MARKED = re.compile(r"\s*(?:[•●▪◦■►✓*]|\(?\d{1,3}[.)]|\(?[a-zа-яәіғқңөұүһ][)]|[ⅠⅡⅢⅣⅤ]+\.)\s")
_DATUM = re.compile(r"(?::|\s[–—-])\s+[$€]?\d")  # «2023 жыл – 1,5 миллиард доллар»
_DASHED = re.compile(r"\s*[-–—]\s?")
_CHAPTER = re.compile(r"\s*(?:\d+|[ivx]+)\s*[-–]?\s*(?:тарау|бөлім|бап|параграф)")


def settle(lines: Sequence[Line], titled: bool = False) -> None:
    """Give every line its kind; titled says that a header has named the title already.

    Lines that nothing is known of become paragraphs: no body is lost for want of a rule.
    """
    year_heads(lines)
    mark_grids(lines)
    for line in lines:
        why = furniture(line) if line.kind is None else ""
        if why:
            line.take(BlockKind.FURNITURE, why)
    _followers(lines)
    _labelled_authors(lines)
    _other_news(lines)
    _led_lists(lines)
    _comments(lines)
    own_days(lines)
    title = None if titled else _first_title(lines)
    first, last = _body(lines, title)
    _head(lines, first, title)
    _middle(lines[first : last + 1], any(line.is_prose for line in lines[first : last + 1]))
    _tail(lines[last + 1 :])


def _open(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.kind is None]


def _body(lines: Sequence[Line], title: Line | None) -> tuple[int, int]:
    """The first and last line of prose; the whole document where there is none."""
    prose = [line.index for line in lines if line.kind is None and line.is_prose and line is not title]
    if prose:
        return prose[0], _short_end(lines, prose[-1])
    bare = [line.index for line in _open(lines) if line is not title and not is_date_line(line)]
    return (bare[0], bare[-1]) if bare else (len(lines), len(lines) - 1)


def _short_end(lines: Sequence[Line], last: int) -> int:
    """The last of the short sentences and items that go on after the last prose, up to a name, a date or furniture."""
    for line in lines[last + 1 :]:
        if line.kind is not None or is_date_line(line) or _publisher(line) or _signs(line):
            break
        if _MARKED.match(line.key) or (line.ends_sentence and line.word_count >= 2):
            last = line.index
    return last


def _signs(line: Line) -> bool:
    return bylines.is_name(line) and (bylines.has_surname(line) or _named_by_place(line))


def _first_title(lines: Sequence[Line]) -> Line | None:
    """A page's marked title, or a first line without a full stop that others follow."""
    marked = next((line for line in lines if line.hint.kind is BlockKind.TITLE and line.kind is None), None)
    if marked:
        return marked
    still = [line for line in _open(lines) if not is_date_line(line)]
    if len(still) < 2:
        return None
    head = still[: next((n for n, line in enumerate(still) if line.is_prose and _stops(line)), len(still))]
    known = [line for line in head if not _publisher(line) and not _names_somebody(line)] or head
    worded = [line for line in known if line.word_count >= 2 and len(line.span) <= TITLE_LENGTH]
    return worded[0] if worded else None


def _names_somebody(line: Line) -> bool:
    """A name by its form; where there are no capitals, a surname must show it too."""
    return bylines.is_name(line) and (bylines.is_cased(line.text) or bylines.has_surname(line))


def _stops(line: Line) -> bool:
    """Ends as a sentence of the body does: a headline may ask or cry out, but it does not state with a full stop."""
    return line.ends_sentence and (not re.search(r"[?!؟]\W*$", line.text) or len(line.span) > 120)


def _leads_with_date(line: Line) -> bool:
    found = line.date
    return found is not None and found.start <= 3 and not line.ends_sentence


def _followers(lines: Sequence[Line]) -> None:
    for before, line in pairwise(lines):
        if bylines.is_followed(line) and line.kind in (None, BlockKind.FURNITURE):
            line.take(BlockKind.FURNITURE, "counters")
            if before.kind is None and bylines.is_name(before):
                before.take(BlockKind.BYLINE, "a name above its followers")


def _labelled_authors(lines: Sequence[Line]) -> None:
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        if bylines.is_label(line) and after is not None and after.kind is None and after.word_count <= 8:
            if not after.is_prose and not after.date:
                line.kind, line.why = BlockKind.FURNITURE, "an author's label"
                after.take(BlockKind.BYLINE, "a name after its label")
        elif line.kind is None and bylines.is_labelled(line):
            line.take(BlockKind.BYLINE, "a name with its label")


def _other_news(lines: Sequence[Line]) -> None:
    """Three or more dated lines close together, with clocks, are a list of other news wherever they stand."""
    prose = {line.index for line in lines if line.is_prose}
    clocked = [line for line in lines if line.date and CLOCK.search(line.key) and _is_news_date(line)]
    clocked = [line for line in clocked if not _opens_the_text(lines, line)]
    sure = {line.index for line in clocked if headline_after(line) or line.index + 1 not in prose}
    # a date right above prose is an article's own, unless it follows its headline as the one before did
    dated = [line.index for line in clocked if line.index in sure or line.index - 2 in sure]
    runs: list[list[int]] = []
    for index in dated:
        if runs and index - runs[-1][-1] <= RUN_REACH:
            runs[-1].append(index)
        else:
            runs.append([index])
    for run in runs:
        if len(run) < RUN:
            continue
        begin, end = run[0], run[-1]
        if _headline_first(lines, run):
            begin -= 1
        elif not headline_after(lines[end]):
            end += 1
        for line in lines[begin : end + 1]:
            line.take(BlockKind.FURNITURE, "other news")


def _is_news_date(line: Line) -> bool:
    return is_date_line(line) or _leads_with_date(line)


def _headline_first(lines: Sequence[Line], run: list[int]) -> bool:
    """Whether each headline stands before its date: then one stands before the first date and none after the last."""
    before, after = run[0] - 1, run[-1] + 1
    if after < len(lines) and lines[after].kind is None and not lines[after].is_prose:
        return False
    return before >= 1 and lines[before].kind is None and not lines[before].is_prose


def _led_lists(lines: Sequence[Line]) -> None:
    """What follows «Ұқсас жаңалықтар» or «Жарнама» alone in a line is furniture until prose or an empty line comes."""
    leading = ""
    for line in lines:
        if line.hint.furniture or line.hint.kind is BlockKind.TITLE:
            leading = ""  # markup says where such a part ends
        elif leading and _opens_the_text(lines, line):
            leading = ""
        elif line.kind is BlockKind.FURNITURE and line.why in LEADERS:
            alone = line.word_count <= 4 and ":" not in line.key.rstrip(" :") and "#" not in line.key
            leading = line.why if alone else ""
        elif leading and (line.is_prose or bylines.is_label(line) or (line.after_gap and leading != "leads elsewhere")):
            leading = ""
        elif leading:
            line.take(BlockKind.FURNITURE, leading)


def _opens_the_text(lines: Sequence[Line], line: Line) -> bool:
    """Whether the text begins with a line: a day after an empty line, then its headline and the first prose."""
    head = lines[line.index : line.index + HEAD_REACH]
    if len(head) < HEAD_REACH or not line.after_gap or not is_date_line(line) or headline_after(line):
        return False
    first = next((other for other in lines if other.is_prose), None)
    return head[2] is first and not head[1].date and head[1].kind is not BlockKind.FURNITURE


def _comments(lines: Sequence[Line]) -> None:
    """All after a heading such as «Пікірлер (12)», where the better part of the prose stands before it."""
    if any(starts(line.key, words.FORUM) for line in lines[:3]):
        return
    for line in lines:
        if line.word_count <= 6 and not line.is_prose and starts(line.key, words.COMMENTS):
            before = sum(len(other.span) for other in lines[: line.index] if other.is_prose and other.kind is None)
            after = sum(len(other.span) for other in lines[line.index :] if other.is_prose and other.kind is None)
            if before > after:
                for other in lines[line.index :]:
                    other.take(BlockKind.FURNITURE, "readers' comments")
                return


def _publisher(line: Line) -> bool:
    bare = line.key.strip(' .,:"»“”')
    return bare.endswith(words.PUBLISHERS) and line.word_count <= 9 and not line.ends_sentence


def _head(lines: Sequence[Line], first: int, title: Line | None) -> None:
    """Lines before the body: title, date line, author, who publishes."""
    head = [line for line in lines[:first] if line.kind is None]
    if title is not None and title not in head:
        head.append(title)
    chrome = {line.index for line in lines if line.why in CHROME}
    for line in head:
        if line is title:
            line.take(BlockKind.TITLE, "first line")
        elif is_date_line(line) or (title is not None and line.index == title.index + 1 and is_dated_edge(line)):
            named = line.date is not None and line.date.others and CLOCK.search(line.key)  # a post's head
            # «Жарияланды: 22.01.2026, 11:30», «30.09.2024 · 5 минут оқылады»: the text's own day, not the visit's
            told = any(word in line.key for word in words.PUBLISHED) or TO_READ.search(line.key)
            beside = {line.index - 1, line.index + 1} & chrome and not named and not told
            page_day = beside and line.index < (title.index if title else 0)
            line.take(
                *((BlockKind.FURNITURE, "the page's day") if page_day else (BlockKind.DATELINE, "a date of its own"))
            )
        elif _publisher(line):
            line.take(BlockKind.FURNITURE, "who publishes")
        elif bylines.is_name(line) and (bylines.has_surname(line) or "," in line.text):
            line.take(BlockKind.BYLINE, "a name of its own")
        elif line.key.strip() in words.RUBRICS:
            line.take(BlockKind.FURNITURE, "a rubric")
        elif line.hint.kind is BlockKind.CELL:
            line.take(BlockKind.CELL, "a table's cell")
        elif title is not None and line.index < title.index and not line.ends_sentence:
            line.take(BlockKind.FURNITURE, "above the title")
        else:
            line.take(_body_kind(line), "between title and body")


def _middle(lines: Sequence[Line], has_prose: bool) -> None:
    near = lines[0].index + 2 if lines else 0
    late = _date_near_the_end(lines)
    for line in _open(lines):
        if (line.index <= near and is_date_line(line)) or line is late:
            line.take(BlockKind.DATELINE, "a date of its own")
        elif is_date_line(line) and CLOCK.search(line.key):
            line.take(BlockKind.FURNITURE, "another text's date")
        elif bylines.is_name(line) and bylines.has_surname(line):
            line.take(BlockKind.BYLINE, "a name of its own")
        else:
            kind = _body_kind(line)
            alone = kind is BlockKind.HEADING and not has_prose and line.hint.kind is None
            line.take(BlockKind.PARAGRAPH if alone else kind, "body")


def _date_near_the_end(lines: Sequence[Line]) -> Line | None:
    """«Бірінші бет · Сұхбаттар · 2024 жыл, 30 қазан» above the last lines: the only date line with a year, no clock."""
    dated = [line for line in lines if line.date and line.kind is None and is_date_line(line)]
    if len(dated) != 1 or dated[0].index < lines[-1].index - END_REACH or CLOCK.search(dated[0].key):
        return None
    return dated[0] if re.search(r"(?:19|20)\d\d", dated[0].key) and not dated[0].ends_sentence else None


def _body_kind(line: Line) -> BlockKind:
    if line.hint.kind is BlockKind.CELL and line.is_prose:
        return BlockKind.PARAGRAPH  # a table that only lays out the page
    if line.hint.kind is not None:
        return line.hint.kind if line.hint.kind is not BlockKind.TITLE else BlockKind.HEADING
    if _CHAPTER.match(line.key):
        return BlockKind.HEADING
    if _MARKED.match(line.key) or line.text.rstrip().endswith(";"):
        return BlockKind.ITEM
    bare, dashed = line.text.rstrip(), bool(_DASHED.match(line.key))
    if line.is_prose or bare.endswith(":") or (line.ends_sentence and (dashed or not bare.endswith(("?", "؟")))):
        return BlockKind.PARAGRAPH
    if dashed or _DATUM.search(line.key):
        return BlockKind.ITEM
    return BlockKind.HEADING if line.word_count and len(line.span) <= 120 else BlockKind.PARAGRAPH


def _tail(lines: Sequence[Line]) -> None:
    """Lines after the last prose: the body's short end, then author and place of publication, then the page's rest."""
    signed_by = False
    over, plain = False, True  # the article is over; nothing but its own lines came so far
    still = [line for line in lines if line.kind is None and line.date]
    dated = [line.index for line in still if is_date_line(line) or _leads_with_date(line)]
    before: Line | None = None
    for line, after in zip(lines, [*lines[1:], None], strict=False):
        if line.kind is not None:
            over = over or line.kind is BlockKind.BYLINE or line.why in ENDERS
        elif line.index in dated[:1] and len(dated) == 1 and is_date_line(line):
            signed = signed_by or (before is not None and before.kind is BlockKind.BYLINE)
            own = plain and (signed or after is None or after.kind is BlockKind.FURNITURE or _publisher(after))
            line.take(*((BlockKind.DATELINE, "a date at the end") if own else (BlockKind.FURNITURE, "other news")))
            over = True
        elif line.index in dated[:1] or (dated and line.date and line.index > dated[0] and over):
            line.take(BlockKind.FURNITURE, "other news")
            over = True
        elif not over and (_signs(line) or _above_its_day(line, after)):
            line.take(BlockKind.BYLINE, "a name at the end")
            over = True
        elif _publisher(line):
            line.take(BlockKind.FURNITURE, "who publishes")
        elif over:
            line.take(BlockKind.FURNITURE, "after the article")
        else:
            line.take(_tail_kind(line), "the body's end")
        beside = signed_by and line.word_count <= _PLACES and line.why == "after the article"  # «Алматы – Бішкек.»
        plain = plain and (
            line.kind in (BlockKind.BYLINE, BlockKind.PARAGRAPH) or line.why == "who publishes" or beside
        )
        signed_by = line.kind is BlockKind.BYLINE or (signed_by and beside)
        before = line


def _above_its_day(line: Line, after: Line | None) -> bool:
    """A name by its form, whatever it ends with, above the last line: a place and a whole day («Тараз, 16.08.2023»)."""
    if after is None or not after.date or not is_date_line(after) or CLOCK.search(after.key):
        return False
    placed = after.date.others > 0 and re.search(r"(?:19|20)\d\d", after.key)
    return bool(placed) and bylines.is_name(line) and not line.key.endswith(("ды", "ді", "ты", "ті"))


def _named_by_place(line: Line) -> bool:
    """Two or three words, one in capitals or with a trade after a comma: a signature, though no surname ends so."""
    shouted = any(word.isupper() and len(word) > 3 for word in line.text.split())
    return "," in line.text or shouted or (line.word_count <= 3 and bylines.is_cased(line.text))


def _tail_kind(line: Line) -> BlockKind:
    said = line.ends_sentence or line.word_count >= 4 or line.text.rstrip().endswith(":")
    if said or line.hint.kind is BlockKind.CELL or _MARKED.match(line.key):
        kind = _body_kind(line)
        return BlockKind.PARAGRAPH if kind is BlockKind.HEADING else kind
    return BlockKind.FURNITURE
