"""What stands beside an article is no part of it; what is part of it is never lost."""

from __future__ import annotations

import pytest
from read.seeing import FIRST, SECOND, TITLE, after, around, kinds, of_kind, read

from qatynas.model.document import BlockKind
from qatynas.script import Script

FURNITURE = {
    "counters": [
        "Көрілім: 1204",
        "Қаралды 532 рет",
        "12 пікір",
        "340 ұнату · 12 пікір · 5 рет бөлісілді",
        "👁 1 204   💬 7",
        "Оқылды: 87 | Бөлісу",
        "Қаралым саны: 9 315",
        "2,5 мың жазылушы",
        "Пікірлер: 0",
        "Көрілген: 77",
        "125 рет",
        "көрсетілді",
    ],
    "buttons": [
        "Бөлісу",
        "Бөлісу: VK Telegram Facebook X",
        "Басып шығару",
        "Таңдаулыға қосу Бөлісу Басып шығару",
        "ҚАЗ РУС ENG",
        "Facebook | Instagram | YouTube",
        "Жауап беру   Шағымдану",
        "Тыңдау   Басып шығару   Бөлісу",
        "Кіру   Тіркелу",
        "Telegram WhatsApp",
    ],
    "menus": [
        "Басты бет | Қоғам | Тарих | Спорт",
        "Саясат  •  Қоғам  •  Мәдениет  •  Әлем",
        "Басты бет › Экономика › Сауда",
        "Жаңалықтар / Экономика / Көлік",
        "Қоғам | Білім | Денсаулық",
        "Форум › Саясат › 12-бет",
    ],
    "rates": ["USD 512,40 EUR 560,10 RUB 5,90", "USD 512 ▲  EUR 560 ▼  Алматы: +12 °C"],
    "contacts": [
        "Баспасөз қызметінің телефоны: +7 (7212) 11-22-33",
        "Тел.: 8 (727) 222-33-44",
        "Байланыс орталығы: 1414",
        "Анықтама телефоны: 8 727 111 22 33",
        "info@press.example",
        "https://press.example/news/12",
        "WhatsApp: +7 701 111 22 33",
        "Редакция: +7 (727) 111-22-33",
        "press.example.kz",
        "Сенім телефоны: 111",
    ],
    "credits": [
        "Фото: ашық дереккөз",
        "Сурет: pixabay.com",
        "Суретті түсірген автор.",
        "Фото: © Баспасөз қызметі",
        "Видео: Арман Сейітов",
        "Коллаж: редакция",
        "Дереккөз: министрлік",
        "Фото авторы Арман Сейітов",
        "Инфографика: редакция",
        "Сурет – Арман Сейітовтікі",
        "Фотосуреттер: А. Сейітов",
        "Суреттерді түсірген: Арман Сейітов",
    ],
    "tags": [
        "#су #келісім #Талас",
        "Тегтер: су, келісім, шекара",
        "Тег: сауда",
        "Кілт сөздер: су, өзен",
        "#екі_ел",
    ],
    "see also": [
        "Оқи отырыңыз: Көкөніс бағасы 12 пайызға өсті",
        "ТАҒЫ ОҚЫҢЫЗ: Астанада 300 автобус сатып алынды",
        "Сондай-ақ оқыңыз: 5 миллиард теңге бөлінді",
        "Осы тақырыпта: Кеден рәсімі жеңілдейді",
        "Бұл да қызық: Әлемдегі ең ұзын көпір",
        "Тақырып бойынша: Шекарада 400 көлік тұр",
        "Сондай-ақ қараңыз: Шахмат турнирі аяқталды",
        "Толығырақ оқыңыз: Бюджет бекітілді",
    ],
    "copyright": [
        "© 2009–2025. Барлық құқықтары қорғалған.",
        "Материалдарды көшіруге тыйым салынады",
        "Сайт материалдарын пайдаланған жағдайда сілтеме жасау міндетті",
        "© Press Media, 2024",
        "(c) 2024 Press Media",
    ],
    "imprint": ["Таралымы – 5200 дана. Тапсырыс № 12.", "Тираж 3000 дана", "Офсеттік басылым. Тапсырыс № 7"],
    "moments": ["2 сағат бұрын", "Кеше, 21:47", "Бүгін 10:05", "15 минут бұрын"],
    "reading time": ["4 минуттық оқу", "Талдау · 7 минуттық оқу", "Оқу уақыты: 3 мин"],
    "signs": ["* * *", "———", "🔥🔥🔥", "15 023"],
    "adverts": ["Жарнама", "ЖАРНАМА"],
    "invitations": [
        "Жаңалықтарды бірінші болып білгіңіз келсе, Telegram-арнамызға жазылыңыз!",
        "Қате таптыңыз ба? Белгілеп, Ctrl + Enter басыңыз",
        "Бізді Instagram желісінен бақылаңыз",
        "WhatsApp арқылы хабарласыңыз: +7 701 111 22 33",
        "Қате тапсаңыз, тінтуірмен белгілеп басыңыз.",
        "YouTube каналымызға жазылыңыз",
    ],
    "a post's head": ["#2  nick_77  |  Кеше, 22:15", "nick_77 | Бүгін, 08:02 | Хабарламалар: 15"],
}


