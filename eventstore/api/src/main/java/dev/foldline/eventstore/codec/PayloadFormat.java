package dev.foldline.eventstore.codec;

/**
 * How a payload is written. A reader needs no setting: a CBOR map starts with a byte from 0xA0 to 0xBF (RFC 8949, major
 * type 5), a JSON object with 0x7B, a frame of Zstandard that holds one of them with 0x28, so one log may hold them all.
 */
public enum PayloadFormat {
    /** CBOR with field names (RFC 8949): the default. */
    CBOR,
    /** JSON (RFC 8259): larger, and readable in a database shell. */
    JSON
}
