package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.archive.ArchiveStorage;
import dev.foldline.eventstore.seam.ArchivableLog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;

/** Something that happens once, while whoever uses a log and a storage stands still before a call of one of them. */
final class Interruption {

    private final Predicate<String> call;
    private final Runnable action;
    private boolean happened;

    private Interruption(Predicate<String> call, Runnable action) {
        this.call = call;
        this.action = action;
    }

    /** Before a method is called first. */
    static Interruption before(String method, Runnable action) {
        return new Interruption(method::equals, action);
    }

    /** Before the call that follows so many others. */
    static Interruption after(int calls, Runnable action) {
        var left = new int[] {calls};
        return new Interruption(method -> !method.equals("descriptor") && left[0]-- <= 0, action);
    }

    boolean happened() {
        return happened;
    }

    ArchivableLog of(ArchivableLog log) {
        return of(ArchivableLog.class, log);
    }

    ArchiveStorage of(ArchiveStorage storage) {
        return of(ArchiveStorage.class, storage);
    }

    private <T> T of(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                Interruption.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (!happened && call.test(method.getName())) {
                        happened = true;
                        action.run();
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
