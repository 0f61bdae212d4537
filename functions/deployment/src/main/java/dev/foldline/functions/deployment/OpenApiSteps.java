package dev.foldline.functions.deployment;

import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.smallrye.openapi.deployment.spi.AddToOpenAPIDefinitionBuildItem;
import io.quarkus.smallrye.openapi.deployment.spi.OpenAPISPIConstants;

/** Describes the paths of commands and queries, where the application has OpenAPI. */
class OpenApiSteps {

    @BuildStep
    void describe(
            Capabilities capabilities,
            FoundFunctions found,
            CombinedIndexBuildItem index,
            BuildProducer<AddToOpenAPIDefinitionBuildItem> filters) {
        if (capabilities.isPresent(Capability.SMALLRYE_OPENAPI)) {
            filters.produce(new AddToOpenAPIDefinitionBuildItem(
                    new FunctionPaths(found, index.getIndex()), OpenAPISPIConstants.DEFAULT_DOCUMENT_NAME));
        }
    }
}
