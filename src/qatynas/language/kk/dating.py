"""Words around a document's own date, and words that tell its year."""

from __future__ import annotations

import re

from qatynas.language.kk.calendar import MONTHS, WEEKDAYS

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
FUTURE = (
    "көзде", "жоспарла", "күтіл", "болжа", "меже", "мерзім", "арнал", "міндет", "уәде", "мақсат",
)  # fmt: skip
FUTURE_ENDINGS = ("мақ", "мек", "бақ", "бек", "пақ", "пек", "мақшы", "мекші")
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

# --- what tells the year of a text that does not state it (language/dating_evidence.py)
YEAR_WORDS = {"былтыр": -1, "биыл": 0}  # beginnings of words that are a year
PLAIN = frozenset(("өткен", "осы", "үстіміздегі", "ағымдағы", "келер", "келесі", "алдағы"))  # before «жыл» or a year
CURRENT = frozenset(("үстіміздегі", "ағымдағы"))
NAMELY = frozenset(("яғни", "дәлірек", "айтқанда", "атап"))
COMPARED = ("салыстыр", "қарағанда", "шаққанда")
SAME_PART = re.compile(r"\S+ (?:дәл )?(?:осы|тиісті|сәйкес|сол|дәл сол) (?:кезең|мезгіл|уақыт|мерзім|ай|шақ)")
YEARS = ("жыл", "жылдық")
AGED = ("жас",)
AGO = "бұрын"
PASSED = ("тол", "өтті", "өткен", "өтіп", "болды", "болыпты", "өтіпті")
SINCE_WORDS = ("бері", "содан", "ғанына", "құрылғанына", "орнағанына", "ашылғанына", "қойылғанына", "болғанына",
    "басталғанына", "көшкенімізге", "алғанына", "алғалы", "келгелі", "келгеніне", "бергеніне", "кіргеніне", "жүргеніне",
    "енгеніне", "құрылғалы", "ашылғалы", "орнағалы")  # fmt: skip
JUBILEE = ("жылдығы", "жылдық", "жылдығ")
KEPT = ("атап", "мерейтой", "қарсаң", "құрмет", "орай", "тойла", "арналған")
BEGUN = ("алғалы", "алғаннан", "бері", "бергі", "ішінде", "жылдығы", "алғанына", "орнатқанына", "орнағанына",
    "орнатылғанына", "жарияланғанына", "жариялағанына", "тәуелсіздігіне", "тәуелсіздікке", "егемендігіне", "қатынасына",
    "қатынасқа", "қатынастарға", "қатынастарына", "орнатқалы", "орнағалы", "туғанына", "құрылғанына", "құрылғалы",
    "енгеніне", "енгізілгеніне", "қол қойылғанына", "қойылғанына", "аяқталғанына")  # fmt: skip
