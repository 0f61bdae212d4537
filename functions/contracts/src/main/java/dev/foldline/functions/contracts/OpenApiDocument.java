package dev.foldline.functions.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foldline.functions.contracts.Contract.CommandForm;
import dev.foldline.functions.contracts.Contract.QueryForm;
import java.util.Collection;
import java.util.List;

/** Describes contracts as they are reached over HTTP, in OpenAPI 3.1. Not thread-safe. */
public final class OpenApiDocument {

    private static final List<String> TRACED =
            List.of("Correlation-Id", "Causation-Id", "Actor-Id", "traceparent", "tracestate");

    private final ObjectNode document = Texts.template("openapi.yaml");

    private OpenApiDocument() {}

    /** The document of a contract, which it is named after. */
    public static ObjectNode of(Contract contract) {
        ObjectNode document = of(List.of(contract));
        document.withObject("/info").put("title", contract.context());
        return document;
    }

    /** One document of contracts of different contexts, which has no title. */
    public static ObjectNode of(Collection<Contract> contracts) {
        var openApi = new OpenApiDocument();
        contracts.forEach(openApi::add);
        return openApi.document;
    }

    private void add(Contract contract) {
        String context = contract.context();
        contract.commands().forEach(command -> add(context, command));
        contract.queries().forEach(query -> add(context, query));
        contract.streams().forEach(stream -> new FeedPaths(document, context).add(stream));
    }

    private void add(String context, CommandForm command) {
        String schema = component(context, "command", command.name(), command.schema());
        ObjectNode operation = operation(context, "commands", command.name(), "post");
        headers(operation, "Idempotency-Key");
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        ref(body.putObject("content").putObject("application/json").putObject("schema"), "schemas", schema);
        ObjectNode responses = responses(operation, "accepted");
        ref(content(responses, "application/json"), "schemas", "Accepted");
        problem(responses, 400, "BadRequest");
        problem(responses, 409, "Contended");
        problem(responses, 413, "TooLarge");
        problem(responses, 415, "UnsupportedMediaType");
        problem(responses, 422, "Rejected");
        problem(responses, 500, "InternalError");
        problem(responses, 503, "CommandUnavailable");
        problem(responses, 504, "CommandDeadlineExceeded");
    }

    private void add(String context, QueryForm query) {
        String answer = component(context, "answer", query.name(), query.answer());
        ObjectNode operation = operation(context, "queries", query.name(), "get");
        headers(operation, "Consistency-Token", query.responders().isEmpty() ? "Last-Event-ID" : "Quorum");
        parameters(operation.withArray("/parameters"), query.schema());
        ObjectNode responses = responses(operation, "answered");
        problem(responses, 400, "BadRequest");
        if (query.responders().isEmpty()) {
            ref(content(responses, "application/json"), "schemas", answer);
            content(responses, "text/event-stream")
                    .put("type", "string")
                    .put(
                            "description",
                            "each event's data is an answer as in application/json, its id the answer's token");
            problem(responses, 404, "NotFound");
            problem(responses, 504, "QueryDeadlineExceeded");
        } else {
            gathered(content(responses, "application/json"), query.responders(), answer);
            problem(responses, 504, "QuorumNotReached");
        }
        problem(responses, 500, "InternalError");
        problem(responses, 503, "QueryUnavailable");
    }

    private static void gathered(ObjectNode schema, List<String> responders, String answer) {
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        ObjectNode answers =
                properties.putObject("answers").put("type", "object").putObject("properties");
        for (String responder : responders) {
            ArrayNode either = answers.putObject(responder).putArray("anyOf");
            ref(either.addObject(), "schemas", answer);
            either.addObject().put("type", "null");
        }
        ref(properties.putObject("missing"), "schemas", "Missing");
        schema.putArray("required").add("answers").add("missing");
    }

    private static void parameters(ArrayNode parameters, ObjectNode query) {
        List<String> required =
                query.path("required").valueStream().map(JsonNode::asText).toList();
        query.path("properties").properties().forEach(field -> parameters
                .addObject()
                .put("name", field.getKey())
                .put("in", "query")
                .put("required", required.contains(field.getKey()))
                .set("schema", field.getValue()));
    }

    private ObjectNode operation(String context, String kind, String name, String method) {
        ObjectNode operation = document.withObject("/paths")
                .putObject("/" + context + "/" + kind + "/" + name)
                .putObject(method);
        operation.putArray("tags").add(context);
        operation.put("operationId", context + "-" + name);
        return operation;
    }

    private static void headers(ObjectNode operation, String... own) {
        ArrayNode parameters = operation.putArray("parameters");
        for (String header : own) {
            ref(parameters.addObject(), "parameters", header);
        }
        TRACED.forEach(header -> ref(parameters.addObject(), "parameters", header));
    }

    private static ObjectNode responses(ObjectNode operation, String description) {
        ObjectNode responses = operation.putObject("responses");
        responses.putObject("200").put("description", description);
        return responses;
    }

    private static ObjectNode content(ObjectNode responses, String mediaType) {
        return responses.withObject("/200/content").putObject(mediaType).putObject("schema");
    }

    private static void problem(ObjectNode responses, int status, String response) {
        ref(responses.putObject(String.valueOf(status)), "responses", response);
    }

    private String component(String context, String kind, String name, ObjectNode schema) {
        String component = context + "." + kind + "." + name;
        document.withObject("/components/schemas")
                .set(component, schema.deepCopy().without(List.of("$schema", "$id")));
        return component;
    }

    private static void ref(ObjectNode place, String kind, String name) {
        place.put("$ref", "#/components/" + kind + "/" + name);
    }
}
