package dev.foldline.bench;

import dev.foldline.bench.Contest.Aim;
import dev.foldline.bench.Contest.Duel;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Appends by several processes to the same partitions, beside those of one process that has all callers and appends itself.
 *
 * @param processes that append themselves
 * @param owned that append by way of an owner, to a log of their own
 * @param sample how long one side is measured at a time
 */
record WriterContests(LogWriterProcesses processes, LogWriterProcesses owned, Duration sample) {

    private static final Aim AIM = Aim.atLeast(0.7);
    private static final int LEAST_CALLERS = 64;

    /** By processes that append themselves. */
    List<Contest> alone(List<Integer> callers) {
        return each(callers, number -> contest(number, processes.started(), ""));
    }

    /** By processes that append by way of an owner. */
    List<Contest> owned(List<Integer> callers) {
        return each(callers, number -> contest(number, owned.started(), " by way of the owner"));
    }

    /** Where there are so many callers that it makes sense to divide them. */
    private static List<Contest> each(List<Integer> callers, IntFunction<Contest> contest) {
        return callers.stream()
                .filter(number -> number >= LEAST_CALLERS)
                .map(contest::apply)
                .toList();
    }

    private Contest contest(int callers, List<LogWriterProcess> several, String way) {
        List<LogWriterProcess> one = List.of(processes.started().getFirst());
        return new Contest(
                "append, " + callers + " callers, " + several.size() + " writer processes" + way,
                "events/s",
                "one process",
                AIM,
                Duel.of(() -> together(several, callers), () -> together(one, callers)));
    }

    private double together(List<LogWriterProcess> writers, int callers) {
        return LogWriterProcesses.together(writers, callers, sample);
    }
}
