"""What is told in persons: by what its noun means, how it is made, and of whom a part is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.claims.figures_people import is_person
from qatynas.language.reading import read_language
from qatynas.read import read_bytes

Figures = Callable[..., list[str]]

PEOPLE = [
    ("Бішкектегі «Алатау» қазақ бірлестігінің 340 мүшесі бар.", "340"),
    ("Бішкектегі қазақ қауымының мүшелері 1 200-ден асады.", "1200"),
    ("Бірлескен жаттығуға екі елден 1 450 әскери қызметші қатысты.", "1450"),
    ("Ошқа Қазақстаннан 64 профессор барды.", "64"),
    ("Фестивальға Қазақстаннан 140 шабандоз барады.", "140"),
    ("Талас облысынан Таразға қырық бес ісмер келді.", "45"),
    ("Бішкектегі форумға Қазақстаннан 90 бағдарламашы барды.", "90"),
    ("Былтыр Қырғызстанда 1,3 млн қазақстандық абонент сөйлесті.", "1300000"),
    ("Ыстықкөлдегі лагерьге Қазақстаннан 120 құтқарушы барды.", "120"),
    ("Көршіден Алматыға 52 кітапханашы келді.", "52"),
    ("Қырғызстаннан Таразға 36 қаламгер келді.", "36"),
    ("Ыстықкөлге 70 алматылық барды.", "70"),
    ("Бішкекке биыл 25 таластық пен 30 шымкенттік барды.", "30"),
    ("Қазақстаннан Ошқа 19 жоғары оқу орнының басшысы барды.", "19"),
    ("Екі елдің студенттерінің жетіден бірі, яғни 2 980-і Қазақстаннан барған.", "2980"),
    ("Қырғыз ағайындардан Алматы зауыттарында 1 100-дейі жүр.", "1100"),
    ("Қырғызстанда 64 қазақстандық жазасын өтеп жатыр.", "64"),
]  # fmt: skip
THINGS = [
    ("Қазақстан мен Қырғызстан шекарасында он сегіз бекет бар, қалған он бірінде адам өлшейді.", "11"),
    ("Қазақстан Ошта 1 200 орындық қазақ мектебін салып жатыр.", "1200"),
    ("Қазақстан Бішкек мұражайына қырық бес жәдігер апарады.", "45"),
    ("Қазақстан мен Қырғызстанның ортақ дерекқорына 34 тасымалдаушы қосылды.", "34"),
    ("Қазақстан мен Қырғызстанның сауда үйі 70 өндірушінің тауарын сөреге қояды.", "70"),
    ("Қазақстан Қырғызстанға 8 мың оқулық оқушыларға деп жөнелтті.", "8000"),
    ("Қазақстан мен Қырғызстан арасында қос дипломды бағдарлама саны он сегізге жетті.", "18"),
    ("Қазақстан Қырғызстанда 40 алматылық компания ашты.", "40"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), PEOPLE, ids=range(len(PEOPLE)))
def test_people(text: str, value: str, figures: Figures) -> None:
    assert any(f" {value} person" in line for line in figures(text)), figures(text)


@pytest.mark.parametrize(("text", "value"), THINGS, ids=range(len(THINGS)))
def test_things(text: str, value: str, figures: Figures) -> None:
    told = [line for line in figures(text) if f" {value} " in line]
    assert not any("person" in line for line in told), told


@pytest.mark.parametrize(
    "word",
    "мүдделі қамшы тамшы қайшы танкер контейнер алтыншы көрсеткіші өлшегіші тасымалдаушыға өндірушінің баспасы лист".split(),
)
def test_not_of_people(word: str) -> None:
    sentence = read_language(read_bytes(f"Қазақстанда {word} бар.".encode(), "a.txt")).sentences[0]
    assert not is_person(sentence.tokens[1])
