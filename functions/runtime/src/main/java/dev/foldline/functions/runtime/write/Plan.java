package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.NewCommit;
import dev.foldline.functions.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a group of commands was decided to do, one after the other, before any of it is in the log. */
final class Plan<C, S> {

    /** A command that wants to append. */
    record Append<C, S>(PendingCommand<C> pending, NewCommit commit, Versioned<S> after) {}

    /** A command that appends nothing: rejected, or accepted because it is so already. */
    record Silent<C>(
            PendingCommand<C> pending,
            long version,
            @Nullable Rejection rejection) {}

    private final List<PendingCommand<C>> group;
    private final List<Append<C, S>> appends = new ArrayList<>();
    private final List<Silent<C>> silents = new ArrayList<>();
    private final Map<String, Versioned<S>> ahead = new HashMap<>();
    private final Map<UUID, PendingCommand<C>> appending = new HashMap<>();

    Plan(List<PendingCommand<C>> group) {
        this.group = group;
    }

    void add(Append<C, S> append) {
        appends.add(append);
        ahead.put(append.pending().aggregateId(), append.after());
        appending.put(append.pending().commandId(), append.pending());
    }

    void add(Silent<C> silent) {
        silents.add(silent);
    }

    /** The aggregate's state if all so far is appended; null when nothing of this plan touches it. */
    @Nullable
    Versioned<S> ahead(String aggregateId) {
        return ahead.get(aggregateId);
    }

    List<Append<C, S>> appends() {
        return appends;
    }

    List<Silent<C>> silents() {
        return silents;
    }

    /** The command of this id that wants to append; null when there is none. */
    @Nullable
    PendingCommand<C> appending(UUID commandId) {
        return appending.get(commandId);
    }

    List<NewCommit> commits() {
        return appends.stream().map(Append::commit).toList();
    }

    /** The commands that are not answered yet, in the order they came. */
    List<PendingCommand<C>> unanswered() {
        return group.stream().filter(pending -> !pending.isAnswered()).toList();
    }
}
