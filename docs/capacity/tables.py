"""Tables of WiredTiger as MongoDB makes them, and what it costs to fill one. `index.py` and `document.py` use it.

The Python package of WiredTiger is built with the compressors that a mongod has (needs swig, cmake, ninja, a C compiler):

    apt-get install swig libsnappy-dev libzstd-dev zlib1g-dev
    pip download --no-deps --no-binary :all: wiredtiger==11.3.1 && tar xzf wiredtiger-11.3.1.tar.gz
    sed -i 's/-DENABLE_PYTHON=1/& -DHAVE_BUILTIN_EXTENSION_SNAPPY=1 -DHAVE_BUILTIN_EXTENSION_ZLIB=1 \
-DHAVE_BUILTIN_EXTENSION_ZSTD=1/' wiredtiger-11.3.1/setup.py
    pip install ./wiredtiger-11.3.1
"""

import argparse
import ctypes
import os
import shutil
import tempfile
import time
import uuid

for library in ("libz.so.1", "libsnappy.so.1", "libzstd.so.1"):
    ctypes.CDLL(library, ctypes.RTLD_GLOBAL)

import wiredtiger  # noqa: E402
from wiredtiger import stat  # noqa: E402

INDEX = (
    "key_format=u,value_format=u,type=file,leaf_page_max=16k,internal_page_max=16k,prefix_compression=true,checksum=on"
)
COLLECTION = (
    "key_format=u,value_format=u,type=file,leaf_page_max=32k,internal_page_max=4k,leaf_value_max=64MB,"
    "memory_page_max=10m,split_pct=90,prefix_compression=false,checksum=on"
)


def number(value):
    """A positive integer in a key: a type byte that says how many bytes, then these."""
    length = max(1, (value.bit_length() + 8) // 8)
    return bytes([0x2B + length]) + (value << 1).to_bytes(length, "big")


def record(position):
    """The id of a record of a clustered collection, at the end of an index's key."""
    key = number(position) + b"\x04"
    return key + bytes([len(key)])


def random_id(rng):
    return uuid.UUID(int=rng.getrandbits(128), version=4)


def millis(position):
    """3,500 a second."""
    return 1_800_000_000_000 + position * 1000 // 3500


def time_ordered_id(rng, position):
    """UUIDv7, from writers whose clocks differ by up to 50 ms."""
    high = ((millis(position) + rng.randrange(50)) << 16) | 0x7000 | rng.getrandbits(12)
    return uuid.UUID(int=(high << 64) | (1 << 63) | rng.getrandbits(62))


def options(cache, compressors):
    parser = argparse.ArgumentParser()
    parser.add_argument("--entries", type=int, default=2_000_000)
    parser.add_argument("--cache", default=cache)
    parser.add_argument("--checkpoint-every", type=int, default=500_000)
    parser.add_argument("--compressors", default=compressors, help="of the blocks; nothing before a comma is none")
    parser.add_argument("--only", default="", help="what the names of the tables to be filled begin with")
    return parser.parse_args()


def measure(name, table, compressor, chosen, entries):
    """Fills a table and prints what that cost."""
    directory = tempfile.mkdtemp(prefix="table")
    connection = wiredtiger.wiredtiger_open(
        directory, f"create,cache_size={chosen.cache},statistics=(fast),checkpoint=(log_size=256MB),log=(enabled=true)"
    )
    session = connection.open_session()
    session.create("file:table.wt", f"{table},block_compressor={compressor},log=(enabled=false)")
    cursor = session.open_cursor("file:table.wt")
    began = time.process_time()
    count = 0
    for key, value in entries:
        cursor[key] = value
        count += 1
        if count % chosen.checkpoint_every == 0:
            session.checkpoint()
    cursor.close()
    session.checkpoint()
    seconds = time.process_time() - began
    statistics = session.open_cursor("statistics:")
    read = statistics[stat.conn.cache_bytes_read][2]
    written = statistics[stat.conn.cache_bytes_write][2]
    statistics.close()
    connection.close()
    size = os.path.getsize(os.path.join(directory, "table.wt")) / count
    shutil.rmtree(directory)
    print(
        f"{name:28} {compressor or 'none':6} {size:6.1f} bytes/entry on disk {read / count:8.1f} read {written / count:8.1f} written"
        f" {seconds * 1e6 / count:6.1f} us of CPU",
        flush=True,
    )


def head(chosen):
    release = ".".join(map(str, wiredtiger.wiredtiger_version()[1:]))
    print(
        f"WiredTiger {release}, {chosen.entries:,} entries, cache {chosen.cache}, a checkpoint every {chosen.checkpoint_every:,}",
        flush=True,
    )
