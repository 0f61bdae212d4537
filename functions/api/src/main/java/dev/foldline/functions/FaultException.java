package dev.foldline.functions;

import org.jspecify.annotations.Nullable;

/** A message could not be answered: the caller's mistake or the platform's fault, told apart by type. */
public abstract sealed class FaultException extends RuntimeException
        permits InvalidValueException,
                MalformedBodyException,
                UnknownMessageException,
                UnavailableException,
                DeadlineExceededException,
                QuorumNotReachedException {

    private static final long serialVersionUID = 1L;

    FaultException(String detail, @Nullable Throwable cause) {
        super(detail, cause);
    }

    /** The fault's name in answers, in kebab case; never changes. */
    public abstract String code();
}