@pytest.mark.parametrize("line", [line for lines in FURNITURE.values() for line in lines])
def test_furniture_in_the_middle_of_an_article(line: str) -> None:
    found = kinds(around(line))
    assert ("furniture", line) in found
    assert [kind for kind, _ in found].count("paragraph") == 2


@pytest.mark.parametrize("script", [Script.ARAB, Script.LATN])
@pytest.mark.parametrize(
    "line",
    ["Көрілім: 1204", "Бөлісу", "Фото: Көлік министрлігі", "Тегтер: су, келісім", "Тағы оқыңыз: Көпір ашылды", "Жарнама",
     "Байланыс орталығы: 1414", "2 сағат бұрын", "Барлық құқықтары қорғалған", "Таралымы 5200 дана"],
)  # fmt: skip
def test_furniture_in_other_scripts(line: str, script: Script) -> None:
    assert [kind for kind, _ in kinds(around(line, script))] == ["title", "paragraph", "furniture", "paragraph"]


BODY = [
    "– Мұндай келісім бұрын болған жоқ, – деді ол.",
    "Фотограф әкелген суреттерден өзеннің тартылғаны анық көрінеді.",
    "Видео көрсетілгеннен кейін екі тарап келісімге қол қойды.",
    "Жарнамаға 2 миллион доллар жұмсалды, оның жартысын қырғыз жағы төледі.",
    "Пікірлер екіге жарылды: 12 елдің өкілі қолдады, 3 ел қарсы шықты.",
    "Телефон арқылы сөйлескен министрлер 5 құжатты талқылады.",
    "Бөлісу тәртібі бойынша судың 37 пайызы төменге жіберіледі.",
    "Көрілген шығын 300 миллион теңгеге жетті.",
    "5 қазан – келіссөз күні болып белгіленді.",
    "Тіркелген кәсіпорындардың саны 1 200-ге жетті.",
    "Сауда 12 %-ға өсті.",
    "Оқиға жаңалықтарда айтылғандай болған жоқ, деді елші.",
    "Рахмет айтқан президент көршісіне 3 орден табыс етті.",
    "Ұсынылған жоба бойынша көпірге 4 миллиард теңге керек.",
    "Тираждау ісіне екі ел бірдей қаржы бөледі.",
    "Байланыс министрлігі 14 келісім жасады.",
    "Соңғы жаңалықтардың бірі – шекарадағы бекеттің ашылуы.",
    "Дереккөздердің айтуынша, сома 70 миллион доллар.",
    "Автор бұл келісімді 1998 жылғы шартпен салыстырады.",
    "1. Тараптар жыл сайын екі рет кездеседі.",
    "2) су көлемі – 360 миллион текше метр;",
    "Кеше Бішкекте екі ел министрлері сауда туралы сөйлесті.",
    "Бағасы 4 миллиард теңге болатын жоба іске қосылды.",
    "Ресми сапар ертең, сағат 10:00-де басталады.",
    "Министр 125 рет сапарға шықты.",
    "Telegram-арнаны екі ел бірлесіп жүргізеді.",
    "Тегін білім алу үшін 30 грант бөлінді.",
    "Инвестиция көлемі — 80000000000 теңге.",
    "Жол құрылысына 820000000 теңге бөлінген.",
    "Көпірге 8 200 000 000 теңге қажет.",
    "Баға көлемі осылай өссе, отынның бағасы да көтеріледі.",
    "Сайлаудан басқа барлық құқықтар беріледі.",
]


