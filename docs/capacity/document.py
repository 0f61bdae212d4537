"""What the document of a bet alone in its commit takes on disk, by the compressor of the collection's blocks.

    python3 docs/capacity/document.py            # tables.py says what it needs

Documents are those of `eventstore/mongodb`, byte by byte, in a collection that is clustered by position; ids of commands are UUIDv7. Each
wallet has twenty commits, spread over all of the time.
"""

import random
import struct

from tables import COLLECTION, head, measure, millis, number, options, random_id, time_ordered_id


def text(kind, name, value):
    return kind + name + b"\x00" + struct.pack("<i", len(value) + 1) + value + b"\x00"


def long(kind, name, value):
    return kind + name + b"\x00" + struct.pack("<q", value)


def blob(name, subtype, value):
    return b"\x05" + name + b"\x00" + struct.pack("<iB", len(value), subtype) + value


def document(*fields):
    body = b"".join(fields) + b"\x00"
    return struct.pack("<i", len(body) + 4) + body


def bet(rng):
    """The event in CBOR: {"round": "r-123456789", "stake": [amount, "EUR"]}"""
    round_id = b"r-%09d" % rng.randrange(1_000_000_000)
    stake = b"\x9f\x19" + struct.pack(">H", rng.randrange(256, 10_000)) + b"\x63EUR\xff"
    return b"\xbf\x65round\x6b" + round_id + b"\x65stake" + stake + b"\xff"


def commits(count):
    rng = random.Random(1)
    wallets = [str(random_id(rng)).encode() for _ in range(count // 20)]
    counts = [0] * len(wallets)
    for position in range(1, count + 1):
        one = rng.randrange(len(wallets))
        event = document(text(b"\x02", b"k", b"bet-placed"), blob(b"d", 0, bet(rng)))
        yield number(position) + b"\x04", document(
            long(b"\x12", b"_id", position),
            text(b"\x02", b"a", wallets[one]),
            long(b"\x12", b"v", counts[one]),
            blob(b"c", 4, time_ordered_id(rng, position).bytes),
            long(b"\x09", b"t", millis(position)),
            b"\x04e\x00" + document(b"\x030\x00" + event),
        )
        counts[one] += 1


if __name__ == "__main__":
    chosen = options("256MB", ",snappy,zlib,zstd")
    head(chosen)
    print(f"a document has {len(next(commits(20))[1])} bytes")
    for compressor in chosen.compressors.split(","):
        measure("document", COLLECTION, compressor, chosen, commits(chosen.entries))
