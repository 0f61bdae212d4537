package dev.foldline.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.tck.Step.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Does one history to a log and to its model, and compares what they answer. */
final class ModelRun {

    private final LogFixture fixture;
    private final ReferenceLog model = new ReferenceLog();
    private final List<ModelProcess> writers;
    private final List<UUID> commandIds = new ArrayList<>();

    ModelRun(LogFixture fixture) {
        this.fixture = fixture;
        this.writers = new ArrayList<>(IntStream.range(0, Histories.WRITERS)
                .mapToObj(writer -> new ModelProcess(fixture))
                .toList());
    }

    void run(List<Step> history) {
        for (Step step : history) {
            take(step);
        }
        EventLog log = new ModelProcess(fixture).log();
        List<Commit> stored = LogContract.readAll(log, 0);
        assertThat(stored).isEqualTo(model.read(0, Integer.MAX_VALUE));
        Ledger.assertDense(stored);
        assertThat(stored).extracting(Commit::commandId).doesNotHaveDuplicates();
        assertThat(log.heads()).containsExactly(model.head(), 0L);
    }

    private void take(Step step) {
        switch (step) {
            case Step.Append append -> append(append);
            case Step.CatchUp s -> writers.get(s.writer()).catchUp(model, s.limit());
            case Step.Read s -> read(s);
            case Step.Load s -> load(s);
            case Step.Find s -> find(s);
            case Step.Crash s -> replace(s.writer());
            case Step.Restart s -> restart();
        }
    }

    private void append(Step.Append step) {
        ModelProcess writer = writers.get(step.writer());
        long tail = Math.max(0, writer.tail() - step.behind());
        List<NewCommit> group = decide(step.group(), tail);
        if (step.answer() == Step.Answer.IS_LOST) {
            writer.client().network().loseReplies();
        }
        try {
            writer.append(model, tail, group);
        } catch (StoreUnavailableException e) {
            assertThat(step.answer()).as("what becomes of the answer").isEqualTo(Step.Answer.IS_LOST);
            findOut(tail, group);
        }
        if (step.answer() == Step.Answer.IS_LOST) {
            replace(step.writer());
        }
    }

    /** The group was stored as far as it could be, or not at all: the request may not have come that far. */
    private void findOut(long tail, List<NewCommit> group) {
        long before = model.head();
        List<Commit> stored = new ModelProcess(fixture).log().read(0, before, Integer.MAX_VALUE);
        if (!stored.isEmpty()) {
            ModelProcess.outcome(() -> model.append(tail, group));
        }
        assertThat(stored).isEqualTo(model.read(before, Integer.MAX_VALUE));
    }

    /** Decides from the state at the tail, as a writer does that has the aggregates in memory. */
    private List<NewCommit> decide(List<Wish> wishes, long tail) {
        Map<String, Long> versions = new HashMap<>();
        List<NewCommit> group = new ArrayList<>();
        for (Wish wish : wishes) {
            String id = id(wish.aggregate());
            long version = versions.computeIfAbsent(id, known -> model.versionOf(known, tail));
            UUID commandId = commandId(wish.repeats());
            if (wish.mistaken() && model.versionOf(id, model.head()) > 0) {
                group.add(Commits.commit(id, 0, commandId, wish.events()));
            } else {
                group.add(Commits.commit(id, version, commandId, wish.events()));
                versions.put(id, version + wish.events());
            }
        }
        return group;
    }

    private UUID commandId(int repeats) {
        if (repeats > 0 && repeats <= commandIds.size()) {
            return commandIds.get(commandIds.size() - repeats);
        }
        var commandId = new UUID(0, commandIds.size() + 1);
        commandIds.add(commandId);
        return commandId;
    }

    private void read(Step.Read step) {
        long after = Math.min(step.after(), model.head());
        assertThat(writers.get(step.writer()).log().read(0, after, step.limit()))
                .isEqualTo(model.read(after, step.limit()));
    }

    private void load(Step.Load step) {
        EventLog log = writers.get(step.writer()).log();
        String id = id(step.aggregate());
        List<Commit> all = model.load(id, 0, Long.MAX_VALUE);
        long version = step.commit() < all.size() ? all.get(step.commit()).version() : 0;
        assertThat(log.load(id, version)).isEqualTo(model.load(id, version, Long.MAX_VALUE));
        assertThat(log.load(id, version, version + 3)).isEqualTo(model.load(id, version, version + 3));
        assertThat(log.version(id)).isEqualTo(model.versionOf(id, model.head()));
    }

    private void find(Step.Find step) {
        UUID commandId = new UUID(0, step.command());
        EventLog log = writers.get(step.writer()).log();
        assertThat(log.find(0, commandId)).isEqualTo(model.find(commandId));
        assertThat(log.head(0)).isEqualTo(model.head());
    }

    private void replace(int writer) {
        writers.get(writer).client().close();
        writers.set(writer, new ModelProcess(fixture));
    }

    private void restart() {
        if (fixture.canBeKilled()) {
            fixture.kill();
            fixture.restart();
            IntStream.range(0, writers.size()).forEach(this::replace);
        }
    }

    private String id(int aggregate) {
        return Commits.idIn(writers.getFirst().log(), 0, "model-" + aggregate);
    }
}
