"""Nothing is dropped in silence: every category tells why a cue was not read, and what a cue was read as."""

from __future__ import annotations

import pytest

from loaders.extract.explain import Explanation, explain, reasons_told
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading
from loaders.extract.review import review_of
from loaders.extract.trail import Trail, place_reason
from ontology.model import Gap
from ontology.vocabulary import codes, label
from tests.extract.passages_of import reading_of

STORY = "# 3 Narrative"


def dropped(*lines: str) -> dict[tuple[str, str], int]:
    """What was dropped from some lines, by category and reason."""
    reading = reading_of(*lines)
    review_of(reading, "fiction")
    return dict(reading.trail.dropped)


def explained(*lines: str) -> list[Explanation]:
    reading = Reading(reading_of(*lines).document, keep_notes=True)
    review = review_of(reading, "fiction")
    passages = reading.document.passages
    return [one for p in passages for one in explain(reading, review, p.start, p.end)]


def told(*lines: str) -> str:
    """The explanation of some lines in words, on one line."""
    return " ".join(" ".join(line.split()) for one in explained(*lines) for line in one.lines())


REASONS = [
    # category, reason, what must not be read and why
    ("gaps", "family_not_services", STORY, "The mother did not attend the clinic and did not return calls."),
    ("gaps", "future", "# 7 Recommendations", "The school should have been told sooner."),
    ("gaps", "not_this_case", "# 5 Research", "The risk is often not recognised by professionals."),
    ("gaps", "review_itself", "# 2 Terms of reference", "Was the school not told of the injury?"),
    ("meetings", "not_stated", STORY, "A strategy meeting should have been held on 3 May 2016."),
    ("meetings", "no_date", STORY, "The matter was discussed in a family meeting."),
    ("meetings", "review_itself", STORY, "A review panel meeting was held on 3 May 2016."),
    ("meetings", "duplicate", STORY, "On 3 May 2016 this was recorded as a core group."),
    ("meetings", "future", "# 7 Recommendations", "Core groups should be held every six weeks."),
    ("communications", "not_stated", STORY, "The midwife did not tell the police that the flat was empty."),
    ("communications", "no_party", STORY, "The midwife reported this the next day."),
    (
        "communications",
        "family_not_services",
        STORY,
        "On 3 May 2016 the midwife told the mother of the scan.",
    ),
    ("communications", "review_itself", STORY, "The midwife told the reviewer that she had been busy."),
    ("communications", "future", "# 7 Recommendations", "The midwife should inform the police."),
    ("events", "no_date", STORY, "The health visitor visited the family at home."),
    ("events", "not_stated", STORY, "On 3 May 2016 it was planned that the nurse would visit the home."),
    ("events", "another_sort", STORY, "The nurse attended the core group that was held on 3 May 2016."),
    ("events", "review_itself", "# 2 Terms of reference", "Was the visit on 3 May 2016 recorded?"),
    ("factors", "negated", STORY, "The baby was not premature."),
    ("factors", "not_this_case", STORY, "Research links neglect with low birth weight."),
    ("factors", "future", "# 7 Recommendations", "Staff should ask about cannabis."),
    ("recommendations", "comment", "# 7 Recommendations", "The review makes the following recommendations."),
    ("recommendations", "not_stated", "# 7 Recommendations", "The family moved twice in that year."),
    ("recommendations", "elsewhere", STORY, "1. It is recommended that the board audits its minutes."),
    ("professionals", "ambiguous", STORY, "The social workers were kind to the family."),
    ("family", "duplicate", STORY, "The stepfather came. The mother's partner said so."),
]


@pytest.mark.parametrize(("category", "reason", "heading", "line"), REASONS)
def test_the_reason_told_is_the_right_one(category: str, reason: str, heading: str, line: str) -> None:
    found = {why for what, why in dropped(heading, line) if what == category}
    assert found == {reason}


def test_words_that_could_be_one_of_several_agencies_are_told() -> None:
    lines = (
        "Northwick Primary School knew the family, and so did Southwick Primary School.",
        "Staff of the school were worried.",
    )
    assert dropped(STORY, *lines)["agencies", "ambiguous"] == 1


def test_a_role_that_has_a_label_is_told_already() -> None:
    lines = ("# Key", "SW1 – Social worker", STORY, "SW1 rang. The social worker called again.")
    assert dropped(*lines)["professionals", "duplicate"] == 1


