package dev.foldline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CapacityPageTest {

    @Test
    void the_page_is_what_this_version_needs() throws IOException {
        assertThat(Files.readString(Path.of("../../docs/capacity.md")))
                .as("run ./foldline bench capacity > docs/capacity.md")
                .isEqualTo(new CapacityPage(CommitSizes.measured()).text());
    }
}
