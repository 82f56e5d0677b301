"""Membership told by standing together, by capitals and by «we», in the press's many ways."""

from __future__ import annotations

import pytest

from qatynas.model import Membership

ROWS = [
    ("Екі ел де ТҮРКСОЙ мүшесі болғандықтан, байқауға бірге барды.", "TURKSOY"),
    ("БҰҰ, ЕҚЫҰ мен Түркі мемлекеттері ұйымында екі елдің туы қатар желбірейді.", "OSCE OTS UN"),
    ("Былтыр көрші ел ШЫҰ-ға кіргелі екеуміз бір ұйымның мүшесіміз.", "SCO"),
    ("ТМД мен АӨСШК-нің төрінде де қатар отырмыз.", "CICA CIS"),
    ("Біз ШЫҰ, ТМД аясында бірге жұмыс істейміз.", "CIS SCO"),
    ("Бауырлас елдер ҰҚШҰ-да одақтас.", "CSTO"),
    ("Екі ел АӨСШК алаңында да үндес.", "CICA"),
    ("Елдеріміз ШЫҰ, ТМД секілді бірлестіктердің бел ортасында жүр.", "CIS SCO"),
    ("Көпжақты алаңдарда – БҰҰ, ЕҚЫҰ-да – Астана мен Бішкектің дауысы бір.", "OSCE UN"),
    ("Қазақстан мен Қырғызстан ТМД мен БҰҰ қатарына бірге кірген.", "CIS UN"),
    ("Екі ел де ДСҰ құрамына енген.", "WTO"),
    ("Екі ел ШЫҰ құрамына кірмек.", ""),
    ("Екі ел ШЫҰ құрамына кіруге ұмтылып отыр.", ""),
    ("Қырғызстан 2015 жылдан бері ЕАЭО мүшесі.", ""),
    ("Министр ШЫҰ саммитінде сөйледі.", ""),
    ("Екі ел ЕҚЫҰ-да үндес емес.", ""),
    ("Екі ел ЕҚЫҰ-да бірге бола ма?", ""),
    ("2019 жылы екі ел ЕҚЫҰ-да қатар өтінім берген.", ""),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_memberships_told_otherwise(said, text: str, expected: str) -> None:
    found = sorted(claim.organisation for claim in said(text) if isinstance(claim, Membership))
    assert found == expected.split()
