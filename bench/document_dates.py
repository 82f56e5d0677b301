"""How often a document's year is found where its date line does not tell it, over articles whose date is known.

    python bench/document_dates.py [--wrong]

Over the labelled articles of tests/articles and, where it lies beside the repository, ../shared/corpus/dev: (1) as they
stand; (2) with the year taken out of their date lines («19 қараша 2025, 14:05» → «19 қараша»); (3) without their date
lines. Counts found, wrong and null for each; in (3) only the year is asked for. --wrong prints the wrong ones. The last
table is that of tests/language/hidden_years.tsv, texts written for this.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qatynas.language.kk.calendar import MONTHS, WEEKDAYS
from qatynas.language.reading import read_language
from qatynas.model import Script
from qatynas.model.document import DateSource, Document
from qatynas.model.extraction import Dating
from qatynas.read import read_bytes
from qatynas.script import convert

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
HIDDEN = ROOT / "tests" / "language" / "hidden_years.tsv"


@dataclass(frozen=True)
class Article:
    name: str
    text: str
    published: str


def articles() -> Iterator[tuple[str, Article]]:
    """Sets and their articles whose whole day is known."""
    for name in ("tuned", "heldout"):
        folder = ROOT / "tests" / "articles" / name
        for path in sorted(folder.glob("*.jsonl")):
            rows = path.read_text(encoding="utf-8").splitlines()
            published = json.loads(rows[0]).get("published") if rows else None
            if published:
                yield name, Article(path.stem, path.with_suffix(".txt").read_text(encoding="utf-8"), published)
    for path in sorted((SHARED / "gold" / "dev").glob("*.meta.json")):
        published = json.loads(path.read_text(encoding="utf-8"))["published"]
        text = SHARED / "corpus" / "dev" / (path.name.partition(".")[0] + ".txt")
        if published:
            yield "dev", Article(text.stem, text.read_text(encoding="utf-8"), published)


def read(text: str) -> Document:
    return read_bytes(text.encode(), "article.txt")


def dated(document: Document) -> Dating:
    return read_language(document).dating


def without_year(article: Article, whole: bool) -> str:
    """The article's text with its date lines' years taken out, or the whole of their words."""
    document = read(article.text)
    text = document.text
    spans = [c.span for c in document.dates if c.span and c.source in (DateSource.LINE, DateSource.HEADER)]
    for span in sorted(set(spans), key=lambda one: -one.start):
        end = text.find("\n", span.end)
        if text[: span.start].strip() == "" or "date" in text[max(0, span.start - 8) : span.start]:
            span = type(span)(0, span.end)  # a header's field goes with its name
        rest = text[span.end : end if end >= 0 else len(text)]
        text = (
            text[: span.start]
            + ("" if whole else day_of(article, document))
            + "\n" * (span.start == 0)
            + rest
            + (text[end:] if end >= 0 else "")
        )
    return text


def day_of(article: Article, document: Document) -> str:
    """«19 қараша», in the article's script; no day where the article tells a month only."""
    parts = article.published.split("-")
    words = f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]}" if len(parts) == 3 else ""
    return words if document.script is Script.CYRL else convert(words, document.script, Script.CYRL)


def verdict(found: str | None, wanted: str) -> str:
    return "found" if found == wanted else "wrong" if found else "null"


def main(show: bool) -> None:
    tables: dict[tuple[str, str], Counter[str]] = {}
    for name, article in articles():
        forms = [("as it stands", article.text, article.published)]
        if len(article.published) == len("2025-08-21"):
            forms.append(("no year", without_year(article, False), article.published))
        forms.append(("no date line", without_year(article, True), article.published[:4]))
        for form, text, wanted in forms:
            dating = dated(read(text))
            found = dating.edtf[: len(wanted)] if dating.edtf else None
            told = verdict(found, wanted)
            tables.setdefault((name, form), Counter())[told] += 1
            if show and told == "wrong":
                print(article.name, form, wanted, found, dating.reason[:200], sep="\t")
    print(f"{'set':8} {'form':14} {'found':>6} {'wrong':>6} {'null':>6}")
    for (name, form), count in sorted(tables.items()):
        print(f"{name:8} {form:14} {count['found']:6} {count['wrong']:6} {count['null']:6}")
    for script in Script:
        count = Counter(
            verdict(found, wanted) if wanted != "-" else "null as asked" if not found else "wrong"
            for wanted, found in hidden(script)
        )
        print(f"hidden_years.tsv in {script.value}: {dict(count)}")


def hidden(script: Script) -> Iterator[tuple[str, str | None]]:
    """What is wanted of every text of hidden_years.tsv, and what is found."""
    for row in HIDDEN.read_text(encoding="utf-8").splitlines():
        if row.startswith("#") or not row:
            continue
        wanted, line, text = row.split("\t")
        if "{w}" in line:
            line = line.format(w=WEEKDAYS[date.fromisoformat(wanted).weekday()])
        page = "\n\n".join(["Шекарадағы істің жайы", *([line] if line != "-" else []), text.replace("¶", "\n\n")])
        found = dated(read(page if script is Script.CYRL else convert(page, script, Script.CYRL))).edtf
        yield wanted, found


if __name__ == "__main__":
    main("--wrong" in sys.argv[1:])
