package dev.foldline.functions;

import org.jspecify.annotations.Nullable;

/** Something that is needed is away or overloaded. Try again with the same command id. */
public final class UnavailableException extends FaultException {

    private static final long serialVersionUID = 1L;

    public UnavailableException(String detail, @Nullable Throwable cause) {
        super(detail, cause);
    }

    @Override
    public String code() {
        return "unavailable";
    }
}
