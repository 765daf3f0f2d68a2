"""Words that name the same item of information."""

from __future__ import annotations

from loaders.extract.lexicon import lexicon
from loaders.extract.topic_words import factor_words, normal, topic_words
from ontology.vocabulary import codes


def test_forms_of_a_word_are_one() -> None:
    assert normal("Drinking") == normal("drinks") == " drink "
    assert normal("the mother's") == normal("The mother’s")


def test_a_hyphen_is_a_space() -> None:
    assert normal("co-sleeping") == normal("co sleeping") == " co sleep "


def test_a_word_brings_the_others_of_its_group() -> None:
    assert {" alcohol ", " drunk ", " drink "} <= topic_words("drinking")
    assert topic_words("co-slept") == factor_words("co_sleeping")


def test_a_word_that_the_lexicon_does_not_know_is_itself() -> None:
    assert topic_words("ferrets") == {" ferret "}


def test_the_lexicon_has_words_for_every_factor() -> None:
    assert set(lexicon("topics")["factors"]) == set(codes("FactorType"))
