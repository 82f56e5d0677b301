"""Facts, series and things: the relationship as a working model, built from what documents say."""

from qatynas.relations.build import build, pairs
from qatynas.relations.dates import fits, order, over_by, period
from qatynas.relations.joining import join, newest, of_kind
from qatynas.relations.keys import cell_of, fact_key
from qatynas.relations.values import (
    Cell,
    Fact,
    Gathering,
    JointBody,
    Named,
    Point,
    Promise,
    Relationship,
    Report,
    Series,
    Source,
    Treaty,
    Voice,
    Work,
)

__all__ = [
    "Cell", "Fact", "Gathering", "JointBody", "Named", "Point", "Promise", "Relationship", "Report", "Series",
    "Source", "Treaty", "Voice", "Work", "build", "cell_of", "fact_key", "fits", "join", "newest", "of_kind", "order",
    "over_by", "pairs", "period",
]  # fmt: skip
