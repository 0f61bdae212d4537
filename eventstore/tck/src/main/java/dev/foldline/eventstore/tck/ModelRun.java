package dev.foldline.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.NewCommit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** One sequence of random steps on a log and on its model. */
final class ModelRun {

    private final EventLog log;
    private final Random random;
    private final ReferenceLog model = new ReferenceLog();
    private final List<UUID> commandIds = new ArrayList<>();

    ModelRun(EventLog log, long seed) {
        this.log = log;
        this.random = new Random(seed);
    }

    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            switch (random.nextInt(6)) {
                case 0 -> readSomewhere();
                case 1 -> loadSomething();
                case 2 -> findSomething();
                default -> appendSomething();
            }
            assertThat(log.head(0)).isEqualTo(model.head());
        }
        assertThat(LogContract.readAll(log, 0)).isEqualTo(model.read(0, Integer.MAX_VALUE));
    }

    private String anId() {
        return Commits.idIn(log, 0, "model-" + random.nextInt(4));
    }

    private void readSomewhere() {
        long after = random.nextLong(model.head() + 1);
        int limit = 1 + random.nextInt(20);
        assertThat(log.read(0, after, limit)).isEqualTo(model.read(after, limit));
    }

    private void loadSomething() {
        String id = anId();
        long afterVersion = random.nextLong(model.versionOf(id) + 1);
        long toVersion = afterVersion + random.nextLong(5);
        assertThat(log.load(id, afterVersion)).isEqualTo(model.load(id, afterVersion, Long.MAX_VALUE));
        assertThat(log.load(id, afterVersion, toVersion)).isEqualTo(model.load(id, afterVersion, toVersion));
    }

    private void findSomething() {
        UUID commandId = aCommandId(2);
        assertThat(log.find(0, commandId)).isEqualTo(model.find(commandId));
    }

    private void appendSomething() {
        long tail = random.nextInt(5) == 0 ? random.nextLong(model.head() + 1) : model.head();
        List<NewCommit> group = aGroup();
        assertThat(log.append(0, tail, group)).isEqualTo(model.append(tail, group));
    }

    private List<NewCommit> aGroup() {
        var versions = new HashMap<String, Long>();
        var group = new ArrayList<NewCommit>();
        int size = 1 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            String id = anId();
            int events = 1 + random.nextInt(3);
            long version = versions.computeIfAbsent(id, model::versionOf);
            group.add(Commits.commit(id, version, aCommandId(15), events));
            versions.put(id, version + events);
        }
        return group;
    }

    /** One of so many has been used before. */
    private UUID aCommandId(int repeatOneOf) {
        if (!commandIds.isEmpty() && random.nextInt(repeatOneOf) == 0) {
            return commandIds.get(random.nextInt(commandIds.size()));
        }
        var commandId = new UUID(random.nextLong(), random.nextLong());
        commandIds.add(commandId);
        return commandId;
    }
}
