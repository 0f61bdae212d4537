package dev.foldline.jackpot.drawjackpot;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
import dev.foldline.jackpot.DrawJackpot;
import dev.foldline.jackpot.domain.JackpotAggregate;

/** Handles {@link DrawJackpot}. */
public final class DrawJackpotFunction implements CommandFunction<DrawJackpot> {

    @Override
    public AggregateType<? super DrawJackpot, ?, ?> aggregateType() {
        return JackpotAggregate.TYPE;
    }

    @Override
    public String aggregateId(DrawJackpot command) {
        return command.jackpotId().value();
    }
}
