/** The policy {@code wallet/session-limit}. */
@NullMarked
package dev.foldline.wallet.sessionlimit;

import org.jspecify.annotations.NullMarked;
