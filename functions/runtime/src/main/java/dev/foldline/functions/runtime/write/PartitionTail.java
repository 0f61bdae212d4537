package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitReader;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.Partition;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where a partition ends, as far as one of its writers knows. It is learned from majority reads and from majority-acknowledged
 * appends, one's own or those that a partition's owner tells of, and from nothing else. For one thread.
 */
public final class PartitionTail {

    private static final long UNKNOWN = -1;
    private static final int PAGE = 512;

    private final Partition partition;
    private final CommitReader log;
    private long position = UNKNOWN;
    private long furthestSeen;
    private final Company company = new Company();

    public PartitionTail(Partition partition, CommitReader log) {
        this.partition = partition;
        this.log = log;
    }

    /** Position of the last commit known; 0 for an empty partition, negative for one that was not looked at. */
    public long position() {
        return position;
    }

    /**
     * Looks at the log where nothing is known of its end, or others write too.
     *
     * @param news is given what came after the position that was known
     * @return whether it looked
     * @throws LogTruncatedException the log ends before what was seen
     */
    public boolean catchUp(Consumer<Commit> news) {
        if (position == UNKNOWN) {
            position = checkedHead();
            return true;
        }
        if (company.isThere()) {
            hearNews(news);
            return true;
        }
        return false;
    }

    /** Reads what came after the position; returns how many commits. */
    public int hearNews(Consumer<Commit> listener) {
        int heard = 0;
        List<Commit> news;
        do {
            news = log.read(partition.number(), position, PAGE);
            for (Commit commit : news) {
                listener.accept(commit);
                position = commit.position();
            }
            heard += news.size();
        } while (news.size() == PAGE);
        return heard;
    }

    /** Moves behind commits that were appended, or told of, in the log's order. */
    public void advance(int commits) {
        position += commits;
    }

    /** Somebody else wrote here: for a while it is looked before each write. */
    public void lostRace() {
        company.met();
    }

    /** Nobody else wrote here. */
    public void wonRace() {
        company.metNobody();
    }

    /** Somebody tells what others write: there is no need to look for it. */
    public void relyOnOwner() {
        company.ignore();
    }

    /** Nothing is certain: it is looked at the log before the next write. */
    public void forget() {
        furthestSeen = Math.max(furthestSeen, position);
        position = UNKNOWN;
    }

    private long checkedHead() {
        long head = log.head(partition.number());
        if (head < furthestSeen) {
            throw new LogTruncatedException("the log of " + partition + " ends at position " + head + ", but position "
                    + furthestSeen + " was seen: it was restored or lost; find out which before you start again");
        }
        return head;
    }
}
