package dev.foldline.eventstore.archive.s3;

import dev.foldline.eventstore.archive.ArchiveStorage;
import dev.foldline.eventstore.archive.StorageProvider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Archives at {@code s3://bucket/prefix}. Credentials, region and endpoint are those of every AWS tool ({@code
 * AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY}, {@code AWS_REGION}, profiles, roles, …); {@code AWS_ENDPOINT_URL_S3} or
 * {@code AWS_ENDPOINT_URL} names a server other than Amazon's, which is then spoken to with the bucket in the path.
 */
@Singleton
public final class S3StorageProvider implements StorageProvider {

    private final Map<String, String> environment;

    public S3StorageProvider() {
        this(System.getenv());
    }

    S3StorageProvider(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public boolean supports(URI location) {
        return "s3".equals(location.getScheme());
    }

    @Override
    public ArchiveStorage open(URI location) {
        @Nullable String bucket = location.getHost();
        if (bucket == null) {
            throw new IllegalArgumentException("an archive in S3 is at s3://bucket/prefix, not at " + location);
        }
        return new S3Storage(client(), bucket, prefix(location));
    }

    private S3Client client() {
        // Segments have checksums of their own, and not every server knows those that Amazon's adds.
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        endpoint().ifPresent(endpoint -> builder.endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.of(environment.getOrDefault("AWS_REGION", "us-east-1"))));
        return builder.build();
    }

    private Optional<URI> endpoint() {
        return Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_S3"))
                .or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")))
                .filter(url -> !url.isBlank())
                .map(URI::create);
    }

    /** Empty, or with a slash at its end and none at its beginning. */
    private static String prefix(URI location) {
        String path = location.getPath().replaceAll("^/+|/+$", "");
        return path.isEmpty() ? "" : path + "/";
    }
}
