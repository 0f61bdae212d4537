/** The function behind {@code wallet/start-session}. */
@NullMarked
package dev.foldline.wallet.startsession;

import org.jspecify.annotations.NullMarked;
