"""Promises by the build of a sentence: the speech before its verb, who speaks for his side, what is told elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qatynas.model import Claim, Pledge

Said = Callable[..., list[Claim]]


def pledges(claims: list[Claim]) -> list[Pledge]:
    return [c for c in claims if isinstance(c, Pledge)]


SPOKEN = [
    ("– Екі елге күн туса, көмекке аттанамыз, – деп сендірді Таалай Осмонов.", "Таалай Осмонов"),
    ("«Екі жақтың саябағына қалған ақшаны өзіміз табамыз», – деп сөз берді Тілек Асанов.", "Тілек Асанов"),
    ("– Екі елдің жолын биыл жөндейміз, – деп уәде берді Асан Үсенов.", "Асан Үсенов"),
    ("– Күзде Таразға кітаптың толық нұсқасын сыйлаймыз, – деп ағынан жарылды Асан Үсенов. Екі ел дос.", None),
]


@pytest.mark.parametrize(("text", "by"), SPOKEN)
def test_the_speech_before_its_verb(said: Said, text: str, by: str | None) -> None:
    found = pledges(said(text))
    assert len(found) == 1
    assert "деп" not in (found[0].what or "").split()
    assert by is None or found[0].by == by


SIDES = [
    ("Қырғыз әріптестер тәулік бойғы байланыс желісін ашуға міндеттеме алды.", "KGZ"),
    ("Қырғыз тарапы апат қаупі туындаса, деректі көршісіне дереу жеткізуге серт берді.", "KGZ"),
    ("Бишкек жағы сатып алуды қалпына келтіреміз деп отыр. Екі ел дос.", None),
    ("Қырғыз мекемесі көршіге қарызынан құтылатынын хатпен растады.", None),
    ("Қырғыз әкімі көшенің атын көршіге сыйлайтынын мәлім етті.", None),
]


@pytest.mark.parametrize(("text", "by"), SIDES)
def test_whose_promise_it_is(said: Said, text: str, by: str | None) -> None:
    found = pledges(said(text))
    assert len(found) == 1
    assert by is None or found[0].by == by


def test_they_who_were_named_before_promise_together(said: Said) -> None:
    text = "Олжас Бектенов пен Ақылбек Жапаров сөйлесті. Олар екі елдің балаларын көлде тынықтыруға уәделесті."
    assert [c.by for c in pledges(said(text))] == [("KAZ", "KGZ")]


HEAD = "Қазақ елшісі Нұрлан Есімбекпен сұхбат. Қазақстан мен Қырғызстан көрші.\n\n– Курс бар ма?\n\n– Бар. {}\n\n– Тағы не бар?\n\n– Бәрі бар."


@pytest.mark.parametrize(
    "text",
    [
        "Келер жылы сондай курсты Нарында да ашып береміз деп сөз бердік.",
        "Наурызға дейін ағайынды қараңғыда қалдырмаймыз, бұл – берген сөзіміз.",
        "Біз жаңа өткел ашуға қырғыз ағайынға көмектесуге әзірміз.",
    ],
)
def test_who_is_asked_speaks_for_his_side(said: Said, text: str) -> None:
    assert [(c.by, c.to) for c in pledges(said(HEAD.format(text), lead=""))] == [("KAZ", "KGZ")]


NONE = [
    "Талас әкімі сахнада орталық төрайымы Гүлмираға екінші дәрежелі «Ынтымақ» медалін тақты.",
    "Қазақстан мен Қырғызстан ШЫҰ мүшесі, сол себепті осы форматтар да қамтылмақ.",
    "Бұл мәселені екі елдің басқарма басшылары 20 тамызда Меркіде талқыламақ.",
    "Ал қазақ жағы қазанға дейін Баткенге 2 мың тонна көмір апарып беруді мойнына алды.",
    "Қазақстан мен Қырғызстан мемлекеттік сапар алмасуға уәделескен.",
    "Қырғыз диірмендері қазақ астығын аз сұрайтын болған.",
    "Алматы әкімі мен Қарақол мэрі бауырлас қалалар туралы меморандумды қуаттады.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_others_tell(said: Said, text: str) -> None:
    assert not pledges(said(text))
