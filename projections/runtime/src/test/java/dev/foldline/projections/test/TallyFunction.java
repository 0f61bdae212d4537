package dev.foldline.projections.test;

import dev.foldline.functions.QueryFunction;
import dev.foldline.projections.Reads;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers {@link FindTally}, and counts how often. */
public class TallyFunction implements QueryFunction<FindTally, TallyCount> {

    private final AtomicInteger asked = new AtomicInteger();

    public int asked() {
        return asked.get();
    }

    @Override
    public String projection() {
        return "tally";
    }

    @Override
    public Optional<String> rowId(FindTally query) {
        return Optional.of(query.id());
    }

    @Override
    public CompletionStage<Optional<TallyCount>> answer(FindTally query) {
        asked.incrementAndGet();
        return Reads.find(TallyRow.class, query.id(), (TallyRow row) -> new TallyCount(row.events, row.sum));
    }
}
