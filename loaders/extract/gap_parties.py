"""Who is criticised and who should have known: the holders and the receivers of a gap.

Every party that the sentence names, that the one before named, that the heading names, and the
network as a whole are candidates. Features say where each is named relative to the lapse expression
(subject, by-phrase, behind "with" or "to", "X was not told"); two small models weigh them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.extract.gap_features import Judged
from loaders.extract.lexicon import lexicon
from loaders.extract.parties import Mention
from loaders.extract.reading import Reading
from loaders.extract.weights import linear_model

FAMILY = "family"
JOINED = re.compile(r"^[\s,]*((and|or|nor|both|/|&|the|\w+'s)[\s,]*)*$", re.I)
REACH = 40
TITLE_REST = 14  # characters of number and small words beside the name in a heading that is a name
WORDS_ASIDE = (
    "agent_before",
    "receiver_before",
    "to_before",
    "absent_before",
    "lacking_after",
    "thing_after",
)
LEAST_HOLDER, LEAST_RECEIVER = 0.5, 0.4
BY_PASSAGE, BY_SECTION = 0.2, 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party that may be meant, with what speaks for it as holder and as receiver."""

    party: str
    holder: dict[str, float]
    receiver: dict[str, float]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(lexicon("gap_parties")[name], re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """One gap whose parties are asked for: its sentence, its kind, and its span in the document."""

    judged: Judged
    kind: str
    start: int
    end: int


def gap_parties(reading: Reading, places: Sequence[Place]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return (holders, receivers) of each gap, as party codes.

    A review stays with one agency for a while: what the gaps of the same passage and under the same
    heading say of their holders counts for each other.
    """
    found = [candidates(reading, p) for p in places]
    held = [{c.party: linear_model("gap_holder").probability(c.holder) for c in one} for one in found]
    passages = _alike(held, [p.judged.sentence.passage for p in places])
    sections = _alike(held, [_section(reading, p.start) for p in places])
    answers = []
    for place, one in enumerate(found):
        weighed = {
            party: (own + BY_PASSAGE * passages(place, party) + BY_SECTION * sections(place, party))
            / (1 + BY_PASSAGE + BY_SECTION)
            for party, own in held[place].items()
        }
        best = max(weighed, key=lambda party: (weighed[party], party))
        holders = tuple(p for p, weight in weighed.items() if weight >= LEAST_HOLDER) or (best,)
        receivers = tuple(
            c.party for c in one if linear_model("gap_receiver").probability(c.receiver) >= LEAST_RECEIVER
        )
        answers.append((holders, receivers))
    return answers


def _section(reading: Reading, offset: int) -> int:
    headings = reading.document.headings_above(offset)
    return headings[-1].start if headings else 0


def _alike(held: list[dict[str, float]], groups: list[int]) -> Callable[[int, str], float]:
    """Return how likely the other gaps of the same group hold a party to be their holder, on average."""
    members: dict[int, list[int]] = {}
    for place, group in enumerate(groups):
        members.setdefault(group, []).append(place)

    def average(place: int, party: str) -> float:
        others = [other for other in members[groups[place]] if other != place]
        if not others:
            return held[place][party]
        return sum(held[other].get(party, 0.0) for other in others) / len(others)

    return average


def candidates(reading: Reading, place: Place) -> tuple[Candidate, ...]:
    """Return every party that may be meant, with its features, in the order they are named."""
    named = reading.parties.mentions(place.start, place.end)
    around = _around(reading, place.judged, place.start)
    everybody = str(lexicon("gap_parties")["everybody"])
    usual = lexicon("gap_parties")["usual"]
    parties = dict.fromkeys([*(m.party for m in named), *around, everybody, *usual])
    sorts = {m.party: m.sort for m in named}
    found = []
    for party in parties:
        own = [m for m in named if m.party == party]
        features = {f: 1.0 for m in own for f in _places(place, reading, m, named)}
        features.update({f"around:{where}": 1.0 for where in around.get(party, ())})
        features["named"] = float(bool(own))
        features["family"] = float(sorts.get(party) == FAMILY)
        features["share"] = _share(reading, party)
        work = [m for m in named if m.sort != FAMILY]
        features["only"] = float(bool(own) and len({m.party for m in work}) == 1)
        features["none named"] = float(not work)
        features.update(_joint(features, place.kind, party, everybody, usual))
        found.append(Candidate(party, features, features))
    return tuple(found)


def _joint(
    features: dict[str, float], kind: str, party: str, everybody: str, usual: list[str]
) -> dict[str, float]:
    """Return each feature joined with the kind of gap, and the usual parties with what is named."""
    sort = "everybody" if party == everybody else "usual" if party in usual else "other"
    sort = FAMILY if features["family"] else sort
    joint = {f"{kind}+{name}": value for name, value in features.items() if value}
    joint[f"{sort}"] = 1.0
    joint[f"{kind}+{sort}"] = 1.0
    joint[f"{sort}+none named"] = features["none named"]
    joint[f"{kind}+{sort}+none named"] = features["none named"]
    joint[f"{sort}+named"] = features["named"]
    return joint


def _share(reading: Reading, party: str) -> float:
    """Return how much of the review's talk of agencies is of this one, 0 to 1."""
    counted = _counts(reading)
    top = max(counted.values(), default=1)
    return counted.get(party, 0) / top


@cache
def _counts(reading: Reading) -> Counter[str]:
    everything = reading.parties.mentions(0, len(reading.document.text))
    return Counter(m.party for m in everything if m.sort != FAMILY)


def _around(reading: Reading, judged: Judged, start: int) -> dict[str, list[str]]:
    """Return the parties named just before in the passage and in the heading, with where."""
    found: dict[str, list[str]] = {}
    sentence = judged.sentence
    opening = reading.passage(sentence).start
    before = [m for m in reading.parties.mentions(opening, sentence.start) if m.sort != FAMILY]
    if before:
        found.setdefault(before[-1].party, []).append("last")
    previous = reading.sentences[sentence.index - 1] if sentence.index else None
    if previous and previous.passage == sentence.passage:
        mentions = [m for m in reading.parties.mentions(previous.start, previous.end) if m.sort != FAMILY]
        if mentions:
            found.setdefault(mentions[0].party, []).append("first of previous")
    for party in dict.fromkeys(m.party for m in before):
        found.setdefault(party, []).append("passage")
    for heading in reversed(reading.document.headings_above(start)):
        mentions = [m for m in reading.parties.mentions(heading.start, heading.end) if m.sort != FAMILY]
        for party in dict.fromkeys(m.party for m in mentions):
            found.setdefault(party, []).append("heading")
        if mentions and heading.end - heading.start - sum(m.end - m.start for m in mentions) < TITLE_REST:
            found[mentions[0].party].append("whole heading")
        if mentions:
            break
    return found


def _places(place: Place, reading: Reading, mention: Mention, named: Iterable[Mention]) -> Iterator[str]:
    """Yield what the place of a mention in the gap's words tells."""
    yield from _neighbours(place, reading, mention)
    for scope in place.judged.scopes:
        head = None if scope.at is None else place.judged.sentence.start + scope.at
        if head is not None and scope.cue.strong and mention.start <= head < mention.end:
            yield "undergoes" if scope.passive else "acts"
    cue = _cue(place.judged, place.start)
    yield "before cue" if mention.start < cue else "after cue"
    work = [m for m in named if m.sort != FAMILY]
    if mention in work:
        yield from _order(reading, mention, work, cue)


def _neighbours(place: Place, reading: Reading, mention: Mention) -> Iterator[str]:
    """Yield what the words right before and after a mention, and its own, tell."""
    text = reading.document.text
    before = text[max(place.start, mention.start - REACH) : mention.start].replace("\n", " ")
    after = text[mention.end : min(place.end, mention.end + 2 * REACH)].replace("\n", " ")
    sides = {"before": before, "after": after}
    for name in WORDS_ASIDE:
        if _pattern(name).search(sides[name.rpartition("_")[2]]):
            yield name
    if _pattern("place_itself").search(text[mention.start : mention.end]):
        yield "place itself"
        if _pattern("place_before").search(before):
            yield "place named"
    if after.startswith(("'s", "’s")):
        yield "owner"


def _order(reading: Reading, mention: Mention, work: list[Mention], cue: int) -> Iterator[str]:
    """Yield what a mention's rank among those of the sentence tells: first, last before the cue, joined."""
    subject = next((m for m in reversed(work) if m.start < cue), None)
    if subject == mention:
        yield "subject"
    if work[0] == mention:
        yield "first"
    at = work.index(mention)
    for one, two in ((at - 1, at), (at, at + 1)):
        if one < 0 or two >= len(work):
            continue
        if JOINED.match(reading.document.text[work[one].end : work[two].start]):
            yield "joined"
            if subject in (work[one], work[two]):
                yield "joined to subject"


def _cue(judged: Judged, start: int) -> int:
    """Return where the lapse expression that carries the gap begins, as an offset into the document."""
    offset = judged.sentence.start
    live = [s.cue for s in judged.scopes if not s.familys and s.cue.strong]
    inside = [c for c in live if offset + c.start >= start] or live
    return offset + min((c.start for c in inside), default=0) + 8
