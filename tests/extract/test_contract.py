"""The JSON contract of a review."""

from __future__ import annotations

import json

from loaders.extract.contract import CASE_FIELDS, FIELDS, contract
from ontology.document import Document
from ontology.model import Case, Communication, Evidence, Recommendation, Review

EVIDENCE = Evidence(start=3, end=9, quote="report", extractor="test", confidence=0.5)


def test_contract_speaks_the_words_of_the_contract() -> None:
    review = Review(
        id="t",
        document=Document(name="t.txt", media_type="text/plain", text="a report of things"),
        case=Case(evidence=(EVIDENCE,), title="T", authors=("A B",)),
        communications=(
            Communication(evidence=(EVIDENCE,), sender="gp", receiver=("police",), channel="phone"),
        ),
        recommendations=(Recommendation(evidence=(EVIDENCE,), label="1", text="a whole text"),),
    )
    told = json.loads(json.dumps(contract(review)))
    assert set(told) == {"case", *FIELDS}
    assert set(told["case"]) == set(CASE_FIELDS)
    assert told["communications"] == [
        {"from": "gp", "to": ["police"], "channel": "phone", "date": None, "about": None, "topics": []}
        | {"confidence": 0.5, "start": 3, "end": 9}
    ]
    assert told["recommendations"][0]["start"] == 3
    assert told["recommendations"][0]["addressed_to"] == []
