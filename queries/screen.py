"""An answer for the terminal: columns as wide as they need, the quote under its row, no colour needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from queries.table import Table, Value

WIDTH = 100
GUTTER = 2
NARROWEST = 8  # a column is not squeezed below this


def as_screen(table: Table, width: int = WIDTH) -> str:
    """The table as plain text no wider than ``width``, with what was held back and how to read it below.

    Columns without a value in any row are left out, and said so; so are those declared after the quote
    where there is no room for whole words.
    """
    out = StringIO()
    console = Console(file=out, width=width, color_system=None, force_terminal=False, highlight=False)
    console.print(Group(*_parts(table, width)))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _parts(table: Table, width: int) -> Iterator[RenderableType]:
    if table.heading:
        yield Text(table.heading)
        yield Text("")
    kept, crowded = _shown(table, width)
    if table.rows:
        yield from _body(table, kept, width)
    else:
        yield Text("Nothing found.")
    yield Text("")
    yield Text(_count(len(table.rows)))
    empty = [name for name, cells in zip(table.names, _cells(table), strict=True) if not any(cells)]
    if table.rows and empty:
        yield Text(f"Not stated in any row: {', '.join(empty)}")
    if crowded:
        yield Text(f"No room here, but with --format csv: {', '.join(crowded)}")
    if table.withheld:
        yield Text(f"{table.withheld}.")
    if table.advice:
        yield Text(table.advice)


def _shown(table: Table, width: int) -> tuple[list[int], list[str]]:
    """The places of the columns to show, and the names of those left out for want of room."""
    columns = _cells(table)
    kept = [n for n, cells in enumerate(columns) if any(cells) and table.names[n] != table.evidence]
    quote = table.names.index(table.evidence) if table.evidence in table.names else len(columns)
    crowded: list[str] = []
    while kept and kept[-1] > quote and not _fits([[table.names[n], *columns[n]] for n in kept], width):
        crowded.insert(0, table.names[kept.pop()])
    return kept, crowded


def _body(table: Table, kept: Sequence[int], width: int) -> Iterator[RenderableType]:
    """A heading, and each row with its quote on the lines below it."""
    columns = _cells(table)
    quotes = columns[table.names.index(table.evidence)] if table.evidence in table.names else ()
    numeric = [all(_is_number(row[n]) for row in table.rows) for n in kept]
    widths = fit([[table.names[n], *columns[n]] for n in kept], width)
    yield _line([table.names[n] for n in kept], widths, numeric)
    yield Rule(style="", characters="─")
    for number in range(len(table.rows)):
        if number and quotes:
            yield Text("")
        yield _line([columns[n][number] for n in kept], widths, numeric)
        if quotes and quotes[number]:
            yield Padding(Text(f"“{quotes[number]}”"), (0, 0, 0, 4))


def fit(columns: Sequence[Sequence[str]], width: int) -> list[int]:
    """A width for each column: what its widest cell needs, the widest ones narrowed until all fit.

    Words are kept whole as long as that is possible.
    """
    widths = [max(cell_len(cell) for cell in column) for column in columns]
    words = _longest_words(columns)
    room = width - GUTTER * (len(widths) - 1)
    for floors in (words, [NARROWEST] * len(widths)):
        while sum(widths) > room:
            spare = [now - floor for now, floor in zip(widths, floors, strict=True)]
            if max(spare) <= 0:
                break
            widths[max(range(len(widths)), key=lambda n: (spare[n] > 0, widths[n]))] -= 1
    return widths


def _fits(columns: Sequence[Sequence[str]], width: int) -> bool:
    """Whether the columns can be as narrow as their longest words."""
    return sum(_longest_words(columns)) + GUTTER * (len(columns) - 1) <= width


def _longest_words(columns: Sequence[Sequence[str]]) -> list[int]:
    return [
        max((cell_len(word) for cell in column for word in cell.split()), default=0) for column in columns
    ]


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> Grid:
    grid = Grid.grid(padding=(0, GUTTER, 0, 0), pad_edge=False)
    for width, right in zip(widths, numeric, strict=True):
        grid.add_column(width=width, overflow="fold", justify="right" if right else "left")
    grid.add_row(*(Text(cell) for cell in cells))
    return grid


def _cells(table: Table) -> list[tuple[str, ...]]:
    """The text of each column, top to bottom, on one line each."""
    return [tuple(_text(row[n]) for row in table.rows) for n in range(len(table.names))]


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = " ".join((", ".join(value) if isinstance(value, tuple) else str(value)).split())
    return "".join(letter for letter in text if letter.isprintable())  # no control codes to a terminal


def _is_number(value: Value) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def _count(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows} rows"
