"""The command line: parse, call one function, print."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import click

from queries.completion import complete_query, complete_topic
from queries.options import (
    Settings,
    case_argument,
    case_option,
    confidence_option,
    database_options,
    embedded,
    library_option,
    open_store,
    output_format,
    own_library,
    parameter_option,
    parameter_values,
    picture_options,
)
from queries.terminal import (
    STANDARD_STREAM,
    announced,
    answer,
    check_templates,
    converse,
    exit_code,
    load_documents,
    print_table,
    write_page,
    write_picture,
    write_report,
)

SAMPLE = "child-wren.txt"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="casetrace")
@database_options
@click.option("--debug", is_flag=True, help="Show the stack of an error.")
@click.pass_context
def cli(context: click.Context, /, debug: bool, **options: Any) -> None:
    """Who knew what, when, and where it stopped: a knowledge graph of safeguarding reviews.

    Reads published reviews, keeps what they say as a graph with the evidence for each fact, and
    answers named questions about it. Nothing leaves this machine.
    """
    context.ensure_object(dict)["debug"] = debug
    context.obj["settings"] = Settings(**options)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code; an error is one line and a hint."""
    sys.exit(exit_code(cli, arguments))


@cli.command()
@click.pass_context
def demo(context: click.Context) -> None:
    """Load the fictional sample review and show its information-sharing gaps."""
    with as_file(files("loaders") / "sample" / SAMPLE) as sample, open_store(context) as store:
        code = load_documents(store, [str(sample)], case_id=None, min_confidence=None, restore=True)
        answer(store, "information-gaps", {"case": sample.stem})
    click.echo(f"Next: casetrace show {sample.stem}, casetrace query list", err=True)
    context.exit(code)


@cli.command()
@click.argument("documents", nargs=-1, required=True, metavar="FILE...")
@case_option("Case id to load a single file under (default: the file's name).")
@confidence_option
@click.option("--restore", is_flag=True, help="Load a review again that was withdrawn.")
@click.pass_context
def load(context: click.Context, /, documents: tuple[str, ...], restore: bool, **options: Any) -> None:
    """Read reviews (text, Markdown, PDF, DOCX, HTML) and keep what they say in the graph.

    Each file is loaded whole or not at all. Loading a file again changes nothing; a changed file
    replaces what its earlier version said. "-" reads standard input.
    """
    with open_store(context) as store:
        context.exit(
            load_documents(
                store,
                list(documents),
                case_id=options["case"],
                min_confidence=options["min_confidence"],
                restore=restore,
            )
        )


@cli.command()
@click.argument("document", metavar="FILE")
@click.option("--format", "format_", type=click.Choice(["json", "table"]), default="json", show_default=True)
@confidence_option
@click.option(
    "--explain",
    is_flag=True,
    help="Show which cues fired, what they were read as, and what stopped a reading.",
)
@click.option("--paragraph", help="With --explain: only this paragraph, by its number as printed.")
def extract(
    document: str, format_: str, min_confidence: float | None, explain: bool, paragraph: str | None
) -> None:
    """Read one document and print what it says; no database is needed.

    "-" reads standard input. The JSON is the contract between this and other tools.
    """
    from graph.batch import explanations, read_review
    from loaders.extract.contract import contract
    from queries.summaries import found_table

    if explain or paragraph:
        for line in explanations(document, paragraph, min_confidence):
            click.echo(line)
        return
    review, _ = read_review(document, min_confidence=min_confidence)
    if format_ == "json":
        click.echo(json.dumps(contract(review), ensure_ascii=False, indent=1))
    else:
        print_table(found_table(review), format_)


@cli.command()
@output_format
@click.pass_context
def cases(context: click.Context, format_: str) -> None:
    """List the cases in the graph."""
    from queries.overview import cases_table

    with open_store(context) as store:
        print_table(cases_table(store), format_)


@cli.command()
@case_argument()
@output_format
@click.pass_context
def show(context: click.Context, case: str, format_: str) -> None:
    """Show one case whole: who is who, what happened, what was missed, what was recommended."""
    from queries.overview import show_case

    with open_store(context) as store:
        click.echo(show_case(store, case, format_), nl=False)


