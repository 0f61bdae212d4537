/** The rows of the projection wallet-balance: what it writes and its queries read. */
@NullMarked
package dev.foldline.projections.walletbalance.rows;

import org.jspecify.annotations.NullMarked;
