package dev.foldline.local.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Behaves like the application as far as the launcher can tell; it is one class, so that it makes a jar. */
final class StubApp {

    private StubApp() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        InetAddress host = InetAddress.ofLiteral(System.getenv("QUARKUS_HTTP_HOST"));
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        server.createContext("/q/health/ready", exchange -> answer(exchange, "UP"));
        server.createContext("/env", StubApp::answerVariable);
        server.createContext("/die", exchange -> Runtime.getRuntime().halt(3));
        server.start();
        System.out.println("stub is up");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stub is told to stop")));
    }

    private static void answerVariable(HttpExchange exchange) throws IOException {
        String value = System.getenv(exchange.getRequestURI().getQuery());
        answer(exchange, value == null ? "" : value);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream response = exchange.getResponseBody()) {
            response.write(bytes);
        }
    }

    /** Writes a jar that runs it. */
    static Path jar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubApp.class.getName());
        String entry = StubApp.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var code = StubApp.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            out.write(code.readAllBytes());
            out.closeEntry();
        }
        return jar;
    }
}
