package dev.foldline.functions.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import io.smallrye.openapi.api.util.MergeUtil;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Adds the paths of contracts, and what these refer to, to the OpenAPI document of an application. */
final class ContractPaths implements OASFilter {

    private final byte[] json;

    ContractPaths(ObjectNode contracts) {
        this.json = contracts.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        OpenAPI contracts = SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .enableAnnotationScan(false)
                .withCustomStaticFile(() -> new ByteArrayInputStream(json))
                .build()
                .model();
        contracts.setInfo(null);
        MergeUtil.merge(document, contracts);
    }
}
