"""What a key costs its index when keys come at random, and when they come in the order of time.

    pip install wiredtiger && python3 docs/capacity/index.py

Fills indexes as MongoDB makes them (WiredTiger: leaf pages of 16 KiB, prefix compression, no block compression, an empty value) with the
keys that {c: 1} and {a: 1, v: 1} have on a clustered collection, in a cache that is much smaller than the index, and reports bytes a key on
disk and what was read and written. Keys are those of MongoDB's KeyString: a type byte, the value, an end byte, then the record id.
"""

import os
import random
import shutil
import struct
import sys
import tempfile
import time
import uuid

import wiredtiger
from wiredtiger import stat

KEYS = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000
CACHE = "32MB"
INDEX = (
    "key_format=u,value_format=u,type=file,leaf_page_max=16k,internal_page_max=16k,"
    "prefix_compression=true,block_compressor=,checksum=on"
)


def number(value):
    """A positive integer: a type byte that says how many bytes, then these."""
    length = max(1, (value.bit_length() + 8) // 8)
    return bytes([0x2B + length]) + (value << 1).to_bytes(length, "big")


def record(position):
    key = number(position) + b"\x04"
    return key + bytes([len(key)])


def command(identifier, position):
    return bytes([0x4B, 16, 4]) + identifier + b"\x04" + record(position)


def version(aggregate, before, position):
    return bytes([0x3C]) + aggregate.encode() + b"\x00" + number(before) + b"\x04" + record(position)


def random_ids(rng):
    for position in range(1, KEYS + 1):
        yield command(uuid.UUID(int=rng.getrandbits(128), version=4).bytes, position)


def time_ordered_ids(rng):
    """UUIDv7 at 3,500 a second, from writers whose clocks differ by up to 50 ms."""
    for position in range(1, KEYS + 1):
        millis = 1_800_000_000_000 + position * 1000 // 3500 + rng.randrange(50)
        high = (millis << 16) | 0x7000 | rng.getrandbits(12)
        yield command(struct.pack(">QQ", high, (1 << 63) | rng.getrandbits(62)), position)


def versions(rng):
    """Twenty commits for each aggregate, spread over all of the time."""
    aggregates = [str(uuid.UUID(int=rng.getrandbits(128), version=4)) for _ in range(KEYS // 20)]
    counts = [0] * len(aggregates)
    for position in range(1, KEYS + 1):
        one = rng.randrange(len(aggregates))
        yield version(aggregates[one], counts[one], position)
        counts[one] += 1


def measure(name, keys):
    directory = tempfile.mkdtemp(prefix="index")
    connection = wiredtiger.wiredtiger_open(
        directory, f"create,cache_size={CACHE},statistics=(fast),checkpoint=(log_size=256MB),log=(enabled=true)"
    )
    session = connection.open_session()
    session.create("file:index.wt", INDEX + ",log=(enabled=false)")
    cursor = session.open_cursor("file:index.wt")
    began = time.process_time()
    for number_of_key, key in enumerate(keys):
        cursor[key] = b""
        if number_of_key % 500_000 == 499_999:
            session.checkpoint()
    cursor.close()
    session.checkpoint()
    seconds = time.process_time() - began
    statistics = session.open_cursor("statistics:")
    read = statistics[stat.conn.cache_bytes_read][2]
    written = statistics[stat.conn.cache_bytes_write][2]
    statistics.close()
    connection.close()
    size = os.path.getsize(os.path.join(directory, "index.wt"))
    shutil.rmtree(directory)
    print(
        f"{name:14} {size / KEYS:6.1f} bytes/key on disk  {read / KEYS:8.1f} read/key  {written / KEYS:8.1f} written/key"
        f"  {seconds * 1e6 / KEYS:6.1f} us/key of CPU"
    )


release = ".".join(map(str, wiredtiger.wiredtiger_version()[1:]))
print(f"WiredTiger {release}, {KEYS:,} keys, cache {CACHE}")
measure("c, random", random_ids(random.Random(1)))
measure("c, UUIDv7", time_ordered_ids(random.Random(1)))
measure("a, v", versions(random.Random(1)))
