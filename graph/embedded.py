"""The embedded database: an ArcadeDB server of our own, on loopback, with its Java in the package.

One server serves a data folder. The first command that needs it starts it, later commands find it by
the state file; it goes on until it is stopped or the machine is. It listens on loopback only, with a
random password in a file that only its owner can read; the password is never on a command line.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

import psutil
from filelock import FileLock, Timeout
from platformdirs import user_data_path

from ontology.errors import DatabaseError

HOST = "127.0.0.1"
USER = "root"
DATABASE = "casetrace"
PATIENCE = 60.0  # seconds to wait for a server to start or stop; a cold machine takes some 10
HEAP = "2g"


@dataclass(frozen=True, slots=True)
class Running:
    """A server that runs: its process, when that was created (seconds since 1970), its ports."""

    pid: int
    created: float
    bolt: int
    http: int

    @property
    def uri(self) -> str:
        """The address for a Bolt driver."""
        return f"bolt://{HOST}:{self.bolt}"


@dataclass(frozen=True)
class Embedded:
    """The embedded server of one data folder."""

    folder: Path

    @classmethod
    def at(cls, folder: Path | None = None) -> Embedded:
        """Return the server of a folder, by default the user's data folder for this program."""
        return cls((folder or user_data_path("casetrace", appauthor=False)).expanduser().resolve())

    @property
    def log(self) -> Path:
        """The file the server writes what it does to."""
        return self.folder / "server.log"

    def running(self) -> Running | None:
        """Return the server that runs, or None; what a dead one left behind is cleaned."""
        try:
            state = Running(**json.loads(self._state.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        if _is_process(state):
            return state
        self._state.unlink(missing_ok=True)
        return None

    def start(self) -> Running:
        """Return the server that runs, starting one where there is none.

        Two commands that start at once get the same server. Raises DatabaseError where the folder
        cannot be written or the server does not come up.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self._lock:
                return self.running() or self._launch()
        except Timeout as cause:
            hint = "another command may be stuck starting it; try again"
            raise DatabaseError("the embedded database is locked", hint=hint) from cause
        except OSError as cause:
            raise DatabaseError(
                f"the data folder cannot be used: {cause.strerror}",
                source=str(self.folder),
                hint="name another with --data",
            ) from cause

    def stop(self) -> bool:
        """Stop the server and wait until it has gone; return whether there was one."""
        state = self.running()
        if state is None:
            return False
        process = psutil.Process(state.pid)
        process.terminate()
        try:
            process.wait(PATIENCE)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(PATIENCE)
        self._state.unlink(missing_ok=True)
        return True

    @cached_property
    def password(self) -> str:
        """The password of this folder's server, made at first use and readable by its owner only."""
        path = self.folder / "password"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(secrets.token_urlsafe(24))
        return path.read_text(encoding="utf-8")

    @property
    def _state(self) -> Path:
        return self.folder / "server.json"

    @cached_property
    def _lock(self) -> FileLock:
        return FileLock(self.folder / "start.lock", timeout=PATIENCE)

    def _launch(self) -> Running:
        assert self.password  # the file must be there before the server reads it
        bolt, http = _free_ports()
        with self.log.open("ab") as log:
            # A session of its own, so that Ctrl-C in a command does not reach the server.
            process = subprocess.Popen(
                self._command(bolt, http),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        state = Running(process.pid, psutil.Process(process.pid).create_time(), bolt, http)
        self._wait_for(process, state)
        process.returncode = 0  # it is to outlive this command, and Popen must not complain of that
        self._state.write_text(json.dumps(asdict(state)), encoding="utf-8")
        return state

    def _wait_for(self, process: subprocess.Popen[bytes], state: Running) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if process.poll() is not None:
                break
            if _listens(state.http):  # the last thing that a starting server does
                return
            time.sleep(0.05)
        else:
            process.kill()
        raise DatabaseError("the embedded database did not start", source=str(self.log), hint="see this log")

    def _command(self, bolt: int, http: int) -> list[str]:
        settings = {
            "server.rootPath": str(self.folder),
            "server.rootPasswordPath": str(self.folder / "password"),
            # Development mode says what is wrong with a statement; what production adds is set by name.
            "server.mode": "development",
            "txWalFlush": "1",
            "opencypher.loadCsv.allowFileUrls": "false",
            "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "server.httpIncomingHost": HOST,
            "server.httpIncomingPort": str(http),
            "server.defaultDatabases": f"{DATABASE}[{USER}]",
            "bolt.host": HOST,
            "bolt.port": str(bolt),
        }
        home = _package()
        java = home / "jre" / "bin" / ("java.exe" if sys.platform == "win32" else "java")
        return [
            str(java),
            f"-Xmx{HEAP}",
            "-XX:TieredStopAtLevel=4",
            "-Dfile.encoding=UTF8",
            "-Djava.awt.headless=true",
            "-Dpolyglot.engine.WarnInterpreterOnly=false",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
            "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
            "-cp",
            str(home / "jars" / "*"),
            "com.arcadedb.server.ArcadeDBServer",
        ]


def _package() -> Path:
    """Return the folder of the package that brings the server and its Java."""
    spec = find_spec("arcadedb_embedded")
    if spec is None or spec.origin is None:
        raise DatabaseError(
            "the embedded database is not installed",
            hint="pip install arcadedb-embedded, or name a Neo4j server with NEO4J_URI",
        )
    return Path(spec.origin).parent


def _is_process(state: Running) -> bool:
    """Whether the process runs and is the one that was started, not a later one with its number."""
    try:
        process = psutil.Process(state.pid)
        alive = process.status() != psutil.STATUS_ZOMBIE
        return alive and abs(process.create_time() - state.created) < 2 and _listens(state.bolt)
    except psutil.Error:
        return False


def _listens(port: int) -> bool:
    with closing(socket.socket()) as probe:
        probe.settimeout(2)
        return probe.connect_ex((HOST, port)) == 0


def _free_ports() -> tuple[int, int]:
    with closing(socket.socket()) as one, closing(socket.socket()) as two:
        one.bind((HOST, 0))
        two.bind((HOST, 0))
        return one.getsockname()[1], two.getsockname()[1]
