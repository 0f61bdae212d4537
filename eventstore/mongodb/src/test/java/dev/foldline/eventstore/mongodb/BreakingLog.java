package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.StoreUnavailableException;
import dev.foldline.eventstore.seam.ArchivableLog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Logs whose store goes away. */
final class BreakingLog {

    private BreakingLog() {}

    /** One that is away after so many calls. */
    static ArchivableLog after(int calls, ArchivableLog log) {
        var left = new AtomicInteger(calls);
        return when(name -> !name.equals("descriptor") && left.getAndDecrement() <= 0, log);
    }

    /** One that is away for one method. */
    static ArchivableLog before(String method, ArchivableLog log) {
        return when(method::equals, log);
    }

    private static ArchivableLog when(Predicate<String> breaks, ArchivableLog log) {
        return (ArchivableLog) Proxy.newProxyInstance(
                BreakingLog.class.getClassLoader(),
                new Class<?>[] {ArchivableLog.class},
                (proxy, method, arguments) -> {
                    if (breaks.test(method.getName())) {
                        throw new StoreUnavailableException("away", null);
                    }
                    try {
                        return method.invoke(log, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
