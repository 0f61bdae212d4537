package dev.foldline.functions.runtime.own;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.functions.runtime.write.Appended;
import dev.foldline.functions.runtime.write.CommitAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * Appends by way of the partitions' owners; to the log where a writer is alone, and where an owner is away, late, or cannot:
 * then it is asked again now and then whether it is back, while nobody waits. Thread-safe.
 */
public final class OwnedAppends implements CommitAppender {

    /**
     * How owners are asked.
     *
     * @param patience how long one may take to answer
     * @param pause how long after one did not answer it is asked again
     * @param mostBytes larger payloads in one append go to the log, which the messages need not carry
     */
    public record Terms(Duration patience, Duration pause, int mostBytes) {

        /** For owners in the same network. */
        public static final Terms DEFAULT = new Terms(Duration.ofSeconds(1), Duration.ofSeconds(3), 256 * 1024);
    }

    private final EventLog log;
    private final PartitionOwner owner;
    private final OwnerUse use;
    private final Terms terms;
    private final List<OwnerContact> contacts;

    public OwnedAppends(EventLog log, PartitionOwner owner, OwnerUse use, Terms terms) {
        this.log = log;
        this.owner = owner;
        this.use = use;
        this.terms = terms;
        this.contacts = IntStream.range(0, log.descriptor().partitions())
                .mapToObj(number -> new OwnerContact(terms.pause()))
                .toList();
    }

    @Override
    public Appended append(int partition, long tail, List<NewCommit> commits) {
        OwnerContact contact = contacts.get(partition);
        Appended appended =
                isAsked(contact) ? byOwner(contact, partition, tail, commits) : directly(partition, tail, commits);
        contact.tell(appended);
        return appended;
    }

    private boolean isAsked(OwnerContact contact) {
        return switch (use) {
            case NEVER -> false;
            case IN_COMPANY -> contact.isInCompany();
            case ALWAYS -> true;
        };
    }

    private Appended byOwner(OwnerContact contact, int partition, long tail, List<NewCommit> commits) {
        if (contact.isUp() && bytes(commits) <= terms.mostBytes()) {
            return ask(contact, request(partition, tail, commits));
        }
        if (contact.isDue()) {
            contact.follow(owner.append(request(partition, tail, List.of()), terms.patience()));
        }
        return directly(partition, tail, commits);
    }

    private Appended directly(int partition, long tail, List<NewCommit> commits) {
        return Appended.directly(log.append(partition, tail, commits));
    }

    private Appended ask(OwnerContact contact, AppendRequest request) {
        try {
            return owner.append(request, terms.patience()).toCompletableFuture().join();
        } catch (CompletionException e) {
            contact.lost(e.getCause());
            var result = log.append(request.partition(), request.tail(), request.commits());
            return new Appended(List.of(), result, true);
        }
    }

    private AppendRequest request(int partition, long tail, List<NewCommit> commits) {
        return new AppendRequest(log.descriptor().id(), partition, tail, commits);
    }

    private static long bytes(List<NewCommit> commits) {
        return commits.stream()
                .flatMap(commit -> commit.events().stream())
                .mapToLong(event -> event.payload().length)
                .sum();
    }
}
