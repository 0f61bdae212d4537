/**
 * Servers that speak MongoDB's protocol, for tests: an embedded one, and processes that can be killed.
 *
 * <pre>{@code
 * try (MongoServer server = new EmbeddedMongo()) {
 *     MongoClient client = MongoClients.create(server.connectionString());
 * }
 * }</pre>
 */
@NullMarked
package dev.foldline.eventstore.tck.server;

import org.jspecify.annotations.NullMarked;
