package dev.foldline.bench;

import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.functions.runtime.amqp.OwnerMessaging;
import dev.foldline.functions.runtime.own.OwnedAppends;
import dev.foldline.functions.runtime.own.OwnerUse;
import dev.foldline.functions.runtime.own.RemoteOwner;
import java.util.Optional;

/**
 * Where a process of a benchmark finds a log.
 *
 * @param mongodbUrl the server
 * @param databasePrefix what the names of the databases begin with
 * @param amqpUrl the broker by which partitions' owners are asked; empty where writers append themselves
 */
record LogPlace(String mongodbUrl, String databasePrefix, Optional<String> amqpUrl) {

    /** As {@link #arguments} gives it. */
    static LogPlace of(String... arguments) {
        return new LogPlace(
                arguments[0], arguments[1], Optional.of(arguments[2]).filter(url -> !url.isEmpty()));
    }

    /** For the command line of a process. */
    String[] arguments() {
        return new String[] {mongodbUrl, databasePrefix, amqpUrl.orElse("")};
    }

    MongoOptions options() {
        return MongoOptions.defaults().withDatabasePrefix(databasePrefix);
    }

    /** Under which owners are asked: none that a platform has whose broker this is, and one that the broker forgets. */
    String context() {
        return "bench." + databasePrefix;
    }

    /** A writer that appends itself. */
    WriterSender sender() {
        return new WriterSender(mongodbUrl, options());
    }

    /** A writer that appends by way of owners. */
    WriterSender sender(OwnerMessaging owners) {
        return new WriterSender(
                mongodbUrl,
                options(),
                log -> new OwnedAppends(
                        log,
                        new RemoteOwner(context(), log.descriptor(), owners.link()),
                        OwnerUse.IN_COMPANY,
                        OwnedAppends.Terms.DEFAULT));
    }
}
