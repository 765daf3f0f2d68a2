"""Who stands where in a parsed sentence: subjects, objects and their parties, pronouns included."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from loaders.extract.language import model
from loaders.extract.parties import Mention
from loaders.extract.plain import Plain, plain
from loaders.extract.reading import Reading, Sentence

RELATIVE = {"who", "which", "that", "whom"}
PERSON = {"she", "he", "her", "him"}
MANY = {"they", "them"}
PLACE_WORDS = {"of", "from", "at", "in", "on", "within", "for"}
REACH = 3  # sentences back that a pronoun may point


def parsed(reading: Reading, sentences: list[Sentence]) -> Iterator[Arguments]:
    """Yield each sentence parsed in plain names, all in one batch; each is parsed once for a Reading."""
    plains = []
    for sentence in sentences:
        if sentence.index in reading.plain_parses:
            continue
        mentions = reading.parties.mentions(sentence.start, sentence.end)
        dates = reading.dates.mentions(sentence.start, sentence.end)
        plains.append((sentence, mentions, plain(sentence.text, sentence.start, mentions, dates)))
    docs = model().pipe((words.text for _, _, words in plains), disable=["ner"])
    for (sentence, mentions, words), doc in zip(plains, docs, strict=True):
        reading.plain_parses[sentence.index] = Arguments(reading, sentence, mentions, words, doc)
    for sentence in sentences:
        yield reading.plain_parses[sentence.index]


class Arguments:
    """The parties of one parsed sentence, by the token they are named with."""

    def __init__(
        self, reading: Reading, sentence: Sentence, mentions: tuple[Mention, ...], words: Plain, doc: Doc
    ) -> None:
        self._reading = reading
        self.sentence = sentence
        self.doc = doc
        self.mentions = mentions
        self._plain = words
        self._by_token = dict(self._placed())

    def _placed(self) -> Iterator[tuple[int, Mention]]:
        for token in self.doc:
            mention = self._plain.piece(token.idx).mention
            if mention is not None:
                yield token.i, mention

    def span(self, left: Token, right: Token) -> tuple[int, int]:
        """Return the characters of the sentence from one token to another."""
        return self._plain.origin(left.idx), self._plain.origin(right.idx + len(right), end=True)

    def place(self, token: Token) -> tuple[int, int]:
        """Return where a token stands in the document."""
        start, end = self.span(token, token)
        return self.sentence.start + start, self.sentence.start + end

    def at(self, token: Token) -> Mention | None:
        """Return the mention a token is part of, if any."""
        return self._by_token.get(token.i)

    def opening(self) -> list[Mention]:
        """Return the party that the sentence opens with, if it opens with one."""
        first = self.mentions[0] if self.mentions else None
        return [first] if first is not None and first.start == self.sentence.start else []

    def parties(self, token: Token | None) -> list[Mention]:
        """Return who a noun or pronoun names, those joined to it by "and" included."""
        if token is None:
            return []
        found: list[Mention] = []
        for one in (token, *token.conjuncts):
            if one.i < token.i:
                continue
            mention = self._named(one) or self.pronoun(one)
            if mention is not None and mention not in found:
                found.append(mention)
        return found

    def _named(self, token: Token) -> Mention | None:
        """Return the mention of a noun phrase: its head's, else one inside it ("police officers")."""
        own = self.at(token)
        if own is not None or token.pos_ not in {"NOUN", "PROPN", "ADJ", "X"}:
            return own
        for child in token.children:
            if child.dep_ in {"compound", "appos", "nmod", "amod"} and self.at(child):
                return self.at(child)
        inside = [
            g for c in token.children if c.dep_ == "prep" and c.lower_ in PLACE_WORDS for g in c.children
        ]
        inside += [c for c in token.children if c.dep_ == "poss"]
        found = [mention for one in inside if (mention := self.at(one)) is not None]
        return next((mention for mention in found if mention.sort != "family"), None)

    def pronoun(self, token: Token) -> Mention | None:
        """Return who a pronoun stands for where the nearest fitting subject before it tells, else None."""
        word = token.lower_
        if word in RELATIVE and token.head.dep_ in {"relcl", "acl"}:
            return self._named(token.head.head)
        if word not in PERSON | MANY:
            return None
        before = [t for t in self.doc[: token.i] if self.at(t) is not None]
        subjects = [t for t in before if t.dep_ in {"nsubj", "nsubjpass"}]
        if token.dep_ in {"dobj", "dative", "pobj"}:
            subjects = [t for t in before if t.dep_ not in {"nsubj", "poss", "attr"}]
        for one in reversed(subjects):
            mention = self.at(one)
            if mention is not None and fits(word, mention):
                return mention
        if token.dep_ in {"dobj", "dative"} and word in PERSON:
            return None  # "She advised her to rest": the one advised was named further off
        here = [mention for one in reversed(before) if (mention := self.at(one)) is not None]
        return self._earlier(word) or next((m for m in here if fits(word, m)), None)

    def _earlier(self, word: str) -> Mention | None:
        """Return the first fitting party of the nearest sentence before this one in its passage."""
        for back in range(1, REACH + 1):
            place = self.sentence.index - back
            if place < 0 or self._reading.sentences[place].passage != self.sentence.passage:
                return None
            before = self._reading.sentences[place]
            for mention in self._reading.parties.mentions(before.start, before.end):
                if fits(word, mention):
                    return mention
        return None


def fits(word: str, mention: Mention) -> bool:
    """Tell whether a pronoun can stand for a party: "she" for no father, "they" for no one person."""
    if word in MANY:
        return mention.sort != "family"
    if mention.sort == "agency":
        return False
    female = bool(re.search(r"mother$|aunt$", mention.party))
    male = bool(re.search(r"father$|uncle$", mention.party))
    return not male if word in {"she", "her"} else not female
