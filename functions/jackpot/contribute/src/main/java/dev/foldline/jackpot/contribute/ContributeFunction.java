package dev.foldline.jackpot.contribute;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
import dev.foldline.jackpot.Contribute;
import dev.foldline.jackpot.domain.JackpotAggregate;

/** Handles {@link Contribute}. */
public final class ContributeFunction implements CommandFunction<Contribute> {

    @Override
    public AggregateType<? super Contribute, ?, ?> aggregateType() {
        return JackpotAggregate.TYPE;
    }

    @Override
    public String aggregateId(Contribute command) {
        return command.jackpotId().value();
    }
}
