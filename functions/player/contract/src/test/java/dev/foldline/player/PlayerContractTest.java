package dev.foldline.player;

import dev.foldline.functions.contracts.CommittedContract;

/** Everything is inherited. */
class PlayerContractTest extends CommittedContract {}
