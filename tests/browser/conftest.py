"""A real browser, and the pages to open in it from a file, as somebody does who was sent one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from graph.batch import read_review
from graph.report.case import case_page
from ontology.model import Review
from tests.gold.corpus import SHARED
from tests.graph.report.pages import SAMPLE

IN_CI = os.environ.get("CI") == "true"
WIDE, NARROW = 1280, 390  # a desk and a telephone
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
REVIEWS = {"sample": SAMPLE, **{path.stem: path for path in sorted(SHARED.glob("reviews/*.txt"))}}


@dataclass
class Opened:
    """A page that a browser has opened, what it asked for and what went wrong in it."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def check(self) -> None:
        """Nothing but the file itself was asked for, and nothing went wrong."""
        assert set(self.requests) == {self.address}
        assert self.complaints == []


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; its absence is a failure in CI and a reason to skip elsewhere."""
    executable = shutil.which("chromium")
    if executable is None:
        (pytest.fail if IN_CI else pytest.skip)("no chromium on the path")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open HTML as a file; what it asks for and complains of is kept and checked at the end."""
    contexts: list[BrowserContext] = []
    pages: list[Opened] = []

    def opened(html: str, width: int = WIDE, *, scripts: bool = True, touch: bool = False) -> Opened:
        file = tmp_path / f"page-{len(pages)}.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            has_touch=touch,
            is_mobile=touch,
        )
        contexts.append(context)
        one = Opened(context.new_page(), file.as_uri())
        pages.append(one)
        _listen(one)
        one.page.goto(one.address)
        return one

    yield opened
    for one in pages:
        one.check()
    for context in contexts:
        context.close()


def _listen(one: Opened) -> None:
    def asked(request: Request) -> None:
        one.requests.append(request.url.partition("#")[0])

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            one.complaints.append(message.text)

    one.page.on("request", asked)
    one.page.on("console", said)
    one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
    one.page.on("dialog", lambda dialog: one.complaints.append(dialog.message))


@cache
def review(name: str) -> Review:
    """A review by its name, read once in a run."""
    return read_review(str(REVIEWS[name]))[0]


@cache
def page_of(name: str) -> str:
    """The page of a review, made once in a run."""
    return case_page(review(name))
