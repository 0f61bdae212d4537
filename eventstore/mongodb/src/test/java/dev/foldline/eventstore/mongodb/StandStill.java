package dev.foldline.eventstore.mongodb;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.archive.ArchiveStorage;
import dev.foldline.eventstore.seam.ArchivableLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** Makes a process stand still when it comes to a step; it says so on its standard output. */
final class StandStill implements ArchiveProgress, CommandListener {

    private final ArchiverStep where;
    private int times;

    StandStill(ArchiverStep where) {
        this.where = where;
    }

    /** It stays until it is killed, or whoever would do that has died. */
    void at(ArchiverStep step) {
        if (step != where || ++times < where.time()) {
            return;
        }
        System.out.println(step);
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().halt(1);
    }

    @Override
    public void waiting(Duration pause) {
        at(ArchiverStep.WAITING);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (event.getCommandName().equals("delete")
                && event.getCommand().getString("delete").getValue().equals(Seals.COLLECTION)) {
            at(ArchiverStep.SEAL_INSERTED);
        }
    }

    ArchivableLog watch(ArchivableLog log) {
        return (ArchivableLog) Proxy.newProxyInstance(
                StandStill.class.getClassLoader(), new Class<?>[] {ArchivableLog.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("remove")) {
                        at(ArchiverStep.BEFORE_REMOVAL);
                    }
                    try {
                        return method.invoke(log, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        after(method.getName());
                    }
                });
    }

    private void after(String method) {
        switch (method) {
            case "seal" -> at(ArchiverStep.SEALED);
            case "remove" -> at(ArchiverStep.PARTLY_REMOVED);
            default -> {}
        }
    }

    /** @param directory where the storage keeps its files */
    ArchiveStorage watch(ArchiveStorage storage, Path directory) {
        return new ForwardingStorage(storage) {

            @Override
            public boolean putIfAbsent(String name, byte[] content) throws IOException {
                if (isSegment(name) && where == ArchiverStep.HALF_WRITTEN) {
                    Path unfinished = directory.resolve(name).resolveSibling(".unfinished-" + times);
                    Files.createDirectories(unfinished.getParent());
                    Files.write(unfinished, Arrays.copyOf(content, content.length / 2));
                    at(ArchiverStep.HALF_WRITTEN);
                }
                boolean written = super.putIfAbsent(name, content);
                at(isSegment(name) ? ArchiverStep.WRITTEN : ArchiverStep.PUBLISHED);
                return written;
            }

            @Override
            public byte[] read(String name) throws IOException {
                byte[] content = super.read(name);
                if (isSegment(name)) {
                    at(ArchiverStep.READ_BACK);
                }
                return content;
            }
        };
    }

    private static boolean isSegment(String name) {
        return name.endsWith(".segment");
    }
}
