package dev.foldline.eventstore.tck;

import static dev.foldline.eventstore.tck.Commits.commitAt;
import static dev.foldline.eventstore.tck.Commits.idIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.FilteredCommits;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.NewCommit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A partition is read for what is of interest in it, by event type and time. */
public interface FilterContract extends LogContract {

    /** The time of the first commit of these tests; the second is an hour later, and so on. */
    Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    default void commits_with_an_event_of_a_wanted_type_are_found_whole() {
        EventLog log = open();
        appendHourly(
                log, List.of(List.of("opened"), List.of("opened", "filled"), List.of("emptied"), List.of("filled")));

        assertThat(all(log, CommitFilter.all().withAliases(Set.of("filled")), 10))
                .containsExactly(2L, 4L);
        assertThat(all(log, CommitFilter.all().withAliases(Set.of("filled", "emptied")), 1))
                .containsExactly(2L, 3L, 4L);
        assertThat(all(log, CommitFilter.all().withAliases(Set.of("unheard-of")), 10))
                .isEmpty();
        assertThat(all(log, CommitFilter.all(), 3)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(log.read(0, CommitFilter.all().withAliases(Set.of("filled")), 0, 1)
                        .commits())
                .isSubsetOf(log.read(0, 0, 10));
    }

    @Test
    default void commits_of_a_time_range_are_found() {
        EventLog log = open();
        appendHourly(log, hours(50));

        assertThat(all(log, hoursFrom(10, 13), 2)).containsExactly(11L, 12L, 13L);
        assertThat(all(log, hoursFrom(48, 99), 100)).containsExactly(49L, 50L);
        assertThat(all(log, hoursFrom(60, 99), 100)).isEmpty();
        assertThat(all(log, CommitFilter.all().withTimes(Instant.MIN, START.plusMillis(1)), 5))
                .containsExactly(1L);
        assertThat(all(log, CommitFilter.all().withTimes(START.plusNanos(1), Instant.MAX), 20))
                .hasSize(49);
    }

    @Test
    default void writers_whose_clocks_differ_within_the_tolerance_lose_nothing_of_a_time_range() {
        EventLog log = open();
        var random = new Random(7);
        List<NewCommit> group = skewed(random, idIn(log, 0, "a"), 200);
        log.append(0, 0, group);

        for (int from = 100; from < 2_000; from += 130) {
            CommitFilter filter = CommitFilter.all()
                    .withTimes(START.plusSeconds(from), START.plusSeconds(from + 300 + random.nextInt(400)));
            assertThat(all(log, filter, 1 + random.nextInt(30))).isNotEmpty().isEqualTo(positions(group, filter));
        }
    }

    @Test
    default void paging_goes_on_where_it_has_looked_and_hears_of_what_comes_later() {
        EventLog log = open();
        appendHourly(log, hours(5));
        CommitFilter unheardOf = CommitFilter.all().withAliases(Set.of("unheard-of"));

        long looked = pages(log, unheardOf, 2).getLast().position();
        assertThat(looked).isEqualTo(5);
        NewCommit late = commitAt(START, idIn(log, 0, "b"), 0, "unheard-of");
        log.append(0, 5, List.of(late));
        assertThat(log.read(0, unheardOf, looked, 10)).isEqualTo(new FilteredCommits(List.of(late.at(6)), 6));
    }

    @Test
    default void a_filtered_read_after_a_position_that_was_lost_fails() {
        EventLog log = open();
        appendHourly(log, hours(5));
        fixture().lose(WALLETS, 0, 4, 5);

        assertThatThrownBy(() -> open().read(0, CommitFilter.all(), 5, 10)).isInstanceOf(LogTruncatedException.class);
        assertThatThrownBy(() -> log.read(0, hoursFrom(1, 9), 0, 10)).isInstanceOf(LogTruncatedException.class);
    }

    private static List<Long> all(EventLog log, CommitFilter filter, int limit) {
        return pages(log, filter, limit).stream()
                .flatMap(page -> page.commits().stream())
                .map(Commit::position)
                .toList();
    }

    /** Page by page until there is nothing more. */
    private static List<FilteredCommits> pages(EventLog log, CommitFilter filter, int limit) {
        var pages = new ArrayList<FilteredCommits>();
        long looked;
        do {
            looked = pages.isEmpty() ? 0 : pages.getLast().position();
            pages.add(log.read(0, filter, looked, limit));
            assertThat(pages.getLast().commits()).hasSizeLessThanOrEqualTo(limit);
        } while (pages.getLast().position() > looked);
        assertThat(pages.getLast().commits()).isEmpty();
        return pages;
    }

    private static List<NewCommit> skewed(Random random, String aggregateId, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> commitAt(
                        START.plusSeconds(10L * i).plusMillis(random.nextLong(CommitFilter.CLOCK_TOLERANCE.toMillis())),
                        aggregateId,
                        i,
                        "happened"))
                .toList();
    }

    private static List<Long> positions(List<NewCommit> appended, CommitFilter filter) {
        return IntStream.range(0, appended.size())
                .mapToObj(i -> appended.get(i).at(i + 1))
                .filter(filter::matches)
                .map(Commit::position)
                .toList();
    }

    private static CommitFilter hoursFrom(int from, int until) {
        return CommitFilter.all().withTimes(START.plus(Duration.ofHours(from)), START.plus(Duration.ofHours(until)));
    }

    private static void appendHourly(EventLog log, List<List<String>> commits) {
        var group = new ArrayList<NewCommit>();
        long version = 0;
        for (List<String> aliases : commits) {
            Instant time = START.plus(Duration.ofHours(group.size()));
            group.add(commitAt(time, idIn(log, 0, "a"), version, aliases.toArray(String[]::new)));
            version += aliases.size();
        }
        log.append(0, 0, group);
    }

    private static List<List<String>> hours(int count) {
        return Collections.nCopies(count, List.of("happened"));
    }
}
