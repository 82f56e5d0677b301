"""Knowledge of the world as validated files."""
