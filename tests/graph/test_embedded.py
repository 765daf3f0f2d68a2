"""The embedded server: found by later commands, cleaned up after a crash, private to its owner."""

from __future__ import annotations

import json
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from graph.connection import connect
from graph.embedded import Embedded
from ontology.errors import DatabaseError


def test_a_second_command_uses_the_running_server(embedded: Embedded) -> None:
    assert Embedded.at(embedded.folder).start() == embedded.running()


def test_two_commands_at_once_start_one_server(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        one, two = pool.map(lambda _: Embedded.at(tmp_path).start(), range(2))
    try:
        assert one == two
    finally:
        assert Embedded.at(tmp_path).stop()
    assert not Embedded.at(tmp_path).stop()


def test_a_killed_server_is_replaced_and_loses_nothing(tmp_path: Path) -> None:
    server = Embedded.at(tmp_path)
    first = server.start()
    with connect(data=tmp_path) as store:
        store.write(lambda transaction: transaction.run("CREATE (:Probe {n: 1})").consume())
    process = psutil.Process(first.pid)
    process.kill()
    process.wait(30)
    assert server.running() is None
    with connect(data=tmp_path) as store:
        assert store.read("MATCH (p:Probe) RETURN p.n AS n") == [{"n": 1}]
    server.stop()


def test_it_needs_no_java_and_heeds_no_options_for_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-Xmx1k")
    server = Embedded.at(tmp_path / "data")
    try:
        assert server.start() == server.running()
    finally:
        server.stop()


def test_a_server_that_a_stopped_command_left_starting_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    server = Embedded.at(tmp_path)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Embedded, "_wait_for", interrupted)
        server.start()
    left = json.loads((tmp_path / "server.json").read_text())
    try:
        assert server.start().pid == left["pid"]
    finally:
        server.stop()
    assert not psutil.pid_exists(left["pid"])


def test_it_listens_on_loopback_only(embedded: Embedded) -> None:
    running = embedded.running()
    assert running is not None
    listening = [c for c in psutil.Process(running.pid).net_connections() if c.status == psutil.CONN_LISTEN]
    assert {c.laddr.ip for c in listening} <= {"127.0.0.1", "::1", "::ffff:127.0.0.1"}


@pytest.mark.skipif(sys.platform == "win32", reason="the user's folder is private by its access list there")
def test_its_files_are_the_owners_only_and_the_password_is_on_no_command_line(embedded: Embedded) -> None:
    for name in ("password", "server.log", "databases"):
        assert stat.S_IMODE((embedded.folder / name).stat().st_mode) & 0o077 == 0, name
    running = embedded.running()
    assert running is not None
    assert not any(embedded.password in part for part in psutil.Process(running.pid).cmdline())


def test_a_folder_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DatabaseError, match="cannot be used"):
        Embedded.at(tmp_path / "file" / "below").start()


def test_state_that_makes_no_sense_is_no_server(tmp_path: Path) -> None:
    (tmp_path / "server.json").write_text("{}")
    assert Embedded.at(tmp_path).running() is None
