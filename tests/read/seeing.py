"""Short ways to say what a text was taken for."""

from __future__ import annotations

from qatynas.model.document import BlockKind, Document
from qatynas.read import read_bytes
from qatynas.script import Script, convert

TITLE = "Көршілер су бөлісуге келісті"
FIRST = (
    "Бүгін Таразда екі елдің су шаруашылығы мамандары бас қосып, жазғы маусымға қанша су берілетінін анықтады. "
    "Келісім бойынша тараптар арналарды бірлесіп жөндейді."
)
SECOND = (
    "Былтыр өзара тауар айналымы бір жарым миллиард долларға жетті, бұл алдыңғы жылғыдан он пайызға көп. "
    "Енді меже екі миллиардқа көтерілді, деді жиынға қатысқан вице-министр."
)


def read(text: str, media_type: str | None = None) -> Document:
    return read_bytes(text.encode(), "note", media_type=media_type)


def kinds(text: str) -> list[tuple[str, str]]:
    """Every block's kind and words."""
    document = read(text)
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


def of_kind(text: str, kind: BlockKind) -> list[str]:
    document = read(text)
    return [block.span.of(document.text) for block in document.blocks if block.kind is kind]


def around(line: str, script: Script = Script.CYRL) -> str:
    """An article with a line in its middle, in any script."""
    return convert("\n\n".join((TITLE, FIRST, line, SECOND)), script, Script.CYRL)


def after(*lines: str) -> str:
    """An article with lines after its end."""
    return "\n\n".join((TITLE, FIRST, SECOND, "\n".join(lines)))