def test_a_factor_that_too_little_bears_out_is_told() -> None:
    assert dropped(STORY, "The man was abusive.")["factors", "too_little"] == 1


def test_what_is_left_out_by_the_threshold_is_counted() -> None:
    reading = reading_of(
        STORY, "The school nurse was not told of the injury.", "The GP did not share the letter."
    )
    assert not review_of(reading, "fiction", 1.0).gaps
    assert sum(number for (category, _), number in reading.trail.dropped.items() if category == "gaps") == 2


def test_every_reason_is_a_code_and_every_kind_of_passage_too() -> None:
    reasons = lexicon("drops")["passages"]
    assert set(reasons.values()) <= set(codes("DropReason"))
    assert set(reasons) - {"other"} <= set(codes("PassageRole"))
    assert place_reason("appendix") == reasons["other"]
    assert {reason for _, reason, _, _ in REASONS} <= set(codes("DropReason"))


def test_places_are_kept_only_when_asked() -> None:
    quiet, asked = Trail(), Trail(keep=True)
    for trail in (quiet, asked):
        trail.fired("meetings", "core_group", (0, 4))
        trail.drop("meetings", "no_date", "core_group", (0, 4), (9, 13))
    assert quiet.dropped == asked.dropped == {("meetings", "no_date"): 1}
    assert not quiet.notes
    assert [(note.start, note.dropped) for note in asked.notes] == [(0, None), (0, "no_date"), (9, "no_date")]


def test_an_explanation_names_cues_owners_and_verdict() -> None:
    words = told(STORY, "The nurse did not tell the school.")
    gap = "gaps: read as Not shared: Health visiting to School or early years"
    assert gap.split(":", maxsplit=1)[0] in words
    assert "“did not tell”" in words
    assert "read as of: professional" in words


def test_an_explanation_tells_what_stopped_each_category() -> None:
    words = told(
        STORY, "A strategy meeting should have been held, and the police were not informed by the ward."
    )
    assert f"meetings: not read: {label('DropReason', 'not_stated').lower()} “strategy meeting”" in words
    assert f"communications: not read: {label('DropReason', 'not_stated').lower()} “informed”" in words
    assert "gaps: read as" in words


def test_an_explanation_tells_what_each_fact_rests_on() -> None:
    words = told(STORY, "On 3 May 2016 the midwife telephoned the police after a core group was held.")
    assert "communications: read as Midwifery to Police, telephone, 2016-05-03" in words
    assert "“telephoned” (verb:telephone)" in words
    assert "meetings: read as Core group, 2016-05-03" in words
    assert "agencies: read as police: Police" in words


def test_an_explanation_tells_what_labels_were_taken_to_mean() -> None:
    words = told("# Key", "HV1 – Health visitor", "ZQX – Somebody else altogether", STORY, "HV1 rang.")
    assert "labels: “HV1” defined by “Health visitor” read as Health visiting" in words
    assert "labels: “ZQX” defined by “Somebody else altogether” not read: no party" in words


def test_a_sentence_without_a_cue_says_so() -> None:
    assert [one.lines() for one in explained(STORY, "Spring came early.")][-1] == ("  no cue",)


def test_lines_fit_a_terminal() -> None:
    line = "The nurse did not tell the school, and " + "nobody asked why this was so, " * 9 + "it seems."
    assert all(len(one) <= 100 for told in explained(STORY, line) for one in told.lines())


def test_the_reasons_met_are_explained_once() -> None:
    reading = reading_of(STORY, "The health visitor visited the family at home.", "The nurse visited again.")
    review_of(reading, "fiction")
    assert [line for line in reasons_told(reading) if "No date" in line] == [
        "  No date: No date could be told from the text."
    ]


def test_a_gap_stays_what_it_is_under_any_threshold() -> None:
    lines = (
        "The nurse did not tell the school about the bruise.",
        "Nothing was recorded.",
        "There was no follow up, although it is perhaps understandable.",
    )

    def gaps(least: float) -> tuple[Gap, ...]:
        return review_of(reading_of(STORY, *lines), "fiction", least).gaps

    everything = gaps(0.0)
    for least in (0.4, 0.6, 0.8):
        assert gaps(least) == tuple(gap for gap in everything if gap.confidence >= least)
