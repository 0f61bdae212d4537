package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.seam.ArchiveClaim;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of a partition's files say: of a manifest its number, of a segment the claim that its writer had found. */
final class FileName {

    static final String MANIFEST = "manifest-";

    private static final int HASH_DIGITS = 12;

    private static final Pattern UNFINISHED =
            Pattern.compile(Pattern.quote(DirectoryStorage.UNFINISHED) + "[0-9a-f-]{36}-(.+)");
    private static final Pattern OF_MANIFEST = Pattern.compile(MANIFEST + "(\\d{1,18})\\.json");
    private static final Pattern OF_SEGMENT =
            Pattern.compile("\\d+-\\d+-[0-9a-f]{" + HASH_DIGITS + "}-(\\d{1,18})\\.segment");

    private FileName() {}

    static String ofManifest(long number) {
        return "%s%09d.json".formatted(MANIFEST, number);
    }

    static String ofSegment(long first, long last, String sha256, long claim) {
        return "%019d-%019d-%s-%d.segment".formatted(first, last, sha256.substring(0, HASH_DIGITS), claim);
    }

    static boolean isManifest(String name) {
        return OF_MANIFEST.matcher(name).matches();
    }

    /**
     * Whether the claim keeps everybody who writes this file, or has written it, from putting it into a manifest that counts:
     * whoever had found an earlier claim can make none any more, and a manifest of a smaller number does not count. Of a name
     * that says nothing, nobody knows.
     */
    static boolean isSuperseded(String name, ArchiveClaim claim) {
        Matcher unfinished = UNFINISHED.matcher(name);
        if (unfinished.matches()) {
            String meant = unfinished.group(1);
            Matcher manifest = OF_MANIFEST.matcher(meant);
            return manifest.matches()
                    ? Long.parseLong(manifest.group(1)) < claim.manifest()
                    : isSuperseded(meant, claim);
        }
        Matcher segment = OF_SEGMENT.matcher(name);
        return segment.matches() && Long.parseLong(segment.group(1)) < claim.number();
    }
}
