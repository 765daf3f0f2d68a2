"""What a trace says, as values: the knowledge table, the route, where it stopped, and the gaps."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.model import Evidence, Gap
from ontology.vocabulary import codes

KNEW, PART, NEVER, UNKNOWN = codes("KnowledgeStatus")
CERTAIN, POSSIBLE = "certain", "possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One row of the knowledge table: how far a party is shown to have known, and since when.

    ``status`` is a code of the ontology's knowledge statuses; ``never`` without evidence means that the
    party took part in the case while others knew, and is not shown to have had it. ``first_known`` is as
    exact as the text. ``certainty`` is "certain" where the text states it, "possible" where it follows
    from what the party took part in, or where the text says one thing and another.
    """

    party: str
    label: str | None
    status: str
    first_known: str | None = None
    certainty: str = CERTAIN
    source: str | None = None
    by: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The information passing from one party to another, as the review tells it."""

    sender: str
    receiver: str
    date: str | None
    by: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenContact:
    """A contact of a holder with a party that needed the information, not shown to have carried it.

    ``certainty`` tells whether it took place after the holder knew: the dates may be partial.
    """

    party: str
    kind: str
    date: str | None
    certainty: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Where the information stayed: its holder, since when, and the contacts that could have carried it.

    ``since`` is when it first knew or, where that is not stated, the last date told before it in the same
    passage. ``days_lost`` counts from then to the latest arrival at a party of the open
    contacts, or to the incident where it never arrived: the fewest days that the dates allow, None where
    they do not tell.
    """

    holder: str
    since: str | None
    open_contacts: tuple[OpenContact, ...]
    days_lost: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """An item of information followed through one case.

    ``asked`` is what was asked for, ``topics`` the labels of the topics that it met, ``terms`` the words
    of the text that were taken for it. ``places`` counts the sentences that mention it.
    """

    case: str
    asked: str
    topics: tuple[str, ...]
    terms: tuple[str, ...]
    places: int
    knowledge: tuple[Known, ...]
    path: tuple[Step, ...]
    stopped: tuple[Stop, ...]
    gaps: tuple[Gap, ...]
