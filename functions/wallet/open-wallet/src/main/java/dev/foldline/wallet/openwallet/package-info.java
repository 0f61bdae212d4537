/** The function behind {@code wallet/open-wallet}. */
@NullMarked
package dev.foldline.wallet.openwallet;

import org.jspecify.annotations.NullMarked;
