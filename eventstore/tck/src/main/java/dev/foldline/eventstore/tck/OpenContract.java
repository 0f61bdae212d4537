package dev.foldline.eventstore.tck;

import static dev.foldline.eventstore.tck.Commits.commits;
import static dev.foldline.eventstore.tck.Commits.idIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogMismatchException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A log is made once, by whoever comes first, and stays what it was made as. */
public interface OpenContract extends LogContract {

    @Test
    default void a_log_stays_what_it_was_created_as() {
        LogDescriptor created = open().descriptor();
        LogDescriptor reopened = open().descriptor();

        assertThat(created.aggregateType()).isEqualTo("wallet");
        assertThat(created.partitions()).isEqualTo(WALLETS.partitions());
        assertThat(reopened).isEqualTo(created);
    }

    @Test
    default void a_new_log_is_empty_and_a_reopened_one_is_not() {
        EventLog created = open();
        assertThat(created.heads()).containsOnly(0L).hasSize(WALLETS.partitions());
        assertThat(created.read(0, 0, 10)).isEmpty();

        created.append(0, 0, commits(idIn(created, 0, "a"), 3));
        assertThat(open().heads()).containsExactly(3L, 0L);
    }

    @Test
    default void a_process_that_expects_other_partitions_is_refused_and_told_both_numbers() {
        EventLog log = open();
        var other = new LogDefinition(WALLETS.context(), WALLETS.aggregateType(), 16);

        assertThatThrownBy(() -> fixture().connect().store().open(other))
                .isInstanceOf(LogMismatchException.class)
                .hasMessageContaining("wallet")
                .hasMessageContaining("2 partitions")
                .hasMessageContaining("16 partitions");
        assertThat(open().descriptor()).isEqualTo(log.descriptor());
    }

    @Test
    default void processes_that_create_a_log_at_once_get_the_same_log() {
        Set<LogDescriptor> descriptors = Set.copyOf(Parallel.inParallel(6, i -> open().descriptor()));

        assertThat(descriptors).hasSize(1);
        Parallel.inParallel(6, i -> new ModelWriter(open(), 0).commit(List.of(new Intent("hot"))));
        assertThat(open().head(0)).isEqualTo(6);
    }

    @Test
    default void logs_of_different_types_and_contexts_are_apart() {
        List<EventLog> logs = List.of(
                open(), openOther("tck", "wallet-bonus"), openOther("tck", "round"), openOther("tck-other", "wallet"));
        IntStream.range(0, logs.size()).forEach(i -> {
            EventLog log = logs.get(i);
            log.append(1, 0, commits(idIn(log, 1, "a"), i + 1));
        });

        assertThat(logs.stream().map(log -> log.head(1))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(logs.stream().map(log -> log.descriptor().id()).collect(Collectors.toSet()))
                .hasSize(4);
    }

    @Test
    default void the_logs_of_a_context_can_be_listed() {
        openOther("tck-list", "wallet");
        openOther("tck-list", "round");
        openOther("tck-list-other", "jackpot");

        assertThat(fixture().connect().store().logs("tck-list"))
                .containsExactly(new LogDefinition("tck-list", "round", 2), new LogDefinition("tck-list", "wallet", 2));
        assertThat(fixture().connect().store().logs("tck-list-nobody")).isEmpty();
    }

    private EventLog openOther(String context, String aggregateType) {
        return fixture().connect().store().open(new LogDefinition(context, aggregateType, 2));
    }
}
