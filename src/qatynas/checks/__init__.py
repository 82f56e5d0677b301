"""The ledger argues with itself: arithmetic among figures, slips, gaps, promises. Pure, the same for any order."""

from qatynas.checks.listing import ASKED, CHECKS, findings
from qatynas.checks.promises import promised
from qatynas.checks.statuses import Promised, Status
from qatynas.model.finding import Change, Cited, Finding, Grade, Narrowed

__all__ = [
    "ASKED", "CHECKS", "Change", "Cited", "Finding", "Grade", "Narrowed", "Promised", "Status", "findings", "promised",
]  # fmt: skip
