"""What a question may be given: parameters with types, and the check of each value against its type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ontology import vocabulary
from ontology.dates import earliest, latest
from ontology.errors import UsageError
from queries.hints import did_you_mean

Bound = str | int | float | bool | date | list[str]
PARTY_SCHEMES = ("AgencyType", "FamilyRole")
SHORT_NAMES = {"party": PARTY_SCHEMES, "factor": ("FactorType",)}
YES, NO = {"true", "yes", "on", "1"}, {"false", "no", "off", "0"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter of a question.

    ``type`` is one of ``types()``; ``many`` takes several values (a list, or one text with commas);
    ``default`` stands in when no value is given; a ``required`` one has none. ``from_row`` names columns
    of other answers whose value may be given here, the best first.
    """

    name: str
    type: str
    help: str = ""
    default: Bound | None = None
    required: bool = False
    many: bool = False
    from_row: tuple[str, ...] = ()


def schemes_of(type_: str) -> tuple[str, ...]:
    """The concept schemes whose codes a type takes; empty for types that take no codes.

    Every scheme of the ontology is a type under its name in snake case; ``party`` is an agency type or a
    family role, ``factor`` a factor type.
    """
    if type_ in SHORT_NAMES:
        return SHORT_NAMES[type_]
    return tuple(scheme for scheme in vocabulary.schemes() if _snake(scheme) == type_)


def known_values(type_: str) -> dict[str, str]:
    """The codes that a type takes, each with its label; empty for types that take no codes."""
    return {
        code: vocabulary.label(scheme, code)
        for scheme in schemes_of(type_)
        for code in vocabulary.codes(scheme)
    }


def types() -> tuple[str, ...]:
    """All names of parameter types, those of the ontology's schemes included."""
    coded = {*SHORT_NAMES, *(_snake(scheme) for scheme in vocabulary.schemes())}
    return (*READERS, *sorted(coded))


def bind(parameters: Iterable[Parameter], values: Mapping[str, object]) -> dict[str, Bound | None]:
    """Every parameter with its checked value, None where none was given and there is no default.

    Raises UsageError for a name that is not declared, a required one that is missing, or a value that
    its type does not take.
    """
    declared = {parameter.name: parameter for parameter in parameters}
    for name in values:
        if name not in declared:
            raise UsageError(f"unknown parameter '{name}'", hint=did_you_mean(name, declared, "parameters"))
    return {name: _bound(parameter, values.get(name)) for name, parameter in declared.items()}


def _bound(parameter: Parameter, value: object) -> Bound | None:
    if value is None or value in ("", (), []):
        if parameter.required:
            hint = f"give it as -p {parameter.name}=…: {parameter.help}"
            raise UsageError(f"parameter '{parameter.name}' is missing", hint=hint)
        return parameter.default
    if not parameter.many:
        if isinstance(value, list | tuple):
            raise UsageError(f"parameter '{parameter.name}' takes one value", hint="give it once")
        return _read(parameter, value)
    several = value.split(",") if isinstance(value, str) else value
    if not isinstance(several, Iterable):
        several = [value]
    return [str(_read(parameter, str(one).strip())) for one in several]


def _read(parameter: Parameter, value: object) -> Bound:
    reader = READERS.get(parameter.type)
    try:
        return reader(value) if reader else _code(parameter.type, str(value))
    except ValueError as reason:
        raise UsageError(f"parameter '{parameter.name}': {reason}") from None


def _code(type_: str, value: str) -> str:
    """A code, given as such or by its label, in any case and spacing."""
    known = known_values(type_)
    plain = re.sub(r"[\s-]+", "_", value.strip().lower())
    by_label = {re.sub(r"[\s-]+", "_", label.lower()): code for code, label in known.items()}
    if plain in known:
        return plain
    if plain in by_label:
        return by_label[plain]
    kind = type_.replace("_", " ")
    raise UsageError(f"unknown {kind} '{value}'", hint=did_you_mean(plain, known, f"{kind} codes"))


def _text(value: object) -> str:
    text = str(value)
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError("it holds characters that are no text")
    return text


def _flag(value: object) -> bool:
    word = str(value).strip().lower()
    if word not in YES | NO:
        raise ValueError(f"'{value}' is neither yes nor no")
    return word in YES


def _int(value: object) -> int:
    if not re.fullmatch(r"[+-]?\d{1,18}", str(value).strip(), re.ASCII):
        raise ValueError(f"'{value}' is not a whole number")
    return int(str(value))


def _share(value: object) -> float:
    try:
        number = float(str(value))
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise ValueError(f"'{value}' is not a number from 0 to 1")
    return number


def _date(value: object) -> date:
    """The day, or the first day of the month or year."""
    return _day(value, earliest)


def _until(value: object) -> date:
    """The day, or the last day of the month or year."""
    return _day(value, latest)


def _day(value: object, reader: Callable[[str], date]) -> date:
    try:
        return reader(str(value).strip())
    except ValueError:
        raise ValueError(f"'{value}' is not a date (2017-03-21, 2017-03 or 2017)") from None


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


# "case" is text here; that the case is in the graph is checked when the question is run. A "topic" is words
# for an item of information, the labels of the topics in the graph among them.
READERS: dict[str, Callable[[object], Bound]] = {
    "case": _text,
    "topic": _text,
    "text": _text,
    "flag": _flag,
    "int": _int,
    "share": _share,
    "date": _date,
    "until": _until,
}
