package dev.foldline.jackpot;

import dev.foldline.functions.contracts.CommittedContract;

/** Everything is inherited. */
class JackpotContractTest extends CommittedContract {}
