"""Who is criticised and who should have known: the holders and the receivers of a gap.

The sets of parties that may be meant (see gap_party_sets.py) are weighed against each other by two
linear models. A review stays with one agency for a while, so neighbouring gaps speak for each
other; and of all sets the one is given that is most like what is meant, however unsure that is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loaders.extract.gap_party_features import HOLDER, RECEIVER
from loaders.extract.gap_party_scene import Place, Scene, section
from loaders.extract.gap_party_sets import candidate_sets, chances, linked, most_alike
from loaders.extract.reading import Reading
from loaders.extract.weights import linear_model

__all__ = ["Place", "gap_parties"]

MOST = 25  # sets that are weighed against each other
SAME_PASSAGE, SAME_SECTION = 0.7, 0.3  # how strongly the gap before speaks for the same holder


def gap_parties(reading: Reading, places: Sequence[Place]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return (holders, receivers) of each gap, as party codes; places in text order."""
    scenes = [Scene(reading, place) for place in places]
    holder, receiver = linear_model("gap_holder"), linear_model("gap_receiver")
    alone = [chances(holder, candidate_sets(scene, HOLDER))[:MOST] for scene in scenes]
    answers = []
    for scene, found in zip(scenes, linked(alone, _bonds(reading, places)), strict=True):
        holders = most_alike(found)
        sets = candidate_sets(scene, RECEIVER, frozenset(holders))
        answers.append((holders, most_alike(chances(receiver, sets)[:MOST])))
    return answers


def _bonds(reading: Reading, places: Sequence[Place]) -> list[float]:
    """Return how strongly each gap is bound to the next: by passage, by section, or not at all."""
    bonds = []
    for one, two in pairwise(places):
        if one.judged.sentence.passage == two.judged.sentence.passage:
            bonds.append(SAME_PASSAGE)
        else:
            same = section(reading, one.start) == section(reading, two.start)
            bonds.append(SAME_SECTION if same else 0.0)
    return bonds