TODAY = "бүгін"  # «бүгін … шартына 26 жыл»
BORN = ("туған", "туылған", "дүниеге")
QUARTER = "ширек"
MEASURED = (
    "пайыз", "%", "миллион", "миллиард", "млн", "млрд", "доллар", "теңге", "тонна", "мың", "есе", "киловатт", "текше",
    "қорытынды", "$", "сом", "көрсеткіш", "айналым", "экспорт", "импорт", "тасымал", "құйылған", "инвестиция",
)  # fmt: skip
SIGNED = ("қол", "құрыл", "тіркел", "ашыл", "шарт", "келісім", "ратификация")
A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# between marks, in no case: «… апталығы, 2025 жыл», «№ 35. 2025 ж.»; not «© 2025», «2025 жылдан», «2019 жылғы»
YEAR_BY_ITSELF = re.compile(
    r"(?:^|[.,|·•★●:()/]|\s[–—-]|\s{2})\s*((?:19|20)\d\d)\s*-?\s*(?:жыл|ж\b\.?)\s*(?=$|[.,|·•★●:()/]|\s[–—-]|\s{2})",
    re.IGNORECASE,
)
SINCE_THEN = re.compile(
    r"\s*-?\s*жылдан|\s*-?\s*ж\.\s*бері|\s*бастап|\s*-?\s*дан\b|\s*-?\s*ден\b"
)  # «© 2012 жылдан»: no last year
RIGHTS = re.compile(r"©|\(c\)|copyright|құқық", re.IGNORECASE)
PAST = "өткен"
OTHER_WAY = ("керісінше", "қарсы", "кері")  # «керісінше бағытта былтыр …»: of the same year, the other way
BY_SO_MUCH = ("пайызға", "процентке", "%-ға", "%-ке", "есеге", "есе")  # «былтыр оның көлемі 12 пайызға артты»
NEXT_YEAR = ("келесі", "келер")
SCHOOL = ("оқу", "маркетинг")
PROGRAMMES = (
    "оқу",
    "маркетинг",
    "бағдарлама",
    "жоспар",
    "стратегия",
    "тұжырымдама",
    "жол картас",
    "төрағалы",
    "қабылдан",
    "бекітіл",
    "қол қой",
)
# forms that tell of what is to come whatever the sentence's last verb says: «өткізуге уағдаласты», «енгізілетініне»
AIMS = ("уге", "уға", "юге", "юға")
AGREED = ("уағдалас", "келіс", "шешім", "уәде", "шақыр", "ниет", "міндет", "ұсын", "тапсыр", "дайын")
TO_COME = re.compile(r"^(?!болатын)\w{3,}(?:ет|ат|йт)[ыі]н|\w{2,}(?:[мбп]ақ|[мбп]ек)(?:ш[ыі])?$")
WAS = "еді"
MUST = frozenset(("тиіс", "керек", "қажет"))
OVER = ("ған", "ген", "қан", "кен")
READ_AS_PAST = frozenset(("құрады",))  # the same form is the present of another verb
SUMMED = ("қорытынды",)
# weekdays of days told: «16 мамыр, сейсенбі», «сәрсенбі күні, 3 қыркүйек», «бүгін, бейсенбі күні»
_ANY_MONTH, _ANY_WEEKDAY = "|".join(MONTHS), "|".join(WEEKDAYS)
WEEKDAY_OF_A_DAY = re.compile(
    rf"(?P<day>\d{{1,2}}) ?-? ?(?P<month>{_ANY_MONTH})[^\W\d_]* ?[,(–—-]? ?(?P<weekday>{_ANY_WEEKDAY})\b"
    rf"|\b(?P<named>{_ANY_WEEKDAY})(?: күні)? ?[,(–—-]? ?(?P<on>\d{{1,2}}) ?-? ?(?P<of>{_ANY_MONTH})"
)
WEEKDAY_OF_TODAY = re.compile(rf"\b(?P<when>бүгін|кеше)[^\W\d_]* ?[,(–—-]? ?(?P<weekday>{_ANY_WEEKDAY})\b")
PART = re.compile(r"(?:айда|тоқсанда|жартыжылдықта|айдағы|жартыжылдықтағы|тоқсандағы)$")
PARTS = {"тоқс": 3, "жарт": 6}  # first letters of a part of a year, and its months
BEGINNING = ("басталғалы", "басталғаннан", "кіргелі", "туғалы")  # «2024 жыл басталғалы»
ENDING = ("аяқталып", "аяқталуға", "бітіп", "бітуге", "соңына", "қорытындылан")
NAMED_YEAR = frozenset(("жылы", "жылын", "жылына", "жылында", "жылының", "жылымен"))  # «… сақтау жылы»
WITHIN = (
    "аясында",
    "шеңберінде",
    "деп жариялан",
    "болып жариялан",
    "жарияла",
)  # a year with a name, which is the text's own
FORMER = frozenset(("бұрынғы", "экс", "сол", "кездегі"))

