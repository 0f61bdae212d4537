package dev.foldline.local.cli;

import dev.foldline.local.apps.Packaging;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The all-in-one application.
 *
 * @param jar the jar it is run from
 * @param port its HTTP port
 * @param archives tells it of the archive
 */
record Application(Path jar, int port, ArchiveReaders archives) {

    String url() {
        return "http://127.0.0.1:" + port;
    }

    List<String> arguments() {
        return List.of("-Xmx512m", "-jar", jar.toString());
    }

    /** What tells it where the servers are and where to listen. */
    Map<String, String> environment(Map<Backend, String> urls) {
        Map<String, String> environment = new HashMap<>(archives.settings(jar, Packaging.JVM));
        urls.forEach((backend, url) -> environment.put(backend.variable(), url));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return environment;
    }

    /** Whether it says that it is ready. */
    boolean isReady() {
        return HttpProbe.isReady(url());
    }
}
