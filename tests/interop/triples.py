"""Whether two tools read the same triples, whatever their order and the way they write them."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

UNFIT_FOR_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Fingerprint:
    """Of a set of triples without blank nodes: how many, and the sum of their hashes."""

    count: int
    total: int


def of_quads(quads: Iterable) -> Fingerprint:
    """Of pyoxigraph's quads, whose graphs do not matter."""
    seen = {hashlib.blake2b(str(quad.triple).encode(), digest_size=12).digest() for quad in quads}
    return Fingerprint(len(seen), sum(int.from_bytes(digest) for digest in seen))


def of_n_triples(text: bytes) -> Fingerprint:
    """Of N-Triples or N-Quads."""
    from pyoxigraph import RdfFormat, parse

    return of_quads(parse(text, RdfFormat.N_QUADS))


def as_far_as_xml(text: bytes) -> Fingerprint:
    """Of N-Triples, with U+FFFD for the characters that XML has no way to write."""
    from pyoxigraph import Literal, Quad, RdfFormat, parse

    def fit(quad):
        said = quad.object
        if isinstance(said, Literal) and UNFIT_FOR_XML.search(said.value):
            said = Literal(UNFIT_FOR_XML.sub("\ufffd", said.value), datatype=said.datatype)
        return Quad(quad.subject, quad.predicate, said)

    return of_quads(fit(quad) for quad in parse(text, RdfFormat.N_QUADS))
