"""Traces of an invented case, answered by hand; and what must hold of every trace."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.trace import Known, OpenContact, Trace, as_json, trace
from graph.trace.knowledge import LEAST_CONTACTS
from graph.trace.values import CERTAIN, IMPOSSIBLE, KNEW, NEVER, PART, POSSIBLE, UNKNOWN, Days
from graph.trace.words import pattern
from loaders.extract.lexicon import lexicon
from ontology.errors import InvalidDataError
from ontology.model import Agency, Communication, Event, Gap, Knowledge, Meeting
from ontology.vocabulary import codes
from tests.graph.trace.fiction import HEALTH, LINDEN, PARAGRAPHS, SOCIAL_CARE, UNIT, at, place


def found() -> Trace:
    return trace(LINDEN, "Co-sleeping")


def row(party: str) -> Known:
    (one,) = (known for known in found().knowledge if known.party == party)
    return one


def told(open_contacts: tuple[OpenContact, ...]) -> list[tuple[str, str, str | None, str]]:
    return [(one.party, one.kind, one.date, one.certainty) for one in open_contacts]


def test_who_sees_it_has_it() -> None:
    assert (row(UNIT).status, row(UNIT).first_known, row(UNIT).by) == (KNEW, "2020-03-03", "incident")


def test_who_is_told_has_it_from_who_tells() -> None:
    known = row(HEALTH)
    assert (known.status, known.first_known, known.source) == (KNEW, "2020-03-10", UNIT)
    assert known.by == "telephone"


def test_who_is_said_not_to_have_been_told_never_had_it() -> None:
    assert (row(SOCIAL_CARE).status, row(SOCIAL_CARE).certainty) == (NEVER, CERTAIN)
    assert row(SOCIAL_CARE).first_known is None
    assert [one.paragraph for one in row("gp").evidence] == ["3.2"]


def test_who_is_told_of_some_knew_in_part() -> None:
    assert (row("voluntary_sector").status, row("voluntary_sector").source) == (PART, UNIT)


def gap_at(words: str, *receivers: str) -> Gap:
    start = LINDEN.document.text.index(words)
    evidence = replace(at("3.5")["evidence"][0], start=start, end=start + len(words), quote=words)
    return Gap(evidence=(evidence,), kind="not_shared", receiver=receivers)


def rows(*gaps: Gap) -> dict[str, tuple[str, str]]:
    first = replace(place("3.5"), end=place("3.5").start + len("Ms L was co-sleeping again in May."))
    topics = (replace(LINDEN.topics[0], evidence=(*LINDEN.topics[0].evidence, first)),)
    review = replace(LINDEN, gaps=gaps, topics=topics, knowledge=(), meetings=(), events=())
    told = trace(review, "Co-sleeping").knowledge
    return {one.party: (one.status, one.certainty) for one in told}


def test_a_holder_or_receiver_that_is_not_named_there_was_only_worked_out() -> None:
    gap = Gap(**at("3.1"), kind="not_shared", holder=("gp",), receiver=("hospital", SOCIAL_CARE))
    found = rows(gap)
    assert "gp" not in found
    assert (found[SOCIAL_CARE], found["hospital"]) == ((NEVER, CERTAIN), (NEVER, POSSIBLE))


def test_the_next_sentence_counts_where_it_points_back() -> None:
    assert rows(gap_at("The guardian was not told.", "cafcass"))["cafcass"] == (NEVER, POSSIBLE)
    assert "cafcass" not in rows(gap_at("The plan was changed.", "cafcass"))


def test_what_was_told_in_a_sentence_that_points_back_carried_it() -> None:
    gap = gap_at("The guardian was not told.")
    told_ = Communication(
        evidence=gap.evidence, sender=UNIT, receiver=("cafcass",), channel="email", date="2020-03-29"
    )
    first = replace(place("3.5"), end=place("3.5").start + len("Ms L was co-sleeping again in May."))
    topics = (replace(LINDEN.topics[0], evidence=(*LINDEN.topics[0].evidence, first)),)
    found = trace(replace(LINDEN, topics=topics, communications=(told_,)), "Co-sleeping")
    (known,) = (one for one in found.knowledge if one.party == "cafcass")
    assert (known.status, known.source, known.certainty) == (KNEW, UNIT, POSSIBLE)
    assert (UNIT, "cafcass", "2020-03-29", "email") in [
        (one.sender, one.receiver, one.date, one.by) for one in found.path
    ]
    assert "2020-03-29" not in [one.date for stop in found.stopped for one in stop.open_contacts]


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("The nurse was not told.", True),
        ("She thought that the ward had been copied in.", True),
        ("This was not passed on.", True),
        ("It was never recorded.", True),
        ("The information stayed in the file.", True),
        ("In this review it is not clear.", False),
        ("Three workers each began anew.", False),
        ("The placement was far from her family.", False),
    ],
)
def test_words_that_point_back(sentence: str, back: bool) -> None:
    assert bool(pattern("points_back").search(sentence)) is back


def test_attending_does_not_prove_hearing() -> None:
    assert row("cafcass").status == UNKNOWN, "it attended; that it was spoken of is not said"
    assert (row("police").status, row("police").certainty) == (KNEW, POSSIBLE)


def test_a_meeting_without_a_word_of_it_shows_nothing() -> None:
    assert not [one for known in found().knowledge for one in known.evidence if one.paragraph == "2.3"]


def test_knowing_some_and_missing_some_is_knowing_in_part() -> None:
    missed = replace(LINDEN.knowledge[0], party=HEALTH)
    review = replace(LINDEN, knowledge=(missed,))
    (known,) = (one for one in trace(review, "Co-sleeping").knowledge if one.party == HEALTH)
    assert (known.status, known.first_known) == (PART, "2020-03-10")


def test_the_way_it_took() -> None:
    steps = [(one.sender, one.receiver, one.date, one.by) for one in found().path]
    assert steps == [
        (UNIT, HEALTH, "2020-03-10", "telephone"),
        (UNIT, "voluntary_sector", None, "told"),
    ]


def test_where_it_stopped() -> None:
    stopped = {one.holder: one for one in found().stopped}
    assert told(stopped[UNIT].may_have_carried) == [(SOCIAL_CARE, "progress meeting", "2020-03-12", CERTAIN)]
    assert told(stopped[HEALTH].may_have_carried) == [
        (SOCIAL_CARE, "core group", "2020-03", POSSIBLE),
        (SOCIAL_CARE, "visit", "2020-03-20", CERTAIN),
    ]
    assert (stopped[UNIT].days_lost, stopped[HEALTH].days_lost) == (29, 22)
    assert [one.holder for one in found().stopped] == [HEALTH, UNIT], "the last holder first"


def test_the_days_that_the_first_open_contact_could_have_spared() -> None:
    stopped = {one.holder: one.avoidable for one in found().stopped}
    assert stopped[UNIT] == Days(least=20, most=20), "from 12 March to 1 April"
    assert stopped[HEALTH] == Days(least=12, most=22), "from the visit, or from the core group on 10 March"


def test_a_contact_before_the_holder_knew_could_not_carry_it() -> None:
    (stop,) = (one for one in found().stopped if one.holder == UNIT)
    assert told(stop.ruled_out) == [
        (SOCIAL_CARE, "placement planning meeting", "2020-03-02", IMPOSSIBLE),
    ]
    assert told(stop.open_contacts)[-1][-1] == IMPOSSIBLE, "behind those that were open"


def met(date: str | None, *others: str) -> Meeting:
    return Meeting(**at("1"), type="core_group", date=date, attended=(UNIT, *others))


def open_to(other: str, date: str | None, **changed: Any) -> str | None:
    """How surely a core group of the unit and another on a day was open, None where it is not listed."""
    review = replace(LINDEN, meetings=(met(date, other),), **changed)
    stops = [one for one in trace(review, "Co-sleeping").stopped if one.holder == UNIT]
    certainties = [one.certainty for stop in stops for one in stop.open_contacts]
    return certainties[0] if certainties else None


@pytest.mark.parametrize(
    ("date", "certainty"),
    [
        ("2020-03-04", CERTAIN),
        ("2020-03-03", POSSIBLE),  # the day on which the unit saw it: before or after is not told
        ("2020-03", POSSIBLE),
        ("2020", POSSIBLE),
        (None, POSSIBLE),
        ("2020-03-31", CERTAIN),
    ],
)
def test_a_contact_is_as_sure_as_its_date(date: str | None, certainty: str) -> None:
    assert open_to(SOCIAL_CARE, date) == certainty


@pytest.mark.parametrize("date", ["2020-03-02", "2020-02", "2019", "2020-04-01", "2020-05"])
def test_contacts_that_are_all_ruled_out_make_no_stop(date: str) -> None:
    review = replace(LINDEN, meetings=(met(date, SOCIAL_CARE),), events=LINDEN.events[:1])
    assert [one.holder for one in trace(review, "Co-sleeping").stopped] == []


@pytest.mark.parametrize(
    ("date", "certainty"), [("2020-03-09", CERTAIN), ("2020-03", POSSIBLE), ("2020-03-10", None)]
)
def test_who_had_it_by_then_needed_it_no_more(date: str, certainty: str | None) -> None:
    assert open_to(HEALTH, date) == certainty


def test_of_a_holder_without_a_date_only_contacts_with_who_is_said_to_lack_it_count() -> None:
    gaps = (Gap(**at("3.3"), kind="not_shared", holder=(UNIT,), receiver=(SOCIAL_CARE,)),)
    review = replace(
        LINDEN,
        meetings=(met(None, SOCIAL_CARE), met(None, "cafcass")),
        communications=(),
        events=(),
        knowledge=(),
        gaps=gaps,
    )
    (stop,) = trace(review, "Co-sleeping").stopped
    assert (stop.holder, stop.since, stop.certainty) == (UNIT, None, POSSIBLE)
    assert told(stop.open_contacts) == [(SOCIAL_CARE, "core group", None, POSSIBLE)]
    assert (stop.lost, stop.avoidable) == (None, None)


def test_a_holder_that_is_told_of_without_a_day_may_have_known_before() -> None:
    """The unit saw it on 3 March; what 2.7 says of it has no day, but stands behind the 2nd of March."""
    agreed = Communication(**at("2.7"), sender="mother", receiver=(UNIT,), channel="phone", date="2020-03-02")
    knew = Knowledge(**at("2.7"), party=UNIT, status="knew", topics=("Co-sleeping",))
    seen = Event(**at("2.1"), type="incident", date="2020-03-03", parties=(UNIT, "mother"))
    review = replace(LINDEN, communications=(agreed,), meetings=(met("2020-03-02", "gp"),))
    found = trace(replace(review, events=(seen,), knowledge=(knew, *LINDEN.knowledge[:1])), "Co-sleeping")
    (stop,) = (one for one in found.stopped if one.holder == UNIT)
    assert told(stop.open_contacts) == [("gp", "core group", "2020-03-02", POSSIBLE)]
    assert (stop.since, stop.lost) == ("2020-03-03", Days(least=29, most=30))


def test_partial_dates_give_the_fewest_and_the_most_days() -> None:
    review = replace(LINDEN, case=replace(LINDEN.case, incident_date="2020-04"))
    (stop,) = (one for one in trace(review, "Co-sleeping").stopped if one.holder == UNIT)
    assert stop.lost == Days(least=29, most=58)


def test_events_in_which_nobody_met_carry_nothing() -> None:
    missed = Event(**at("2.6"), type="missed_appointment", date="2020-03-20", parties=(HEALTH, SOCIAL_CARE))
    review = replace(LINDEN, events=(LINDEN.events[0], missed), meetings=())
    assert not [one for one in trace(review, "Co-sleeping").stopped if one.holder == HEALTH]


def test_who_is_written_to_is_no_contact_of_theirs_to_tell() -> None:
    parties = [one.party for stop in found().stopped for one in stop.open_contacts]
    assert "midwifery" not in parties


def test_what_the_review_says_of_it() -> None:
    assert [gap.kind for gap in found().gaps] == ["not_shared"]


def test_who_worked_with_the_family_and_is_not_shown_to_have_had_it() -> None:
    school = Agency(**at("1"), name="Vale School", agency_type="school")
    days = [f"2020-03-{day}" for day in range(21, 21 + LEAST_CONTACTS)]
    met = tuple(Event(**at("1"), type="contact", date=day, parties=("school", "mother")) for day in days)
    review = replace(LINDEN, agencies=(*LINDEN.agencies, school), events=(*LINDEN.events, *met))
    (known,) = (one for one in trace(review, "Co-sleeping").knowledge if one.party == "school")
    assert (known.status, known.evidence, known.label) == (NEVER, (), "Vale School")
    before = replace(review, events=(*LINDEN.events, *met[1:]))
    assert not [one for one in trace(before, "Co-sleeping").knowledge if one.party == "school"]


@pytest.mark.parametrize("asked", ["Co-sleeping", "co_sleeping", "co-sleeping", "CO SLEEPING", "co-slept"])
def test_a_topic_is_found_by_its_name_its_code_and_its_words(asked: str) -> None:
    assert trace(LINDEN, asked).topics == ("Co-sleeping",)


def test_words_of_ones_own_find_the_sentences_that_have_them_all() -> None:
    free = trace(LINDEN, "sharing the bed")
    assert "shared" in free.terms
    assert {one.paragraph for known in free.knowledge for one in known.evidence} >= {"3.2"}
    assert not trace(LINDEN, "placement").topics


def test_what_matches_nothing_is_said_with_the_topics_that_there_are() -> None:
    with pytest.raises(InvalidDataError, match="nothing in child-linden matches 'hospital food'") as caught:
        trace(LINDEN, "hospital food")
    assert caught.value.hint == "topics of this case: Co-sleeping; Care plan"


def test_as_json_it_has_the_keys_of_the_contract() -> None:
    told_ = as_json(found())
    assert {"case", "topic", "terms", "knowledge", "path", "stopped", "gaps"} <= set(told_)
    knowledge = {"party", "label", "status", "first_known", "certainty", "from", "by", "evidence"}
    assert {frozenset(one) for one in told_["knowledge"]} == {frozenset(knowledge)}
    assert {frozenset(one) for one in told_["path"]} == {frozenset({"from", "to", "date", "by", "evidence"})}
    stopped = {"holder", "since", "open_contacts", "days_lost"}
    assert all(stopped <= set(one) for one in told_["stopped"])
    open_contacts = {"with", "kind", "date", "certainty", "evidence"}
    assert {frozenset(one) for stop in told_["stopped"] for one in stop["open_contacts"]} == {
        frozenset(open_contacts)
    }
    for known in told_["knowledge"]:
        for one in known["evidence"]:
            assert PARAGRAPHS[one["paragraph"]] == one["quote"]


def test_who_must_have_had_part_in_an_event_has_it() -> None:
    held = Event(**at("3.6"), type="arrest_or_offence", date="2020-03-05", parties=("mother",))
    mentioned = replace(LINDEN.topics[0], evidence=(place("3.6"),))
    review = replace(LINDEN, events=(held,), topics=(mentioned,), meetings=())
    (known,) = (one for one in trace(review, "Co-sleeping").knowledge if one.party == "police")
    assert (known.status, known.first_known, known.certainty) == (KNEW, "2020-03-05", POSSIBLE)


@pytest.mark.parametrize(("again", "since"), [("incident", "2020-03-03"), ("visit", "2020-03")])
def test_the_same_told_again_gives_the_more_exact_day(again: str, since: str) -> None:
    seen = (
        Event(**at("2.1"), type="incident", date="2020-03", parties=(UNIT,)),
        Event(**at("3.3"), type=again, date="2020-03-03", parties=(UNIT,)),
    )
    review = replace(LINDEN, events=seen, meetings=(), communications=(), knowledge=())
    (known,) = (one for one in trace(review, "Co-sleeping").knowledge if one.party == UNIT)
    assert known.first_known == since


def test_the_lexicon_names_the_agencies_of_the_ontology() -> None:
    assert set(lexicon("trace")["implies"]) <= set(codes("AgencyType"))
    assert set(lexicon("trace")["meets"].split()) <= set(codes("EventType"))