@pytest.mark.parametrize("line", BODY)
@pytest.mark.parametrize("script", [Script.CYRL, Script.ARAB])
def test_body_is_never_lost_as_furniture(line: str, script: Script) -> None:
    found = kinds(around(line, script))
    assert len(found) == 4
    assert found[2][0] in ("paragraph", "item", "heading")


@pytest.mark.parametrize("line", BODY)
def test_body_at_the_end_is_never_lost_either(line: str) -> None:
    assert kinds(after(line))[-1][0] in ("paragraph", "item")


OTHER_NEWS = {
    "date and headline in turn": [
        "06 шілде, 12:40", "Қызылордада жаңа театр салынады", "05 шілде, 10:15", "Таразда екі көпір жөнделді",
        "03 шілде, 17:30", "Көктемгі егіс 5 миллион гектарға жетті",
    ],
    "headline and date in turn": [
        "Қызылордада жаңа театр салынады", "06.07.2024, 12:40", "Таразда екі көпір жөнделді", "05.07.2024, 10:15",
        "Көктемгі егіс 5 миллион гектарға жетті", "03.07.2024, 17:30",
    ],
    "date before headline in a line": [
        "14 ақпан, 08:50  Көмір бағасы 6%-ға түсті", "13 ақпан, 19:25  Аймақта жол жабылды",
        "12 ақпан, 11:05  Ақтөбеде 200 орындық асхана бой көтерді",
    ],
    "a heading and headlines": [
        "Ұқсас жаңалықтар", "Газ импорты 40%-ға ұлғайды", "Екі көршінің басшысы сөйлесті", "Балабақша ашылды",
    ],
    "a heading and dated headlines": [
        "Ұсынылған жазбалар", "9 тамыз · Ауылға су құбыры тартылды", "2 тамыз · Көшеге 15 бағдаршам қойылды",
    ],
    "latest news": ["Соңғы жаңалықтар:", "14:30 Газ импорты 40%-ға ұлғайды", "13:05 Балабақша ашылды"],
    "tags under their label": ["Тегтер:", "Өзбекстан", "Сауда", "Шекара"],
    "a reader's word under counters": ["12 ұнату", "3 пікір", "Айгүл: Керемет жаңалық екен!"],
    "counters in several lines": ["125 рет", "көрсетілді", "5", "пікір"],
    "most read": ["Ең көп оқылған", "Доллар бағамы 520 теңгеге жетті", "Ауа райы: 12 градус аяз"],
}  # fmt: skip


@pytest.mark.parametrize("name", OTHER_NEWS)
def test_other_news_after_an_article(name: str) -> None:
    found = kinds(after(*OTHER_NEWS[name]))
    assert [kind for kind, _ in found] == ["title", "paragraph", "paragraph"] + ["furniture"] * len(OTHER_NEWS[name])


