package dev.foldline.jackpot.openjackpot;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
import dev.foldline.jackpot.OpenJackpot;
import dev.foldline.jackpot.domain.JackpotAggregate;

/** Handles {@link OpenJackpot}. */
public final class OpenJackpotFunction implements CommandFunction<OpenJackpot> {

    @Override
    public AggregateType<? super OpenJackpot, ?, ?> aggregateType() {
        return JackpotAggregate.TYPE;
    }

    @Override
    public String aggregateId(OpenJackpot command) {
        return command.jackpotId().value();
    }
}
