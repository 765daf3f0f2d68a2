"""The sets of parties that may hold or should have had a gap's information, and how likely each is."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from loaders.extract.gap_party_features import (
    HOLDER,
    RECEIVER,
    nobody_features,
    pair_features,
    party_features,
    share,
    sort_of,
)
from loaders.extract.gap_party_scene import FAMILY, Scene
from loaders.extract.lexicon import lexicon
from loaders.extract.weights import LinearModel

PARTIES_IN_PAIRS = {HOLDER: 6, RECEIVER: 7}
FROM_SECTION, NEAR, NEAR_FAMILY = 8, 4, 3
NAMED_FIRST = 3.0
Parties = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chance:
    """A set of parties (none for nobody) with the probability that it is the one meant."""

    parties: Parties
    probability: float


def candidate_sets(
    scene: Scene, side: str, holders: frozenset[str] = frozenset()
) -> dict[Parties, dict[str, float]]:
    """Return the features of every set that may be meant: nobody (no holder is nobody), one party, or two."""
    parties = _candidates(scene, side)
    own = {party: party_features(scene, party, side, holders) for party in parties}
    found: dict[Parties, dict[str, float]] = {(): nobody_features(scene)} if side == RECEIVER else {}
    found.update({(party,): features for party, features in own.items()})
    for one, two in _pairs(scene, parties, PARTIES_IN_PAIRS[side]):
        found[one, two] = _added(_added(own[one], own[two]), pair_features(scene, one, two))
    return found


def _added(one: dict[str, float], two: dict[str, float]) -> dict[str, float]:
    return {
        name: one.get(name, 0.0) + two.get(name, 0.0) for name in (*one, *(n for n in two if n not in one))
    }


def _candidates(scene: Scene, side: str) -> Parties:
    """Return every party that may be meant: named, near, or usually meant where nobody is named."""
    words = lexicon("gap_parties")
    always = [words["everybody"], *words["usual"]]
    if side == RECEIVER:
        near = [*_most(scene.near, NEAR), *_most(scene.family_near, NEAR_FAMILY)]
        return tuple(dict.fromkeys([*(m.party for m in scene.named), *always, *near, *words["closest"]]))
    near = [*_most(scene.counts["section"], FROM_SECTION), *_most(scene.near, NEAR), *scene.around]
    named = [m.party for m in scene.work]
    return tuple(dict.fromkeys([*named, *sorted(scene.things["thing"]), *always, *near]))


def _most(counted: dict[str, float], number: int) -> list[str]:
    return sorted(counted, key=lambda party: (-counted[party], party))[:number]


def _pairs(scene: Scene, parties: Parties, number: int) -> list[tuple[str, str]]:
    """Return the pairs of the parties most spoken of in the sentence and round it."""
    named = {m.party for m in scene.named}

    def spoken_of(party: str) -> float:
        family = sort_of(party) == FAMILY
        near = (scene.family_near if family else scene.near).get(party, 0.0)
        counted = (scene.family_counts if family else scene.counts)["section"]
        return NAMED_FIRST * (party in named) + near + share(counted, party)

    return list(combinations(sorted(parties, key=lambda p: (-spoken_of(p), p))[:number], 2))


def chances(model: LinearModel, sets: dict[Parties, dict[str, float]]) -> tuple[Chance, ...]:
    """Return the probability of each set, the likeliest first."""
    (label,) = model.weights
    scores = {parties: model.scores(features)[label] for parties, features in sets.items()}
    top = max(scores.values())
    return _normal({parties: math.exp(score - top) for parties, score in scores.items()})


def likelier(found: tuple[Chance, ...], parties: Collection[str], factor: float) -> tuple[Chance, ...]:
    """Return the chances with the sets that hold one of some parties likelier by a factor."""
    if not parties:
        return found
    return _normal(
        {
            c.parties: c.probability * (factor if any(party in parties for party in c.parties) else 1.0)
            for c in found
        }
    )


def besides(found: tuple[Chance, ...], parties: set[str]) -> tuple[Chance, ...]:
    """Return the chances of the sets that hold none of some parties; all of them where no set is left."""
    kept = {one.parties: one.probability for one in found if not parties & set(one.parties)}
    return _normal(kept) if kept and parties else found


def _normal(weights: dict[Parties, float]) -> tuple[Chance, ...]:
    total = sum(weights.values())
    found = [Chance(parties, weight / total) for parties, weight in weights.items()]
    return tuple(sorted(found, key=lambda one: (-one.probability, one.parties)))


@cache
def likeness(one: Parties, two: Parties) -> float:
    """Return F1 of two sets: 1 for the same parties, 0 for none in common."""
    if not one and not two:
        return 1.0
    return 2 * len(set(one) & set(two)) / (len(one) + len(two))


def most_alike(found: tuple[Chance, ...]) -> Parties:
    """Return the set that is, on average over what may be meant, most like what is meant."""
    return max(
        (one.parties for one in found),
        key=lambda parties: sum(other.probability * likeness(parties, other.parties) for other in found),
    )


def linked(rows: list[tuple[Chance, ...]], bonds: list[float]) -> list[tuple[Chance, ...]]:
    """Return the chances of each gap in the light of the gaps before and after it.

    ``bonds`` tell, for each two neighbours, how much more likely alike sets are than unlike ones (the
    logarithm of the factor); 0 for no bond. Forward and backward over the whole review.
    """
    forward = _passed(rows, bonds)
    backward = _passed(rows[::-1], bonds[::-1])[::-1]
    return [
        _normal({c.parties: c.probability * a * b for c, a, b in zip(row, before, after, strict=True)})
        for row, before, after in zip(rows, forward, backward, strict=True)
    ]


def _passed(rows: list[tuple[Chance, ...]], bonds: list[float]) -> list[list[float]]:
    """Return what the gaps before each gap say of each of its sets."""
    found = [[1.0] * len(row) for row in rows[:1]]
    for before, row, bond in zip(rows, rows[1:], bonds, strict=False):
        if not bond:
            found.append([1.0] * len(row))
            continue
        told = [c.probability * weight for c, weight in zip(before, found[-1], strict=True)]
        weights = [
            sum(
                t * math.exp(bond * likeness(c.parties, b.parties)) for t, b in zip(told, before, strict=True)
            )
            for c in row
        ]
        total = sum(weights)
        found.append([weight / total for weight in weights])
    return found
