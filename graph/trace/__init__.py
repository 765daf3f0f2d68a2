"""Following one item of information through a case: who knew it, when, from whom, and where it stopped."""

from graph.trace.told import as_json
from graph.trace.trace import trace
from graph.trace.values import Known, OpenContact, Step, Stop, Trace

__all__ = ["Known", "OpenContact", "Step", "Stop", "Trace", "as_json", "trace"]
