"""Tarballs of the lock fetched, checked, and the files of pages taken out of them.

It runs while casetrace is being built, so it needs nothing but Python. Where the files are here already and
are those of the lock, nothing is asked of any network.
"""

from __future__ import annotations

import hashlib
import io
import json
import ssl
import tarfile
import time
import urllib.request
from base64 import b64encode
from http.client import HTTPException
from pathlib import Path

from graph.report.libraries.lock import HERE, Package
from ontology.errors import InvalidDataError, UnreadableError

try:  # the certificates that the system trusts, as pip does it; a build has it, a checkout need not
    from truststore import SSLContext
except ImportError:
    from ssl import SSLContext

FETCHED = HERE / "fetched"
ORIGIN = "origin.json"  # of each file, the hash of the tarball that it came from and its own
PATIENCE = 30  # seconds for a connection
WAITS = (1, 3)  # seconds before a second and a third attempt
LARGEST = 5_000_000  # bytes of a tarball


def fetch(packages: list[Package], folder: Path = FETCHED) -> list[Package]:
    """Put the files of packages into a folder, where they are not there yet; return the packages fetched.

    Raises UnreadableError where a tarball cannot be had, InvalidDataError where it is not that of the lock.
    """
    missing = [package for package in packages if not is_fetched(package, folder)]
    for package in missing:
        files = _unpacked(package, _tarball(package))
        folder.mkdir(exist_ok=True)
        origin = _origin(folder)
        for name, data in files.items():
            (folder / name).write_bytes(data)
            origin[name] = [package.integrity, integrity(data)]
        (folder / ORIGIN).write_text(json.dumps(origin, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return missing


def is_fetched(package: Package, folder: Path = FETCHED) -> bool:
    """Whether a package's files are in a folder, unchanged, and from the tarball that the lock names."""
    origin = _origin(folder)
    try:
        found = {name: [package.integrity, integrity((folder / name).read_bytes())] for name in package.kept}
    except OSError:
        return False
    return all(origin.get(name) == hashes for name, hashes in found.items())


def integrity(data: bytes) -> str:
    """Return the hash of bytes as npm writes it."""
    return f"sha512-{b64encode(hashlib.sha512(data).digest()).decode()}"


def _origin(folder: Path) -> dict[str, list[str]]:
    try:
        return dict(json.loads((folder / ORIGIN).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _tarball(package: Package) -> bytes:
    """The tarball of a package; a network that fails is tried again before it is given up."""
    for wait in (*WAITS, None):
        try:
            with urllib.request.urlopen(package.address, timeout=PATIENCE, context=_trust()) as answer:
                return bytes(answer.read(LARGEST))
        except (OSError, HTTPException, ValueError) as cause:
            if wait is None:
                raise UnreadableError(
                    f"cannot fetch {package.name} {package.version}, which pages need: {_reason(cause)}",
                    source=package.address,
                    hint="connect, or name a mirror in npm_config_registry, and run this again",
                ) from cause
            time.sleep(wait)
    raise AssertionError("the last attempt has returned or raised")


def _reason(cause: Exception) -> object:
    """What went wrong, without urllib's wrapping."""
    return getattr(cause, "reason", None) or cause


def _trust() -> ssl.SSLContext:
    context: ssl.SSLContext = SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_default_certs()
    return context


def _unpacked(package: Package, tarball: bytes) -> dict[str, bytes]:
    """The wanted files of a tarball by the names they are kept under, once its hash is that of the lock."""
    if integrity(tarball) != package.integrity:
        raise InvalidDataError(
            f"{package.name} {package.version} is not the one that package-lock.json fixes: its hash differs",
            source=package.address,
            hint="nothing of it was kept; look at the mirror in npm_config_registry, if one is named",
        )
    with tarfile.open(fileobj=io.BytesIO(tarball), mode="r:gz") as archive:
        files = [archive.extractfile(f"package/{path}") for path in package.wanted]
        return {name: file.read() for name, file in zip(package.kept, files, strict=True) if file}
