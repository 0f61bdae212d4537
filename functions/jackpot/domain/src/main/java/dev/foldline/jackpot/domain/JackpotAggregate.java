package dev.foldline.jackpot.domain;

import dev.foldline.functions.AggregateType;
import dev.foldline.jackpot.JackpotCommand;

/** How jackpots are decided and stored. */
public final class JackpotAggregate {

    public static final AggregateType<JackpotCommand, Jackpot, JackpotEvent> TYPE = new AggregateType<>(
                    "jackpot", "jackpot", new JackpotDecider(), JackpotEvents.TABLE)
            .with(JackpotSnapshot.SNAPSHOTS);

    private JackpotAggregate() {}
}
