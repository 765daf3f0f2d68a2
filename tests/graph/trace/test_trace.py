"""Traces of an invented case, answered by hand; and what must hold of every trace."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.trace import Known, OpenContact, Trace, as_json, trace
from graph.trace.knowledge import LEAST_CONTACTS
from graph.trace.values import CERTAIN, KNEW, NEVER, PART, POSSIBLE, UNKNOWN
from ontology.errors import InvalidDataError
from ontology.model import Agency, Event
from tests.graph.trace.fiction import HEALTH, LINDEN, PARAGRAPHS, SOCIAL_CARE, UNIT, at


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
    assert told(stopped[UNIT].open_contacts) == [(SOCIAL_CARE, "progress meeting", "2020-03-12", CERTAIN)]
    assert told(stopped[HEALTH].open_contacts) == [
        (SOCIAL_CARE, "core group", "2020-03", POSSIBLE),
        (SOCIAL_CARE, "visit", "2020-03-20", CERTAIN),
    ]
    assert (stopped[UNIT].days_lost, stopped[HEALTH].days_lost) == (29, 22)
    assert [one.holder for one in found().stopped] == [HEALTH, UNIT], "the last holder first"


def test_a_contact_before_the_holder_knew_could_not_carry_it() -> None:
    dates = [one.date for stop in found().stopped for one in stop.open_contacts]
    assert "2020-03-02" not in dates


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
    assert {frozenset(one) for one in told_["stopped"]} == {frozenset(stopped)}
    for known in told_["knowledge"]:
        for one in known["evidence"]:
            assert PARAGRAPHS[one["paragraph"]] == one["quote"]
