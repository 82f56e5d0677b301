"""Values only, frozen: documents, spans, quantities, periods, claims, findings."""
