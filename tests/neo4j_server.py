"""A Neo4j Community server for the tests, from its Maven Central artefacts; Java 17 and mvn are needed.

    eval "$(python tests/neo4j_server.py start FOLDER)"     NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD
    python tests/neo4j_server.py stop FOLDER

It listens on loopback only, on a free port, with a random password, and keeps everything in FOLDER.
"""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

VERSION = "5.26.0"
MAIN = "org.neo4j.server.CommunityEntryPoint"
PATIENCE = 120
POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>casetrace</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
  <dependencies>
    <!-- the server, and the artefact that holds its entry point -->
    <dependency>
      <groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version>
    </dependency>
  </dependencies>
</project>
"""
OPENED = [
    "java.base/java.nio=ALL-UNNAMED",
    "java.base/java.io=ALL-UNNAMED",
    "java.base/sun.nio.ch=ALL-UNNAMED",
    "java.base/java.util.concurrent=ALL-UNNAMED",
    "java.base/java.lang=ALL-UNNAMED",
]


def start(folder: Path) -> None:
    """Fetch the server where it is not there yet, start it, and print the environment that names it."""
    folder.mkdir(parents=True, exist_ok=True)
    _fetch(folder)
    port, password = _free_port(), secrets.token_urlsafe(12)
    _configure(folder, port, password)
    command = [
        "java",
        "-Xmx1g",
        *(f"--add-opens={one}" for one in OPENED),
        "-cp",
        str(folder / "lib" / "*"),
        MAIN,
    ]
    command += [f"--home-dir={folder}", f"--config-dir={folder / 'conf'}"]
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    (folder / "pid").write_text(str(process.pid))
    _wait(process, port, folder)
    print(f"export NEO4J_URI=bolt://127.0.0.1:{port} NEO4J_USERNAME=neo4j NEO4J_PASSWORD={password}")


def stop(folder: Path) -> None:
    """Stop the server that was started in the folder; it is no fault when none runs."""
    with suppress(OSError, ValueError):
        pid = int((folder / "pid").read_text())
        os.kill(pid, signal.SIGTERM)
        (folder / "pid").unlink()
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:  # until there is no such process any more
            os.kill(pid, 0)
            time.sleep(0.2)


def _fetch(folder: Path) -> None:
    if (folder / "lib" / f"neo4j-{VERSION}.jar").exists():
        return
    pom = folder / "pom.xml"
    pom.write_text(POM)
    command = ["mvn", "-q", "-B", "-f", str(pom), "dependency:copy-dependencies"]
    subprocess.run([*command, f"-DoutputDirectory={folder / 'lib'}"], check=True, stdout=sys.stderr)


def _configure(folder: Path, port: int, password: str) -> None:
    settings = {
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "server.memory.pagecache.size": "128m",
        "dbms.usage_report.enabled": "false",
        "db.logs.query.enabled": "OFF",
    }
    (folder / "conf").mkdir(exist_ok=True)
    lines = [f"{name}={value}\n" for name, value in settings.items()]
    (folder / "conf" / "neo4j.conf").write_text("".join(lines))
    classpath = str(folder / "lib" / "*")
    admin = ["java", "-cp", classpath, "org.neo4j.cli.AdminTool"]
    environment = {**os.environ, "NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
    subprocess.run(
        [*admin, "dbms", "set-initial-password", password], check=True, env=environment, stdout=sys.stderr
    )


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    log = (folder / "server.log").read_text(errors="replace")
    sys.exit(f"Neo4j did not start:\n{log[-3000:]}")


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    {"start": start, "stop": stop}[sys.argv[1]](Path(sys.argv[2]).resolve())
