/** The function behind {@code wallet/end-session}. */
@NullMarked
package dev.foldline.wallet.endsession;

import org.jspecify.annotations.NullMarked;
