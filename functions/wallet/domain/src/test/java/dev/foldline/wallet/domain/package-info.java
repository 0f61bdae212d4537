@NullMarked
package dev.foldline.wallet.domain;

import org.jspecify.annotations.NullMarked;
