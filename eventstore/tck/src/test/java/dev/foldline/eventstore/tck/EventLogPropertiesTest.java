package dev.foldline.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.NewCommit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The property holds for a log that is right, and finds out each that is wrong. */
class EventLogPropertiesTest {

    @Test
    void holds_for_a_log_that_is_right() {
        assertThat(run(Right.class).succeeded().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                WritesBehindAMovedTail.class,
                ForgetsCommandsOfTheDead.class,
                AnswersWithTheRetry.class,
                TakesASecondVersion.class,
                StopsTooLate.class,
                ReadsAPageTooShort.class,
                LoadsWithoutTheFirst.class
            })
    void finds_out_a_log_that_is_wrong(Class<?> wrong) {
        assertThat(run(wrong).failed().count()).isEqualTo(1);
    }

    private static Events run(Class<?> properties) {
        return EngineTestKit.engine("jqwik")
                .selectors(selectClass(properties))
                .execute()
                .testEvents();
    }

    static class Right extends EventLogProperties {

        @Override
        protected LogFixture newFixture() {
            return new MemoryFixture(log -> log);
        }
    }

    static class WritesBehindAMovedTail extends EventLogProperties {

        @Override
        protected LogFixture newFixture() {
            return new MemoryFixture(right -> new MemoryLog(right) {
                @Override
                public AppendResult append(int partition, long tail, List<NewCommit> commits) {
                    return super.append(partition, head(partition), commits);
                }
            });
        }
    }

    static class ForgetsCommandsOfTheDead extends EventLogProperties {

        @Override
        protected LogFixture newFixture() {
            return new MemoryFixture(right -> new MemoryLog(right) {

                private final Set<UUID> own = new HashSet<>();

                @Override
                public AppendResult append(int partition, long tail, List<NewCommit> commits) {
                    List<NewCommit> unknown = commits.stream()
                            .map(commit -> own.add(commit.commandId()) ? renamed(commit) : commit)
                            .toList();
                    return super.append(partition, tail, unknown);
                }
            });
        }

        private static NewCommit renamed(NewCommit commit) {
            return new NewCommit(
                    commit.aggregateId(),
                    commit.version(),
                    UUID.randomUUID(),
                    commit.time(),
                    commit.events(),
                    commit.metadata());
        }
    }

    static class AnswersWithTheRetry extends EventLogProperties {

        @Override
        protected LogFixture newFixture() {
            return new MemoryFixture(right -> new MemoryLog(right) {
                @Override
                public AppendResult append(int partition, long tail, List<NewCommit> commits) {
                    AppendResult result = super.append(partition, tail, commits);
                    return result instanceof AppendResult.AlreadyCommitted(int appended, Commit recorded)
                            ? new AppendResult.AlreadyCommitted(
                                    appended, commits.get(appended).at(recorded.position()))
                            : result;
                }
            });
        }
    }

    static class TakesASecondVersion extends EventLogProperties {

        @Override
        protected LogFixture newFixture() {
            return new MemoryFixture(right -> new MemoryLog(right) {
                @Override
                public AppendResult append(int partition, long tail, List<NewCommit> commits) {
                    try {
                        return super.append(partition, tail, commits);
                    } catch (IllegalArgumentException e) {
                        return new AppendResult.Complete(commits.size());
                    }
                }
            });
        }
    }

    static class StopsTooLate extends EventLogProperties {

        @Override
        protected LogFixture newFixture() {
            return new MemoryFixture(right -> new MemoryLog(right) {
                @Override
                public AppendResult append(int partition, long tail, List<NewCommit> commits) {
                    AppendResult result = super.append(partition, tail, commits);
                    if (result instanceof AppendResult.AlreadyCommitted already
                            && already.appended() + 1 < commits.size()) {
                        super.append(
                                partition,
                                tail + already.appended(),
                                commits.subList(already.appended() + 1, commits.size()));
                    }
                    return result;
                }
            });
        }
    }

    static class ReadsAPageTooShort extends EventLogProperties {

        @Override
        protected LogFixture newFixture() {
            return new MemoryFixture(right -> new MemoryLog(right) {
                @Override
                public List<Commit> read(int partition, long after, int limit) {
                    return super.read(partition, after, Math.min(limit, 7));
                }
            });
        }
    }

    static class LoadsWithoutTheFirst extends EventLogProperties {

        @Override
        protected LogFixture newFixture() {
            return new MemoryFixture(right -> new MemoryLog(right) {
                @Override
                public List<Commit> load(String aggregateId, long afterVersion, long toVersion) {
                    return super.load(aggregateId, afterVersion + (afterVersion > 2 ? 1 : 0), toVersion);
                }
            });
        }
    }
}
