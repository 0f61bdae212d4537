package dev.foldline.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionerTest {

    /** The hashes are 0xba6bd213, 0xc0363e43, 0x2e4ff723, 0xcf3a9310, 0x67e6645a and 0xae6140ce. */
    @ParameterizedTest
    @CsvSource({
        "test, 3, 531, 6",
        "'Hello, world!', 3, 579, 6",
        "The quick brown fox jumps over the lazy dog, 3, 803, 2",
        "ärger, 0, 784, 3",
        "8b1c4a52-7f3e-4d0a-9a51-0c6e2f1d7b90, 10, 90, 3",
        "💶€, 14, 206, 4"
    })
    void gives_the_same_partition_on_every_machine_and_in_every_version(String id, int of16, int of1024, int of7) {
        assertThat(new Partitioner(16).partitionOf(id)).isEqualTo(of16);
        assertThat(new Partitioner(1024).partitionOf(id)).isEqualTo(of1024);
        assertThat(new Partitioner(7).partitionOf(id)).isEqualTo(of7);
    }

    @Test
    void uses_every_partition() {
        var partitioner = new Partitioner(16);
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            used.add(partitioner.partitionOf(new UUID(i, i).toString()));
        }

        assertThat(used).hasSize(16).allSatisfy(partition -> assertThat(partition)
                .isBetween(0, 15));
    }

    @Test
    void needs_a_partition() {
        assertThat(new Partitioner(1).partitionOf("test")).isZero();
        assertThatThrownBy(() -> new Partitioner(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
