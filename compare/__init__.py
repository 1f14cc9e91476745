"""Compares draft minutes with final minutes and says which differences matter.

From Python:

    from compare import compare_files

    comparison = compare_files("draft.txt", "final.txt")
    for finding in comparison.findings:
        print(finding.severity, finding.rule, finding.reason)

`import compare` loads nothing; a name is loaded when it is first used. `docs/python.md` lists what stays stable.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.api import compare_bytes, compare_files, compare_texts
    from compare.errors import CompareError
    from compare.values import Comparison, Finding, Severity

__version__ = "0.1.0"

__all__ = [
    "CompareError",
    "Comparison",
    "Finding",
    "Severity",
    "__version__",
    "compare_bytes",
    "compare_files",
    "compare_texts",
]

_MODULES = {
    "CompareError": "compare.errors",
    "Comparison": "compare.values",
    "Finding": "compare.values",
    "Severity": "compare.values",
    "compare_bytes": "compare.api",
    "compare_files": "compare.api",
    "compare_texts": "compare.api",
}

if not TYPE_CHECKING:  # a type checker would take any name for one that is here

    def __getattr__(name: str) -> object:
        """Loads an exported name from its module (PEP 562)."""
        if name not in _MODULES:
            raise AttributeError(f"module 'compare' has no attribute {name!r}")
        value = getattr(import_module(_MODULES[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
