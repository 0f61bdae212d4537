package dev.foldline.local.cli;

import dev.foldline.local.apps.Deployable;
import dev.foldline.local.apps.Packaging;
import java.util.HashMap;
import java.util.Map;

/**
 * An application as it is to be started.
 *
 * @param deployable what
 * @param packaging from what
 * @param port its HTTP port; 0 for a free one at each start
 * @param settings variables of its environment that others do not have
 */
record PlannedApp(Deployable deployable, Packaging packaging, int port, Map<String, String> settings) {

    String name() {
        return deployable.name();
    }

    /** All that its environment has beside ours. */
    Map<String, String> environment(int chosenPort) {
        Map<String, String> environment = new HashMap<>(deployable.size().environment());
        environment.putAll(settings);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(chosenPort));
        return environment;
    }
}
