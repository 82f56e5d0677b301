"""Rules for what stands beside an article: each takes a line and says why it is furniture, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

from qatynas.model.document import BlockKind
from qatynas.read import words
from qatynas.read.dated import SEGMENTS, is_date_line
from qatynas.read.datelines import CLOCK, DAY, is_only_clock
from qatynas.read.lines import Line, starts

SHORT = 160  # no rule but those on copyright reads a longer line as furniture
_BARS = re.compile(r"[|·•›]|\s{3,}")
# a country's code or 8, then groups: «+7 (7172) 11-22-33», «8 727 222-33-44»; a round sum has no groups of two
_PHONE = re.compile(r"(?:\+\s?(?:7|996)[\s(-]*|(?<![\d.,])8[\s(-]+)\d{3,5}[\s) -]*\d{1,3}[\s-]*\d{2}[\s-]*\d{2}\b")
_ADDRESS = re.compile(
    r"^\W*(?:https?://|www\.)\S+\W*$|^\W*[\w.-]+@[\w-]+\.[\w.]+\W*$|^\W*[\w-]+(?:\.[\w-]+)*\.(?:kz|com|ru|org|net|kg)\S*\W*$"
)
_TAG = re.compile(r"#\w+")
_RATE = re.compile(r"\b(?:usd|усд|ұсд|eur|еур|еұр|rub|cny|kgs|gbp)\b|[▲▼]|°\s?c\b")
_FIELD = re.compile(r"(?:date|address|url|language|lang|script|kind|status|published|source):\s", re.IGNORECASE)
_NUMBER = re.compile(r"\d")
_LABEL = re.compile(r"^[^\w«\"#©]*([^:：]{2,40}?)\s*[:：]")
_COUNT_ICON = re.compile(r"[👁💬👍❤♥🔥👎]")


def counter(line: Line) -> str:
    """«Көрілім: 905 | Бөлісу», «640 ұнату · 31 пікір», «Хабарлама саны: 15»."""
    if line.ends_sentence and not _BARS.search(line.key):
        return ""
    if line.key.strip(" :") in words.COUNTERS:
        return "counters"
    segments = [part for part in SEGMENTS.split(line.key) if part.strip()]
    hits = sum(_is_counter(part) for part in segments)
    if hits and hits * 3 >= len(segments):
        return "counters"
    return "counters" if len(_COUNT_ICON.findall(line.key)) > 1 and not line.date else ""


def _is_counter(part: str) -> bool:
    if re.fullmatch(r"\s*[\d\s.,]+\s*рет\s*", part):
        return True
    known = any(entry in part for entry in words.COUNTERS if entry != "рет")
    return known and bool(_NUMBER.search(part)) and len(part) <= 40


def buttons(line: Line) -> str:
    """«Бөлісу: Telegram VK», «Қазақша Русский Кіру», «Басып шығару»."""
    if line.ends_sentence and line.word_count > 4:
        return ""
    rest = line.key
    hits = 0
    for entry, pattern in _BUTTONS_LONGEST_FIRST:
        if entry in rest:
            rest, times = pattern.subn(" ", rest)
            hits += times
    return "buttons" if hits and len(re.findall(r"\w+", rest)) <= hits else ""


_BUTTONS_LONGEST_FIRST = [
    (entry, re.compile(rf"(?<!\w){re.escape(entry)}(?!\w)")) for entry in sorted(words.BUTTONS, key=len, reverse=True)
]


def menu(line: Line) -> str:
    """«Саясат | Экономика | Қоғам | Спорт»: short parts between bars, or a trail of crumbs."""
    if line.ends_sentence:
        return ""
    segments = [part.strip() for part in SEGMENTS.split(line.key) if part.strip()]
    rubrics = sum([part.startswith(words.RUBRICS) for part in segments])
    if len(segments) >= 3 and max(map(len, segments)) <= 30 and (rubrics >= 2 or len(_BARS.findall(line.key)) >= 2):
        return "a menu"
    return "a trail of crumbs" if line.key.count("›") >= 2 or (line.key.count("›") and rubrics) else ""


def rates(line: Line) -> str:
    """«USD 541,20 ▲ EUR 628,75 ▼ Астана: +7 °C»."""
    return "rates and weather" if len(_RATE.findall(line.key)) >= 2 and not line.ends_sentence else ""


def contact(line: Line) -> str:
    """A telephone, a post box, an address that a reader may turn to."""
    begins = line.key.lstrip("-–—•* ").startswith(words.CONTACTS)
    if _PHONE.search(line.key):
        head = line.key[:60]
        if begins or line.word_count <= 10 or any(word in head for word in words.CONTACTS):
            return "a telephone"
    if _ADDRESS.match(line.key):
        return "an address"
    if not begins or line.word_count > 8 or line.ends_sentence:
        return ""
    return "a telephone" if len(_NUMBER.findall(line.key)) >= 3 else ""


def credit(line: Line) -> str:
    """«Фото: primeminister.kz», «Суретті түсірген автор», «Дереккөз: баспасөз қызметі»."""
    bare = line.key.lstrip("-–—•*«\"' ")
    entry = starts(line.key, words.CREDITS)
    if line.word_count > 12:
        return ""
    if not entry:
        labelled = _LABEL.match(bare)
        return (
            "a picture's credit" if labelled and labelled[1].startswith(words.CREDITS) and len(labelled[1]) < 24 else ""
        )
    after = bare[len(entry) :]
    return "a picture's credit" if re.match(r"\s*(?:[:：/©—–-]|\(|авторы|түсірген|$)", after) or len(entry) > 12 else ""


def tags(line: Line) -> str:
    """«#Өзбекстан #форум», «Тегтер: сауда, шекара»."""
    hashes = _TAG.findall(line.key)
    if hashes and sum(map(len, hashes)) >= 0.6 * len(line.key.replace(" ", "")):
        return "tags"
    label = starts(line.key, words.TAGS)
    return "tags" if label and (":" in line.key[:30] or hashes) else ""


