package dev.foldline.eventstore.tck;

import java.util.List;

/**
 * What happens next. Writers, aggregates and earlier commands are named by small numbers that mean something in any history,
 * so that a step keeps its sense when those around it are left out.
 */
sealed interface Step {

    /**
     * What becomes of an append's answer.
     */
    enum Answer {
        ARRIVES,
        IS_LOST
    }

    /**
     * A writer appends behind a tail that it knows.
     *
     * @param behind how many of the commits it has seen it pretends not to know
     */
    record Append(int writer, int behind, List<Wish> group, Answer answer) implements Step {}

    /** A writer reads what is new to it, up to so many commits. */
    record CatchUp(int writer, int limit) implements Step {}

    /** A writer reads a page from anywhere. */
    record Read(int writer, int after, int limit) implements Step {}

    /** A writer loads an aggregate, from the begin of one of its commits. */
    record Load(int writer, int aggregate, int commit) implements Step {}

    /** A writer looks for an earlier command; for one that there never was when there is none of this number. */
    record Find(int writer, int command) implements Step {}

    /** A writer dies; the one that takes over knows nothing. */
    record Crash(int writer) implements Step {}

    /** The server is killed and started again, if it can be. */
    record Restart() implements Step {}

    /**
     * A commit that a writer wants.
     *
     * @param repeats which earlier command it repeats, counted back from the last; 0 for a new one
     * @param mistaken whether it has the version of a commit of the aggregate that the writer knows, if there is one
     */
    record Wish(int aggregate, int events, int repeats, boolean mistaken) {}
}
