"""What a key costs its index: at random, in the order of time, shortened, and with the index's blocks compressed.

    python3 docs/capacity/index.py               # tables.py says what it needs

Fills indexes as MongoDB makes them (leaf pages of 16 KiB, prefix compression, an empty value) with the keys that {c: 1} and
{a: 1, v: 1} have on a clustered collection, in a cache that is much smaller than the index. Keys are those of MongoDB's KeyString: a
type byte, the value, an end byte, then the record id.
"""

import hashlib
import random

from tables import INDEX, head, measure, number, options, random_id, record, time_ordered_id


def binary(subtype, value, position):
    return bytes([0x4B, len(value), subtype]) + value + b"\x04" + record(position), b""


def whole(identifier, position):
    return binary(4, identifier.bytes, position)


def twelve_bytes(identifier, position):
    """The time and 42 more bits."""
    return binary(0, identifier.bytes[:12], position)


def eight_bytes(identifier, position):
    """The time and 16 bits of a hash, as an integer."""
    return number((identifier.int >> 80 << 16 | hashed(identifier) >> 48) >> 1) + b"\x04" + record(position), b""


def eight_random_bytes(identifier, position):
    return number(hashed(identifier) >> 1) + b"\x04" + record(position), b""


def hashed(identifier):
    return int.from_bytes(hashlib.sha256(identifier.bytes).digest()[:8], "big")


def ordered(key, count):
    rng = random.Random(1)
    return (key(time_ordered_id(rng, position), position) for position in range(1, count + 1))


def at_random(key, count):
    rng = random.Random(1)
    return (key(random_id(rng), position) for position in range(1, count + 1))


def versions(count):
    """Twenty commits for each aggregate, spread over all of the time."""
    rng = random.Random(1)
    aggregates = [str(random_id(rng)) for _ in range(count // 20)]
    counts = [0] * len(aggregates)
    for position in range(1, count + 1):
        one = rng.randrange(len(aggregates))
        yield bytes([0x3C]) + aggregates[one].encode() + b"\x00" + number(counts[one]) + b"\x04" + record(position), b""
        counts[one] += 1


TABLES = {
    "c, UUIDv7": lambda count: ordered(whole, count),
    "c, 12 bytes of UUIDv7": lambda count: ordered(twelve_bytes, count),
    "c, 8 bytes, time and hash": lambda count: ordered(eight_bytes, count),
    "c, 8 bytes, hash": lambda count: at_random(eight_random_bytes, count),
    "c, random": lambda count: at_random(whole, count),
    "a, v": versions,
}

if __name__ == "__main__":
    chosen = options("32MB", ",zstd")
    head(chosen)
    for name, entries in TABLES.items():
        for compressor in chosen.compressors.split(",") if name.startswith(chosen.only) else ():
            measure(name, INDEX, compressor, chosen, entries(chosen.entries))
