"""How dates are written: every form a date takes in a text, read as far as its own words go."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from loaders.extract.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Part:
    """A calendar date as far as it is stated; None is what the text leaves out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def iso(self) -> str | None:
        """Return the ISO date, partial where the text is; None without a year or for no such day."""
        if self.year is None:
            return None
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        try:
            return date(self.year, self.month, self.day).isoformat()
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Form:
    """One date as written: its span and parts, the end of a range, a weekday, or a shift from an anchor.

    ``shift`` is (unit, count) of a relative date; ``vague`` marks a lapse of time of unstated length.
    ``event`` is the words after a relative date that name what it counts from ("after the birth").
    """

    start: int
    end: int
    first: Part
    last: Part | None = None
    weekday: int | None = None
    shift: tuple[str, int] | None = None
    vague: bool = False
    event: str = ""


def date_forms(text: str) -> list[Form]:
    """Return every date written in a text, in order, none overlapping another."""
    taken: dict[int, Form] = {}
    covered = bytearray(len(text))
    for match in re.finditer(r"\S*(?:://|www\.)\S*", text):
        covered[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    for pattern, reader in _readers():
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(covered[start:end]) or _names_something_else(text, match):
                continue
            form = reader(match)
            if form is not None:
                taken[form.start] = form
                covered[start:end] = b"\1" * (end - start)
    return _share_years(text, [taken[start] for start in sorted(taken)])


def _share_years(text: str, forms: list[Form]) -> list[Form]:
    """Give the year of the last date of a list to those before it ("in March and April 2023")."""
    shared = list(forms)
    for place in range(len(forms) - 2, -1, -1):
        form, following = shared[place], shared[place + 1].first
        joint = text[form.end : shared[place + 1].start].strip().lower()
        if form.first.month and form.first.year is None and following.year and following.month:
            if joint not in {"and", "&", "or", ",", ", and", "and the", "/"}:
                continue
            year = following.year - (form.first.month > following.month)
            last = replace(form.last, year=year) if form.last else None
            shared[place] = replace(form, first=replace(form.first, year=year), last=last)
    return shared


def _names_something_else(text: str, match: re.Match[str]) -> bool:
    """Tell a law's year and a place in the report ("Children Act 1989", "see 5.12.13") from a date."""
    before = text[max(0, match.start() - 30) : match.start()]
    if "sep" in match.re.groupindex and match["sep"] == ".":
        words = _words(lexicon("dates")["places"])
        return bool(re.search(rf"\b(?:{words})\.? *$", before, re.IGNORECASE)) or _numbers_a_line(text, match)
    if match.re.groupindex.keys() <= {"y", "y0", "lead"}:
        words = _words(lexicon("dates")["publications"])
        return bool(re.search(rf"\b(?:{words})[,.:()\s]*$", before))
    return False


def _numbers_a_line(text: str, match: re.Match[str]) -> bool:
    """Tell "4.1.11 The visit …" (a paragraph's number) from "04.01.11<tab>Visit" (a day in a table)."""
    opens = not text[: match.start()].rpartition("\n")[2].strip(" -*•#")
    two_figures = len(match["d"]) == 2 and len(match["m"]) == 2
    return opens and not two_figures and len(match["y"]) == 2


def _by_length(names: Iterable[str]) -> list[str]:
    """Return names longest first, so that "September" is tried before "Sep"."""
    return sorted(names, key=lambda name: (-len(name), name))


def _words(names: Iterable[str]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in _by_length(names))


def _year(text: str | None) -> int | None:
    """Read a year of four figures, or of two: 00 to 49 as this century, 50 to 99 as the last."""
    if not text:
        return None
    value = int(text)
    return value if value > 99 else value + (2000 if value < 50 else 1900)


def _day(text: str) -> int:
    return int(text) if text.isdigit() else int(lexicon("dates")["ordinals"][text.lower()])


def _month(text: str) -> int:
    return int(text) if text.isdigit() else int(lexicon("dates")["months"][text.rstrip(".").capitalize()])


def _form(match: re.Match[str], first: Part, last: Part | None = None) -> Form | None:
    """Return the Form, unless a stated part is impossible (month 13, 31st June)."""
    for part in (first, last):
        if part and part.month and not 1 <= part.month <= 12:
            return None
        if part and part.day is not None and Part(part.year or 2024, part.month, part.day).iso() is None:
            return None
    name = match.groupdict().get("weekday")
    weekday = int(lexicon("dates")["weekdays"][name]) if name and not last else None
    return Form(_start(match), match.end(), first, last, weekday)


def _start(match: re.Match[str]) -> int:
    """Return where a date starts: after the word that only shows that it is one ("in 2014")."""
    lead = match.end("lead") if match.groupdict().get("lead") else match.start()
    return lead + len(match.string[lead : match.end()]) - len(match.string[lead : match.end()].lstrip())


def _single(match: re.Match[str]) -> Form | None:
    """Read one day, month or year from the captures y, m (figures), mon (a name) and d."""
    found = match.groupdict()
    month = found.get("mon") or found.get("m")
    day = found.get("d")
    part = Part(_year(found.get("y")), _month(month) if month else None, _day(day) if day else None)
    return _form(match, part)


def _range(match: re.Match[str]) -> Form | None:
    """Read a range; its first month or year is taken from its end ("3rd to 9th June 2013").

    Two whole dates joined by "and" are two dates, unless "between" stands before them.
    """
    found = match.groupdict()
    before = match.string[max(0, match.start() - 14) : match.start()].lower()
    if (
        found.get("mon0")
        and re.search(r"\s(?:and|&)\s", match[0])
        and "between" not in before + match[0].lower()
    ):
        return None
    name = found.get("mon") or found["m"]
    month = _month(name)
    first_month = _month(found.get("mon0") or name)
    year, first_year = _year(found.get("y")), _year(found.get("y0"))
    if first_year is None and year is not None:
        first_year = year if first_month <= month else year - 1
    day, first_day = (int(found[k]) if found.get(k) else None for k in ("d", "d0"))
    return _form(match, Part(first_year, first_month, first_day), Part(year, month, day))


def _years(match: re.Match[str]) -> Form | None:
    first, last = int(match["y0"]), match["y"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return _form(match, Part(first), Part(end)) if first < end <= first + 20 else None


def _relative(match: re.Match[str]) -> Form:
    phrase = " ".join(match["phrase"].lower().split())
    unit, count = lexicon("dates")["relative"][phrase]
    event = _event(match) if phrase.endswith((" after", " before")) else ""
    return Form(match.start(), match.end(), Part(), shift=(unit, count), event=event)


def _event(match: re.Match[str]) -> str:
    """Return the few words after a relative date, up to the next comma or stop."""
    after = match.string[match.end() : match.end() + 60]
    return " ".join(re.split(r"[.,;()\n]", after)[0].split()[:6])


def _counted(match: re.Match[str]) -> Form:
    """Read a counted lapse ("two days later", "6 weeks after the birth", "five days into")."""
    unit, word = match["unit"].lower(), match["n"].lower()
    count = int(word) if word.isdigit() else int(lexicon("dates")["numbers"][word])
    if unit == "week":
        unit, count = "day", 7 * count
    back = match["way"].split()[0].lower() in {"before", "earlier", "prior"}
    event = "" if match["way"].lower() in {"later", "afterwards", "earlier"} else _event(match)
    return Form(match.start(), match.end(), Part(), shift=(unit, -count if back else count), event=event)


def _vague(match: re.Match[str]) -> Form:
    return Form(match.start(), match.end(), Part(), vague=True)


READERS: dict[str, Callable[[re.Match[str]], Form | None]] = {
    "day": _single,
    "month": _single,
    "year": _single,
    "days": _range,
    "months": _range,
    "years": _years,
    "relative": _relative,
    "counted": _counted,
    "vague": _vague,
}


@cache
def _readers() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Form | None]], ...]:
    """Return each form of dates.yaml as a compiled pattern with its reader, most telling first."""
    found = []
    for form in lexicon("dates")["forms"]:
        flags = re.MULTILINE if form.get("case") else re.MULTILINE | re.IGNORECASE
        pattern = re.sub(r"(?<!P)<(?P<name>[a-z_]+\??)(?::(?P<group>\w+))?>", _expand, form["pattern"])
        found.append((re.compile(pattern, flags), READERS[form["read"]]))
    return tuple(found)


