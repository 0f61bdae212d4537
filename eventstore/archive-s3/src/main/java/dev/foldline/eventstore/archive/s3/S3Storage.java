package dev.foldline.eventstore.archive.s3;

import dev.foldline.eventstore.archive.ArchiveStorage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket, or a part of one. Where the server heeds {@code If-None-Match: *}, one of several who write a file at once is told so. */
final class S3Storage implements ArchiveStorage {

    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private interface Call<T> {
        T call();
    }

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    /** @param prefix what all names begin with; empty, or with a slash at its end */
    S3Storage(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public boolean putIfAbsent(String name, byte[] content) throws IOException {
        if (exists(name)) {
            return false;
        }
        try {
            client.putObject(
                    put -> put.bucket(bucket).key(prefix + name).ifNoneMatch("*"), RequestBody.fromBytes(content));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED) {
                return false;
            }
            // 409: somebody else is writing it just now; who asks again is told whether it was written.
            throw unreachable(name, e.statusCode() == CONFLICT ? "is being written by somebody else" : "failed", e);
        } catch (SdkException e) {
            throw unreachable(name, "failed", e);
        }
    }

    /** Not every server heeds the condition of a put: with one that does not, those who come at once each write it. */
    private boolean exists(String name) throws IOException {
        try {
            call(name, () -> client.headObject(head -> head.bucket(bucket).key(prefix + name)));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public byte[] read(String name) throws IOException {
        GetObjectRequest whole =
                GetObjectRequest.builder().bucket(bucket).key(prefix + name).build();
        return call(name, () -> client.getObjectAsBytes(whole).asByteArray());
    }

    @Override
    public byte[] read(String name, long offset, int length) throws IOException {
        GetObjectRequest part = GetObjectRequest.builder()
                .bucket(bucket)
                .key(prefix + name)
                .range("bytes=%d-%d".formatted(offset, offset + length - 1))
                .build();
        try {
            return call(name, () -> client.getObjectAsBytes(part).asByteArray());
        } catch (IOException e) {
            if (e.getCause() instanceof S3Exception refused && refused.statusCode() == RANGE_NOT_SATISFIABLE) {
                return new byte[0];
            }
            throw e;
        }
    }

    @Override
    public List<String> list(String start) throws IOException {
        return call(
                start,
                () ->
                        client
                                .listObjectsV2Paginator(
                                        list -> list.bucket(bucket).prefix(prefix + start))
                                .contents()
                                .stream()
                                .map(S3Object::key)
                                .map(key -> key.substring(prefix.length()))
                                .filter(name -> name.indexOf('/', start.length()) < 0)
                                .sorted()
                                .toList());
    }

    @Override
    public void delete(String name) throws IOException {
        call(name, () -> client.deleteObject(delete -> delete.bucket(bucket).key(prefix + name)));
    }

    private <T> T call(String name, Call<T> call) throws IOException {
        try {
            return call.call();
        } catch (NoSuchKeyException e) {
            var missing = new NoSuchFileException(prefix + name, null, "not in the bucket " + bucket);
            missing.initCause(e);
            throw missing;
        } catch (SdkException e) {
            throw unreachable(name, "failed", e);
        }
    }

    private IOException unreachable(String name, String what, SdkException cause) {
        return new IOException(prefix + name + " in the bucket " + bucket + " " + what, cause);
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + prefix;
    }
}
