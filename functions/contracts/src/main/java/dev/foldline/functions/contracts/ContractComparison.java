package dev.foldline.functions.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is different between a contract as it is committed and as its records are now.
 *
 * @param breaking what breaks others, each with whom and why; a sentence each
 * @param compatible what breaks nobody; a sentence each
 */
record ContractComparison(List<String> breaking, List<String> compatible) {

    ContractComparison {
        breaking = List.copyOf(breaking);
        compatible = List.copyOf(compatible);
    }

    /** Compares the schemas of a context, each by the file that it is kept in. */
    static ContractComparison of(
            String context, SortedMap<String, JsonNode> committed, SortedMap<String, MessageSchema> now) {
        List<String> breaking = new ArrayList<>();
        List<String> compatible = new ArrayList<>();
        for (Map.Entry<String, JsonNode> message : committed.entrySet()) {
            MessageSchema current = now.get(message.getKey());
            if (current == null) {
                breaking.add(removed(context, message.getKey()));
            } else {
                differences(context, message.getValue(), current, breaking, compatible);
            }
        }
        now.values().stream()
                .filter(message -> !committed.containsKey(message.file()))
                .forEach(message -> compatible.add(name(context, message.kind(), message.name()) + " is new"));
        return new ContractComparison(breaking, compatible);
    }

    private static void differences(
            String context, JsonNode committed, MessageSchema now, List<String> breaking, List<String> compatible) {
        // As text, since numbers that are the same are equal only when they were made in the same way.
        JsonNode schema = Texts.read(Texts.json(now.schema()), now.file());
        for (Difference difference : SchemaComparison.between(committed, schema)) {
            String sentence = name(context, now.kind(), now.name()) + ": " + difference;
            Optional<String> broken = Promise.brokenBy(difference.effect(), now.kind());
            broken.ifPresentOrElse(whom -> breaking.add(sentence + "; " + whom), () -> compatible.add(sentence));
        }
    }

    private static String removed(String context, String file) {
        int end = file.indexOf('/');
        MessageKind kind = MessageKind.ofDirectory(file.substring(0, end));
        String name = file.substring(end + 1, file.length() - ".json".length());
        return name(context, kind, name) + " was removed or renamed; " + Promise.brokenByRemoval(kind);
    }

    private static String name(String context, MessageKind kind, String name) {
        return context + "/" + name + " (" + kind.word() + ")";
    }
}
