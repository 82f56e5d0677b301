"""Visits, talks, calls and sessions as other hands tell them."""

from __future__ import annotations

import pytest

from qatynas.model import Meeting

# what is said on 5 March 2026; then «type status date host town number» of each claim in order
ROWS = [
    ("Ертең Қасым-Жомарт Тоқаев ресми сапармен Бішкекке жол жүреді.", ["official_visit planned 2026-03-06 KGZ Бішкек None"]),
    ("Қырғыз президенті келер аптада елімізге сапарлайды.", ["visit planned 2026-03-09/2026-03-15 KAZ None None"]),
    (
        "Кеше Астанаға Қырғызстан Сыртқы істер министрі келіп, қазақстандық әріптесімен келіссөз жүргізді.",
        ["visit done 2026-03-04 KAZ Астана None", "talks done 2026-03-04 KAZ Астана None"],
    ),
    (
        "Мәжіліс төрағасы Ерлан Қошанов 2 наурызда Бішкекке барып, қырғыз әріптесімен келіссөз өткізді.",
        ["visit done 2026-03-02 KGZ Бішкек None", "talks done 2026-03-02 KGZ Бішкек None"],
    ),
    ("Кеше Тоқаев пен Жапаров арасында телефон арқылы әңгіме болды.", ["call done 2026-03-04 None None None"]),
    ("Орман министрлері 2 наурызда Ошта жүздесті.", ["talks done 2026-03-02 KGZ Ош None"]),
    ("ТМД елдерінің министрлері 2 наурызда Минскіде жүздесті.", []),
    ("Министрлердің бетпе-бет кездесуі осы айдың 18-інде Таласта өтеді.", ["talks planned 2026-03-18 KGZ Талас None"]),
    ("Өңірлер форумы мамырда Түркістанда өтеді.", ["forum planned 2026-05 KAZ Түркістан None"]),
    ("Халықаралық өңірлер форумы мамырда Түркістанда өтеді.", []),
    (
        "Кеше Бішкекте Шу-Талас су шаруашылығы комиссиясының отызыншы отырысы екі күндік жұмысын аяқтады.",
        ["session done 2026-03-03/2026-03-04 KGZ Бішкек 30"],
    ),
    (
        "Шу-Талас су шаруашылығы комиссиясының отырысы 3 наурызда Таразда отызыншы рет өтті.",
        ["session done 2026-03-03 KAZ Тараз 30"],
    ),
    (
        "Шу-Талас су шаруашылығы комиссиясының келесі отырысы қазанға, Ошқа белгіленді.",
        ["session planned 2026-10 KGZ Ош None"],
    ),
    ("Мемлекет басшыларының мамырдағы кездесуіне дайындық жүріп жатыр.", ["talks planned 2026-05 None None None"]),
    (
        "Премьер Олжас Бектенов кеше Ошта қырғыз әріптесімен кездесіп, тасымалды екі есе көбейтеміз деді.",
        ["talks done 2026-03-04 KGZ Ош None"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_meetings_told_otherwise(said, text: str, expected: list[str]) -> None:
    claims = [claim for claim in said(text, published="2026-03-05") if isinstance(claim, Meeting)]
    rows = [(c.type, c.status, c.date, c.host, c.place.name if c.place else None, c.number) for c in claims]
    assert [" ".join(map(str, row)) for row in rows] == expected
