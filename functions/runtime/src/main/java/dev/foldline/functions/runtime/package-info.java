/** Runs functions inside Quarkus: finds the handler of a message, feeds it over HTTP and AMQP, and answers. */
@NullMarked
package dev.foldline.functions.runtime;

import org.jspecify.annotations.NullMarked;
