"""``python -m graph.report.libraries``: fetch into a checkout what an installation fetches by itself."""

from __future__ import annotations

import sys

from graph.report.libraries.fetch import FETCHED, fetch
from graph.report.libraries.lock import locked
from ontology.errors import CasetraceError

if __name__ == "__main__":
    try:
        fetched = fetch(locked())
    except CasetraceError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
    names = ", ".join(f"{one.name} {one.version}" for one in fetched)
    print(f"{names or 'nothing to fetch: all'} in {FETCHED}")
