package dev.foldline.functions.contracts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may become of a message without breaking those who depend on it, and who they are. */
final class Promise {

    private Promise() {}

    /** Whom the effect breaks, and why; empty when it breaks nobody. */
    static Optional<String> brokenBy(Effect effect, MessageKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case COMMAND, QUERY -> toSenders(effect);
                    case ANSWER -> toReaders(effect);
                    case EVENT -> toFollowers(effect);
                });
    }

    /** Who is broken when the whole message is no longer there. */
    static String brokenByRemoval(MessageKind kind) {
        return switch (kind) {
            case COMMAND -> "senders of the committed contract still send it, and nobody will answer";
            case QUERY -> "callers of the committed contract still ask it, and nobody will answer";
            case ANSWER -> "callers of the committed contract still expect it";
            case EVENT -> "it stays in the published log for ever, and followers that read from the start meet it";
        };
    }

    private static @Nullable String toSenders(Effect effect) {
        return switch (effect) {
            case REMOVES_FIELD -> "senders of the committed contract still send it, and are refused";
            case ADDS_REQUIRED_FIELD -> "senders of the committed contract do not send it, and are refused";
            case NARROWS -> "senders of the committed contract are refused what was allowed";
            case CHANGES -> "senders of the committed contract may be refused what was allowed";
            case WIDENS, ADDS_OPTIONAL_FIELD -> null;
        };
    }

    private static @Nullable String toReaders(Effect effect) {
        return switch (effect) {
            case REMOVES_FIELD -> "readers of the committed contract look for it";
            case WIDENS -> "readers of the committed contract are not prepared for it";
            case CHANGES -> "readers of the committed contract may not be prepared for it";
            case NARROWS, ADDS_REQUIRED_FIELD, ADDS_OPTIONAL_FIELD -> null;
        };
    }

    private static @Nullable String toFollowers(Effect effect) {
        return switch (effect) {
            case REMOVES_FIELD -> "followers of the committed contract look for it";
            case ADDS_REQUIRED_FIELD -> "events published before do not have it, and followers read from the start";
            case NARROWS -> "events published before may not be allowed, and followers read from the start";
            case WIDENS -> "followers of the committed contract are not prepared for it";
            case CHANGES -> "what was published before may not be what is read now";
            case ADDS_OPTIONAL_FIELD -> null;
        };
    }
}
