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
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from functools import cached_property
from http.client import HTTPConnection, HTTPException
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
JAVA_OPTIONS = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")  # meant for another Java


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
        """Return the server that runs and listens, or None."""
        state = self._known()
        return state if state is not None and _listens(state.bolt) else None

    def start(self) -> Running:
        """Return the server that runs, starting one where there is none.

        Two commands that start at once get the same server, and one that a stopped command left
        starting is waited for. Raises DatabaseError where the folder cannot be written or the server
        does not come up.
        """
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._lock:
                state = self._known() or self._launch()
                self._wait_for(state)
                return state
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
        state = self._known()
        if state is None:
            return False
        with suppress(psutil.NoSuchProcess):
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
            with open(path, "x", encoding="utf-8", opener=_private) as file:
                file.write(secrets.token_urlsafe(24))
        return path.read_text(encoding="utf-8")

    @property
    def _state(self) -> Path:
        return self.folder / "server.json"

    @cached_property
    def _lock(self) -> FileLock:
        return FileLock(self.folder / "start.lock", timeout=PATIENCE)

    def _known(self) -> Running | None:
        """The server that the state file tells of; the file of a dead one is removed."""
        try:
            state = Running(**json.loads(self._state.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        if _lives(state):
            return state
        self._state.unlink(missing_ok=True)
        return None

    def _launch(self) -> Running:
        assert self.password  # the file must be there before the server reads it
        bolt, http = _free_ports()
        with open(self.log, "ab", opener=_private) as log:
            # A session of its own, so that Ctrl-C in a command does not reach the server.
            process = subprocess.Popen(
                self._command(bolt, http),
                cwd=self.folder,
                env={name: value for name, value in os.environ.items() if name not in JAVA_OPTIONS},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                umask=0o077 if os.name == "posix" else -1,  # what reviews say is its owner's to read
            )
        state = Running(process.pid, psutil.Process(process.pid).create_time(), bolt, http)
        process.returncode = 0  # it is to outlive this command, and Popen must not complain of that
        # Written before it listens: a command that is stopped here leaves a server that others find.
        self._state.write_text(json.dumps(asdict(state)), encoding="utf-8")
        return state

    def _wait_for(self, state: Running) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and _lives(state):
            if _is_ready(state.http):
                return
            time.sleep(0.05)
        self.stop()
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


def _private(path: str, flags: int) -> int:
    """Open a file that only its owner can read."""
    return os.open(path, flags, 0o600)


def _lives(state: Running) -> bool:
    """Whether the process runs and is the one that was started, not a later one with its number."""
    try:
        process = psutil.Process(state.pid)
        same = abs(process.create_time() - state.created) < 2
        return same and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _is_ready(port: int) -> bool:
    """Whether the server says that it is up: it listens before its database is open."""
    with closing(HTTPConnection(HOST, port, timeout=5)) as connection:
        try:
            connection.request("GET", "/api/v1/ready")
            return connection.getresponse().status < 300
        except (OSError, HTTPException):
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
