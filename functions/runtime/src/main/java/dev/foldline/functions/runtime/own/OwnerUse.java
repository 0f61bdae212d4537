package dev.foldline.functions.runtime.own;

/** When a writer appends by way of a partition's owner, as {@code foldline.log.owner} says. */
public enum OwnerUse {
    /** It appends to the log itself. */
    NEVER,

    /** While others write the partition, too: a writer that is alone is faster by itself. */
    IN_COMPANY,

    /** Whenever there is an owner. */
    ALWAYS;

    /**
     * As it is written in the configuration.
     *
     * @throws IllegalArgumentException there is no such use
     */
    static OwnerUse of(String setting) {
        return switch (setting) {
            case "never", "false" -> NEVER;
            case "in-company" -> IN_COMPANY;
            case "always", "true" -> ALWAYS;
            default ->
                throw new IllegalArgumentException(
                        "foldline.log.owner is '" + setting + "'; it can be in-company, always or never");
        };
    }
}
