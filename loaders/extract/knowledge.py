"""Knowledge: statements that a party knew something, knew it in part, did not, or that it is not clear.

What the review itself came to know is none, nor what anybody should have known. A relative's account of who
knew is kept as less sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import prod

from loaders.extract.arguments import parsed
from loaders.extract.knowing import Claim, claims
from loaders.extract.knowing_scope import KNEW, UNKNOWN, late, pattern, speaker
from loaders.extract.reading import Reading, Sentence
from loaders.extract.trail import place_reason
from loaders.extract.words import words
from ontology.model import Knowledge

CATEGORY = "knowledge"
STORY = {"narrative", "chronology", "background", "analysis", "finding", "good_practice"}
DATED = {"narrative", "chronology", "background"}  # where a sentence goes on with the date told before it
FLOOR = 0.52  # the least probability of a statement that is given at all
ABOUT = 200  # characters of what was known; more is left to the quote
BY_SPEAKER = {"family": 0.7, "agency": 0.85}


def read_knowledge(reading: Reading) -> tuple[Knowledge, ...]:
    """Return what a review says of who knew, in text order."""
    sentences = [one for one in reading.sentences if _may_tell(reading, one)]
    found: dict[tuple[int, str, str], Knowledge] = {}
    for arguments in parsed(reading, sentences):
        for claim in _judged(reading, arguments.sentence, claims(arguments)):
            voice = speaker(arguments, claim.verb)
            fact = _fact(reading, arguments.sentence, claim, voice)
            key = (arguments.sentence.index, fact.party, fact.status)
            if key not in found or fact.confidence > found[key].confidence:
                found[key] = fact
    for fact in found.values():
        if fact.confidence < FLOOR:
            reading.trail.drop_unsure(CATEGORY, fact)
    sure = [fact for fact in found.values() if fact.confidence >= FLOOR]
    return tuple(sorted(sure, key=lambda one: (one.start, one.end, one.party, one.status)))


def _may_tell(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence is worth parsing: a word of knowing, a party, and the case as its matter."""
    cue = pattern("cue").search(sentence.text)
    if not cue:
        return False
    place = (sentence.start + cue.start(), sentence.start + cue.end())
    if sentence.role not in STORY:
        reading.trail.drop(CATEGORY, place_reason(sentence.role), cue[0].lower(), place)
        return False
    told = pattern("told_the_review").sub("", sentence.text)
    reason = (
        "review_itself"
        if pattern("hindsight").search(told)
        else "not_this_case"
        if pattern("general").search(told)
        else None
    )
    if reason:
        reading.trail.drop(CATEGORY, reason, cue[0].lower(), place)
        return False
    return bool(reading.parties.mentions(sentence.start, sentence.end))


def _judged(reading: Reading, sentence: Sentence, found: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims of a sentence that are no communication between agencies, told as such already."""
    outside = words("knowledge", "not_in_case")
    for claim in found:
        if {claim.knower.party, claim.source.party if claim.source else ""} & outside:
            continue
        place = (sentence.start + claim.start, sentence.start + claim.end)
        told = claim.rule.startswith(("tells", "passed")) and claim.status == KNEW
        if (
            told
            and not claim.rule.startswith("passed:know")
            and late(claim.verb) is None
            and not _by_family(claim)
        ):
            reading.trail.drop(CATEGORY, "another_sort", claim.rule, place)
            continue
        reading.trail.fired(CATEGORY, claim.rule, place)
        yield claim


def _by_family(claim: Claim) -> bool:
    """Tell what passed to or from a relative."""
    sides = (claim.knower, claim.source)
    return any(one is not None and one.sort == "family" for one in sides)


def _fact(reading: Reading, sentence: Sentence, claim: Claim, voice: str | None) -> Knowledge:
    doubts = [
        claim.sure,
        BY_SPEAKER.get(voice or "", 1.0),
        1.0 if not claim.pronoun else 0.6 if claim.rule.startswith("passed") else 0.85,
        0.9 if claim.knower.party == "multi_agency" or claim.status == UNKNOWN else 1.0,
    ]
    start, end = sentence.start + claim.start, sentence.start + claim.end
    act = pattern("act").search(sentence.text, claim.start, claim.end)
    return Knowledge(
        party=claim.knower.party,
        label=_label(reading.document.text[claim.knower.start : claim.knower.end]),
        status=claim.status,
        date=_date(reading, sentence, claim),
        source=claim.source.party if claim.source else None,
        act=" ".join(act[1].split()) if act and claim.status != "never" else None,
        about=_about(sentence, claim),
        evidence=(
            reading.evidence(start, end, extractor=f"knowledge:{claim.rule}", confidence=prod(doubts)),
        ),
    )


def _label(named: str) -> str:
    """Return a name as printed, on one line and without the ending of "the nurse's"."""
    return re.sub(r"['’]s$|(?<=s)['’]$", "", " ".join(named.split()))


def _date(reading: Reading, sentence: Sentence, claim: Claim) -> str | None:
    """Return when it was: for "not until", the date behind that; else the day the sentence tells of."""
    turn = late(claim.verb)
    if turn is not None:
        at = sentence.start + claim.start
        named = reading.dates.mentions(at, sentence.end)
        return named[-1].date if named else None
    dates = reading.dates
    mention = dates.carried(sentence) if sentence.role in DATED else dates.of(sentence)
    return mention.date if mention else None


def _about(sentence: Sentence, claim: Claim) -> str | None:
    if claim.about is None:
        return None
    told = " ".join(sentence.text[slice(*claim.about)].split()).strip(" .,;:")
    told = re.sub(r"^(?:that|of|about|regarding)\s+", "", told)
    return told if told and len(told) <= ABOUT else None
