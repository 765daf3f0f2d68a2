"""What a gap was about, as a short noun phrase of the text itself."""

from __future__ import annotations

import re

from loaders.extract.gap_features import Judged
from loaders.extract.reading import Reading

LONGEST = 80
EMPTY = re.compile(
    r"(?i)^(it|this|that|there|they|she|he|who|which|these|those|the review|a|an|the|what|any|no)$"
)
LINK = ("of", "about", "on", "regarding", "around", "to", "for", "in", "into", "with")


def about(reading: Reading, judged: Judged, start: int, end: int) -> str | None:
    """Return the noun phrase that the lapse expression governs, None where there is none."""
    doc = reading.parse(judged.sentence)
    offset = judged.sentence.start
    live = [s.cue for s in judged.scopes if not s.familys and start <= offset + s.cue.start < end]
    if not live:
        return None
    cue = min(live, key=lambda c: (not c.strong, c.start))
    for chunk in doc.noun_chunks:
        if chunk.start_char < cue.end - 12 or offset + chunk.end_char > end or EMPTY.match(chunk.text):
            continue
        last = chunk.end
        while last + 1 < len(doc) and doc[last].lower_ in LINK:
            follower = next((c for c in doc.noun_chunks if c.start == last + 1), None)
            if follower is None or follower.end_char - chunk.start_char > LONGEST:
                break
            last = follower.end
        return " ".join(doc[chunk.start : last].text.split())[:LONGEST]
    return None
