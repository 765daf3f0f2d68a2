"""Concerns: when a relative's or neighbour's words to an agency count as a communication."""

from __future__ import annotations

import re
from functools import cache

from loaders.extract.frames import Act
from loaders.extract.sides import Sides
from loaders.extract.telling_words import telling_words


def raised_by_family(clause: str, act: Act, sides: Sides) -> float:
    """Return how surely a relative's words raise a concern: who turns to whom, and over what."""
    words = telling_words()
    turning = act.rule.rpartition(":")[2] in words["turning_to"] or act.channel == "phone"
    harm = bool(_says("harm").search(clause))
    worry = harm or bool(_says("worry").search(clause))
    party = sides.senders[0].party
    if act.both:
        return 0.5 if harm or (worry and party not in words["parents"]) else 0.15
    if sides.guessed:
        return 0.65 if worry and (act.concern or turning) else 0.2
    if turning and any(m.party in words["emergency"] for m in sides.receivers):
        return 0.75
    if party in words["children"]:
        return 0.55 if act.channel is None else 0.4
    return (
        _of_parent(clause, act, turning, harm) if party in words["parents"] else _of_relative(turning, worry)
    )


def _of_parent(clause: str, act: Act, turning: bool, harm: bool) -> float:
    """A parent's account of what others do is a concern raised; of how they feel themselves, it is not."""
    if harm or (act.concern and re.search(r"\b(?:this|these|it|that to) ", clause)):
        return 0.6
    return 0.45 if turning and re.search(r"\bto (?:tell|report|complain|disclose)\b", clause) else 0.2


def _of_relative(turning: bool, worry: bool) -> float:
    return 0.65 if worry else 0.5 if turning else 0.25


@cache
def _says(name: str) -> re.Pattern[str]:
    return re.compile(telling_words()[name], re.IGNORECASE)
