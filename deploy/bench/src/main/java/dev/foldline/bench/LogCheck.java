package dev.foldline.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.UuidRepresentation;

/**
 * Compares the log with what was sent.
 *
 * @param commits how many commits there are
 * @param accepted how many commands were accepted
 * @param unanswered commands that are in the log and whose sender had another answer or none: allowed, it may ask again
 * @param faults what must not be, as sentences; empty when nothing was lost or doubled
 */
record LogCheck(long commits, long accepted, long unanswered, List<String> faults) {

    private static final int MOST_TOLD = 20;

    /** Each is the only one of a context of its name. */
    private static final List<String> AGGREGATE_TYPES = List.of("wallet", "jackpot");

    /** Who else writes the log. */
    enum Others {
        NONE,
        MAY_WRITE
    }

    /** Nobody has sent anything. */
    static final LogCheck NOTHING = new LogCheck(0, 0, 0, List.of());

    /** Nothing is known of the log. */
    static LogCheck none(SentCommands commands) {
        return new LogCheck(
                0, commands.accepted().size(), 0, List.of("the log was not checked: --mongodb-url names it"));
    }

    /**
     * Reads all partitions of the logs.
     *
     * @param databasePrefix what the names of their databases begin with
     */
    static LogCheck of(String mongodbUrl, String databasePrefix, SentCommands commands, Others others) {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongodbUrl))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            return new Reading(databasePrefix, others, new ArrayList<>(), new HashSet<>()).check(client, commands);
        }
    }

    boolean isSound() {
        return faults.isEmpty();
    }

    /** Of other logs, too. */
    LogCheck and(LogCheck other) {
        return new LogCheck(
                commits + other.commits,
                accepted + other.accepted,
                unanswered + other.unanswered,
                Stream.concat(faults.stream(), other.faults.stream()).toList());
    }

    /** What was found, for people. */
    String verdict() {
        if (!isSound()) {
            return "NOT SOUND:\n- " + String.join("\n- ", faults);
        }
        return String.format(
                Locale.ROOT,
                "Nothing lost, nothing doubled: %,d commands accepted, %,d commits in the log, %,d of them of senders without an"
                        + " answer; positions and versions are dense.",
                accepted,
                commits,
                unanswered);
    }

    private record Reading(String prefix, Others others, List<String> faults, Set<UUID> logged) {

        LogCheck check(MongoClient client, SentCommands commands) {
            AGGREGATE_TYPES.forEach(type -> read(client.getDatabase(prefix + type), type));
            commands.accepted().stream()
                    .filter(id -> !logged.contains(id))
                    .forEach(id -> fault("command " + id + " was accepted and is not in the log"));
            if (others == Others.NONE) {
                logged.stream()
                        .filter(id -> !commands.wasSent(id))
                        .forEach(id -> fault("command " + id + " is in the log and nobody has sent it"));
            }
            long unanswered = commands.open().stream().filter(logged::contains).count();
            return new LogCheck(logged.size(), commands.accepted().size(), unanswered, faults);
        }

        private void read(MongoDatabase database, String type) {
            List<String> partitions = new ArrayList<>();
            database.listCollectionNames().into(partitions);
            partitions.stream()
                    .filter(name -> name.startsWith(type + "_events_"))
                    .sorted()
                    .forEach(name -> readPartition(database, name));
        }

        private void readPartition(MongoDatabase database, String partition) {
            long position = 0;
            Map<String, Long> versions = new HashMap<>();
            for (Document commit : database.getCollection(partition)
                    .find()
                    .sort(Sorts.ascending("_id"))
                    .projection(Projections.include("a", "v", "c", "e.k"))) {
                position = next(position, commit.getLong("_id"), "position", partition);
                String aggregate = commit.getString("a");
                long expected = versions.getOrDefault(aggregate, 0L);
                if (commit.getLong("v") != expected) {
                    fault(partition + ": at position " + position + " an aggregate's version is not the next");
                }
                versions.put(
                        aggregate,
                        expected + commit.getList("e", Document.class).size());
                if (!logged.add(commit.get("c", UUID.class))) {
                    fault(partition + ": the command at position " + position + " is in the log twice");
                }
            }
        }

        private long next(long last, long found, String what, String partition) {
            if (found != last + 1) {
                fault(partition + ": after " + what + " " + last + " comes " + found);
            }
            return found;
        }

        private void fault(String sentence) {
            if (faults.size() < MOST_TOLD) {
                faults.add(sentence);
            }
        }
    }
}
