"""What each export costs over few cases and over many: a format that streams takes no more memory for more.

Each is written by a process of its own, whose greatest memory is that of the whole process; the ratios are
of many cases to few, so that a ratio of memory near 1 says that the format streams.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import psutil

from graph.connection import connect
from graph.embedded import Embedded
from graph.export.registry import exporter, formats
from graph.load import known_cases
from queries.render import render
from queries.table import Column, Table, Value
from tests.benchmarks import latency

FEW, MANY = 10, 100


def main(folder: str | None = None) -> None:
    """Write the copies that the latencies are measured with in every format, and print what it took."""
    with tempfile.TemporaryDirectory() as temporary:
        server = Embedded.at(Path(folder or temporary))
        try:
            with connect(data=server.folder) as store:
                latency.load(store, list(latency.originals()))
            rows = [_row(server.folder, name, Path(temporary)) for name in formats()]
        finally:
            server.stop()
    columns = ("format", "cases", "s", "MB written", "MB of memory", "time ratio", "memory ratio")
    print(render(Table(columns=tuple(map(Column, columns)), rows=tuple(rows), title="Exports")))


def _row(data: Path, name: str, folder: Path) -> tuple[Value, ...]:
    few, many = (_child(data, name, count, folder / f"{name}-{count}") for count in (FEW, MANY))
    ratios = (round(many[key] / few[key], 2) for key in ("seconds", "memory"))
    print(f"{name}: {many}", file=sys.stderr)
    return name, MANY, many["seconds"], many["size"], many["memory"], *ratios


def _child(data: Path, name: str, count: int, target: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.exports", str(data), name, str(count), str(target)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def write(data: str, name: str, count: str, target: str) -> None:
    """Write some cases in a format; print the seconds, the megabytes written and those of memory."""
    path = Path(target)
    start = perf_counter()
    with connect(data=Path(data)) as store:
        cases = known_cases(store, [])[: int(count)]
        exporter(name).write(store, cases, "full", path)
    size = sum(one.stat().st_size for one in (path.iterdir() if path.is_dir() else [path]))
    told = {"seconds": perf_counter() - start, "size": size / 1e6, "memory": _greatest() / 1e6}
    print(json.dumps({key: round(value, 1) for key, value in told.items()}))


def _greatest() -> float:
    """The most memory that this process had, in bytes."""
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset)
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage says there counts the process that started this one
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return float(line.split()[1]) * 1024
    import resource

    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


if __name__ == "__main__":
    write(*sys.argv[1:])
