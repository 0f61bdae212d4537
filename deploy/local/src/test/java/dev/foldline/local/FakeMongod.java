package dev.foldline.local;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.h2.mvstore.MVStore;

/** A program that takes a {@code mongod}'s options and, like it, is no primary before it was initiated. */
final class FakeMongod extends H2Backend {

    private final Path configuration;

    private FakeMongod(Path data) {
        super(MVStore.open(data.resolve("fake.mv").toString()));
        this.configuration = data.resolve("replica-set");
    }

    public static void main(String[] arguments) {
        List<String> options = List.of(arguments);
        Path data = Path.of(options.get(options.indexOf("--dbpath") + 1));
        int port = Integer.parseInt(options.get(options.indexOf("--port") + 1));
        MongoServer server = new MongoServer(new FakeMongod(data));
        server.bind(options.get(options.indexOf("--bind_ip") + 1), port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    }

    /** A script that runs it. */
    static Path program(Path script) throws IOException {
        Files.writeString(
                script,
                "#!/bin/sh\nCLASSPATH='%s' exec '%s/bin/java' %s \"$@\"\n"
                        .formatted(
                                System.getProperty("java.class.path"),
                                System.getProperty("java.home"),
                                FakeMongod.class.getName()));
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        try {
            return switch (command.toLowerCase(Locale.ROOT)) {
                case "ismaster", "hello" ->
                    new Document(super.handleCommand(channel, database, "ismaster", query))
                            .append("ismaster", Files.exists(configuration));
                case "replsetgetconfig" -> ok().append("config", stored());
                case "replsetinitiate", "replsetreconfig" -> store(query, command);
                default -> super.handleCommand(channel, database, command, query);
            };
        } catch (IOException e) {
            throw new MongoServerError(1, e.toString());
        }
    }

    private Document stored() throws IOException {
        if (Files.notExists(configuration)) {
            throw new MongoServerError(94, "NotYetInitialized", "no replset config has been received");
        }
        Document member = new Document("_id", 0).append("host", Files.readString(configuration));
        return new Document("_id", "foldline").append("version", 1).append("members", List.of(member));
    }

    private Document store(Document query, String command) throws IOException {
        Document replicaSet = (Document) Objects.requireNonNull(query.get(command));
        List<?> members = (List<?>) Objects.requireNonNull(replicaSet.get("members"));
        Files.writeString(configuration, String.valueOf(((Document) members.getFirst()).get("host")));
        return ok();
    }

    private static Document ok() {
        return new Document("ok", 1.0);
    }
}
