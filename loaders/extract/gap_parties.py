"""Who is criticised and who should have known: the holders and the receivers of a gap.

The sets of parties that may be meant (see gap_party_sets.py) are weighed against each other by two
linear models. A review stays with one agency for a while, so neighbouring gaps speak for each
other; and of all sets the one is given that is most like what is meant, however unsure that is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loaders.extract.gap_party_features import HOLDER, RECEIVER, relatives
from loaders.extract.gap_party_places import mention_signs
from loaders.extract.gap_party_scene import Place, Scene, section, words_aside
from loaders.extract.gap_party_sets import (
    besides,
    candidate_sets,
    chances,
    likelier,
    linked,
    most_alike,
)
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading
from loaders.extract.weights import linear_model

__all__ = ["Place", "gap_parties"]

LACKING = "lacking_after"  # the sign of a mention that somebody was not told, asked or invited
BY, TOLD = "agent_before", "to_before"  # signs of a mention behind "by", and behind "told"
SURER_HOLDER = 3.0  # how much likelier who is said to have kept it is to be the holder
ASKED_ABOUT = 0.25  # how much likelier it is that a relative should have had what nobody asked about
MOST = 25  # sets that are weighed against each other
SAME_PASSAGE, SAME_SECTION = 0.7, 0.3  # how strongly the gap before speaks for the same holder


def gap_parties(reading: Reading, places: Sequence[Place]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return (holders, receivers) of each gap, as party codes; places in text order."""
    scenes = [Scene(reading, place) for place in places]
    holder, receiver = linear_model("gap_holder"), linear_model("gap_receiver")
    alone = [chances(holder, candidate_sets(scene, HOLDER))[:MOST] for scene in scenes]
    answers = []
    for scene, beside in zip(scenes, linked(alone, _bonds(reading, places)), strict=True):
        kept = _kept_it(scene)
        found = likelier(beside, kept, SURER_HOLDER)
        holders = most_alike(found)
        sets = candidate_sets(scene, RECEIVER, frozenset(holders))
        if scene.place.kind in lexicon("gap_parties")["of_somebody"]:
            sets.pop((), None)
        unasked = relatives() if scene.place.kind in lexicon("gap_parties")["asking"] else frozenset()
        likely = besides(chances(receiver, sets)[:MOST], kept)
        receivers = most_alike(likelier(likely, unasked, ASKED_ABOUT))
        without = set(holders) & set(receivers) & _went_without(scene)
        answers.append((most_alike(besides(found, without)), receivers))
    return answers


def _went_without(scene: Scene) -> set[str]:
    """Return who is said not to have been told, where something was not shared: they did not hold it."""
    if scene.place.kind not in lexicon("gap_parties")["sharing"]:
        return set()
    return {one.party for one in scene.named if LACKING in mention_signs(scene, one)}


def _kept_it(scene: Scene) -> set[str]:
    """Return who is said to have had what was not passed on: "by X", "told X, but this was never shared"."""
    if scene.place.kind not in lexicon("gap_parties")["kept"]:
        return set()
    text, found = scene.reading.document.text, set()
    for one in scene.named:
        signs = set(mention_signs(scene, one))
        after = text[one.end : scene.end].replace("\n", " ")
        if BY in signs or (TOLD in signs and words_aside("told_then_kept").search(after)):
            found.add(one.party)
    return found


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
