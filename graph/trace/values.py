"""What a trace says, as values: the knowledge table, the route, where it stopped, and the gaps."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.model import Evidence, Gap
from ontology.vocabulary import codes

KNEW, PART, NEVER, UNKNOWN = codes("KnowledgeStatus")
CERTAIN, POSSIBLE, IMPOSSIBLE = "certain", "possible", "impossible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One row of the knowledge table: how far a party is shown to have known, and since when.

    ``status`` is a code of the ontology's knowledge statuses; ``never`` without evidence means that the
    party took part in the case while others knew, and is not shown to have had it. ``first_known`` is as
    exact as the text. ``certainty`` is "certain" where the text states it, "possible" where it follows
    from what the party took part in, or where the text says one thing and another. ``undated`` is the part
    of the evidence that tells no day: the party may have known before ``first_known``.
    """

    party: str
    label: str | None
    status: str
    first_known: str | None = None
    certainty: str = CERTAIN
    source: str | None = None
    by: str | None = None
    evidence: tuple[Evidence, ...] = ()
    undated: tuple[Evidence, ...] = ()


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

    ``certainty`` tells whether it took place while the holder knew, the other did not yet, and there was
    still time: "possible" where partial or missing dates leave it open, "impossible" where they rule it out.
    """

    party: str
    kind: str
    date: str | None
    certainty: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A number of days as far as the dates tell it: the fewest and the most that it can have been."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Where the information stayed: its holder, since when, and the contacts that could have carried it.

    ``since`` is when it first knew or, where that is not stated, the last date told before it in the same
    passage; where such a date is earlier, contacts from then on are possible. ``lost`` counts to the latest
    arrival at a party of the open contacts, or to the incident where it never arrived; ``avoidable`` counts
    to the same day from the first open contact. None where the dates do not tell. ``open_contacts`` may hold
    some whose dates rule them out, in neither count.
    """

    holder: str
    since: str | None
    open_contacts: tuple[OpenContact, ...]
    lost: Days | None = None
    avoidable: Days | None = None

    @property
    def may_have_carried(self) -> tuple[OpenContact, ...]:
        """The contacts that were open, certainly or possibly: at least one in every stop of a trace."""
        return tuple(one for one in self.open_contacts if one.certainty != IMPOSSIBLE)

    @property
    def ruled_out(self) -> tuple[OpenContact, ...]:
        """The contacts of the same parties that by their dates cannot have carried it."""
        return tuple(one for one in self.open_contacts if one.certainty == IMPOSSIBLE)

    @property
    def certainty(self) -> str:
        """Certain where at least one contact certainly could have carried it, else possible."""
        return CERTAIN if any(one.certainty == CERTAIN for one in self.open_contacts) else POSSIBLE

    @property
    def days_lost(self) -> int | None:
        """The fewest days that it was lost for."""
        return self.lost.least if self.lost else None


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
