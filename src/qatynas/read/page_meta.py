"""What a page says of itself: title, author, address and date in meta tags, JSON-LD and <time>."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from qatynas.model.document import DateCandidate, DateSource
from qatynas.read.page_words import ADDRESS_NAMES, ARTICLE_TYPES, AUTHOR_NAMES, DATE_NAMES, TITLE_NAMES

LARGEST_JSON = 500_000  # characters of a JSON-LD script that are read
DEPTH = 6
_SITE = re.compile(r"\s+(?:\||::|»|•|—|–|-)\s+")
_DATE = re.compile(r"\d{4}|\d{1,2}[./]\d{1,2}")


@dataclass(slots=True)
class Meta:
    """What has been gathered so far; the first value of the best source wins."""

    values: dict[str, str] = field(default_factory=dict)
    times: list[str] = field(default_factory=list)
    title_tag: str = ""
    articles: list[dict[str, Any]] = field(default_factory=list)
    language: str = ""

    def tag(self, name: str, attributes: dict[str, str]) -> None:
        """A tag of the page that may state something: meta, link, html."""
        if name == "meta":
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            content = " ".join(attributes.get("content", "").split())
            if key and content:
                self.values.setdefault(key.lower(), content)
        elif name == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self.values.setdefault("canonical", attributes.get("href", "").strip())
        elif name == "html":
            self.language = self.language or attributes.get("lang", attributes.get("xml:lang", "")).lower()

    def json_ld(self, words: str) -> None:
        """A JSON-LD script; broken ones are passed over."""
        try:
            found = json.loads(words[:LARGEST_JSON], strict=False)
        except (ValueError, RecursionError):
            return
        self.articles += [item for item in _objects(found, DEPTH) if _is_article(item)]

    def title(self) -> str | None:
        """og:title before a JSON-LD headline before the title tag without the site's name."""
        stated = next((self.values[name] for name in TITLE_NAMES if self.values.get(name)), "")
        headline = next((item["headline"] for item in self.articles if isinstance(item.get("headline"), str)), "")
        tag = " ".join(self.title_tag.split())
        found = without_site(" ".join((stated or html.unescape(headline) or tag).split()))
        return found or None

    def author(self) -> str | None:
        """The author's name, where one is stated that is no address."""
        for item in self.articles:
            name = _name(item.get("author"))
            if name:
                return name
        stated = (self.values.get(name, "") for name in AUTHOR_NAMES)
        return next((value for value in stated if value and not value.startswith("http")), None)

    def address(self) -> str | None:
        """The page's own address: canonical link, og:url, JSON-LD."""
        stated = [self.values.get("canonical", ""), *(self.values.get(name, "") for name in ADDRESS_NAMES)]
        stated += [item["url"] for item in self.articles if isinstance(item.get("url"), str)]
        return next((value for value in stated if value.startswith(("http://", "https://"))), None)

    def dates(self) -> list[DateCandidate]:
        """Dates that tags state, most explicit first, each once; a change's date is none."""
        stated = [self.values[name] for name in DATE_NAMES if self.values.get(name)]
        stated += [item["datePublished"] for item in self.articles if isinstance(item.get("datePublished"), str)]
        stated += self.times
        return [DateCandidate(DateSource.META, words) for words in dict.fromkeys(stated) if _DATE.search(words)]


def without_site(title: str) -> str:
    """A page title without the site's name after a bar or dash, where a headline of three words or more remains."""
    seams = list(_SITE.finditer(title))
    if not seams or len(title[seams[-1].end() :].split()) > 3:
        return title
    headline = title[: seams[-1].start()]
    return headline if len(headline.split()) >= 3 else title


def _objects(found: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth < 0:
        return
    if isinstance(found, list):
        for item in found:
            yield from _objects(item, depth - 1)
    elif isinstance(found, dict):
        yield found
        yield from _objects(found.get("@graph"), depth - 1)
        yield from _objects(found.get("mainEntity"), depth - 1)


def _is_article(item: dict[str, Any]) -> bool:
    types = item.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.lower() in ARTICLE_TYPES for name in named)


def _name(author: Any) -> str:
    if isinstance(author, list):
        return next((name for item in author if (name := _name(item))), "")
    if isinstance(author, dict):
        return _name(author.get("name"))
    return " ".join(author.split()) if isinstance(author, str) and not author.startswith("http") else ""
