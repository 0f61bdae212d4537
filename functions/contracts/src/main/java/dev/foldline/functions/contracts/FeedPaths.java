package dev.foldline.functions.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foldline.functions.contracts.Contract.StreamForm;

/** Adds to an OpenAPI document the path where a published stream is read from the start. */
final class FeedPaths {

    private final ObjectNode document;
    private final String context;

    FeedPaths(ObjectNode document, String context) {
        this.document = document;
        this.context = context;
    }

    void add(StreamForm stream) {
        String component = context + ".published." + stream.name();
        document.withObject("/components/schemas").set(component, PublishedCommits.schema(stream));
        ObjectNode operation = document.withObject("/paths")
                .putObject("/" + context + "/feeds/" + stream.name())
                .putObject("get");
        operation.putArray("tags").add(context);
        operation.put("operationId", context + "-feed-" + stream.name());
        operation.put(
                "description",
                "Commits of a partition after a position; without a partition, the log's description and the head of each partition.");
        ArrayNode parameters = operation.putArray("parameters");
        parameter(parameters, "partition", 0);
        parameter(parameters, "after", 0);
        parameter(parameters, "limit", 1);
        ObjectNode responses = operation.putObject("responses");
        ArrayNode either = responses
                .putObject("200")
                .put("description", "commits in the order of their positions")
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .putArray("anyOf");
        ObjectNode page = either.addObject().put("type", "object");
        ObjectNode properties = page.putObject("properties");
        properties.putObject("log").put("type", "string").put("format", "uuid");
        ObjectNode commits = properties.putObject("commits").put("type", "array");
        commits.putObject("items").put("$ref", "#/components/schemas/" + component);
        page.putArray("required").add("log").add("commits");
        either.addObject().put("$ref", "#/components/schemas/FeedHeads");
        responses.putObject("400").put("$ref", "#/components/responses/BadRequest");
        responses.putObject("410").put("$ref", "#/components/responses/LogTruncated");
        responses.putObject("500").put("$ref", "#/components/responses/InternalError");
        responses.putObject("503").put("$ref", "#/components/responses/QueryUnavailable");
        responses.putObject("504").put("$ref", "#/components/responses/FeedDeadlineExceeded");
    }

    private static void parameter(ArrayNode parameters, String name, long minimum) {
        parameters
                .addObject()
                .put("name", name)
                .put("in", "query")
                .putObject("schema")
                .put("type", "integer")
                .put("format", "int64")
                .put("minimum", minimum);
    }
}
