package dev.foldline.functions.runtime.amqp;

import io.vertx.amqp.AmqpClientOptions;
import java.net.URI;

/** Reads {@code amqp[s]://[user:password@]host[:port]}. */
final class BrokerUrl {

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int HEARTBEAT_MILLIS = 10_000;

    private BrokerUrl() {}

    /**
     * The options to connect with.
     *
     * @throws IllegalArgumentException the text is no such URL; the message does not show it, as it may hold a password
     */
    static AmqpClientOptions options(String url) {
        URI uri = URI.create(url);
        boolean secure = "amqps".equals(uri.getScheme());
        if (uri.getHost() == null || !(secure || "amqp".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "foldline.amqp.url is not of the form amqp[s]://[user:password@]host[:port]");
        }
        var options = new AmqpClientOptions()
                .setHost(uri.getHost())
                .setPort(uri.getPort() > 0 ? uri.getPort() : secure ? 5671 : 5672)
                .setSsl(secure)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setHeartbeat(HEARTBEAT_MILLIS);
        if (uri.getUserInfo() != null) {
            String[] user = uri.getUserInfo().split(":", 2);
            options.setUsername(user[0]).setPassword(user.length > 1 ? user[1] : "");
        }
        return options;
    }
}
