/**
 * What handlers and callers depend on: deciders, functions, gateways and their answers. Knows neither Quarkus nor AMQP nor
 * any database.
 */
@NullMarked
package dev.foldline.functions;

import org.jspecify.annotations.NullMarked;
