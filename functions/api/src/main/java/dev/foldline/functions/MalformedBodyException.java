package dev.foldline.functions;

/** A message is no JSON, or a field of it is missing, unknown or of another type: the caller's mistake. */
public final class MalformedBodyException extends FaultException {

    private static final long serialVersionUID = 1L;

    public MalformedBodyException(String detail) {
        super(detail, null);
    }

    @Override
    public String code() {
        return "malformed-body";
    }
}