@cli.command()
@case_argument()
@click.argument("topic", nargs=-1, required=True, shell_complete=complete_topic)
@output_format
@picture_options('Draw who knew as a heat map instead, into a file; "-": standard output.')
@click.pass_context
def trace(context: click.Context, /, case: str, topic: tuple[str, ...], format_: str, **picture: Any) -> None:
    """Follow an item of information: who knew it, when, from whom, and where it stopped.

    TOPIC is the name of one of the case's topics, or words of your own: co-sleeping, "iron levels".
    """
    from graph.casefile import read_case
    from graph.pictures.heatmap import knowledge_map
    from graph.trace import trace as follow
    from queries.following import told

    with open_store(context) as store:
        found = follow(read_case(store, case), " ".join(topic))
    if picture["svg"] is None:
        click.echo(told(found, format_), nl=False)
    else:
        write_picture(knowledge_map(found, picture["width"]), picture["svg"])


@cli.command()
@case_argument()
@output_format
@picture_options('Draw it as swimlanes instead, into a file; "-": standard output.')
@click.pass_context
def timeline(context: click.Context, case: str, format_: str, svg: str | None, width: int) -> None:
    """Show what happened in a case in order of time, as a table or as a picture.

    In the picture each party has a lane and time runs from left to right: meetings stand across the lanes
    of those who came, communications are arrows, gaps are broken arrows. What has no date is counted.
    """
    from graph.casefile import read_case
    from graph.pictures.swimlane import swimlane

    with open_store(context) as store:
        if svg is None:
            answer(store, "case-timeline", {"case": case}, format_)
            return
        picture = swimlane(read_case(store, case), width)
    write_picture(picture, svg)


@cli.group()
def query() -> None:
    """Ask named questions of the graph."""


@query.command("list")
@library_option
@output_format
def query_list(library: tuple[Path, ...], format_: str) -> None:
    """List the questions that can be asked."""
    from queries.catalogue import Catalogue
    from queries.listing import catalogue_table

    print_table(catalogue_table(Catalogue.load(library)), format_)


@query.command("show")
@click.argument("name", shell_complete=complete_query)
@library_option
def query_show(name: str, library: tuple[Path, ...]) -> None:
    """Show one question: parameters, columns, reading advice and its Cypher."""
    from queries.catalogue import Catalogue
    from queries.listing import describe

    click.echo(describe(Catalogue.load(library).get(name)))


@query.command("run")
@click.argument("name", shell_complete=complete_query)
@case_option("The case to ask about (same as -p case=…).")
@parameter_option
@click.option("--all", "show_small", is_flag=True, help="Show rows that rest on few reports too.")
@click.option("--explain", is_flag=True, help="Print the Cypher and its parameters; do not run it.")
@library_option
@output_format
@click.pass_context
def query_run(
    context: click.Context,
    /,
    name: str,
    case: str | None,
    parameters: tuple[str, ...],
    format_: str,
    **options: Any,
) -> None:
    """Ask a question and print the answer."""
    from queries.catalogue import Catalogue
    from queries.listing import explain_query

    values = parameter_values(parameters) | ({"case": case} if case else {})
    if options["explain"]:
        template = Catalogue.load(options["library"]).get(name)
        click.echo(explain_query(template, values))
        return
    with open_store(context) as store:
        answer(store, name, values, format_, options["library"], show_small=options["show_small"])


@query.command("new")
@click.argument("name")
@library_option
@click.pass_context
def query_new(context: click.Context, name: str, library: tuple[Path, ...]) -> None:
    """Write a commented skeleton for a question of your own."""
    from queries.skeleton import write_skeleton

    path = write_skeleton(name, library[0] if library else own_library(context))
    click.echo(f"{path} is written. Edit it, then: casetrace query check {name}")


@query.command("check")
@click.argument("names", nargs=-1, metavar="[NAME|FILE]...", shell_complete=complete_query)
@library_option
@click.pass_context
def query_check(context: click.Context, names: tuple[str, ...], library: tuple[Path, ...]) -> None:
    """Check questions: what they declare, that they only read, that the database answers them.

    Without a name all are checked. Exit 1 where something is wrong.
    """
    with open_store(context) as store:
        context.exit(check_templates(store, names, library))


@cli.command()
@case_option("The case to ask about.")
@library_option
@click.pass_context
def ask(context: click.Context, case: str | None, library: tuple[Path, ...]) -> None:
    """Choose a question, be asked for what it takes, read the answer, go on to the next."""
    with open_store(context) as store:
        converse(store, case, library)


