package dev.foldline.functions.contracts;

import java.util.Arrays;

/** The kinds of message of a contract, each with who depends on its form. */
enum MessageKind {
    /** Others write it and we read it: it may come to allow more, never less. */
    COMMAND("commands", "command"),

    /** As a command. */
    QUERY("queries", "query"),

    /** We write it and others read it: it may come to tell more, never less, and nothing that they are not prepared for. */
    ANSWER("answers", "answer to the query"),

    /** Written once and read for ever: new readers read what was published before, and old readers what is published now. */
    EVENT("events", "published event");

    private final String directory;
    private final String word;

    MessageKind(String directory, String word) {
        this.directory = directory;
        this.word = word;
    }

    /** Where the schemas of the kind are. */
    String directory() {
        return directory;
    }

    /** What people call it. */
    String word() {
        return word;
    }

    static MessageKind ofDirectory(String directory) {
        return Arrays.stream(values())
                .filter(kind -> kind.directory.equals(directory))
                .findFirst()
                .orElseThrow(() -> new ContractException("there is no kind of message called '" + directory
                        + "': remove the directory " + directory + " from the committed schemas"));
    }
}
