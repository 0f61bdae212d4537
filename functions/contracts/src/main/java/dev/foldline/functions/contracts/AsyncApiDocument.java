package dev.foldline.functions.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foldline.functions.contracts.Contract.CommandForm;
import dev.foldline.functions.contracts.Contract.QueryForm;
import dev.foldline.functions.contracts.Contract.StreamForm;
import java.util.List;

/** Describes a contract as it is reached over AMQP 1.0, in AsyncAPI 3.0, as seen by the context. Not thread-safe. */
public final class AsyncApiDocument {

    private static final String MESSAGES = "#/components/messages/";

    private final ObjectNode document = Texts.template("asyncapi.yaml");
    private final String context;

    private AsyncApiDocument(String context) {
        this.context = context;
    }

    /** The document. */
    public static ObjectNode of(Contract contract) {
        var asyncApi = new AsyncApiDocument(contract.context());
        asyncApi.document.withObject("/info").put("title", contract.context());
        contract.commands().forEach(asyncApi::add);
        contract.queries().forEach(asyncApi::add);
        contract.streams().forEach(asyncApi::add);
        asyncApi.dropUnused();
        return asyncApi.document;
    }

    private void add(CommandForm command) {
        String id = "command." + command.name();
        message(id, command.schema(), "traced", "command");
        ObjectNode channel = channel(id, id);
        if (!command.aggregate().isEmpty()) {
            channel.put(
                    "description",
                    "Commands of one aggregate have one group-id, so that one instance gets them while it lives: the partition, or"
                            + " the aggregate's id, which is the field " + command.aggregate() + ".");
        }
        reply("accepted");
        operation(id, "receive", id, List.of("accepted"));
    }

    private void add(QueryForm query) {
        String id = "query." + query.name();
        String answer = "answer." + query.name();
        message(id, query.schema(), "traced", "query", query.responders().isEmpty() ? "subscription" : "");
        answer(answer, query);
        reply(answer);
        String address = query.responders().isEmpty() ? id : id + ".all";
        ObjectNode channel = channel(id, address);
        if (!query.responders().isEmpty()) {
            channel.put("description", "Answered by each of: " + String.join(", ", query.responders()) + ".");
        }
        operation(id, "receive", id, List.of(answer));
    }

    private void answer(String id, QueryForm query) {
        ObjectNode message = message(id, query.answer());
        ObjectNode headers = message.putObject("headers").put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        properties.putObject("status").put("type", "integer");
        if (query.responders().isEmpty()) {
            properties.putObject("Consistency-Token").put("type", "string");
            headers.putArray("required").add("status");
        } else {
            ArrayNode names =
                    properties.putObject("Responder").put("type", "string").putArray("enum");
            query.responders().forEach(names::add);
            headers.putArray("required").add("status").add("Responder");
        }
    }

    private void add(StreamForm stream) {
        String id = "published." + stream.name();
        ObjectNode message = message(id, PublishedCommits.schema(stream), "cloudevent");
        message.put("contentType", "application/json");
        ObjectNode channel = channel(id, id);
        channel.put(
                "description",
                "Multicast. A follower has a durable queue of its own, " + context + "." + id
                        + "::<follower>. Messages may be lost, doubled or out of order: positions say so, and the feed has every commit.");
        operation(id, "send", id, List.of());
        feed(stream);
    }

    private void feed(StreamForm stream) {
        String id = "feed." + stream.name();
        String commits = "commits." + stream.name();
        ObjectNode schema = document.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("log").put("type", "string").put("format", "uuid");
        properties.putObject("commits").put("type", "array").set("items", PublishedCommits.schema(stream));
        schema.putArray("required").add("log").add("commits");
        message(commits, schema);
        reply(commits);
        reply("feed-heads");
        channel(id, id);
        document.withObject("/channels/" + id + "/messages").removeAll();
        document.withObject("/channels/" + id + "/messages")
                .putObject("feed-request")
                .put("$ref", MESSAGES + "feed-request");
        operation(id, "receive", id, List.of(commits, "feed-heads"));
    }

    private ObjectNode channel(String id, String address) {
        ObjectNode channel = document.withObject("/channels").putObject(id).put("address", context + "." + address);
        channel.putObject("messages").putObject(id).put("$ref", MESSAGES + id);
        channel.putObject("bindings").putObject("amqp1");
        return channel;
    }

    private ObjectNode message(String id, ObjectNode payload, String... traits) {
        ObjectNode message =
                document.withObject("/components/messages").putObject(id).put("name", id);
        ArrayNode references = document.arrayNode();
        List.of(traits).stream()
                .filter(trait -> !trait.isEmpty())
                .forEach(trait -> references.addObject().put("$ref", "#/components/messageTraits/" + trait));
        if (!references.isEmpty()) {
            message.set("traits", references);
        }
        message.set("payload", Draft07.of(payload));
        message.putObject("bindings").putObject("amqp1");
        return message;
    }

    private void reply(String message) {
        document.withObject("/channels/replies/messages").putObject(message).put("$ref", MESSAGES + message);
    }

    private void operation(String id, String action, String channel, List<String> answers) {
        ObjectNode operation = document.withObject("/operations").putObject(id).put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + channel);
        if (!answers.isEmpty()) {
            ObjectNode replies = operation.putObject("reply");
            replies.putObject("channel").put("$ref", "#/channels/replies");
            ArrayNode messages = replies.putArray("messages");
            answers.forEach(answer -> messages.addObject().put("$ref", "#/channels/replies/messages/" + answer));
            messages.addObject().put("$ref", "#/channels/replies/messages/problem");
        }
    }

    /** What no message of the contract refers to is left out. */
    private void dropUnused() {
        for (String kind : List.of("messages", "messageTraits")) {
            ObjectNode components = document.withObject("/components/" + kind);
            String all = document.toString();
            List<String> unused = components.properties().stream()
                    .map(java.util.Map.Entry::getKey)
                    .filter(name -> !all.contains("\"#/components/" + kind + "/" + name + "\""))
                    .toList();
            components.remove(unused);
        }
    }
}
