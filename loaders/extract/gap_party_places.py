"""What the place of a mention in the words of a gap tells of it: who acted, who went without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract.gap_party_scene import FAMILY, Scene, words_aside
from loaders.extract.lexicon import lexicon
from loaders.extract.parties import Mention
from loaders.extract.reading import Reading, Sentence

JOINED = re.compile(r"^[\s,]*((and|or|nor|both|/|&|the|\w+'s)[\s,]*)*$", re.I)
REACH, LONG_REACH = 40, 60
NEAR_CUE = 30
CLEAR_DEPENDENCIES = {"nsubj", "nsubjpass", "poss", "compound", "dobj", "attr", "appos", "ROOT", "amod"}
MODALS = {"should", "could", "would", "might"}
# What a mention's place in the sentence before tells of the lapse that is told next.
TELLING_BEFORE = {
    *("first", "last", "main subject", "denied", "should", "dep:nsubj", "dep:nsubjpass"),
    *("lacking_after", "to_before", "agent_before", "receiver_before", "owner"),
}


def mention_signs(scene: Scene, mention: Mention) -> Iterator[str]:
    """Yield what the place of a mention in the gap's words tells, as names of features."""
    yield from _neighbours(scene.reading, (scene.start, scene.end), mention)
    for scope in scene.judged.scopes:
        head = None if scope.at is None else scene.sentence.start + scope.at
        if head is not None and scope.cue.strong and mention.start <= head < mention.end:
            yield "undergoes" if scope.passive else "acts"
    yield "before cue" if mention.start < scene.cue else "after cue"
    if mention in scene.work:
        yield from _order(scene, mention)
    yield from _grammar(scene.reading, scene.sentence, mention)
    yield from _distance(scene, mention)


def signs_before(scene: Scene, party: str) -> set[str]:
    """Return what the places of a party's mentions in the sentence before, of the same passage, tell."""
    reading, index = scene.reading, scene.sentence.index - 1
    before = reading.sentences[index] if index >= 0 else None
    if not before or before.passage != scene.sentence.passage:
        return set()
    named = reading.parties.mentions(before.start, before.end)
    work = [mention for mention in named if mention.sort != FAMILY]
    found: set[str] = set()
    for mention in (one for one in named if one.party == party):
        found.update(_neighbours(reading, (before.start, before.end), mention))
        found.update(_grammar(reading, before, mention))
        found.update(name for name, at in (("first", 0), ("last", -1)) if work and work[at] == mention)
    return {sign for sign in found if sign in TELLING_BEFORE or sign.startswith("dep:pobj")}


def _neighbours(reading: Reading, within: tuple[int, int], mention: Mention) -> Iterator[str]:
    """Yield what the words right before and after a mention, and its own, tell; none outside a span."""
    text = reading.document.text
    before = text[max(within[0], mention.start - REACH) : mention.start].replace("\n", " ")
    after = text[mention.end : min(within[1], mention.end + 2 * REACH)].replace("\n", " ")
    sides = {"before": before, "after": after}
    for name in lexicon("gap_parties")["beside"]:
        if words_aside(name).search(sides[name.rpartition("_")[2]]):
            yield name
    if words_aside("place_itself").search(text[mention.start : mention.end]):
        yield "place itself"
        if words_aside("place_before").search(before):
            yield "place named"
    if after.startswith(("'s", "’s")):
        yield "owner"


def _order(scene: Scene, mention: Mention) -> Iterator[str]:
    """Yield what a mention's rank among those of the sentence tells: first, last before the cue, joined."""
    work = scene.work
    subject = next((m for m in reversed(work) if m.start < scene.cue), None)
    if subject == mention:
        yield "subject"
    if work[0] == mention:
        yield "first"
    at = work.index(mention)
    for one, two in ((at - 1, at), (at, at + 1)):
        if one < 0 or two >= len(work):
            continue
        if joined(scene, work[one], work[two]):
            yield "joined"
            if subject in (work[one], work[two]):
                yield "joined to subject"


def joined(scene: Scene, one: Mention, two: Mention) -> bool:
    """Tell whether nothing but "and", "or" and the like stands between two mentions."""
    return bool(JOINED.match(scene.reading.document.text[one.end : two.start]))


def _grammar(reading: Reading, sentence: Sentence, mention: Mention) -> Iterator[str]:
    """Yield what a mention is in the parsed sentence: subject, owner, what follows a preposition."""
    start = sentence.start
    doc = reading.parse(sentence)
    span = doc.char_span(mention.start - start, mention.end - start, alignment_mode="expand")
    if span is None or not len(span):
        return
    root = span.root
    dependency = _shared(root)
    if dependency == "pobj":
        known = root.head.lower_ in lexicon("gap_parties")["prepositions"]
        yield f"dep:pobj:{root.head.lower_}" if known else "dep:pobj"
    else:
        yield f"dep:{dependency}" if dependency in CLEAR_DEPENDENCIES else "dep:x"
    if dependency not in {"nsubj", "nsubjpass"}:
        return
    if root.head.dep_ == "ROOT":
        yield "main subject"
    if dependency == "nsubj" and any(child.dep_ == "neg" for child in root.head.children):
        yield "denied"
    if dependency == "nsubj" and any(c.dep_ == "aux" and c.lower_ in MODALS for c in root.head.children):
        yield "should"


def _shared(token: Token) -> str:
    """Return a token's dependency; of one joined by "and" that of the first of them."""
    if token.dep_ != "conj":
        return str(token.dep_)
    return next((str(above.dep_) for above in token.ancestors if above.dep_ != "conj"), "conj")


def _distance(scene: Scene, mention: Mention) -> Iterator[str]:
    """Yield how a mention stands to the lapse expression, and what a longer piece before it tells."""
    text = scene.reading.document.text
    after = [m for m in scene.named if m.start >= scene.cue]
    if after and after[0] == mention:
        yield "next after cue"
        yield "close after cue" if mention.start - scene.cue < NEAR_CUE else "far after cue"
    if mention == scene.named[0]:
        yield "first of all"
    if mention == scene.named[-1]:
        yield "last of all"
    before = text[max(scene.start, mention.start - LONG_REACH) : mention.start].replace("\n", " ")
    for name in lexicon("gap_parties")["long_before"]:
        if words_aside(name).search(before):
            yield name
