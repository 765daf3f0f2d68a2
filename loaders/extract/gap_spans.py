"""Where a gap stands: its sentence, or the clause that tells it where a sentence tells several."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.extract.gap_features import Judged
from loaders.extract.reading import Reading

# A clause of its own begins here: "… was not told, nor did the school ask". Splitting at every "and" or
# "but" was measured and lost more than it found: coders mostly take the sentence as one gap.
BREAK = re.compile(r"[,;(]?\s+(?=nor\b)", re.IGNORECASE)
SHORTEST = 30


def gap_spans(reading: Reading, judged: Judged) -> tuple[tuple[int, int], ...]:
    """Return the spans (offsets into the document) of the gaps of one sentence.

    A sentence is split only between clauses that each hold a strong lapse expression of their own
    and a denial; otherwise the sentence is the gap.
    """
    del reading
    sentence = judged.sentence
    cuts = [0, *(m.end() for m in BREAK.finditer(sentence.text)), len(sentence.text)]
    strong = [s.cue for s in judged.scopes if s.cue.strong and not s.familys]
    parts: list[tuple[int, int]] = []
    for left, right in pairwise(cuts):
        carries = any(left <= cue.start and cue.end <= right for cue in strong)
        if (carries and right - left >= SHORTEST) or not parts:
            parts.append((left, right))
        else:
            parts[-1] = (parts[-1][0], right)
    telling = [any(a <= c.start and c.end <= b for c in strong) for a, b in parts]
    if len(parts) < 2 or not all(telling):
        return ((sentence.start, sentence.end),)
    return tuple(_trimmed(sentence.text, sentence.start, a, b) for a, b in parts)


def _trimmed(text: str, offset: int, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return offset + start, offset + start + len(piece.rstrip(" ,;("))
