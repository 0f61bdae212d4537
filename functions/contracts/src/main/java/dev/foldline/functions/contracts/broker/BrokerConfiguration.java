package dev.foldline.functions.contracts.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The text of an Artemis {@code broker.xml} for a platform. */
public final class BrokerConfiguration {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*");
    private static final String QUEUE =
            " group-rebalance=\"true\" group-rebalance-pause-dispatch=\"true\" group-buckets=\"-1\"";

    private final List<BrokerAddress> addresses;
    private final Collection<String> roles;

    private BrokerConfiguration(Topology topology) {
        addresses = Addresses.of(topology);
        roles = Addresses.roles(topology);
    }

    /**
     * The configuration; always the same text for the same platform.
     *
     * @throws IllegalArgumentException two queues have one name, or a name is not of letters, digits, dots and hyphens
     */
    public static String of(Topology topology) {
        var configuration = new BrokerConfiguration(topology);
        configuration.check();
        return resource("broker.xml")
                .replace("@ROLES@", String.join(", ", configuration.roles))
                .replace("@REPLY-ROLES@", String.join(",", configuration.roles))
                .replace("@ADDRESS-SETTINGS@\n", addressSettings())
                .replace("@ADDRESSES@\n", configuration.addressElements())
                .replace("@SECURITY-SETTINGS@\n", configuration.securitySettings());
    }

    /** The settings that are the same for every platform: they go by patterns of addresses. */
    public static String addressSettings() {
        return resource("address-settings.xml");
    }

    private void check() {
        Map<String, String> owners = new HashMap<>();
        for (BrokerAddress address : addresses) {
            requireName(address.name());
            for (BrokerQueue queue : address.queues()) {
                requireName(queue.name());
                String other = owners.put(queue.name(), address.name());
                if (other != null) {
                    throw new IllegalArgumentException("the queue '" + queue.name() + "' would be one of " + other
                            + " and of " + address.name() + ", and a broker has one queue of a name: rename a handler");
                }
            }
        }
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no address: names are of small letters, digits and hyphens");
        }
    }

    private String addressElements() {
        var text = new StringBuilder();
        for (BrokerAddress address : addresses) {
            String routing = address.multicast() ? "multicast" : "anycast";
            text.append("      <address name=\"").append(address.name()).append("\">\n");
            if (address.queues().isEmpty()) {
                text.append("        <").append(routing).append("/>\n");
            } else {
                text.append("        <").append(routing).append(">\n");
                address.queues().forEach(queue -> queue(text, queue));
                text.append("        </").append(routing).append(">\n");
            }
            text.append("      </address>\n");
        }
        return text.toString();
    }

    private static void queue(StringBuilder text, BrokerQueue queue) {
        text.append("          <queue name=\"").append(queue.name()).append('"').append(QUEUE);
        text.append(queue.durable() ? "/>\n" : "><durable>false</durable></queue>\n");
    }

    private String securitySettings() {
        var text = new StringBuilder();
        for (BrokerAddress address : addresses) {
            setting(text, address.name(), address.senders(), address.multicast() ? List.of() : consumers(address));
            if (address.multicast()) {
                address.queues()
                        .forEach(queue ->
                                setting(text, address.name() + "::" + queue.name(), List.of(), queue.consumers()));
            }
        }
        return text.toString();
    }

    private static Collection<String> consumers(BrokerAddress address) {
        return address.queues().getFirst().consumers();
    }

    private static void setting(
            StringBuilder text, String match, Collection<String> senders, Collection<String> consumers) {
        text.append("      <security-setting match=\"").append(match).append("\">\n");
        permission(text, "send", senders);
        permission(text, "consume", consumers);
        text.append("      </security-setting>\n");
    }

    private static void permission(StringBuilder text, String type, Collection<String> roles) {
        if (!roles.isEmpty()) {
            text.append("        <permission type=\"").append(type).append("\" roles=\"");
            text.append(String.join(",", roles)).append("\"/>\n");
        }
    }

    private static String resource(String name) {
        try (InputStream in = BrokerConfiguration.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
