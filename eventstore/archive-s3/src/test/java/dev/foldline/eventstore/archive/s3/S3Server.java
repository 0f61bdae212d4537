package dev.foldline.eventstore.archive.s3;

import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveStorage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/** A server in this process that speaks S3 and checks signatures, but does not heed the condition of a put. It has one bucket. */
final class S3Server {

    private static final String KEY = "key";
    private static final String SECRET = "secret";
    private static final String BUCKET = "casino";

    private final BlobStoreContext blobs =
            ContextBuilder.newBuilder("transient-nio2").credentials(KEY, SECRET).build(BlobStoreContext.class);
    private final S3Proxy server = S3Proxy.builder()
            .blobStore(blobs.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
            .build();

    void start() throws Exception {
        System.setProperty("aws.accessKeyId", KEY);
        System.setProperty("aws.secretAccessKey", SECRET);
        server.start();
        blobs.getBlobStore().createContainerInLocation(null, BUCKET);
    }

    ArchiveStorage open(String prefix) {
        return storage("http://127.0.0.1:" + server.getPort(), prefix);
    }

    /** The bucket of a server that does not answer. */
    static ArchiveStorage nobody() {
        return storage("http://127.0.0.1:1", "x");
    }

    private static ArchiveStorage storage(String endpoint, String prefix) {
        var provider = new S3StorageProvider(Map.of("AWS_ENDPOINT_URL_S3", endpoint));
        return Archive.storage(URI.create("s3://" + BUCKET + "/" + prefix), List.of(provider));
    }

    void stop() throws Exception {
        server.stop();
        blobs.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }
}
