"""How well extraction reads the coded reviews, each measured by models that were not trained on it."""

from __future__ import annotations

# The probability at which leave-one-review-out detection scored best.
THRESHOLDS = {"gap": 0.4}
