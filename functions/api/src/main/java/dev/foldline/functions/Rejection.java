package dev.foldline.functions;

/** A business reason to refuse a command. A record named after the violated fact, e.g. {@code InsufficientFunds}. */
public interface Rejection {

    /** The reason's name in answers, in kebab case; never changes once released. */
    String code();

    /** A sentence for people. Holds nothing that the sender of the command may not know. */
    String detail();
}
