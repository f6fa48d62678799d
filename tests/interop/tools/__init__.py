"""The tools that load exports: programs, libraries and servers, each with the formats it reads."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from answers import Answers


@dataclass(frozen=True)
class Tool:
    """A program or library that reads some formats."""

    name: str
    version: Callable[[], str]
    """What it says its version is; fails where it is not installed."""
    formats: tuple[str, ...]
    load: Callable[[Path, str], Answers]
    """Loads the export at a path, of a format, and answers. A failure is an exception."""
    because: str = ""
    """Why it reads no other formats, or does not answer all."""
    most: int = 1_000_000
    """How many statements it loads in a few minutes."""


def package(name: str) -> Callable[[], str]:
    """The version of a Python package."""
    return lambda: metadata.version(name)
