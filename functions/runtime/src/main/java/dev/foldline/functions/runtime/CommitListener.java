package dev.foldline.functions.runtime;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;
import java.util.concurrent.CompletionStage;

/** Hears of commits as they are announced: at least once, mostly in order, sometimes not at all. */
public interface CommitListener {

    /**
     * A commit was announced. Called on an event loop: must not block.
     *
     * @return completes when the news was taken care of, or needs no care; an exceptional completion has it delivered again
     */
    CompletionStage<Void> heard(Partition partition, Commit commit);
}
