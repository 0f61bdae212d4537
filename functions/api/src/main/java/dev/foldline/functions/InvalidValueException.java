package dev.foldline.functions;

/** A value is of the right type and not allowed: the caller's mistake. The detail names no personal data. */
public final class InvalidValueException extends FaultException {

    private static final long serialVersionUID = 1L;

    public InvalidValueException(String detail) {
        super(detail, null);
    }

    @Override
    public String code() {
        return "invalid-value";
    }
}
