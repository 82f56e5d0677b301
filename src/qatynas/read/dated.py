"""Lines that a date makes up: which line is the document's own date line, and which tells of another day."""

from __future__ import annotations

import re

from qatynas.read import words
from qatynas.read.datelines import CLOCK, DATED, LABEL, TO_READ, date_in
from qatynas.read.lines import Line, starts

DATE_NEIGHBOURS = 34  # letters that a date line may hold beside its date: a place, a rubric
SENDER_NEIGHBOURS = 64  # and where it names who sent the text
PART_WORDS = 4  # words that each other part of a line may have whose date is a part of its own
EDGE_WORDS = 12  # words of a line under the title that begins or ends with its day
PARTED = 120  # characters of a line in parts
SHORT = 160
SEGMENTS = re.compile(r"\s*(?:[|·•‧∙⋅●★›»>/]|\s{2,}|\s[—–-]\s|\t)\s*")
_AROUND = ' .,:()[]"»“”'
_PARTING = (".", ",", ":", ";", "|", "/", "–", "—", "•", "·")
_WHEN = ("да", "де", "та", "те")  # the locative
_OWNING = ("дағы", "дегі", "тағы", "тегі")
ATTRIBUTIVE = ("ғы", "гі", "ның", "нің", "дың", "дің", "тың", "тің", "да", "де", "та", "те")
COMING = ("ады", "еді", "йды", "йді", "мақ", "мек", "бақ", "бек", "пақ", "пек")  # «көрме 3 наурызда ашылады»
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_VISITED = re.compile(rf"(?:{words.VISITED})[^:–—\d]{{0,12}}[:–—]\W*$")
_SHORTENED = re.compile(r"\b(?:ж|г|қ|ақп|қаң|нау|сәу|мам|мау|шіл|там|қыр|қаз|қар|жел)\.\W*$")
_STAMPED = re.compile(rf"[\[(]\s*{DATED.pattern}\s*[\])]")


def is_date_line(line: Line) -> bool:
    """A short line that a date, its clock and a place or number make up."""
    found = line.date
    if found is None or found.stretch or tells_of_another(line) or row_of_facts(line):
        return False
    if sum(part in words.BUTTONS for part in _parts(line)) > 1:
        return False  # «Мәзір | Іздеу | 03.03.2026»: the page's day
    if _is_stamp(line):
        return True
    if says_sentence(line) and found.others > 2 and line.key[: found.end].rstrip().endswith(_WHEN):
        return False  # «Бұл бекет 2019 жылғы 9 маусымда жаңартылды.»
    if line.key.rstrip().endswith(":") or (says_sentence(line) and found.others > 12):
        return False
    owning = line.key[found.end : found.end + 1].isalpha() or line.key[: found.end].endswith(_OWNING)
    if found.others and owning:
        return False  # «5 мамырдағы келісім», «5 мамырдан басталды»
    if _sent_by(line):
        return found.others <= SENDER_NEIGHBOURS
    if _has_its_own_part(line):
        return True
    whole = _YEAR.search(line.key, found.start, found.end)
    reach = DATE_NEIGHBOURS if whole else min(DATE_NEIGHBOURS, max(12, 2 * (found.end - found.start)))
    return found.others <= reach and not headline_after(line)


def row_of_facts(line: Line) -> bool:
    """«| Тәуелсіздігі | 16 желтоқсан 1991 / 27 қазан 1991 |»: a row of an encyclopedia's box that opens with a bar and
    tells a day of what its first cell names, not of the text; «5. ↑ «Дәліз», 17 наурыз 2023, 9-бет»: its source."""
    if "↑" in line.text or "isbn" in line.key:
        return True
    if not line.text.lstrip().startswith("|") or line.text.count("|") < len("||"):
        return False
    label = line.key.strip(" |").split("|")[0]
    own = (*words.PUBLISHED, *words.CHANGED, "күні", "дата", "date")
    return not any(word in label for word in own) and not any(sign.isdigit() for sign in label)


def _is_stamp(line: Line) -> bool:
    """«Дала арна, [19.11.2025 08:12]», «jolshy_07 (19.11.2025 21:47:10) жазды:»: a day with its clock in brackets."""
    found = _STAMPED.search(line.key) if len(line.span) < PARTED else None
    return bool(found and CLOCK.search(found[0])) and not headline_after(line)


def is_dated_edge(line: Line) -> bool:
    """«17 қаңтар 2025 жыл, министрліктің архивінен», «Пікір. 29.05.2024. Экономист Жәния Тоқтар»: right under the title
    a line in which a whole day is a part of its own, and that says no sentence beside it."""
    found = line.date
    if found is None or found.stretch or says_sentence(line) or tells_of_another(line) or row_of_facts(line):
        return False
    if line.word_count > EDGE_WORDS or len(line.span) > SHORT:
        return False
    day = line.key[found.start : found.end]
    if not _YEAR.search(day) or day.endswith(ATTRIBUTIVE):
        return False
    before, after = line.key[: found.start].rstrip(" «["), line.key[found.end :].lstrip(" »]")
    apart = (not before or before.endswith(_PARTING)) and (not after or after.startswith(_PARTING))
    alone = not (before.strip(_AROUND) and after.strip(_AROUND))
    if not (apart or alone):
        return False
    rests = [rest for rest in (before.strip(_AROUND), after.strip(_AROUND)) if rest]
    return not any(_tells(rest) for rest in rests)


