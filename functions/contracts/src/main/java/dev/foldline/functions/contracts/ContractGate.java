package dev.foldline.functions.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Holds a contract's records against its committed documents.
 *
 * @param directory where the documents are committed
 * @param contract what the records say now
 */
record ContractGate(Path directory, Contract contract) {

    /**
     * Checks that the committed documents are those of the records.
     *
     * @throws ContractException they are not; the message says whether that breaks others, and whom
     */
    void check() {
        ContractComparison comparison = comparison();
        refuseBreaking(comparison);
        List<String> different = new ArrayList<>(comparison.compatible());
        if (different.isEmpty()) {
            different.addAll(outdated());
        }
        if (!different.isEmpty()) {
            throw new ContractException("The contract of " + contract.context()
                    + " has changed in a way that breaks nobody:" + list(different)
                    + "\nRun ./foldline contracts and commit what it writes to " + directory + ".");
        }
    }

    /**
     * Makes the committed documents those of the records.
     *
     * @throws ContractException that would break others; nothing was written
     */
    void write() {
        refuseBreaking(comparison());
        ContractDocuments.of(contract).forEach((file, text) -> write(directory.resolve(file), text));
    }

    private void refuseBreaking(ContractComparison comparison) {
        if (!comparison.breaking().isEmpty()) {
            throw new ContractException("The records of " + contract.context()
                    + " no longer fit the committed contract in " + directory + ":" + list(comparison.breaking())
                    + "\nKeep what was promised and add the new form beside it: docs/guides/contracts.md says how.");
        }
    }

    private ContractComparison comparison() {
        return ContractComparison.of(contract.context(), committedSchemas(), contract.schemas());
    }

    private SortedMap<String, JsonNode> committedSchemas() {
        SortedMap<String, JsonNode> schemas = new TreeMap<>();
        Path root = directory.resolve(ContractDocuments.SCHEMAS);
        if (!Files.isDirectory(root)) {
            return schemas;
        }
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".json")).forEach(file -> {
                String name = root.relativize(file).toString().replace('\\', '/');
                schemas.put(name, Texts.read(text(file), file));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return schemas;
    }

    private List<String> outdated() {
        return ContractDocuments.of(contract).entrySet().stream()
                .filter(document -> !document.getValue().equals(committed(document.getKey())))
                .map(Map.Entry::getKey)
                .map(file -> file + " is not what is made of the records")
                .toList();
    }

    private String committed(String file) {
        Path path = directory.resolve(file);
        return Files.exists(path) ? text(path) : "";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String list(List<String> sentences) {
        return "\n  " + String.join("\n  ", sentences);
    }
}
