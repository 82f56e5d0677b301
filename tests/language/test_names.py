"""Names in running text: every way in which a state, a person, a body or a place may be written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.language.mentions import NameMention, NameType
from qatynas.language.names import names
from qatynas.language.tokens import tokens
from qatynas.model import Span


def found(text: str) -> tuple[NameMention, ...]:
    return names(text, tokens(text, Span(0, len(text))))


def said(text: str, type: NameType) -> list[tuple[str, str]]:
    return [(name.span.of(text), name.canonical) for name in found(text) if name.type is type]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Қырғызстанның экспорты өсті", "KGZ"),
        ("Қырғыз Республикасынан импорт келді", "KGZ"),
        ("қырғыз тарапына жеткізілді", "KGZ"),
        ("қырғыз жағының ұсынысы", "KGZ"),
        ("қырғыз елінде болды", "KGZ"),
        ("қырғыз халқына көмек", "KGZ"),
        ("айыр қалпақты ағайындарға жіберілді", "KGZ"),
        ("айырқалпақ ағайын жұртында оқиды", "KGZ"),
        ("Айырқалпақ елге барды", "KGZ"),
        ("қырғызстандықтардың саны", "KGZ"),
        ("ҚР Үкіметі қолдады", "KAZ"),
        ("Қазақстан Республикасында тіркелді", "KAZ"),
        ("Өзбекстанмен шекара", "UZB"),
        ("АҚШ-тың ұстанымы", "USA"),
        ("Ресей Федерациясының нарығы", "RUS"),
        ("Аспан асты елінен келеді", "CHN"),
        ("Беларусьтен жеткізілді", "BLR"),
        ("Кувейтпен келісім", "KWT"),
        ("Бішкек тарапының ұсынысы", "KGZ"),
        ("қырғыз жерінде өтті", "KGZ"),
    ],
)
def test_states(text: str, country: str) -> None:
    assert next(name.country for name in found(text) if name.type is NameType.STATE) == country


def test_a_hyphen_parts_two_states() -> None:
    assert [name.country for name in found("қазақ-қырғыз саудасы")] == ["KAZ", "KGZ"]
    assert [name.country for name in found("Қазақстан – Тәжікстан форумы")] == ["KAZ", "TJK"]


def test_a_currency_is_no_state() -> None:
    assert found("бес миллион АҚШ долларын құрады") == ()
    assert found("Ресей рублімен есеп айырысады") == ()


def test_a_dish_is_no_state() -> None:
    assert not said("дәмді палауынан жеді", NameType.STATE)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("БҰҰ аясында", "UN"),
        ("Ұ Қ Ш Ұ-ға мүше", "CSTO"),
        ("ЕАЭО-ға мүше елдер", "EAEU"),
        ("ЭАЭО елдері", "EAEU"),
        ("Шанхай ынтымақтастық ұйымының саммиті", "SCO"),
        ("Біріккен Ұлттар Ұйымына кірді", "UN"),
        ("Дүниежүзілік сауда ұйымында", "WTO"),
        ("ТМД-ның басшылары", "CIS"),
        ("Түркі мемлекеттері ұйымына", "OTS"),
        ("ТҮРКСОЙ ұйымы", "TURKSOY"),
        ("Еуропалық одақтың ықпалы", "EU"),
        ("ИЫҰ шеңберінде", "OIC"),
    ],
)
def test_organisations(text: str, code: str) -> None:
    assert said(text, NameType.ORGANISATION)[0][1] == code


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Тоқаевтың сөзі", "Қасым-Жомарт Тоқаев"),
        ("Қасым-Жомарт Кемелұлы Тоқаевқа", "Қасым-Жомарт Тоқаев"),
        ("Қасым-Жомарт Кемелұлы айтты", "Қасым-Жомарт Тоқаев"),
        ("Садыр Жапаровпен кездесті", "Садыр Жапаров"),
        ("Сооронбай Жеенбековтің сапары", "Сооронбай Жээнбеков"),
        ("қасым-жомарт төқәйевпен сөйлесті", "Қасым-Жомарт Тоқаев"),
        ("Шыңғыс Айтматовтың мерейтойы", "Шыңғыс Айтматов"),
        ("Мирзиёевті қарсы алды", "Шавкат Мирзиёев"),
        ("Жамшид Ходжаевпен", "Жамшид Қожаев"),
    ],
)
def test_known_people(text: str, canonical: str) -> None:
    assert said(text, NameType.PERSON)[0][1] == canonical


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("сарапшы Дәурен Қасымовтың айтуынша", "Дәурен Қасымов"),
        ("Бұл туралы Ә. Сәрсенбаев жазды", "Ә. Сәрсенбаев"),
        ("тарихшы Б.К. Омаровпен", "Б. К. Омаров"),
        ("министр Арыстан Қабыкенге табысталды", "Арыстан Қабыкен"),
        ("Гүлнар Әбдірахманова келді", "Гүлнар Әбдірахманова"),
        ("Ерлан Серікұлы атап өтті", "Ерлан Серікұлы"),
        ("Нұрбек Асан уулуның кітабы", "Нұрбек Асан уулу"),
        ("депутат Майрам Төлегенқызына", "Майрам Төлегенқызы"),
        ("Момынбековтің пікірінше", "Момынбеков"),
        ("Сапар ӘЛІБЕК", "Сапар Әлібек"),
        ("әкім Дархан Сатыбалды келді", "Дархан Сатыбалды"),
        ("Жамбыл Төлебаевтың кітабы", "Жамбыл Төлебаев"),
    ],
)
def test_unknown_people(text: str, canonical: str) -> None:
    assert [name for _, name in said(text, NameType.PERSON)] == [canonical]


@pytest.mark.parametrize(
    "text",
    ["Мемлекет басшысы айтты", "Бүгін жауын жауды", "Дастарқан басында отырды", "Осындай сәтте ел біріксе", "Су келді"],
)
def test_no_people(text: str) -> None:
    assert not said(text, NameType.PERSON)


@pytest.mark.parametrize(
    ("text", "canonical", "country"),
    [
        ("Бішкек қаласында өтті", "Бішкек", "KGZ"),
        ("Ақордада қарсы алды", "Астана", "KAZ"),
        ("Ош облысындағы апат", "Ош облысы", "KGZ"),
        ("Шу өзенінен су келді", "Шу өзені", None),
        ("Таластың суы", "Талас өзені", None),
        ("«Ақ-Тілек» бекетінен", "Ақ-Тілек", "KGZ"),
        ("Ақтілекте кезек бар", "Ақ-Тілек", "KGZ"),
        ("Тоқтағұл су қоймасына", "Тоқтоғұл су қоймасы", "KGZ"),
        ("Қырғызстан астанасында", "Бішкек", "KGZ"),
        ("Қордай ауданының әкімі", "Қордай ауданы", "KAZ"),
        ("Қызылсай ауданында", "Қызылсай ауданы", None),
        ("Тоқтоғұл ауданында", "Тоқтоғұл ауданы", "KGZ"),
        ("Талас бассейнінде", "Талас бассейні", None),
        ("Венада кездесті", "Вена", "AUT"),
        ("Қамбар-Ата ГЭС-1 құрылысы", "Қамбар-Ата СЭС-1", "KGZ"),
    ],
)
def test_places(text: str, canonical: str, country: str | None) -> None:
    place = next(name for name in found(text) if name.type is NameType.PLACE)
    assert (place.canonical, place.country) == (canonical, country)


def test_places_share_a_head() -> None:
    text = "Орто-Тоқой мен Киров су қоймаларының жағдайы"
    assert [name for _, name in said(text, NameType.PLACE)] == ["Орто-Тоқой су қоймасы", "Киров су қоймасы"]


def test_a_quarrel_is_no_river() -> None:
    assert not said("олардың арасында талас туды, шу көп", NameType.PLACE)


@pytest.mark.parametrize(
    ("text", "canonical", "country"),
    [
        ("Қырғызстанның Ұлттық статистика комитетінің дерегінше", "Қырғызстанның Ұлттық статистика комитеті", "KGZ"),
        ("Көлік министрлігінің баспасөз қызметі хабарлады", "Көлік министрлігінің баспасөз қызметі", None),
        ("Сауда және интеграция министрлігінде", "Сауда және интеграция министрлігі", None),
        ("ҚР Сыртқы істер министрлігіне", "ҚР Сыртқы істер министрлігі", "KAZ"),
        ("Ұлтстатком мәліметінше", "Ұлтстатком", "KGZ"),
        (
            "Тәжікстан Республикасының Су ресурстары, энергетика және көлік министрлігінен",
            "Тәжікстан Республикасының Су ресурстары, энергетика және көлік министрлігі",
            "TJK",
        ),
        ("Мемлекеттік кірістер комитетіне", "Мемлекеттік кірістер комитеті", "KAZ"),
    ],
)
def test_institutions(text: str, canonical: str, country: str | None) -> None:
    name = next(name for name in found(text) if name.type is NameType.ORGANISATION)
    assert (name.canonical, name.country) == (canonical, country)


@pytest.mark.parametrize(
    ("text", "canonical", "countries"),
    [
        ("Жоғары мемлекетаралық кеңестің отырысы", "Жоғары мемлекетаралық кеңес", ()),
        ("Қазақстан-Қырғызстан үкіметаралық кеңесінде", "Қазақстан-Қырғызстан үкіметаралық кеңесі", ("KAZ", "KGZ")),
        ("Шу-Талас су шаруашылығы комиссиясына", "Шу-Талас су шаруашылығы комиссиясы", ("KAZ", "KGZ")),
        ("Қазақстан-Тәжікстан іскерлік кеңесінің", "Қазақстан-Тәжікстан іскерлік кеңесі", ("KAZ", "TJK")),
        ("Қазақстан – Өзбекстан бизнес-кеңесі", "Қазақстан-Өзбекстан бизнес-кеңесі", ("KAZ", "UZB")),
        ("Қырғызстан — Тәжікстан іскерлік кеңесі", "Қырғызстан-Тәжікстан іскерлік кеңесі", ("KGZ", "TJK")),
        ("парламентаралық достық тобының", "Парламентаралық достық тобы", ()),
        ("қазақ-өзбек комиссиясы жиналды", "Қазақ-өзбек комиссиясы", ("KAZ", "UZB")),
        ("Көлік мәселелері жөніндегі бірлескен комиссияның", "Көлік мәселелері жөніндегі бірлескен комиссия", ()),
    ],
)
def test_bodies(text: str, canonical: str, countries: tuple[str, ...]) -> None:
    name = next(name for name in found(text) if name.type is NameType.BODY)
    assert (name.canonical, name.countries) == (canonical, countries)


@pytest.mark.parametrize(
    ("text", "canonical", "country", "role"),
    [
        ("Қазақстан Президенті келді", "Қазақстан Президенті", "KAZ", "president"),
        ("Қырғыз Республикасының Президентін шақырды", "Қырғыз Республикасының Президенті", "KGZ", "president"),
        ("Қырғызстан басшысына табыс етті", "Қырғызстан басшысы", "KGZ", "president"),
        ("Сауда вице-министрі хабарлады", "Сауда вице-министрі", None, "deputy_minister"),
        ("Мемлекет басшысының айтуынша", "Мемлекет басшысы", None, "president"),
        ("Қырғызстанның Қазақстандағы елшісі", "Қырғызстанның Қазақстандағы елшісі", "KGZ", "ambassador"),
        ("Өзбекстан премьер-министрімен сөйлесті", "Өзбекстан Премьер-министрі", "UZB", "prime_minister"),
        ("Сыртқы істер министріне", "Сыртқы істер министрі", None, "foreign_minister"),
        ("Энергетика министрінің орынбасарына", "Энергетика министрінің орынбасары", None, "deputy_minister"),
        ("Премьер-Министрінің орынбасары", "Премьер-министрінің орынбасары", None, "deputy_prime_minister"),
        ("ҚР Президентінің баспасөз хатшысы", "ҚР Президентінің баспасөз хатшысы", "KAZ", "presidential_spokesman"),
        (
            "Қырғыз Республикасы Министрлер Кабинетінің Төрағасына",
            "Қырғыз Республикасы Министрлер кабинетінің төрағасы",
            "KGZ",
            "prime_minister",
        ),
        ("Ош облысының губернаторы", "Губернатор", "KGZ", "governor"),
        ("Ұлттық банк төрағасы", "Ұлттық банк төрағасы", "KAZ", "chairman"),
        ("қырғыз әріптесін қарсы алды", "Қырғыз әріптесі", "KGZ", "counterpart"),
    ],
)
def test_offices(text: str, canonical: str, country: str | None, role: str) -> None:
    name = next(name for name in found(text) if name.type is NameType.OFFICE)
    assert (name.canonical, name.country, name.role) == (canonical, country, role)


def test_quoted_names() -> None:
    assert said("ақынға «Данакер» орденін берді", NameType.QUOTED) == [("Данакер", "Данакер")]
    assert said("«Манастың» мерейтойы", NameType.QUOTED) == [("Манастың", "Манас")]
    assert said("«Отан» қауымдастығы", NameType.QUOTED) == [("Отан", "Отан")]
    assert said("оған «Алтын Қыран» ордені берілді", NameType.QUOTED) == [("Алтын Қыран", "Алтын Қыран")]
    assert not said("Ол «Енді келмеймін» деді", NameType.QUOTED)


def test_what_is_told_as_somebodys_words_is_no_name() -> None:
    for told in (
        "«Қырғызстанмен арадағы достық – мықты тірек», – деді ол",
        "Президент: «Қырғызстанмен одақтастық – берік негіз»",
        "«Өзбекстанмен айырбас – тек бастауы», – дейді маман",
    ):
        assert not said(told, NameType.QUOTED)
        assert [code for name in found(told) if (code := name.country)]
    assert said("Ол «Береке», «Достық» деген екі зауыт салды", NameType.QUOTED)


def test_cases_stand_for_roles() -> None:
    cases = [name.case and name.case.value for name in found("Қазақстаннан Қырғызстанға, Өзбекстанда Ресеймен")]
    assert cases == ["abl", "dat", "loc", "ins"]
    assert found("Қырғызстандағы кәсіпорын")[0].attributive


@given(st.text(alphabet=st.sampled_from("ҚазқырғызстанТоқаев «»-.–,ІЫ ұлы1\n\t’ԱЖ"), max_size=120))
def test_total_on_letters_alike(text: str) -> None:
    for name in found(text):
        assert text[name.span.start : name.span.end]


@given(st.text(max_size=120))
def test_total(text: str) -> None:
    for name in found(text):
        assert name.span.of(text).strip()
