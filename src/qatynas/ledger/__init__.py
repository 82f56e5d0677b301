"""SQLite, append-only: documents, extractions, claims, judgements."""
