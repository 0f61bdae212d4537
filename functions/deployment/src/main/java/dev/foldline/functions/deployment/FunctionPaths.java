package dev.foldline.functions.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foldline.functions.contracts.Contract;
import dev.foldline.functions.contracts.OpenApiDocument;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Adds to an OpenAPI document what the committed documents of the contracts say. */
final class FunctionPaths implements OASFilter {

    private final List<Contract> contracts;

    FunctionPaths(Collection<Contract> contracts) {
        this.contracts = List.copyOf(contracts);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            document.setPaths(OASFactory.createPaths());
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        contracts.forEach(contract -> add(document, model(OpenApiDocument.of(contract))));
    }

    private static void add(OpenAPI document, OpenAPI contract) {
        contract.getPaths().getPathItems().forEach(document.getPaths()::addPathItem);
        Components more = contract.getComponents();
        more.getSchemas().forEach(document.getComponents()::addSchema);
        more.getParameters().forEach(document.getComponents()::addParameter);
        more.getResponses().forEach(document.getComponents()::addResponse);
    }

    private static OpenAPI model(ObjectNode document) {
        byte[] json = document.toString().getBytes(StandardCharsets.UTF_8);
        return SmallRyeOpenAPI.builder()
                .withCustomStaticFile(() -> new ByteArrayInputStream(json))
                .enableStandardStaticFiles(false)
                .enableModelReader(false)
                .enableStandardFilter(false)
                .enableAnnotationScan(false)
                .build()
                .model();
    }
}