@pytest.mark.parametrize("name", [name for name in OTHER_NEWS if "in turn" in name or "in a line" in name])
def test_other_news_between_two_copies_of_an_article(name: str) -> None:
    news = OTHER_NEWS[name]
    found = kinds("\n\n".join((after(*news), FIRST, SECOND)))
    assert [line for kind, line in found if kind == "furniture"] == news
    assert [kind for kind, _ in found].count("paragraph") == 4


def test_a_chronicle_is_no_list_of_other_news() -> None:
    events = ["8 сәуір 1997 жыл", "25 желтоқсан 2003 жыл", "19 сәуір 2024 жыл"]
    text = TITLE + "\n\n" + FIRST + "\n\n" + "\n\n".join(f"{day}\n{SECOND}" for day in events)
    found = kinds(text)
    assert [kind for kind, _ in found].count("paragraph") == 4
    assert all(("furniture", day) not in found for day in events)


@pytest.mark.parametrize(
    "heading", ["Пікірлер (2)", "Пікір қалдыру", "Комментарийлер: 2", "Оқырман пікірі", "Пікір жазу"]
)
def test_readers_comments_after_an_article(heading: str) -> None:
    comment = "Дұрыс айтасыз, өткен жылы біздің ауылға да су жетпей, 300 гектар жер бос қалған еді ғой."
    found = kinds(after(heading, "Айгүл", comment, "Болат", comment))
    assert [kind for kind, _ in found[3:]] == ["furniture"] * 5


def test_posts_of_a_forum_are_its_body() -> None:
    text = f"Форум › Саясат\nТақырып: {TITLE}\nnick_1 | Кеше, 21:47 | Хабарламалар: 15\n\n{FIRST}\n\n#2 nick_2 | Бүгін, 08:02\n{SECOND}"
    document = read(text)
    assert document.title == TITLE
    assert [block.kind.value for block in document.blocks] == [
        "furniture", "title", "furniture", "paragraph", "furniture", "paragraph",
    ]  # fmt: skip


def test_an_advertisement_within_an_article() -> None:
    text = f"{TITLE}\n\n{FIRST}\n\nЖАРНАМА\n«Береке» дүкені: 6 айға 0 пайыз\n\n{SECOND}"
    assert of_kind(text, BlockKind.FURNITURE) == ["ЖАРНАМА", "«Береке» дүкені: 6 айға 0 пайыз"]


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    words, lines = (FIRST + " " + SECOND).split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 64:
            lines.append("")
        lines[-1] = (lines[-1] + " " + word).strip()
    document = read(TITLE + "\n\n" + "\n".join(lines) + "\n")
    assert [block.kind.value for block in document.blocks] == ["title", "paragraph"]
    assert " ".join(document.blocks[1].span.of(document.text).split()) == FIRST + " " + SECOND


@pytest.mark.parametrize("news", [[], OTHER_NEWS["date and headline in turn"], OTHER_NEWS["headline and date in turn"]])
@pytest.mark.parametrize("day", ["17 мамыр, 09:42", "17.05.2024, 09:42"])
def test_an_article_doubled_with_its_date_line_loses_no_body(day: str, news: list[str]) -> None:
    once = "\n".join([TITLE, "", day, "", FIRST, "", SECOND, "", "Айгүл Сейітова", "", *news])
    found = kinds(once + "\n" + once)
    assert [words for kind, words in found if kind == "paragraph"] == [FIRST, SECOND] * 2
    assert [words for kind, words in found if words in news and kind != "furniture"] == []
    assert len(read(once + "\n" + once).dates) == 1


def test_the_header_of_a_second_text_in_a_file_is_no_body() -> None:
    once = f"title: {TITLE}\ndate: 2024-04-20\naddress: https://press.example/1\nscript: Cyrl\n\n{FIRST}\n"
    found = kinds(once + "\n" + once)
    assert [kind for kind, words in found if words.startswith(("date:", "address:", "script:"))] == ["furniture"] * 6
