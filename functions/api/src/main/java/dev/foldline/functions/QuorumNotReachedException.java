package dev.foldline.functions;

/** Fewer responders have answered than the caller needs. */
public final class QuorumNotReachedException extends FaultException {

    private static final long serialVersionUID = 1L;

    public QuorumNotReachedException(String detail) {
        super(detail, null);
    }

    @Override
    public String code() {
        return "quorum-not-reached";
    }
}