def see_also(line: Line) -> str:
    """«Тағы оқыңыз: …», «Ұқсас жаңалықтар»."""
    entry = starts(line.key, words.SEE_ALSO)
    if not entry:
        return ""
    rest = line.key.lstrip("-–—•●■►▶→*#>«\"' ")[len(entry) :]
    led = bool(re.match(r"\s*(?:[:：>»→]|$)", rest))
    return "leads elsewhere" if led or (line.word_count <= 5 and not line.ends_sentence) else ""


def rights(line: Line) -> str:
    """«© 2009–2025. Материалдарды көшіруге тыйым салынады»."""
    if line.key.startswith("©") or starts(line.key, ("(c)", "copyright")):
        return "copyright"
    found = next((word for word in words.COPYRIGHT if word in line.key), "")
    return "copyright" if found and len(line.span) < 320 and not line.date else ""


def imprint(line: Line) -> str:
    """«Таралымы: 1500 дана. Тапсырыс 27»."""
    key = line.key
    hits = sum([word in key for word in words.IMPRINT])
    begins = line.key.lstrip("-–—•* ").startswith(words.IMPRINT)
    return "imprint" if (begins and _NUMBER.search(line.key) and line.word_count <= 4) or hits >= 2 else ""


def reading_time(line: Line) -> str:
    """«Сұхбат · 9 минуттық оқу»."""
    found = any(word in line.key for word in words.READING_TIME)
    return "reading time" if found and _NUMBER.search(line.key) and line.word_count <= 10 else ""


def moment_only(line: Line) -> str:
    """«2 сағат бұрын», «Кеше, 21:47»: a moment that only the page's visitor knows."""
    return "a moment counted from the visit" if is_only_clock(line.key) else ""


def post_head(line: Line) -> str:
    """«#2  nick | Кеше, 22:15», «nick | Бүгін, 08:02 | Хабарламалар: 15»: the head of a forum's post."""
    if line.ends_sentence or line.word_count > 12 or not _BARS.search(line.key):
        return ""
    numbered = re.match(r"#\s?\d+\b", line.key)
    timed = any(is_only_clock(part) or (DAY.search(part) and CLOCK.search(part)) for part in _BARS.split(line.key))
    return "a post's head" if numbered or (timed and line.date is None) else ""


def advert(line: Line) -> str:
    """«Жарнама»."""
    return "an advertisement" if starts(line.key, words.ADVERTS) and line.word_count <= 3 else ""


def header_field(line: Line) -> str:
    """«address: https://…», «script: Cyrl»: a header of a second text in the same file."""
    return "a header's field" if _FIELD.match(line.text) else ""


def repeated_sign(line: Line) -> str:
    """«* * *», «———», «🔥🔥», a number alone: no letters at all; in a table they are cells."""
    empty = not line.word_count and line.hint.kind is not BlockKind.CELL
    return "no words" if empty and not re.search(r"[^\W\d_]", line.key) else ""


def invitation(line: Line) -> str:
    """«Telegram-арнамызға жазылыңыз!», «Қате тапсаңыз, Ctrl + Enter басыңыз»."""
    if len(line.span) > SHORT:
        return ""
    both = any(word in line.key for word in words.PLATFORMS) and any(word in line.key for word in words.INVITATIONS)
    return "an invitation" if both else ""


def trailing_buttons(line: Line) -> str:
    """«… Ұнады: 8   Бөлісу   Жауап беру»: a short post whose buttons were copied with it."""
    parts = [part for part in re.split(r"\s{2,}|\s*[|·•]\s*", line.key.strip()) if part]
    return "buttons" if len(parts) >= 3 and all(part in words.BUTTONS for part in parts[-2:]) else ""


RULES: tuple[Callable[[Line], str], ...] = (
    header_field, repeated_sign, advert, rights, tags, see_also, post_head, menu, counter, reading_time, buttons,
    rates, contact, credit, imprint, moment_only, invitation, trailing_buttons,
)  # fmt: skip


SPARE_DATES = (  # a date line may carry its counters with it
    menu, counter, buttons, repeated_sign, reading_time, moment_only, post_head, imprint,
)  # fmt: skip


def furniture(line: Line) -> str:
    """Why line is furniture wherever it stands, or "" where nothing says so."""
    if line.hint.furniture:
        return line.hint.furniture
    if line.hint.links > 0.6 and not line.ends_sentence and len(line.span) < SHORT:
        return "links only"
    if len(line.span) > SHORT and not (len(line.span) < 320 and line.key.startswith("©")):
        return rights(line) if len(line.span) < 320 else ""
    dated = is_date_line(line)
    return next((why for rule in RULES if not (dated and rule in SPARE_DATES) and (why := rule(line))), "")
