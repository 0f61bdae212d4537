package dev.foldline.wallet;

import dev.foldline.functions.contracts.CommittedContract;

/** Everything is inherited. */
class WalletContractTest extends CommittedContract {}