@cli.command()
@click.option("--format", "format_", default="graphml", show_default=True, help="One of --list.")
@click.option("--list", "list_", is_flag=True, help="List the formats and leave.")
@case_option("Only this case (may be repeated).", multiple=True)
@click.option("--view", default="full", show_default=True, help="What becomes node and edge; see --list.")
@click.option(
    "-o", "--output", default=STANDARD_STREAM, show_default=True, help='File or folder, "-": standard output.'
)
@click.pass_context
def export(context: click.Context, /, format_: str, list_: bool, **options: Any) -> None:
    """Write cases in a format that other tools open."""
    from graph.export.registry import exporter
    from graph.load import known_cases
    from queries.summaries import formats_table, views_table

    if list_:
        print_table(formats_table())
        print_table(views_table())
        return
    chosen = exporter(format_)
    with open_store(context) as store:
        cases = known_cases(store, options["case_ids"])
        if options["output"] == STANDARD_STREAM:
            chosen.write(store, cases, options["view"], sys.stdout.buffer)
        else:
            chosen.write(store, announced(cases), options["view"], Path(options["output"]))
            click.echo(f"{options['output']} is written.", err=True)


@cli.command()
@case_argument(required=False)
@click.option("--all", "all_", is_flag=True, help="Every case: a folder of pages with an index.")
@click.option("--corpus", is_flag=True, help="Patterns across every case, on one page.")
@click.option(
    "-o",
    "--output",
    "target",
    help='File, folder with --all, "-": standard output (default: CASE.html, corpus.html, folder "report").',
)
@click.pass_context
def report(context: click.Context, /, case: str | None, target: str | None, **which: bool) -> None:
    """Write a case as one page for a browser: what happened, what was missed, with the words for each.

    The page is one file that needs no network and no other file. It is as confidential as the review.
    With --corpus the page shows patterns across cases: it counts reports and names no people.
    """
    from queries.corpus import patterns

    if sum((which["all_"], which["corpus"], bool(case))) != 1:
        raise click.UsageError("name one case, or say --all or --corpus")
    with open_store(context) as store:
        if which["corpus"]:
            write_page(patterns(store, announce=announced), target or "corpus.html")
        else:
            write_report(store, case, target)


@cli.command()
@case_argument(required=False)
@output_format
@click.pass_context
def check(context: click.Context, case: str | None, format_: str) -> None:
    """Check what is stored against the ontology's shapes; exit 1 where it does not conform."""
    from graph.check import check_cases
    from queries.summaries import violations_table

    with open_store(context) as store:
        violations = check_cases(store, [case] if case else [], announced)
    if violations or format_ != "table":
        print_table(violations_table(violations), format_)
    else:
        click.echo("Everything stored meets the ontology's shapes.")
    context.exit(1 if violations else 0)


@cli.command()
@case_argument()
@click.pass_context
def withdraw(context: click.Context, case: str) -> None:
    """Remove a case's text, quotes and facts; its id and the hash of its file stay."""
    from graph.withdraw import withdraw as withdraw_case

    with open_store(context) as store:
        withdraw_case(store, case)
    click.echo(f"{case}: text, quotes and facts removed; id and hash kept.")


@cli.command()
@click.option(
    "--format", "format_", type=click.Choice(["markdown", "turtle"]), default="markdown", show_default=True
)
def ontology(format_: str) -> None:
    """Print the ontology: a readable reference, or Turtle."""
    from ontology.reference import reference_markdown, turtle

    click.echo(turtle() if format_ == "turtle" else reference_markdown(), nl=False)


@cli.group()
def db() -> None:
    """The embedded database: where it is, start it, stop it."""


@db.command("status")
@output_format
@click.pass_context
def db_status(context: click.Context, format_: str) -> None:
    """Say whether the embedded database runs, where its data and log are."""
    from queries.summaries import server_table

    print_table(server_table(embedded(context)), format_)


@db.command("start")
@click.pass_context
def db_start(context: click.Context) -> None:
    """Start the embedded database, or find the one that runs."""
    server = embedded(context)
    click.echo(f"The embedded database runs at {server.start().uri}, its data in {server.folder}.")


@db.command("stop")
@click.pass_context
def db_stop(context: click.Context) -> None:
    """Stop the embedded database; its data stays."""
    stopped = embedded(context).stop()
    click.echo("Stopped." if stopped else "It was not running.")


if __name__ == "__main__":
    main()
