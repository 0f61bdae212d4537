package dev.foldline.jackpot.returnprize;

import dev.foldline.functions.AggregateType;
import dev.foldline.functions.CommandFunction;
import dev.foldline.jackpot.ReturnPrize;
import dev.foldline.jackpot.domain.JackpotAggregate;

/** Handles {@link ReturnPrize}. */
public final class ReturnPrizeFunction implements CommandFunction<ReturnPrize> {

    @Override
    public AggregateType<? super ReturnPrize, ?, ?> aggregateType() {
        return JackpotAggregate.TYPE;
    }

    @Override
    public String aggregateId(ReturnPrize command) {
        return command.jackpotId().value();
    }
}