def _tells(rest: str) -> bool:
    """Whether the words beside a day end as what happened then does; «… газеті», «тілшіміз хабарлайды» do not."""
    sent = (*words.SENDERS, *words.REPORTS)
    return rest.endswith((*words.VERB_ENDINGS, *ATTRIBUTIVE)) and not rest.endswith(sent)


def says_sentence(line: Line) -> bool:
    """Whether a line ends as a sentence does; the stop of «2025 ж.» is none."""
    return line.ends_sentence and not _SHORTENED.search(line.key)


def tells_of_another(line: Line) -> bool:
    """«Туған күні: 12.03.1969», «Тіркелу 15.12.2025 аяқталады», «Фото: архив, 05.06.2020»: a day not the text's own."""
    found = line.date
    if found is None:
        return False
    beside = f" {line.key[: found.start]} {line.key[found.end :]}"
    if _VISITED.search(line.key, 0, found.start) or _is_credit(line.key):
        return True
    if any(word in beside for word in words.OTHER_DAYS):
        return True
    last = _WORDS.findall(LABEL.sub(" ", TO_READ.sub(" ", beside)))[-1:]
    coming = bool(last) and len(last[0]) > 5 and last[0].endswith(COMING) and not last[0].endswith(words.REPORTS)
    return coming and not _of_the_page(line.key)


def _is_credit(key: str) -> bool:
    """«Фото: архив, 05.06.2020», «Сурет мұрағаттан, 2014 жылғы 20 тамыз»; not «Инфографика мәтіні, 07.05.2024»."""
    entry = starts(key, words.CREDITS)
    after = key[key.index(entry) + len(entry) :].lstrip() if entry else ""
    return bool(entry) and (after[:1] in set(":：/©—–-(") or entry.startswith(words.PICTURES))


def _of_the_page(key: str) -> bool:
    return any(word in key for word in (*words.POSTED, *words.MASTHEADS))


def _has_its_own_part(line: Line) -> bool:
    """«Облыстық газет ★ 19 қараша 2025 ★ № 131», «14 ақп. · Барлығына көрінеді»: the date is a part between bars.

    The other parts are short, or speak of the paper; one longer part after the date is another story's headline.
    """
    parts = _parts(line)
    if len(parts) < 2 or len(line.span) > PARTED:
        return False
    dated = [at for at, part in enumerate(parts) if (found := date_in(part)) and not found.others]
    if not dated:
        return False
    others = [part for at, part in enumerate(parts) if at not in dated]
    if any(_is_headline(part) for part in others):
        return False
    first, longest = dated[0] == 0, max((_length(part) for part in others), default=0)
    return not (first and len(parts) == 2 and longest > 2 and not _of_the_page(line.key))


def _parts(line: Line) -> list[str]:
    return [bare for part in SEGMENTS.split(line.key) if (bare := part.strip(_AROUND))]


def _is_headline(part: str) -> bool:
    if any(word in part for word in (*words.MASTHEADS, *words.POSTED, *words.SENDERS, *words.COUNTERS)):
        return False
    said = _WORDS.findall(LABEL.sub(" ", part))
    return len(said) > PART_WORDS or (len(said) > 1 and said[-1].endswith(words.VERB_ENDINGS))


def _length(part: str) -> int:
    known = any(word in part for word in (*words.MASTHEADS, *words.SENDERS, *words.COUNTERS))
    return 0 if known else len(_WORDS.findall(LABEL.sub(" ", part)))


def _sent_by(line: Line) -> bool:
    """«Ош. 18 қыркүйек, 17:52. «Дала хабары» агенттігі», «Көлік министрлігінің баспасөз қызметі, 18.09.2025»."""
    found = line.date
    if found is None or says_sentence(line):
        return False
    before, after = line.key[: found.start].strip(_AROUND), line.key[found.end :].strip(_AROUND)
    return (after or before).endswith(words.SENDERS)


def headline_after(line: Line) -> bool:
    """«5 желтоқсан · Балабақша ашылды»: another story's date and headline."""
    found = line.date
    rest = TO_READ.sub(" ", line.key[found.end :]) if found else ""
    if _sent_by(line):
        return False
    said = _WORDS.findall(LABEL.sub(" ", rest))
    return len(said) >= 3 or (len(said) == 2 and said[1].endswith(words.VERB_ENDINGS))


def opens_with_its_day(line: Line) -> bool:
    """«[19.11.2025 14:05] Көпір ашылды», «19 қараша 2025, сәрсенбі. Палатадан репортаж»: a headline after its own day.

    The day stands in brackets, with a clock or weekday, or before a bar; a stop is enough where a sender stands first.
    """
    found = line.date
    if found is None or found.stretch or not _YEAR.search(line.key, found.start, found.end):
        return False
    before, day, after = line.key[: found.start], line.key[found.start : found.end], line.key[found.end :]
    named = len(_WORDS.findall(before)) <= 2 and before.rstrip().endswith((".", "/", "|", "·", "•", ":"))
    if before.strip(" [(") and not named:
        return False
    beside = CLOCK.search(day) or any(name in day for name in words.WEEKDAYS)
    closed = bool(re.match(r"\s*[\])|·•]", after))
    return bool(closed or (beside and re.match(r"\s*[.:,—–-]", after)) or (named and re.match(r"\s*\.", after)))
