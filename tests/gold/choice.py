"""Learn to choose among sets of parties: a softmax over the candidates of each gap, by linear weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from loaders.extract.gap_party_sets import Parties, likeness

LEAST_SEEN = 4  # candidates that must have a feature for it to be weighed
STEPS = 120


@dataclass(frozen=True)
class Choice:
    """One choice: the features of each candidate, how far each is meant (adding up to 1), its weight."""

    candidates: tuple[dict[str, float], ...]
    aims: tuple[float, ...]
    weight: float


def intended(sets: Sequence[Parties], options: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Return how far each set is meant: the accepted readings share 1, each by the sets most like it."""
    aims = np.zeros(len(sets))
    for option in options:
        alike = np.array([likeness(one, tuple(option)) for one in sets])
        if alike.max() > 0:
            best = alike >= alike.max() - 1e-9
            aims += best / best.sum()
    return tuple(float(aim) for aim in (aims / aims.sum() if aims.sum() else aims))


def fit_choices(choices: Sequence[Choice], strength: float) -> dict[str, float]:
    """Return the weights under which the candidates that are meant are likeliest.

    ``strength`` is how much is believed of what the examples tell: the inverse of the L2 penalty.
    """
    seen = Counter(name for choice in choices for one in choice.candidates for name in one)
    names = {name: place for place, name in enumerate(n for n, count in seen.items() if count >= LEAST_SEEN)}
    cells = [
        (row, names[name], value)
        for row, one in enumerate(one for choice in choices for one in choice.candidates)
        for name, value in one.items()
        if name in names
    ]
    rows, columns, values = zip(*cells, strict=True)
    aims = np.array([aim for choice in choices for aim in choice.aims])
    matrix = csr_matrix((values, (rows, columns)), shape=(len(aims), len(names)))
    sizes = [len(choice.aims) for choice in choices]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    weights = np.repeat([choice.weight for choice in choices], sizes)

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ theta
        scores = scores - np.repeat(np.maximum.reduceat(scores, starts), sizes)
        likely = scores - np.repeat(np.log(np.add.reduceat(np.exp(scores), starts)), sizes)
        slope = matrix.T @ (weights * (np.exp(likely) - aims)) + theta / strength
        return float(-(weights * aims * likely).sum() + theta @ theta / strength / 2), slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return {name: float(found.x[place]) for name, place in names.items()}
