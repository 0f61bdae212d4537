/** Subscriptions: the answer of a query now, and each other that comes to be the right one. */
@NullMarked
package dev.foldline.functions.runtime.subscribe;

import org.jspecify.annotations.NullMarked;
