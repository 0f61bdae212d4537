package dev.foldline.eventstore.tck;

import static dev.foldline.eventstore.tck.Commits.commitAt;
import static dev.foldline.eventstore.tck.Commits.idIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.MergedReader;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.PlacedCommit;
import dev.foldline.eventstore.Token;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole log is read as one, by commit time. */
public interface MergedReadContract extends LogContract {

    @Test
    default void all_partitions_are_read_in_the_order_of_time() {
        EventLog log = open();
        appendAtMinutes(log, 0, 1, 2, 9);
        appendAtMinutes(log, 1, 0, 2, 3, 4);

        assertThat(places(MergedReader.of(log, CommitFilter.all(), Token.NONE), 100))
                .containsExactly("1@1", "0@1", "0@2", "1@2", "1@3", "1@4", "0@3");
    }

    @Test
    default void within_a_partition_its_positions_are_the_order_even_where_clocks_went_back() {
        EventLog log = open();
        appendAtMinutes(log, 0, 7, 1, 8);
        appendAtMinutes(log, 1, 6, 9);

        assertThat(places(MergedReader.of(log, CommitFilter.all(), Token.NONE), 100))
                .containsExactly("1@1", "0@1", "0@2", "0@3", "1@2");
    }

    @Test
    default void pages_of_any_size_and_new_readers_in_between_return_the_same_order() {
        EventLog log = open();
        var random = new Random(11);
        appendAtMinutes(log, 0, increasing(random, 700));
        appendAtMinutes(log, 1, increasing(random, 30));
        CommitFilter filter = CommitFilter.all().withTimes(minute(100), minute(900));
        List<String> whole = places(MergedReader.of(log, filter, Token.NONE), 10_000);
        assertThat(whole).hasSizeGreaterThan(100).doesNotHaveDuplicates();

        var paged = new ArrayList<String>();
        Token after = Token.NONE;
        List<PlacedCommit> page;
        do {
            MergedReader reader = MergedReader.of(log, filter, after);
            page = reader.next(1 + random.nextInt(60));
            after = reader.position();
            page.forEach(placed -> paged.add(place(placed)));
        } while (!page.isEmpty());
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    default void it_ends_at_the_heads_it_began_with_and_the_next_one_goes_on() {
        EventLog log = open();
        appendAtMinutes(log, 0, 1);
        MergedReader reader = MergedReader.of(log, CommitFilter.all(), Token.NONE);
        log.append(0, 1, List.of(commitAt(minute(2), idIn(log, 0, "late"), 0, "happened")));
        appendAtMinutes(log, 1, 0);

        assertThat(places(reader, 10)).containsExactly("0@1");
        assertThat(places(MergedReader.of(log, CommitFilter.all(), reader.position()), 10))
                .containsExactly("1@1", "0@2");
    }

    @Test
    default void some_partitions_and_some_types_are_read() {
        EventLog log = open();
        appendAtMinutes(log, 0, 1, 2);
        appendAtMinutes(log, 1, 1);
        log.append(0, 2, List.of(commitAt(minute(3), idIn(log, 0, "other"), 0, "opened")));
        Partition first = log.descriptor().partition(0);

        assertThat(places(MergedReader.of(log, List.of(first), CommitFilter.all(), Token.of(first, 1)), 10))
                .containsExactly("0@2", "0@3");
        MergedReader opened = MergedReader.of(log, CommitFilter.all().withAliases(Set.of("opened")), Token.NONE);
        assertThat(places(opened, 10)).containsExactly("0@3");
        assertThat(opened.position()).isEqualTo(Token.parse("wallet/0@3,wallet/1@1"));
    }

    @Test
    default void a_place_that_cannot_be_is_refused_and_one_that_was_lost_fails() {
        EventLog log = open();
        appendAtMinutes(log, 0, 1, 2);
        List<Partition> first = List.of(log.descriptor().partition(0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MergedReader.of(log, first, CommitFilter.all(), Token.parse("wallet/1@1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MergedReader.of(log, CommitFilter.all(), Token.parse("jackpot/0@1")));
        fixture().lose(WALLETS, 0, 2, 2);
        EventLog again = open();
        assertThatThrownBy(() -> MergedReader.of(again, CommitFilter.all(), Token.parse("wallet/0@2"))
                        .next(1))
                .isInstanceOf(LogTruncatedException.class);
    }

    private static List<String> places(MergedReader reader, int limit) {
        var places = new ArrayList<String>();
        List<PlacedCommit> page;
        do {
            page = reader.next(limit);
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            page.forEach(placed -> places.add(place(placed)));
        } while (!page.isEmpty());
        return places;
    }

    private static String place(PlacedCommit placed) {
        return placed.partition().number() + "@" + placed.commit().position();
    }

    private static int[] increasing(Random random, int count) {
        return IntStream.generate(() -> random.nextInt(1_000))
                .limit(count)
                .sorted()
                .toArray();
    }

    private static Instant minute(int minute) {
        return FilterContract.START.plusSeconds(60L * minute);
    }

    /** Commits of one aggregate, the first ones of the partition. */
    private static void appendAtMinutes(EventLog log, int partition, int... minutes) {
        String id = idIn(log, partition, "a");
        List<NewCommit> commits = IntStream.range(0, minutes.length)
                .mapToObj(i -> commitAt(minute(minutes[i]), id, i, "happened"))
                .toList();
        for (int from = 0; from < commits.size(); from += 100) {
            log.append(partition, from, commits.subList(from, Math.min(commits.size(), from + 100)));
        }
    }
}