def _expand(macro: re.Match[str]) -> str:
    """Return the regular expression a macro of dates.yaml stands for."""
    words, name, group = lexicon("dates"), macro["name"], macro["group"]
    months = "|".join(rf"{n}\.?" if len(n) < 5 and n != "May" else n for n in _by_length(words["months"]))
    weekdays = _words(list(words["weekdays"]))
    simple = {
        "weekday?": rf"(?:\b(?P<weekday>{weekdays}),?\s+(?:the\s+)?)?",
        "of": r"[\s-]+(?:of\s+|day\s+of\s+)?",
        "to": rf"\s*(?:-|–|—|/|&|to|and|until|till|through\s+to|up\s+to)\s*(?:the\s+)?(?:(?:{weekdays})\s+)?",
        "relative": _words(list(words["relative"])),
        "number": _words(list(words["numbers"])),
        "ordinal": _words(list(words["ordinals"])),
        "vague": "|".join(phrase.replace(" ", r"\s+") for phrase in words["vague"]),
        "part_of_year": rf"(?<![\w-])(?:{_words(words['parts_of_year'])})",
        "before_year": rf"(?<![\w-])(?P<lead>{_words(words['before_year'])})",
        "before_month": rf"(?<![\w-])(?P<lead>(?i:{_words(words['before_month'])}))",
    }
    captures = {
        "year": rf"(?P<{group}>(?:19|20)\d\d)",
        "year?": rf"(?:[\s,/.-]+(?P<{group}>(?:19|20)\d\d)(?!\d))?",
        "month": rf"(?P<{group}>{months}|{months.upper()})(?![A-Za-z])",
        "day": rf"(?<![\d.,£])(?P<{group}>[0-3]?\d)(?:\s?(?:st|nd|rd|th)\b)?",
    }
    return simple[name] if name in simple else captures[name]
