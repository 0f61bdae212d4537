package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.tck.server.MongoServer;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import net.jqwik.api.lifecycle.Store;

/** The server of a class of properties. */
final class ServerOfProperties implements SkipExecutionHook {

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        return context.findAnnotation(OnServer.class)
                .flatMap(on -> on.value().missing())
                .map(SkipResult::skip)
                .orElseGet(SkipResult::doNotSkip);
    }

    /** Started when it is first asked for, and stopped after all properties. */
    static MongoServer server(TestServer kind) {
        return Store.getOrCreate(kind, Lifespan.RUN, () -> RunningServer.start(kind))
                .get()
                .server();
    }
}
