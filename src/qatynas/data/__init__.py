"""Knowledge of the world as validated files."""

from qatynas.data.loader import DataError, data_hash, load, load_weights, pair_names
from qatynas.data.world import (
    Body,
    Names,
    Office,
    Organisation,
    Pair,
    Person,
    Place,
    State,
    Strict,
    Tenure,
    World,
    world,
)

__all__ = [
    "Body",
    "DataError",
    "Names",
    "Office",
    "Organisation",
    "Pair",
    "Person",
    "Place",
    "State",
    "Strict",
    "Tenure",
    "World",
    "data_hash",
    "load",
    "load_weights",
    "pair_names",
    "world",
]
