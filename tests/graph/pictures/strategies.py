"""Reviews as hypothesis may think them up: any parties, any dates, crowded or empty."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from ontology import vocabulary
from ontology.document import Document
from ontology.model import Case, Communication, Event, Evidence, Gap, Meeting, Review

PARTIES = st.lists(st.sampled_from(vocabulary.codes("Party")), max_size=4, unique=True).map(tuple)
DAYS = st.dates(date(2008, 1, 1), date(2012, 12, 31)).map(date.isoformat)
CROWDED = st.dates(date(2010, 3, 1), date(2010, 4, 30)).map(date.isoformat)
DATES = st.none() | DAYS | CROWDED | DAYS.map(lambda iso: iso[:7]) | DAYS.map(lambda iso: iso[:4])
EVIDENCE = st.integers(0, 5000).map(
    lambda start: (Evidence(start=start, end=start + 5, quote="w", extractor="test", confidence=0.5),)
)


def _codes(scheme: str) -> st.SearchStrategy[str]:
    return st.sampled_from(vocabulary.codes(scheme))


MEETINGS = st.builds(
    Meeting,
    type=_codes("MeetingType"),
    date=DATES,
    held=st.booleans(),
    attended=PARTIES,
    absent=PARTIES,
    evidence=EVIDENCE,
)
COMMUNICATIONS = st.builds(
    Communication,
    sender=st.none() | _codes("Party"),
    receiver=PARTIES,
    channel=_codes("Channel"),
    date=DATES,
    received=st.none() | st.booleans(),
    evidence=EVIDENCE,
)
GAPS = st.builds(Gap, kind=_codes("GapKind"), holder=PARTIES, receiver=PARTIES, date=DATES, evidence=EVIDENCE)
EVENTS = st.builds(
    Event, type=_codes("EventType"), date=DATES, date_end=st.none(), parties=PARTIES, evidence=EVIDENCE
)
CASES = st.builds(
    Case,
    subject_born=DATES,
    incident_date=DATES,
    outcome=st.none() | _codes("Outcome"),
    evidence=st.just(()),
)
REVIEWS = st.builds(
    Review,
    id=st.just("child-any"),
    document=st.just(Document(name="any.txt", media_type="text/plain", text="")),
    case=CASES,
    meetings=st.lists(MEETINGS, max_size=12).map(tuple),
    communications=st.lists(COMMUNICATIONS, max_size=20).map(tuple),
    gaps=st.lists(GAPS, max_size=20).map(tuple),
    events=st.lists(EVENTS, max_size=30).map(tuple),
)
WIDTHS = st.sampled_from([320.0, 390.0, 700.0, 1280.0, 2000.0])
