package dev.foldline.functions.contracts;

import java.util.SortedMap;
import java.util.TreeMap;

/** A contract's documents. */
final class ContractDocuments {

    /** Where the schemas are, below the contract's directory. */
    static final String SCHEMAS = "schemas/";

    private ContractDocuments() {}

    /** The text of each document by its file, below the contract's directory. */
    static SortedMap<String, String> of(Contract contract) {
        SortedMap<String, String> documents = new TreeMap<>();
        contract.schemas().forEach((file, message) -> documents.put(SCHEMAS + file, Texts.json(message.schema())));
        documents.put("asyncapi.yaml", Texts.yaml(AsyncApiDocument.of(contract)));
        documents.put("openapi.yaml", Texts.yaml(OpenApiDocument.of(contract)));
        return documents;
    }
}
