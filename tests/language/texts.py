"""Texts for tests that hold for any text: letters, digits and whole words that the language rules know."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = """2024 жылы жылғы жылдың жылдан бері дейін қарай қазан 15 31 99 қаңтар-мамыр мен аралығында биыл былтыр екі үш жүз мың
миллион миллиард млрд. жарым бүтін оннан бірі жартысы 1,5 1 200 $ % пайыз есе аз астам жуық шамамен доллар текше метр
кВт·сағ 3-5 – - XX ғасыр соңғы алдағы айда апта күні тоқсан I бірінші ақпан 30 29 ақпанда айдың осы өткен келесі 0 нөл
9999999999999999999999999999999 12.13.2025 2025-02-30 25:61 сайын бұрын осыдан кейін тамыздың 22-сінде ( ) « » . ! ? , ;""".split()

KAZAKH_LIKE = st.one_of(
    st.characters(),
    st.sampled_from([*_WORDS, " ", "  ", "\n", "\u00a0", "\u0000", "İ", "ß", "ﬁ", "\U0001f600", "\u0301", "٣"]),
    st.sampled_from([f"{word} " for word in _WORDS]),
)
