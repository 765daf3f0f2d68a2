"""A load that is stopped half-way, by Ctrl-C or a crash, leaves the database as it was."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from graph.load import load_review
from graph.store import Store
from tests.conftest import Connect
from tests.graph.test_load import everything
from tests.ontology.reviews import small_review

# Loads another reading of the review and stays, inside the transaction, before its last statements.
LOADER = """
import json, sys, time
from dataclasses import replace
from pathlib import Path
from graph import load
from graph.connection import connect
from graph.store import rows
from tests.ontology.reviews import small_review

def lingering(transaction, cypher, parameters=None):
    found = rows(transaction, cypher, parameters)
    if "IN_PASSAGE" in cypher:
        print("half-way", flush=True)
        time.sleep(60)
    return found

load.rows = lingering
given = json.load(sys.stdin)
if "data" in given:
    given["data"] = Path(given["data"])
with connect(**given) as store:
    load.load_review(store, replace(small_review(), gaps=small_review().gaps[:1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no signals of this kind there")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_nothing_of_it_stays(
    store: Store, connector: Connect, access: dict[str, str | None], end: signal.Signals
) -> None:
    load_review(store, small_review())
    before = everything(store)
    process = subprocess.Popen(
        [sys.executable, "-c", LOADER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        assert process.stdin and process.stdout
        process.stdin.write(json.dumps(access))
        process.stdin.close()
        assert process.stdout.readline() == "half-way\n"
        process.send_signal(end)
        process.wait(30)
    assert process.returncode != 0
    assert everything(store) == before
    # And the case is free: nothing is left locked.
    again = replace(small_review(), meetings=())
    start = time.monotonic()
    with connector() as fresh:
        assert load_review(fresh, again).outcome == "replaced"
    assert time.monotonic() - start < 30
