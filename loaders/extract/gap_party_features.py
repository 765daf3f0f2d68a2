"""What speaks for a party, for two of them, or for nobody, as holder or receiver of a gap: named features."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from loaders.extract.gap_party_places import joined, mention_signs, signs_before
from loaders.extract.gap_party_scene import FAMILY, Scene, words_aside
from loaders.extract.lexicon import lexicon
from ontology.vocabulary import codes

HOLDER, RECEIVER = "holder", "receiver"
MUCH = 2.0  # the nearness at which a party is as near as can be
SELDOM = 0.7  # what is told again where nobody is named counts for less: fewer examples teach it
# What is told about a party for any kind of gap, and again for each kind.
BY_KIND = ("at:", "named", "bias", "share:passage", "share:section", "holder")
BY_KIND_AND_SORT = ("+bias", "+named")
# What tells more of an agency where the sentence only says "the service".
BY_SERVICE = (
    *("around:last", "around:first of previous", "around:own heading"),
    *("top:near", "top:before", "share:near"),
)


@cache
def relatives() -> frozenset[str]:
    """Return the codes of all family roles."""
    return frozenset(codes("FamilyRole"))


def sort_of(party: str) -> str:
    """Return the sort of a party: family, everybody (the network), usual (who mostly plans), other."""
    words = lexicon("gap_parties")
    if party == words["everybody"]:
        return "everybody"
    if party in words["usual"]:
        return "usual"
    return FAMILY if party in relatives() else "other"


def party_features(scene: Scene, party: str, side: str, holders: frozenset[str]) -> dict[str, float]:
    """Return what speaks for a party; ``holders`` are those who hold the gap, for the receiver's side."""
    own = [m for m in scene.named if m.party == party]
    found = {"bias": 1.0, **{f"at:{sign}": 1.0 for m in own for sign in mention_signs(scene, m)}}
    found.update({f"around:{where}": 1.0 for where in scene.around.get(party, ())})
    found["named"] = float(bool(own))
    found["named twice"] = float(len(own) > 1)
    found["only"] = float(bool(own) and len({m.party for m in scene.work}) == 1)
    found.update({name: float(party in spoken) for name, spoken in scene.things.items()})
    found.update(_shares(scene, party))
    if words_aside("the_service").search(scene.text):
        found.update({f"{name}|service": found.get(name, 0.0) for name in BY_SERVICE})
    if not scene.work:
        found.update({f"{name}|none": SELDOM * value for name, value in found.items() if name[:3] != "at:"})
    sort = sort_of(party)
    found.update({f"{sort}+{name}": value for name, value in found.items()})
    found.update(_sorts_and_signs(scene, party, side))
    if side == RECEIVER:
        found["holder"] = float(party in holders)
    found.update(_by_kind(found, scene.place.kind, party, side))
    if side == HOLDER:
        found.update(_from_before(scene, party))
    return {name: value for name, value in found.items() if value}


def _shares(scene: Scene, party: str) -> dict[str, float]:
    """Return how much of what is said round a gap is said of a party."""
    family = sort_of(party) == FAMILY
    found: dict[str, float] = {}
    for scope, counted in (scene.family_counts if family else scene.counts).items():
        found[f"share:{scope}"] = share(counted, party)
        found[f"top:{scope}"] = float(bool(counted) and counted.get(party, 0.0) == max(counted.values()))
        found[f"some:{scope}"] = float(party in counted)
    near = scene.family_near if family else scene.near
    found["share:near"] = near.get(party, 0.0) / max(1.0, sum(near.values()))
    found["near"] = min(near.get(party, 0.0), MUCH) / MUCH
    found["top:near"] = float(bool(near) and near.get(party, 0.0) == max(near.values()))
    return found


def share(counted: Mapping[str, float], party: str) -> float:
    """Return the share of a party in what was counted, 0 to 1."""
    total = sum(counted.values())
    return counted.get(party, 0.0) / total if total else 0.0


def _sorts_and_signs(scene: Scene, party: str, side: str) -> dict[str, float]:
    """Return a party that may be meant without being named, joined with what the sentence is about."""
    sort = sort_of(party)
    if side == HOLDER and sort in {"everybody", "usual"}:
        return {f"{sort}+{sign}": 1.0 for sign in scene.signs if not sign.startswith("near:")}
    if side == RECEIVER and party in lexicon("gap_parties")["closest"]:
        return {party: 1.0, **{f"{party}+{s}": 1.0 for s in scene.signs if not s.startswith("cue:")}}
    return {}


def _from_before(scene: Scene, party: str) -> dict[str, float]:
    """Return what the sentence before tells of a party, and again where this one points back to it."""
    signs = signs_before(scene, party)
    pointing = words_aside("pointing_back").search(scene.text)
    return {
        f"previous:{sign}{end}": 1.0 for sign in signs for end in (("", "|pointing") if pointing else ("",))
    }


def _by_kind(found: Mapping[str, float], kind: str, party: str, side: str) -> dict[str, float]:
    chosen = {
        f"{kind}+{name}": value
        for name, value in found.items()
        if name.startswith(BY_KIND) or name.partition("|")[0].endswith(BY_KIND_AND_SORT)
    }
    if side == RECEIVER and party in lexicon("gap_parties")["closest"]:
        chosen[f"{kind}+{party}"] = 1.0
    return chosen


def nobody_features(scene: Scene) -> dict[str, float]:
    """Return what speaks for a gap that has no receiver."""
    named = {m.party for m in scene.work}
    found = {
        "nobody": 1.0,
        "nobody+family named": float(len(scene.work) < len(scene.named)),
        "nobody+none named": float(not named),
        "nobody+several named": float(len(named) > 1),
    }
    by_kind = {f"{scene.place.kind}+{name}": value for name, value in found.items()}
    signs = {f"nobody+{sign}": 1.0 for sign in scene.signs}
    return {name: value for name, value in {**found, **by_kind, **signs}.items() if value}


def pair_features(scene: Scene, one: str, two: str) -> dict[str, float]:
    """Return what speaks for two parties together, beside what speaks for each."""
    named = {m.party for m in scene.named}
    sorts = [sort_of(one), sort_of(two)]
    found = {
        "pair": 1.0,
        f"{scene.place.kind}+pair": 1.0,
        f"pair:named {len(named & {one, two})}": 1.0,
        f"pair:family {sorts.count(FAMILY)}": 1.0,
        "pair:everybody": float("everybody" in sorts),
        "pair:none named": float(not scene.work),
        "pair:joined": float(_side_by_side(scene, one, two)),
    }
    for scope in ("section", "passage"):
        counted = scene.counts[scope]
        found[f"pair:{scope}"] = min(share(counted, one), share(counted, two))
    return {name: value for name, value in found.items() if value}


def _side_by_side(scene: Scene, one: str, two: str) -> bool:
    return any({a.party, b.party} == {one, two} and joined(scene, a, b) for a, b in pairwise(scene.named))
