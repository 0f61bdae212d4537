package dev.foldline.projections;

/** A projection could not fold an event: a mistake in the projection, or a history that cannot be. Trying again is no use. */
final class FoldFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FoldFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
