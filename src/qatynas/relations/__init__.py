"""Facts, series and things: the relationship as a working model, built from what documents say."""

from qatynas.relations.bodies import duties_of
from qatynas.relations.build import build, pairs
from qatynas.relations.dates import fits, order, over_by, period
from qatynas.relations.histories import (
    CommunityBody,
    Course,
    Duty,
    Gathering,
    JointBody,
    Named,
    Organisation,
    Programme,
    Promise,
    Relationship,
    Season,
    Standing,
    Succession,
    Supply,
    Treaty,
    Voice,
    Work,
)
from qatynas.relations.joining import Web, join, newest, of_kind
from qatynas.relations.keys import cell_of, date_of, fact_key
from qatynas.relations.series import length
from qatynas.relations.treaties import state_on
from qatynas.relations.values import Cell, Fact, Point, Report, Series, Source

__all__ = [
    "Cell", "CommunityBody", "Course", "Duty", "Fact", "Gathering", "JointBody", "Named", "Organisation", "Point",
    "Programme", "Promise", "Relationship", "Report", "Season", "Series", "Source", "Standing", "Succession", "Supply",
    "Treaty", "Voice", "Web", "Work", "build", "cell_of", "date_of", "duties_of", "fact_key", "fits", "join", "length",
    "newest", "of_kind", "order", "over_by", "pairs", "period", "state_on",
]  # fmt: skip
