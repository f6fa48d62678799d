"""A made-up graph of any size: the facts that the speed of writing is measured with."""

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parent.parent.parent / "benches" / "export"


def write(path: Path, statements: int) -> None:
    """Writes a graph of about so many statements as JSON Lines, the same for the same number."""
    path.parent.mkdir(parents=True, exist_ok=True)
    facts = path.with_suffix(".facts")
    for script, argument, file in (("facts.py", str(statements), facts), ("to_graph.py", str(facts), path)):
        with file.open("wb") as output:
            subprocess.run([sys.executable, str(BENCH / script), argument], stdout=output, check=True)
