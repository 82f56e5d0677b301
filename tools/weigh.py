"""Make the weights under src/qatynas/data/weights from the labelled articles and notices in tests/articles.

    python tools/weigh.py figures|sentences [--held-out] [--skip-folds] [--out FILE]

Logistic regression with every answer's two classes weighing the same, a penalty on the squares of the weights, signs
that stand a few times; the smallest weights are left out. Without --held-out the articles of tests/articles/heldout
are not read. Prints, for articles left out in turn (a fifth at a time), how many answers are right and wrong from each
probability on. The same articles give the same file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import weigh_cases
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

HERE = Path(__file__).parents[1]
TEXTS, WEIGHTS = HERE / "tests" / "articles", HERE / "src" / "qatynas" / "data" / "weights"
PENALTY = {"figures": 2.0, "sentences": 1.0}
SEEN = {"figures": 2, "sentences": 3}
SMALL = {"figures": 0.02, "sentences": 0.05}
FOLDS = 5
STEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


def articles(held_out: bool) -> Iterator[weigh_cases.Article]:
    for folder in ("tuned", *(["heldout"] if held_out else [])):
        for gold in sorted((TEXTS / folder).glob("*.jsonl")):
            rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
            yield weigh_cases.Article(gold.stem, gold.with_suffix(".txt").read_bytes(), rows)
    for line in (TEXTS / "notices.jsonl").read_text(encoding="utf-8").splitlines():
        notice = json.loads(line)
        yield weigh_cases.Article(notice["name"], notice["text"].encode(), notice["claims"])


def fitted(rows: csr_matrix, answers: np.ndarray, penalty: float, balanced: bool) -> np.ndarray:
    """Weights and, last, the bias, by which the rows' log odds fit the answers best; balanced: both classes weigh the
    same."""
    many = answers.sum()
    each = np.where(answers, len(answers) / (2 * many), len(answers) / (2 * (len(answers) - many)))
    if not balanced:
        each = np.ones(len(answers))
    signs = np.where(answers, 1.0, -1.0)

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        margin = signs * (rows @ point[:-1] + point[-1])
        slope = -each * signs / (1 + np.exp(np.clip(margin, -500, 500)))
        value = float(each @ np.logaddexp(0, -margin)) + penalty / 2 * float(point[:-1] @ point[:-1])
        return value, np.append(rows.T @ slope + penalty * point[:-1], slope.sum())

    found = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return np.asarray(found.x)


def matrix(cases: list[weigh_cases.Case], signs: dict[str, int]) -> csr_matrix:
    places = [(row, signs[sign]) for row, case in enumerate(cases) for sign in case.signs if sign in signs]
    return csr_matrix(
        (np.ones(len(places)), ([p[0] for p in places], [p[1] for p in places])), shape=(len(cases), len(signs))
    )


def known(cases: list[weigh_cases.Case], least: int) -> dict[str, int]:
    seen = Counter(sign for case in cases for sign in set(case.signs))
    return {sign: place for place, sign in enumerate(sorted(sign for sign, many in seen.items() if many >= least))}


def left_out(cases: list[weigh_cases.Case], answer: str, what: str) -> str:
    """How many the answer finds right and wrong among those that the rules leave open, by probability."""
    names = sorted({case.article for case in cases})
    found: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        out = set(names[fold::FOLDS])
        learn, test = (
            [c for c in cases if c.article not in out],
            [c for c in cases if c.article in out and c.open(answer)],
        )
        signs, truth = known(learn, SEEN[what]), np.array([answer in case.answers for case in learn])
        if not test or not truth.any():
            continue
        point = fitted(matrix(learn, signs), truth, PENALTY[what], weigh_cases.BALANCED[what])
        odds = matrix(test, signs) @ point[:-1] + point[-1]
        found += [(1 / (1 + np.exp(-o)), answer in case.answers) for o, case in zip(odds, test, strict=True)]
    right = {step: sum(ok for p, ok in found if p >= step) for step in STEPS}
    wrong = {step: sum(not ok for p, ok in found if p >= step) for step in STEPS}
    return f"of {sum(ok for _, ok in found)}: " + " ".join(f"{s}:+{right[s]}-{wrong[s]}" for s in STEPS)


def learnt(cases: list[weigh_cases.Case], what: str) -> dict[str, dict]:
    """The file of weights that the cases teach."""
    bias: dict[str, float] = {}
    weights: dict[str, dict[str, float]] = {}
    for answer in sorted({answer for case in cases for answer in case.answers}):
        asked = [case for case in cases if case.asks(answer)]
        signs, truth = known(asked, SEEN[what]), np.array([answer in case.answers for case in asked])
        point = fitted(matrix(asked, signs), truth, PENALTY[what], weigh_cases.BALANCED[what])
        bias[answer] = round(float(point[-1]), 3)
        for sign, place in signs.items():
            if abs(point[place]) >= SMALL[what]:
                weights.setdefault(sign, {})[answer] = round(float(point[place]), 2)
    return {"bias": bias, "least": weigh_cases.LEAST[what], "signs": dict(sorted(weights.items()))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=sorted(PENALTY))
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--skip-folds", action="store_true")
    asked = parser.parse_args()
    cases = [case for article in articles(asked.held_out) for case in weigh_cases.READERS[asked.what](article)]
    if not asked.skip_folds:
        for answer in sorted({answer for case in cases for answer in case.answers}):
            open_to = [case for case in cases if case.asks(answer)]
            print(f"{answer:24s} {left_out(open_to, answer, asked.what)}", flush=True)
    made = learnt(cases, asked.what)
    lines = json.dumps(made, ensure_ascii=False, separators=(",", ":")).replace("},", "},\n")
    (asked.out or WEIGHTS / f"{asked.what}.json").write_text(lines + "\n", encoding="utf-8")
    print(f"{len(cases)} cases, {len(made['signs'])} signs")


if __name__ == "__main__":
    main()
