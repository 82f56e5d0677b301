"""The ledger as pages that stay open: a web application on 127.0.0.1, read-only unless it is told to edit."""

from qatynas.serve.app import make_app
from qatynas.serve.guard import Rules

__all__ = ["Rules", "make_app"]
