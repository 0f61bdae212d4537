package dev.foldline.eventstore.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The end of a segment's file, {@value #BYTES} bytes, big-endian: the directory block's offset (8) and length (4), the format (4),
 * the SHA-256 of all before the trailer (32), the CRC-32C of the trailer so far (4), and the eight characters
 * {@value #MAGIC}.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Trailer(Block.Reference directory, byte[] sha256) {

    static final int BYTES = 60;
    static final int FORMAT = 1;

    private static final String MAGIC = "FOLDSEG.";
    private static final int CHECKED = 48;
    private static final int SHA256_BYTES = 32;

    byte[] write() {
        ByteBuffer trailer = ByteBuffer.allocate(BYTES)
                .putLong(directory.offset())
                .putInt(directory.length())
                .putInt(FORMAT)
                .put(sha256);
        return trailer.putInt(checksum(trailer.array()))
                .put(MAGIC.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    /** @throws IOException this is none, or of a format that this version does not know */
    static Trailer read(byte[] bytes) throws IOException {
        byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length != BYTES
                || !Arrays.equals(bytes, BYTES - magic.length, BYTES, magic, 0, magic.length)
                || ByteBuffer.wrap(bytes).getInt(CHECKED) != checksum(bytes)) {
            throw new IOException("its last " + BYTES + " bytes are not those of a segment");
        }
        ByteBuffer trailer = ByteBuffer.wrap(bytes);
        var directory = new Block.Reference(trailer.getLong(), trailer.getInt());
        int format = trailer.getInt();
        if (format != FORMAT) {
            throw new IOException("it is of format " + format + ", and this version knows " + FORMAT
                    + ": deploy the version that wrote it");
        }
        byte[] sha256 = new byte[SHA256_BYTES];
        trailer.get(sha256);
        return new Trailer(directory, sha256);
    }

    static byte[] sha256(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static int checksum(byte[] trailer) {
        var crc = new CRC32C();
        crc.update(trailer, 0, CHECKED);
        return (int) crc.getValue();
    }
}
