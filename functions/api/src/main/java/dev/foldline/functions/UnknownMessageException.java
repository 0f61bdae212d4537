package dev.foldline.functions;

/** Nobody handles a command or query of this name. */
public final class UnknownMessageException extends FaultException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private UnknownMessageException(String code, String detail) {
        super(detail, null);
        this.code = code;
    }

    public static UnknownMessageException command(String context, String name) {
        return new UnknownMessageException(
                "unknown-command", "there is no command '" + name + "' in '" + context + "'");
    }

    /** Nobody handles this command, whatever its class says of its name. */
    public static UnknownMessageException command(Object command) {
        Command name = command.getClass().getAnnotation(Command.class);
        return name == null ? command("?", command.getClass().getSimpleName()) : command(name.context(), name.name());
    }

    public static UnknownMessageException query(String context, String name) {
        return new UnknownMessageException("unknown-query", "there is no query '" + name + "' in '" + context + "'");
    }

    /** Nobody handles this query, whatever its class says of its name. */
    public static UnknownMessageException query(Object query) {
        Query name = query.getClass().getAnnotation(Query.class);
        return name == null ? query("?", query.getClass().getSimpleName()) : query(name.context(), name.name());
    }

    @Override
    public String code() {
        return code;
    }
}
