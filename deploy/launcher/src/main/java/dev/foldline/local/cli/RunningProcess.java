package dev.foldline.local.cli;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process of a run.
 *
 * @param name {@code app}, {@code services} or {@code supervisor}
 * @param pid its process id; another process may have it by now
 * @param url the first of its addresses
 * @param addresses all of them, by what they are for
 */
record RunningProcess(String name, long pid, String url, Map<String, String> addresses) {

    static final String APP = "app";
    static final String SERVICES = "services";
    static final String SUPERVISOR = "supervisor";

    RunningProcess {
        addresses = Collections.unmodifiableMap(new LinkedHashMap<>(addresses));
    }

    /** A process whose first address is its main one. */
    static RunningProcess of(String name, long pid, Map<String, String> addresses) {
        return new RunningProcess(
                name, pid, addresses.values().stream().findFirst().orElse(""), addresses);
    }

    /** The process, if it lives. One that was merely given the same id does not carry the run's mark. */
    Optional<ProcessHandle> handle(String run) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> carries(process, mark(run)));
    }

    /** All living processes of a run, also those that nobody has written down. */
    static Stream<ProcessHandle> allOf(String run) {
        return ProcessHandle.allProcesses().filter(process -> carries(process, mark(run)));
    }

    /** What every process of a run has among its arguments. */
    static String mark(String run) {
        return "-Dfoldline.run=" + run;
    }

    private static boolean carries(ProcessHandle process, String mark) {
        return process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(mark::equals);
    }
}
