"""Which day is meant: every date of a review, as exactly as the text and its context allow.

One pass in reading order. A date without a year takes it from what the report gives: the weekday beside
it, the dates of the heading above, the story just told, the review's own period. A relative date counts
from the last day named before it in the same section. What none of these settles is left undated.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from loaders.extract.date_forms import Form, Part, date_forms
from loaders.extract.lexicon import lexicon

if TYPE_CHECKING:
    from loaders.extract.reading import Reading, Sentence
    from ontology.document import Document, Passage

EVENT_WORD = 5  # letters of a word that names an event, and more
ANCHOR_REACH = 3000  # characters a relative date may stand from the day it counts from
YEARS_TOLD = 4  # years before a death that a report without a stated period tells day by day, at most
NEAR = 270  # days: a date in the same stretch of the story is not further from its neighbour
BACKWARD = 1.5  # stories go forward: a step back in time counts as this much longer


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date: its span, the ISO date it states (partial where the text is), and the end of a range.

    ``relative`` is true for one worked out from an anchor ("the following day").
    """

    start: int
    end: int
    date: str
    date_end: str | None = None
    relative: bool = False


class Dates:
    """Every date of a review."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def mentions(self, start: int, end: int) -> tuple[DateMention, ...]:
        """Return the dates that lie between two offsets, in text order."""
        found = self._found
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return tuple(mention for mention in found[first:last] if mention.end <= end)

    def of(self, sentence: Sentence) -> DateMention | None:
        """Return the date a sentence's events happened on: its own, or its table row's; else None.

        Of several in one sentence the first exact one counts. A sentence under a heading that is
        itself a day, and nothing else, has that day.
        """
        own = self.mentions(sentence.start, sentence.end)
        if own:
            exact = [mention for mention in own if len(mention.date) == 10]
            return exact[0] if exact else own[0]
        return self._of_passage.get(sentence.passage)

    def carried(self, sentence: Sentence) -> DateMention | None:
        """Return the date of a sentence, or else the one last named before it in the same passage."""
        found = self.of(sentence)
        if found is not None:
            return found
        before = self.mentions(self._reading.passage(sentence).start, sentence.start)
        exact = [mention for mention in before if len(mention.date) >= 7]
        return exact[-1] if exact else None

    def near(self, sentence: Sentence) -> DateMention | None:
        """Return the carried date of a sentence, or the one day that the heading above it names.

        "Core group, 4th May 2016" over an analysis of that core group.
        """
        found = self.carried(sentence)
        if found is not None:
            return found
        above = self._reading.document.headings_above(sentence.start)
        mentions = self.mentions(above[-1].start, above[-1].end) if above else ()
        one_day = len(mentions) == 1 and len(mentions[0].date) == 10 and mentions[0].date_end is None
        return mentions[0] if one_day else None

    @cached_property
    def _found(self) -> list[DateMention]:
        return _Resolver(self._reading.document).read()

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self._found]

    @cached_property
    def _of_passage(self) -> dict[int, DateMention]:
        """The date that stands for a whole passage: its row's date cell, or a heading that is a day."""
        found: dict[int, DateMention] = {}
        heading = row = None
        for place, passage in enumerate(self._reading.document.passages):
            if passage.kind == "heading":
                heading = self._whole(passage.start, passage.end)
            if passage.cells:
                row = self._of_row(passage, row)
            mention = row if passage.cells else heading
            if mention is not None:
                found[place] = mention
        return found

    def _of_row(self, passage: Passage, above: DateMention | None) -> DateMention | None:
        """Return the date of a row; a row with nothing in its first cell goes on with the one above."""
        text = self._reading.document.text
        cells = [cell for cell in passage.cells if text[cell.start : cell.end].strip()]
        for cell in cells[:2]:
            mention = self._whole(cell.start, cell.end)
            if mention is not None:
                return mention
        continues = bool(cells) and cells[0].column > 0
        return above if continues else None

    def _whole(self, start: int, end: int) -> DateMention | None:
        """Return the date that a span consists of, but for a time of day or a weekday beside it."""
        mentions = self.mentions(start, end)
        if len(mentions) != 1:
            return None
        text = self._reading.document.text
        rest = text[start : mentions[0].start] + text[mentions[0].end : end]
        rest = re.sub(
            r"(?i)\d{1,2}[:.]\d\d|\b(?:am|pm|hrs|hours|on|mon|tues?|wed|thurs?|fri|sat|sun)\w*", "", rest
        )
        return mentions[0] if not re.search(r"\w", rest) else None


