package dev.foldline.eventstore.mongodb;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.foldline.eventstore.archive.ArchiveProgress;
import dev.foldline.eventstore.archive.ArchiveStorage;
import dev.foldline.eventstore.seam.ArchivableLog;
import jakarta.enterprise.inject.Vetoed;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;

/** Tells when an archiver comes to a step. */
@Vetoed // Quarkus makes beans of command listeners.
final class ArchiverSteps implements ArchiveProgress, CommandListener {

    private final ArchiverStep where;
    private final Runnable there;
    private int times;

    /** @param there is run once, by the archiver's thread */
    ArchiverSteps(ArchiverStep where, Runnable there) {
        this.where = where;
        this.there = there;
    }

    private void at(ArchiverStep step) {
        if (step == where && ++times == where.time()) {
            there.run();
        }
    }

    @Override
    public void waiting(Duration pause) {
        at(ArchiverStep.WAITING);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (event.getCommandName().equals("delete")
                && event.getCommand().getString("delete").getValue().equals(ArchiveClaims.COLLECTION)) {
            at(ArchiverStep.CLAIM_INSERTED);
            at(ArchiverStep.SEAL_INSERTED);
        }
    }

    ArchivableLog watch(ArchivableLog log) {
        return (ArchivableLog) Proxy.newProxyInstance(
                ArchiverSteps.class.getClassLoader(),
                new Class<?>[] {ArchivableLog.class},
                (proxy, method, arguments) -> {
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
            case "claim" -> {
                at(ArchiverStep.CLAIMED);
                at(ArchiverStep.SEALED);
            }
            case "remove" -> at(ArchiverStep.PARTLY_REMOVED);
            default -> {}
        }
    }

    ArchiveStorage watch(ArchiveStorage storage) {
        return new ForwardingStorage(storage) {

            @Override
            public boolean putIfAbsent(String name, byte[] content) throws IOException {
                at(isSegment(name) ? ArchiverStep.WRITING : ArchiverStep.PUBLISHING);
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
