"""The two sides of an act of telling: as named, or as the paper's kind and the neighbourhood give them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.frames import Act
from loaders.extract.parties import Mention
from loaders.extract.reading import Reading, Sentence
from loaders.extract.telling_words import telling_words


@dataclass(frozen=True, slots=True)
class Sides:
    """Who told and who was told.

    ``guessed`` where one side was taken from the neighbourhood, ``typed`` where the kind of paper tells.
    """

    senders: tuple[Mention, ...]
    receivers: tuple[Mention, ...]
    guessed: bool = False
    typed: bool = False


def completed(reading: Reading, sentence: Sentence, act: Act) -> Sides:
    """Give an act that names one side the other: the agency last named near it that fits.

    "She attended the surgery and was referred to the clinic": the surgery referred her.
    """
    senders, receivers = tuple(act.senders), tuple(act.receivers)
    senders = tuple(m for m in senders if m not in receivers) if receivers else senders
    if senders and receivers:
        return Sides(senders, receivers)
    paper = _paper(sentence, act)
    if paper is not None and (senders or paper[0]) and (receivers or paper[1]):
        return Sides(senders or paper[0], receivers or paper[1], typed=True)
    if act.channel == "records_transfer" and (senders or receivers):
        return Sides(senders or receivers, receivers or senders, typed=True)
    known = (*senders, *receivers)
    cue = act.rule.rpartition(":")[2]
    unnamed = cue in telling_words()["told_unnamed"] or (
        act.concern and any(m.sort == "family" for m in senders)
    )
    if (receivers and act.named) or (senders and (act.addressed or not unnamed)):
        return Sides(senders, receivers)
    near = [m for m in _nearby(reading, sentence, act) if m.sort != "family" and _other(m, known, act)]
    here = [m for m in near if sentence.start <= m.start < sentence.end]
    other_kind = [m for m in here if all(m.party != one.party for one in known)]
    near = other_kind or near
    if not near:
        return Sides(senders, receivers)
    return Sides(senders or near[:1], receivers or near[:1], guessed=True)  # type: ignore[arg-type]


def _paper(sentence: Sentence, act: Act) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    """Return the usual sender and receiver of the paper that an act's clause names, where it names one."""
    for paper in telling_words()["papers"]:
        match = re.search(paper["pattern"], sentence.text[act.start : act.end], re.IGNORECASE)
        if match:
            left = sentence.start + act.start + match.start()
            sides = [
                (Mention(left, left + len(match[0]), paper[side], match[0], "agency"),)
                if side in paper
                else ()
                for side in ("sender", "receiver")
            ]
            return sides[0], sides[1]
    return None


def _other(mention: Mention, known: tuple[Mention, ...], act: Act) -> bool:
    """Tell another party from those known; in a referral, another team of the same kind is one."""
    if act.channel == "referral":
        return all(mention.label.lower() != m.label.lower() for m in known)
    return all(mention.party != m.party for m in known)


def _nearby(reading: Reading, sentence: Sentence, act: Act) -> list[Mention]:
    """Return the parties of the sentence before the cue, then after it, then of its neighbours."""
    at = sentence.start + act.start
    own = reading.parties.mentions(sentence.start, sentence.end)
    before = [m for m in reversed(own) if m.end <= at + (act.end - act.start) and m.start < at]
    after = [m for m in own if m not in before]
    near = [*before, *after]
    for step in (-1, 1, -2, 2) if sentence.column is not None else (-1, 1):
        place = sentence.index + step
        if 0 <= place < len(reading.sentences) and reading.sentences[place].passage == sentence.passage:
            other = reading.sentences[place]
            mentions = reading.parties.mentions(other.start, other.end)
            near += reversed(mentions) if step < 0 else mentions
    return near
