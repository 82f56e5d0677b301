"""Reads Kazakh texts on the relations of two states and keeps every claim with its sentence."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qatynas.checks.surface import Ledger

__version__ = "0.1.0"
__all__ = ["Ledger", "__version__"]


def __getattr__(name: str) -> Any:
    """`from qatynas import Ledger`, without loading the language for those who only ask for the version."""
    if name == "Ledger":
        from qatynas.checks.surface import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