@dataclass(slots=True)
class _Context:
    """What the report has told so far: the heading's dates, the last day, the last known stretch."""

    heading: tuple[date, date] | None = None
    period: tuple[date, date] | None = None
    day: date | None = None
    day_at: int = 0
    story: tuple[date, date] | None = None
    fresh: bool = False
    counted: dict[str, date] = field(
        default_factory=dict
    )  # days that events were counted from, by their words


class _Resolver:
    """One pass over a document's dates, each given what its context lends it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._forms = date_forms(document.text)
        self._context = _Context(period=review_period(document.text, self._forms))

    def read(self) -> list[DateMention]:
        found: list[DateMention] = []
        place = 0
        passages = self._document.passages
        for form in self._forms:
            while place < len(passages) and passages[place].end <= form.start:
                place += 1
                if place < len(passages) and passages[place].kind == "heading":
                    self._enter_section()
            passage = passages[place] if place < len(passages) else None
            mention = self._resolve(form, passage)
            if mention is not None:
                found.append(mention)
        return found

    def _enter_section(self) -> None:
        """A new heading: the story starts afresh, the last day named is no anchor any more."""
        self._context.heading = None
        self._context.fresh = False
        self._context.day = None
        self._context.counted.clear()

    def _resolve(self, form: Form, passage: Passage | None) -> DateMention | None:
        context = self._context
        if form.vague:
            context.day = None
            return None
        if form.shift is not None:
            return self._shifted(form)
        first, last = self._with_years(form)
        iso = first.iso()
        if iso is None:
            return None
        end = last.iso() if last else None
        span = (_bounds(first)[0], _bounds(last or first)[1])
        if passage is not None and passage.kind == "heading":
            context.heading = span
        if passage is None or passage.kind not in {"footnote", "contents"}:
            self._move_on(form, first, span)
        return DateMention(form.start, form.end, iso, end)

    def _move_on(self, form: Form, first: Part, span: tuple[date, date]) -> None:
        """Let the story stand at this date; a bare year counts only where it opens a sentence."""
        before = self._document.text[max(0, form.start - 40) : form.start]
        opens = re.search(r"(?:^|[.!?:]\s+|\n\s*|\t)\W*(?:[A-Z]\w+\s+)?$", before)
        period = self._context.period
        if (first.month is None and not opens) or (period and span[0] > period[1]) or self._aside(form):
            return
        self._context.story, self._context.fresh = span, True
        if first.day is not None:
            self._context.day, self._context.day_at = _bounds(first)[0], form.end

    def _aside(self, form: Form) -> bool:
        """Tell a date in brackets, or one that is only planned, from one the story has come to."""
        text = self._document.text
        opening = max(text.rfind(mark, 0, form.start) + 1 for mark in (". ", "\n", "\t", "; "))
        before = text[opening : form.start].lower()
        plans = "|".join(lexicon("dates")["plans"])
        return before.count("(") > before.count(")") or bool(re.search(rf"\b(?:{plans})\b", before))

    def _shifted(self, form: Form) -> DateMention | None:
        """Count a relative date from the last day named in this section, if one stands near."""
        context = self._context
        assert form.shift is not None
        unit, count = form.shift
        if unit == "day":
            anchor = self._anchor(form)
            if anchor is None:
                return None
            context.counted.update(dict.fromkeys(_events(form), anchor))
            day = anchor + timedelta(days=count)
            if not self._aside(form):
                context.day, context.day_at, context.story, context.fresh = day, form.end, (day, day), True
            return DateMention(form.start, form.end, day.isoformat(), relative=True)
        if context.story is None or not context.fresh:
            return None
        start = context.story[0]
        if unit == "year":
            return DateMention(form.start, form.end, f"{start.year + count:04d}", relative=True)
        if context.story[0].month != context.story[1].month:
            return None
        context.day = None
        months = start.year * 12 + start.month - 1 + count
        iso = f"{months // 12:04d}-{months % 12 + 1:02d}"
        return DateMention(form.start, form.end, iso, relative=True)

    def _anchor(self, form: Form) -> date | None:
        """Return the day that a count of days begins from: of something that was counted from before
        ("five days after the start of the placement … six days into it"), else the last day named."""
        inside = self._document.text[form.start : form.end].endswith("into")
        for event in _events(form) if inside else ():
            if event in self._context.counted:
                return self._context.counted[event]
        near = form.start - self._context.day_at <= ANCHOR_REACH
        return self._context.day if near and self._counts(form) else None

    def _counts(self, form: Form) -> bool:
        """Tell whether the event a relative date counts from is the one of the last day named.

        "Two days after this meeting" is; "ten days after birth" only where that day's sentence has the
        word. Without an event ("two days later") the last day itself is meant. "On 31st May, the day
        after the visit" only says more about a day already named.
        """
        text, at = self._document.text, self._context.day_at
        if form.event and text[at : form.start].strip() in {"(", ",", "-", "–"}:
            return False
        words = form.event.lower().split()
        if not words or words[0] in {"this", "that", "these"}:
            return True
        sentence = text[text.rfind(".", 0, at) + 1 : form.start].lower()
        return any(len(word) > 4 and word[:6] in sentence for word in words)

    def _with_years(self, form: Form) -> tuple[Part, Part | None]:
        """Give a form the year that its context settles, both ends of a range together."""
        if form.first.year is not None or form.first.month is None:
            return form.first, form.last
        years = self._candidates()
        possible = [year for year in years if _possible(replace(form.first, year=year))]
        if not possible:
            return form.first, form.last
        year = min(possible, key=lambda y: self._distance(replace(form.first, year=y), form.weekday))
        first, last = replace(form.first, year=year), form.last
        if last is not None:
            rolls = last.month is not None and last.month < form.first.month
            last = replace(last, year=year + 1 if rolls else year)
        return first, last

    def _candidates(self) -> list[int]:
        context = self._context
        known = [span for span in (context.heading, context.story, context.period) if span]
        if not known:
            return []
        return list(range(min(a.year for a, _ in known) - 1, max(b.year for _, b in known) + 2))

    def _distance(self, part: Part, weekday: int | None) -> tuple[float, ...]:
        """Rank a reading: weekday first, then heading, the story just told, the review's period."""
        context = self._context
        start, end = _bounds(part)
        wrong_day = weekday is not None and part.day is not None and start.weekday() != weekday
        out_of_heading = context.heading is not None and _gap((start, end), context.heading) != 0
        out_of_period = context.period is not None and abs(_gap((start, end), context.period)) > 31
        far = _gap((start, end), context.story) if context.story else 0
        away = abs(far) * (BACKWARD if far < 0 else 1)
        breaks_story = context.fresh and abs(far) > NEAR
        return (wrong_day, out_of_heading, breaks_story, out_of_period, away)


