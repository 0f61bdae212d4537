package dev.foldline.functions;

/** There was no answer in time. A command may yet be executed: to learn its outcome, send it again with the same id. */
public final class DeadlineExceededException extends FaultException {

    private static final long serialVersionUID = 1L;

    public DeadlineExceededException(String detail) {
        super(detail, null);
    }

    @Override
    public String code() {
        return "deadline-exceeded";
    }
}
