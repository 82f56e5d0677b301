"""Words around a document's own date, and words that tell its year."""

from __future__ import annotations

import re

# months in tags and headers of other languages
FOREIGN_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan", "января", "янв"), ("february", "feb", "февраля", "фев"), ("march", "mar", "марта",
            "мар"),
            ("april", "apr", "апреля", "апр"), ("may", "мая", "май"), ("june", "jun", "июня", "июн"),
            ("july", "jul", "июля", "июл"), ("august", "aug", "августа", "авг"), ("september", "sep", "сентября",
            "сен", "sept"),
            ("october", "oct", "октября", "окт"), ("november", "nov", "ноября", "ноя"), ("december", "dec",
            "декабря", "дек"),
        ),
        1,
    )
    for name in names
}  # fmt: skip

# months cut short, as date lines print them
SHORT_MONTHS = {
    "қаң": 1, "ақп": 2, "нау": 3, "сәу": 4, "мам": 5, "мау": 6, "шіл": 7, "там": 8, "қыр": 9, "қаз": 10, "қар": 11,
    "жел": 12,
}  # fmt: skip

# a day that is not the document's own: a notice of rights, a copy's making
NOT_ITS_OWN = (
    "©",
    "(c)",
    "copyright",
    "барлық құқық",
    "құқықтары",
    "crawl",
    "fetched",
    "retrieved",
    "saved",
    "сақталған",
    "жүктелген",
    "scraped",
    "archived",
    "accessed",
    "visited",
    "all rights",
    "авторлық құқық",
    "көшіріп басқан",
    "көшірмесі алынған",
    "кірген",
    "қаралған күні",
    "куәлік",
    "лицензия",
    "есепке қою",
    "тіркеу нөмірі",
)
# beside a day: that of a change, that of publication
CHANGED = re.compile(r"жаңартыл|жаңарған|өзгертіл|түзетіл|updated|modified|edited|обновлен|изменен")
PUBLISHED = re.compile(r"жарияла|шыққан|басылған|қосылған|published|posted|опубликован")
DOUBTFUL = ("inferred", "болжам", "шамамен", "circa", "approx")

THIS_YEAR = ("биыл",)
LAST_YEAR = ("былтыр",)
# beginnings of words that tell of a plan, and endings of verbs that do
FUTURE = ("көздел", "жоспарла", "тиіс", "күтіл", "болжа", "межел", "арнал", "міндетте", "уәде")
FUTURE_ENDINGS = ("мақ", "мек", "бақ", "бек", "пақ", "пек", "мақшы", "мекші")
AGES = ("жыл", "жылдық", "жас")
BETWEEN = "арада"
SAME = "сол"

# signs of a site's own line of the day: rates and weather
OF_THE_DAY = ("$", "€", "₽", "°C", "°С", "° C")
# after a day that opens a text: the day is what is told of
OF_THAT_DAY = re.compile(r"[\s.:;|/—–-]*(?:бұл|осы|сол|дәл осы|ол)\s+күн", re.IGNORECASE)
# the end of a document that names the day on which it was drawn up
DRAWN_UP = re.compile(r"(?:данада|тілдерінде|тілінде)\s+жасалды|данада\s+(?:қол қойылды|түзілді)", re.IGNORECASE)
# under a text, with a whole day that is in no case: whence it is, what a picture made for it shows
SOURCE_OR_SCENE = re.compile(
    r"(?!.*(?:архив|мұрағат|дағы|дегі|тағы|тегі))\W*(?:дереккөз|ақпарат көзі|суретте(?!р))\b", re.IGNORECASE | re.DOTALL
)
