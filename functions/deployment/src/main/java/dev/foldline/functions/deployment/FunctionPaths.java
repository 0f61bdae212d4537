package dev.foldline.functions.deployment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/** Adds one path per command and query to an OpenAPI document. */
final class FunctionPaths implements OASFilter {

    private static final Map<String, String> COMMAND_PROBLEMS = Map.of(
            "400", "malformed-body, invalid-value",
            "409", "contended: nothing was done, send it again",
            "413", "body-too-large",
            "415", "unsupported-media-type",
            "422", "refused for a business reason, which is the code",
            "503", "unavailable: try again after Retry-After seconds with the same Idempotency-Key",
            "504", "deadline-exceeded: to learn the outcome, send it again with the same Idempotency-Key");
    private static final Map<String, String> QUERY_PROBLEMS = Map.of(
            "400", "malformed-body, invalid-value",
            "404", "not-found",
            "503", "unavailable: try again after Retry-After seconds",
            "504",
                    "deadline-exceeded: the projection has not reached the Consistency-Token in time; quorum-not-reached");

    private final FoundFunctions found;
    private final IndexView index;
    private final RecordSchemas schemas;

    FunctionPaths(FoundFunctions found, IndexView index) {
        this.found = found;
        this.index = index;
        this.schemas = new RecordSchemas(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            document.setPaths(OASFactory.createPaths());
        }
        found.commands().forEach(command -> document.getPaths()
                .addPathItem(
                        "/" + command.context() + "/commands/" + command.name(),
                        OASFactory.createPathItem().POST(command(command))));
        found.queries().forEach(query -> document.getPaths()
                .addPathItem(
                        "/" + query.context() + "/queries/" + query.name(),
                        OASFactory.createPathItem().GET(query(query))));
    }

    private Operation command(FoundFunctions.Handler command) {
        Operation operation = operation(command)
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(content("application/json", schemas.of(record(command)))))
                .responses(responses(RecordSchemas.accepted(), COMMAND_PROBLEMS));
        return operation
                .addParameter(header(
                        "Idempotency-Key",
                        "the command's id, a UUID: sent again with it, the command is answered as the first time"))
                .addParameter(header(
                        "Correlation-Id", "names the business transaction; without it, the command's id names it"))
                .addParameter(header("Causation-Id", "what brought the command about"))
                .addParameter(header("Actor-Id", "who is behind it, as an identifier, never a name"));
    }

    private Operation query(FoundFunctions.Handler query) {
        boolean gathered = !query.responder().isEmpty();
        Schema part = schemas.of(query.types().get(1));
        Schema answer = gathered ? RecordSchemas.gathered(part) : part;
        Operation operation = operation(query).responses(responses(answer, QUERY_PROBLEMS));
        for (RecordComponentInfo component : record(query).recordComponentsInDeclarationOrder()) {
            operation.addParameter(OASFactory.createParameter()
                    .name(component.name())
                    .in(Parameter.In.QUERY)
                    .required(true)
                    .schema(schemas.of(component.type())));
        }
        operation.addParameter(
                header("Consistency-Token", "a command's token: the answer is at least as new as what it did"));
        return gathered ? gathered(operation) : watched(operation);
    }

    private static Operation gathered(Operation operation) {
        return operation.addParameter(header("Quorum", "how many must have answered, 1 when it is not there"));
    }

    private static Operation watched(Operation operation) {
        operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .addMediaType("text/event-stream", OASFactory.createMediaType().schema(RecordSchemas.string()));
        return operation.addParameter(header(
                "Last-Event-ID",
                "of an event stream: the id of the last event that the client has, which is a token, too"));
    }

    private static Operation operation(FoundFunctions.Handler handler) {
        return OASFactory.createOperation()
                .operationId(handler.context() + "-" + handler.name())
                .tags(List.of(handler.context()));
    }

    private ClassInfo record(FoundFunctions.Handler handler) {
        return index.getClassByName(handler.message());
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(RecordSchemas.string());
    }

    private static APIResponses responses(Schema answer, Map<String, String> problems) {
        APIResponses responses = OASFactory.createAPIResponses()
                .addAPIResponse("200", response("answered", content("application/json", answer)));
        new TreeMap<>(problems)
                .forEach((status, description) -> responses.addAPIResponse(
                        status,
                        response(description, content("application/problem+json", RecordSchemas.problemRef()))));
        return responses;
    }

    private static APIResponse response(String description, Content content) {
        return OASFactory.createAPIResponse().description(description).content(content);
    }

    private static Content content(String mediaType, Schema schema) {
        return OASFactory.createContent()
                .addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
    }
}
