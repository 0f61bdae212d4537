package dev.foldline.functions.deployment;

import dev.foldline.functions.contracts.ContractException;
import dev.foldline.functions.contracts.IndexedContract;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.smallrye.openapi.deployment.spi.AddToOpenAPIDefinitionBuildItem;
import io.quarkus.smallrye.openapi.deployment.spi.OpenAPISPIConstants;
import jakarta.enterprise.inject.spi.DeploymentException;

/** Describes the contracts at hand, where the application has OpenAPI. */
class OpenApiSteps {

    @BuildStep
    void describe(
            Capabilities capabilities,
            CombinedIndexBuildItem index,
            BuildProducer<AddToOpenAPIDefinitionBuildItem> filters) {
        if (capabilities.isPresent(Capability.SMALLRYE_OPENAPI)) {
            filters.produce(
                    new AddToOpenAPIDefinitionBuildItem(paths(index), OpenAPISPIConstants.DEFAULT_DOCUMENT_NAME));
        }
    }

    private static FunctionPaths paths(CombinedIndexBuildItem index) {
        try {
            ClassLoader application = Thread.currentThread().getContextClassLoader();
            return new FunctionPaths(
                    IndexedContract.in(index.getIndex(), application).values());
        } catch (ContractException e) {
            throw new DeploymentException(e.getMessage(), e);
        }
    }
}
