package dev.foldline.eventstore.archive.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.archive.ArchiveStorage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class S3StorageTest {

    private static final S3Server SERVER = new S3Server();

    @BeforeAll
    static void start() throws Exception {
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    @Test
    void a_file_is_read_whole_and_in_parts() throws IOException {
        try (ArchiveStorage storage = SERVER.open("whole")) {
            assertThat(storage.putIfAbsent("a/b.segment", bytes("0123456789"))).isTrue();

            assertThat(storage.read("a/b.segment")).asString(UTF_8).isEqualTo("0123456789");
            assertThat(storage.read("a/b.segment", 3, 4)).asString(UTF_8).isEqualTo("3456");
            assertThat(storage.read("a/b.segment", 8, 10)).asString(UTF_8).isEqualTo("89");
            assertThat(storage.read("a/b.segment", 10, 10)).isEmpty();
        }
    }

    /** One after the other: this server does not heed the condition of a put, as S3 does when they come at once. */
    @Test
    void a_file_is_written_once() throws IOException {
        try (ArchiveStorage storage = SERVER.open("once")) {
            assertThat(storage.putIfAbsent("a/once", bytes("first"))).isTrue();
            assertThat(storage.putIfAbsent("a/once", bytes("late"))).isFalse();
            assertThat(storage.read("a/once")).asString(UTF_8).isEqualTo("first");
        }
    }

    @Test
    void names_are_listed_in_order_and_without_those_of_directories_below() throws IOException {
        try (ArchiveStorage storage = SERVER.open("list")) {
            for (String name : List.of("a/manifest-2", "a/manifest-1", "a/other", "a/manifest-3/x", "b/manifest-1")) {
                storage.putIfAbsent(name, bytes(name));
            }

            assertThat(storage.list("a/manifest-")).containsExactly("a/manifest-1", "a/manifest-2");
            assertThat(storage.list("c/manifest-")).isEmpty();
        }
    }

    @Test
    void what_is_not_there_is_told_from_what_cannot_be_reached() throws IOException {
        try (ArchiveStorage storage = SERVER.open("missing")) {
            storage.putIfAbsent("a/b", bytes("x"));
            storage.delete("a/b");
            storage.delete("a/b");

            assertThatThrownBy(() -> storage.read("a/b")).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> storage.read("a/b", 0, 1)).isInstanceOf(NoSuchFileException.class);
        }
        try (ArchiveStorage nobody = S3Server.nobody()) {
            assertThatThrownBy(() -> nobody.read("a/b"))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoSuchFileException.class);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
