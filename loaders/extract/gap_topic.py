"""What a gap was about, as a short phrase of the text itself: the matter, not the people.

The words come from what the lapse expression governs: "did not share *the results of the scan*", "no record
of *the call*", "*the offences* were not known", "was not told *that he had moved in*".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from loaders.extract.gap_features import Judged
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading

LONGEST, SHORTEST = 80, 3
NEAR = 12  # letters of a lapse expression that may be part of what it governs: "no record of the call"
TIMES = {"DATE", "TIME"}
BARE = {"no", "any", "neither", "either", "a", "an"}  # said before what was lacking; the kind of gap says it


def about(reading: Reading, judged: Judged, start: int, end: int) -> str | None:
    """Return the matter that the lapse expression between two offsets governs; None where none is named."""
    doc = reading.parse(judged.sentence)
    offset = judged.sentence.start
    live = [s.cue for s in judged.scopes if not s.familys and start <= offset + s.cue.start < end]
    if not live:
        return None
    cue = min(live, key=lambda one: (not one.strong, one.start))
    lapse = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if lapse is None:
        return None
    named = [(one.start - offset, one.end - offset) for one in reading.parties.mentions(start, end)]
    people = {token.i for begin, stop in named for token in doc if begin <= token.idx < stop}
    return next(_matters(doc, lapse, end - offset, people), None)


def _matters(doc: Doc, lapse: Span, end: int, people: set[int]) -> Iterator[str]:
    """What may be the matter, the likeliest first."""
    clauses = [clause for clause in _clauses(lapse) if len(clause.text) <= LONGEST]
    within = {token.i for clause in clauses for token in clause}
    chunks = (one for one in (*_not_done(doc, lapse), *_governed(doc, lapse, end)) if one.start not in within)
    told = [phrase for chunk in chunks if (phrase := _phrase(doc, chunk, end, people))]
    yield from (*told, *(" ".join(clause.text.split()).rstrip(" ,;:.") for clause in clauses))


def _not_done(doc: Doc, lapse: Span) -> Iterator[Span]:
    """The subject of what was not done: "the offences were not shared"."""
    heads = {lapse.root, lapse.root.head, *lapse}
    for chunk in doc.noun_chunks:
        if chunk.root.dep_ == "nsubjpass" and chunk.root.head in heads and chunk.start < lapse.end:
            yield chunk


def _governed(doc: Doc, lapse: Span, end: int) -> Iterator[Span]:
    """What stands behind the lapse expression, but for the place, the time and the party it is tied to."""
    leading = lexicon("gap_matter")["leading"]
    for chunk in doc.noun_chunks:
        if chunk.start_char < lapse.end_char - NEAR or chunk.end_char > end:
            continue
        if chunk.root.dep_ != "pobj" or chunk.root.head.lower_ in leading or chunk.root.head in lapse:
            yield chunk


def _phrase(doc: Doc, chunk: Span, end: int, people: set[int]) -> str | None:
    """A noun phrase with what belongs to it; None for people, for sayings, and for what names nothing."""
    words = lexicon("gap_matter")
    root = chunk.root
    if root.pos_ != "NOUN" or root.ent_type_ in TIMES or root.i in people:
        return None
    if root.lemma_ in words["sayings"] or root.lemma_ in words["people"]:
        return None
    rest = _joined(doc, chunk, end, people)
    if root.lemma_ in words["undone"]:
        if rest and rest[0].root.i not in people and rest[0].root.pos_ == "NOUN":
            return _text(doc, rest[0], rest[-1].end)
        if not rest:
            return None
    return _text(doc, chunk, rest[-1].end if rest else chunk.end)


def _joined(doc: Doc, chunk: Span, end: int, people: set[int]) -> list[Span]:
    """The noun phrases that follow one, each joined by one word, as far as a short phrase goes."""
    chunks = {one.start: one for one in doc.noun_chunks}
    found, last = [], chunk
    while last.end + 1 < len(doc) and doc[last.end].lower_ in lexicon("gap_matter")["joining"]:
        follower = chunks.get(last.end + 1)
        if follower is None or follower.end_char > end or follower.end_char - chunk.start_char > LONGEST:
            break
        if follower.root.i in people and doc[last.end].lower_ in lexicon("gap_matter")["parting"]:
            break
        found.append(follower)
        last = follower
    return found


def _text(doc: Doc, chunk: Span, stop: int) -> str | None:
    start = chunk.start + (chunk[0].lower_ in BARE and len(chunk) > 1)
    text = " ".join(doc[start:stop].text.split())
    return text if SHORTEST <= len(text) <= LONGEST else None


def _clauses(lapse: Span) -> Iterator[Span]:
    """What somebody was not told, did not know or did not ask: "that he had moved in"."""
    opening = lexicon("gap_matter")["opening"]
    for head in (lapse.root, *lapse.root.children):
        for clause in head.children:
            if clause.dep_ == "ccomp" and clause.left_edge.lower_ in opening and clause.left_edge != clause:
                yield lapse.doc[clause.left_edge.i : clause.right_edge.i + 1]
