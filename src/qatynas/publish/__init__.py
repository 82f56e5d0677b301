"""The dossier and exports."""
