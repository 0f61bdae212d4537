package dev.foldline.bench;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Acknowledges one insert of a single deposit, and does not keep it. */
final class ForgetfulBackend extends MemoryBackend {

    private final AtomicBoolean forgotten = new AtomicBoolean();

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (command.equals("insert") && isDeposit(query) && !forgotten.getAndSet(true)) {
            return new Document("n", 1).append("ok", 1.0);
        }
        return super.handleCommand(channel, database, command, query);
    }

    private static boolean isDeposit(Document insert) {
        return String.valueOf(insert.get("insert")).startsWith("wallet_events_")
                && insert.get("documents") instanceof List<?> documents
                && documents.size() == 1
                && documents.toString().contains("funds-deposited");
    }
}
