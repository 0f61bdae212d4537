/** The platform from outside: what is promised over HTTP and AMQP, and what must hold when things break. */
@NullMarked
package dev.foldline.e2e;

import org.jspecify.annotations.NullMarked;
