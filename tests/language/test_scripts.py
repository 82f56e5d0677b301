"""The same sentence in three scripts says the same, and every span opens its own words in the original."""

from __future__ import annotations

import pytest

from qatynas.language import dates, numbers, sentences, tokens
from qatynas.model import Script, Span
from qatynas.script import align, convert

SENTENCES = [
    "2023 жылы алыс-беріс 2,6 миллиард теңгеден асты.",
    "Биыл сәуір мен шілде аралығында 433,9 миллион сом түсті.",
    "Екі тарап елу гранттан бөлді, әрқайсысы бес жүз мың теңге.",
    "Соның үштен екісі транзит, қалғаны экспорт.",
    "Тәулігіне 500-ден астам көлік өтеді.",
    "Тізімге 1994 жылдың 7 шілдесінен бері 120-дан астам құжат қосылды.",
]


def told(text, script):
    written = convert(text, script) if script is not Script.CYRL else text
    aligned = align(written, Script.CYRL, script)
    found = []
    for span in sentences(aligned.text, [Span(0, len(aligned.text))]):
        words = tokens(aligned.text, span)
        for mention in (*numbers(aligned.text, words), *dates(aligned.text, words, "2025-08-21")):
            original = aligned.to_source(mention.span)
            assert 0 <= original.start < original.end <= len(written)
            assert original.of(written).strip()
            said = mention.quantity if hasattr(mention, "quantity") else mention.edtf
            found.append((said, aligned.to_target(original).of(aligned.text)))
    return found


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("script", [Script.ARAB, Script.LATN])
def test_same_in_every_script(text, script):
    assert [said for said, _ in told(text, script)] == [said for said, _ in told(text, Script.CYRL)]
