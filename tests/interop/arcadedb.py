"""ArcadeDB's own server out of its Python package, as a program of its own: it needs no Python to run in."""

import importlib.util
from pathlib import Path

SETTINGS = {
    "arcadedb.server.name": "interop",
    "arcadedb.server.host": "127.0.0.1",
    "arcadedb.server.httpIncomingHost": "127.0.0.1",
    "arcadedb.server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
    "arcadedb.server.defaultDatabases": "legation[root]",
    "arcadedb.bolt.host": "127.0.0.1",
}


def command(folder: str, password: str, http_port: int, bolt_port: int) -> list[str]:
    """Starts a server with an empty database `legation` in a folder, for Neo4j's drivers on a port."""
    package = Path(importlib.util.find_spec("arcadedb_embedded").origin).parent
    own = {
        "arcadedb.server.rootPath": folder,
        "arcadedb.server.databaseDirectory": f"{folder}/databases",
        "arcadedb.server.rootPassword": password,
        "arcadedb.server.httpIncomingPort": http_port,
        "arcadedb.bolt.port": bolt_port,
    }
    settings = [f"-D{name}={value}" for name, value in (SETTINGS | own).items()]
    java, jars = package / "jre" / "bin" / "java", package / "jars" / "*"
    return [str(java), *settings, "-cp", str(jars), "com.arcadedb.server.ArcadeDBServer"]
