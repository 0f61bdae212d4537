package dev.foldline.functions.tracing;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** Takes spans over OTLP/HTTP and keeps them, as they came, in a file: two class loaders share it. */
final class Collector {

    private static final String URL = "foldline.test.collector.url";
    private static final Path RECEIVED = Path.of("target", "received-spans.bin");

    private Collector() {}

    /** Where it listens; started when it is not. */
    static synchronized String url() {
        String known = System.getProperty(URL);
        return known == null ? start() : known;
    }

    /** Whether this text has come. */
    static boolean hasReceived(String text) {
        return received().contains(text);
    }

    /** Whether an id has come, which spans have in binary. */
    static boolean hasReceivedId(String hex) {
        byte[] id = HexFormat.of().parseHex(hex);
        return received().contains(new String(id, StandardCharsets.ISO_8859_1));
    }

    private static String received() {
        try {
            return Files.exists(RECEIVED) ? Files.readString(RECEIVED, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String start() {
        try {
            Files.deleteIfExists(RECEIVED);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> {
                var body = new ByteArrayOutputStream();
                ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                                ? new GZIPInputStream(exchange.getRequestBody())
                                : exchange.getRequestBody())
                        .transferTo(body);
                Files.write(RECEIVED, body.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            System.setProperty(URL, url);
            return url;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