def review_period(text: str, forms: list[Form]) -> tuple[date, date] | None:
    """Return the first and last day of the period a report says it reviews, where both are stated."""
    for place, form in enumerate(forms):
        around = text[max(0, form.start - 160) : form.start].lower()
        if not re.search(r"period|time\s?-?(?:frame|scale|line|span)|scope|covers|reviewed", around):
            continue
        last = form.last
        if last is None and place + 1 < len(forms) and forms[place + 1].start - form.end < 60:
            between = text[form.end : forms[place + 1].start]
            last = forms[place + 1].first if re.search(r"\b(?:to|until|till|and)\b|[-–]", between) else None
        if last is None or form.first.year is None or last.year is None:
            continue
        span = (_bounds(form.first)[0], _bounds(last)[1])
        if span[0] < span[1]:
            return span
    return _years_before_death(text, forms)


def _years_before_death(text: str, forms: list[Form]) -> tuple[date, date] | None:
    """Return the years that end on the day the child died or was hurt, where no period is stated."""
    for form in forms:
        if form.first.year is None or form.first.day is None or form.last is not None:
            continue
        around = text[max(0, form.start - 80) : form.end + 40].lower()
        if re.search(lexicon("dates")["end_of_story"], around):
            last = _bounds(form.first)[0]
            return last - timedelta(days=YEARS_TOLD * 365), last
    return None


def _events(form: Form) -> list[str]:
    """Return the beginnings of the long words by which a relative date names the event it counts from."""
    return [word[:6] for word in form.event.lower().split() if len(word) > EVENT_WORD]


def _possible(part: Part) -> bool:
    return part.iso() is not None


def _bounds(part: Part) -> tuple[date, date]:
    """Return the first and last day a date may mean."""
    assert part.year is not None
    if part.month is None:
        return date(part.year, 1, 1), date(part.year, 12, 31)
    if part.day is not None:
        day = date(part.year, part.month, part.day)
        return day, day
    following = date(part.year + part.month // 12, part.month % 12 + 1, 1)
    return date(part.year, part.month, 1), following - timedelta(days=1)


def _gap(span: tuple[date, date], other: tuple[date, date]) -> int:
    """Return the days by which a span lies after another (negative: before); 0 where they meet."""
    if span[0] > other[1]:
        return (span[0] - other[1]).days
    if span[1] < other[0]:
        return -(other[0] - span[1]).days
    return 0
