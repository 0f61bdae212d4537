/** The projection wallet-balance. */
@NullMarked
package dev.foldline.projections.walletbalance;

import org.jspecify.annotations.NullMarked;
