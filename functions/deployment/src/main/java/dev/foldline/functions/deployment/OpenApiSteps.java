package dev.foldline.functions.deployment;

import dev.foldline.functions.contracts.Contract;
import dev.foldline.functions.contracts.IndexedContract;
import dev.foldline.functions.contracts.OpenApiDocument;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.smallrye.openapi.deployment.spi.AddToOpenAPIDefinitionBuildItem;
import io.quarkus.smallrye.openapi.deployment.spi.OpenAPISPIConstants;
import java.util.Collection;
import org.jboss.jandex.IndexView;

/**
 * Describes the contracts at hand, all of which an application serves, where it has OpenAPI and a {@code
 * META-INF/openapi.yaml} to add them to.
 */
class OpenApiSteps {

    /** Only run where somebody takes what it produces. */
    @BuildStep
    AddToOpenAPIDefinitionBuildItem describe(FoundFunctions found, CombinedIndexBuildItem index) {
        return new AddToOpenAPIDefinitionBuildItem(
                new ContractPaths(OpenApiDocument.of(contracts(found, index.getIndex()))),
                OpenAPISPIConstants.DEFAULT_DOCUMENT_NAME);
    }

    private static Collection<Contract> contracts(FoundFunctions found, IndexView index) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return IndexedContract.in(index, loader, query -> answer(found, query)).values();
    }

    /** The answer to a query that is handled here. */
    private static Class<?> answer(FoundFunctions found, Class<?> query) {
        return found.queries().stream()
                .filter(handler -> handler.message().toString().equals(query.getName()))
                .<Class<?>>map(handler -> Classes.load(handler.types().getLast().name()))
                .findFirst()
                .orElse(Void.class);
    }
}