# --- counts and beginnings apart (language/dating_jubilees.py)
EARLIEST = 1991  # the states whose relations the texts tell of became independent then
NOWADAYS = frozenset(("бүгін", "кеше", "ертең", "қазір"))
NOWADAYS_BY_NAME = frozenset(("бүгін", "кеше", "ертең"))
BESIDE_A_DAY = frozenset(("яғни", "атап", "айтқанда", "күні", "таңертең", "таңда", "түнде", "кешке", "түсте", "ғана"))
IS_LEFT = ("қалды", "қалып", "бар")  # «үш күн қалды», «екі күн ғана қалып отыр», «бес күн бар»
OPENED = ("ашылды", "басталды", "ашылу", "бастау алды", "шымылдығ", "старт", "тұтан")
CLOSED = ("жабылды", "аяқталды", "мәресіне", "тәмамдалды", "түйінделді")
FIRST = ("бірінші", "алғашқы")
# right before a day in brackets: that of an act or of what happened, and of no report («шарт (Алматы, 8.04.1997)»)
ACT_BEFORE = re.compile(
    r"(?:шарт|келісім|хаттама|меморандум|декларация|мәлімдеме|конвенция|жарлық|жарлығ|заң|қаулы|кодекс|жарғы|коммюнике|"
    r"бағдарлама|саммит|форум|кездесу|сапар|отырыс|мәжіліс|құрылтай|конференция|шайқас|соғыс|оқиға|көтеріліс|"
    r"туған|қайтыс|құрыл|ашыл|қол қой)[^\W\d_]*[»\"”]?\s*$",
    re.IGNORECASE,
)
MOURNED = ("көңіл", "қазанама", "азанама", "қаралы", "некролог")  # in words on somebody's death
DIED = ("дүние сал", "қайтыс бол", "өмірден оз", "өмірден өт", "көз жұм", "бақилық бол", "дүниеден өт", "дүниеден оз")
FIXED_FEASTS = {  # two words, and their month and day
    ("жеңіс", "күні"): (5, 9), ("жеңіс", "мереке"): (5, 9), ("республика", "күні"): (10, 25),
    ("әйелдер", "күні"): (3, 8), ("астана", "күні"): (7, 6), ("елорда", "күні"): (7, 6),
    ("бірлігі", "мереке"): (5, 1), ("бірлігі", "күні"): (5, 1),
}  # fmt: skip
FILLED = ("тол", "өтіпті", "болыпты", "жетті", "жетіпті", "болды")
SINCE_ENDINGS = ("ғанына", "геніне", "қанына", "кеніне", "ғалы", "гелі", "қалы", "келі")
THROUGHOUT = ("бойы", "бұрын", "сайын")
EXACTLY = frozenset(("дәл", "тура", "тұп-тура", "табаны"))
CENTURIES = {"жарты": 50, "бір": 100, "екі": 200, "үш": 300}
BEGINS = (
    "құрыл", "ашыл", "қол қой", "қойыл", "туған", "туылған", "дүниеге", "шыққан", "шықты", "басталған", "басталды",
    "орнат", "орна", "қабылдан", "негіз", "енгізіл", "айналым", "көтеріліс", "іргес", "бекітіл", "жасалған", "жасалды",
    "тіркел", "көш", "қосыл", "кірді", "мүше", "шарт", "хаттама",
)  # fmt: skip
THAT = frozenset(("осы", "бүгінгі", "сол", "нақ"))
A_CENTURY_YEAR = re.compile(r"(?:18|19|20)\d\d")
BARE_YEAR_NEXT = frozenset(("деп", "деген", "дегенді", "цифры", "саны", "деп-ақ"))
EACH_YEAR = ("жылда", "жылма-жыл", "дәстүрлі", "үзілген", "үзіліссіз", "үзілмей")
STARTED = ("бастал", "бастау", "алғаш", "тұңғыш", "ұйымдастырылған", "бірінші")
THE_PRESENT_ONE = ("бүгінгі", "биыл", "осымен", "кешегі", "жолғы")
NINETY = {"тоқсанда": 90}  # a quarter of a year too: an age only alone at the end of a sentence

# --- events of the world (language/dating_events.py)
THEN = ("кезінде", "кезіндегі", "тұсында", "тұсындағы", "бұрынғы", "аталған", "деп атал")
JUST_NOW = (
    "кеше", "бүгін", "ертең", "ашыл", "жабыл", "аяқталды", "тұтан", "басталды", "бастал", "жерлен", "қаза", "көз жұм",
    "қайтыс", "осы апта", "биыл", "алдыңғы күні", "шымылдығ", "өтіп жатыр", "түні", "таңнан",
)  # fmt: skip
FEASTS = {  # words, and the month and day of the Muslim year
    "ораза айт": (("ораза", "айт"), (10, 1)),
    "құрбан айт": (("құрбан", "айт"), (12, 10)),
}
ANIMALS = (
    "тышқан", "сиыр", "барыс", "қоян", "ұлу", "жылан", "жылқы", "қой", "мешін", "тауық", "ит", "доңыз",
)  # fmt: skip
ARRIVES = ("кел", "кір", "бастал", "туды", "тағы", "құтты", "болсын", "қарсы")

# --- turns of time (language/dating_turns.py)
THE_SAME = frozenset(("осы", "сол", "бұл", "аталған"))
RUNS_OUT = frozenset(("бітуге", "аяқталуға", "аяқталуына", "бітуіне", "соңына", "аяғына", "тәмамдалуына", "бітуіне"))
COMMON = frozenset(("қазақ", "қырғы", "жылды", "облыс", "қатын", "болды", "арасы", "екінш", "үшін", "басқа", "келге"))
LICENCE = re.compile(r"\W*(?:[^\W\d_]+\s+)?(?:тіркеу|тіркелген|куәлі[кг]|лицензия|рұқсат қағаз|туған күн)[^\W\d_]*\b")
# words before a day at a text's foot that say whose day it is, and it is not the text's
NO_PLACE = re.compile(
    r"туған|қайтыс|тіркел|келесі|фото|сурет|архив|мұрағат|лицензия|мерзім|дейін|бастап|берілген|кірді"
    r"|тіркеу|куәл|басып|басылған|нөмір|хат\b|бюллетен|шығарыл"
)
