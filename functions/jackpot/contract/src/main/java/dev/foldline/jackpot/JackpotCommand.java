package dev.foldline.jackpot;

/** What can be asked of a jackpot. */
public sealed interface JackpotCommand permits OpenJackpot, Contribute, DrawJackpot, ReturnPrize {

    /** The jackpot that is asked. */
    JackpotId jackpotId();
}
