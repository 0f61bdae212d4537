package dev.foldline.functions.runtime.own;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.functions.runtime.write.Appended;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The requests that are served by one insert. Of each it takes the commits before the first one whose aggregate is touched by
 * what its sender has not seen: what the log has since, and what the requests before it want to append. For one thread.
 */
final class AppendBatch {

    /**
     * A request's part.
     *
     * @param news what the log has after the sender's tail
     * @param first the place of its first commit in the batch
     * @param accepted how many of its commits are in the batch
     */
    private record Part(PendingAppend pending, List<Commit> news, int first, int accepted) {

        int end() {
            return first + accepted;
        }

        AppendResult outcome() {
            return accepted == pending.request().commits().size()
                    ? new AppendResult.Complete(accepted)
                    : new AppendResult.TailMoved(accepted);
        }

        void answer(AppendResult result, List<Commit> others) {
            List<Commit> told = new ArrayList<>(news);
            told.addAll(others);
            pending.answer(Appended.behind(told, result));
        }
    }

    private final long tail;
    private final RecentCommits recent;
    private final List<Part> parts = new ArrayList<>();
    private final List<NewCommit> commits = new ArrayList<>();
    private final Set<String> touched = new HashSet<>();

    AppendBatch(long tail, RecentCommits recent) {
        this.tail = tail;
        this.recent = recent;
    }

    /** Takes of the request what can be appended. A sender that is far behind is told at once to read the log. */
    void add(PendingAppend pending) {
        AppendRequest request = pending.request();
        Optional<List<Commit>> news = recent.last(tail - request.tail());
        if (news.isEmpty()) {
            pending.answer(Appended.behind(List.of(), new AppendResult.TailMoved(0)));
            return;
        }
        List<NewCommit> accepted = untouched(request.commits(), news.get());
        parts.add(new Part(pending, news.get(), commits.size(), accepted.size()));
        commits.addAll(accepted);
        accepted.forEach(commit -> touched.add(commit.aggregateId()));
    }

    private List<NewCommit> untouched(List<NewCommit> wanted, List<Commit> news) {
        Set<String> changed = new HashSet<>();
        news.forEach(commit -> changed.add(commit.aggregateId()));
        return wanted.stream()
                .takeWhile(commit -> !changed.contains(commit.aggregateId()) && !touched.contains(commit.aggregateId()))
                .toList();
    }

    /** What is to be appended. */
    List<NewCommit> commits() {
        return commits;
    }

    /** The commits that were appended, at their places. */
    List<Commit> stored(int appended) {
        List<Commit> stored = new ArrayList<>(appended);
        for (NewCommit commit : commits.subList(0, appended)) {
            stored.add(commit.at(tail + stored.size() + 1));
        }
        return stored;
    }

    /** Answers the requests whose outcome is certain; returns the others, of which nothing was stored. */
    List<PendingAppend> settle(AppendResult result, List<Commit> stored) {
        List<PendingAppend> again = new ArrayList<>();
        for (Part part : parts) {
            if (!settle(part, result, stored)) {
                again.add(part.pending());
            }
        }
        return again;
    }

    private static boolean settle(Part part, AppendResult result, List<Commit> stored) {
        int end = stored.size();
        if (end >= part.end()) {
            part.answer(part.outcome(), stored.subList(0, part.accepted() == 0 ? end : part.first()));
        } else if (end < part.first()) {
            return false;
        } else if (result instanceof AppendResult.AlreadyCommitted(var ignored, var recorded)) {
            part.answer(
                    new AppendResult.AlreadyCommitted(end - part.first(), recorded), stored.subList(0, part.first()));
        } else if (end > part.first()) {
            part.answer(new AppendResult.TailMoved(end - part.first()), stored.subList(0, part.first()));
        } else {
            return false;
        }
        return true;
    }
}
