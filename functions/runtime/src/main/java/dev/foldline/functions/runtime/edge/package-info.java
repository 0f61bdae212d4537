/** Between a transport and the handlers: JSON in, JSON and a status out, the same over HTTP and AMQP. */
@NullMarked
package dev.foldline.functions.runtime.edge;

import org.jspecify.annotations.NullMarked;
