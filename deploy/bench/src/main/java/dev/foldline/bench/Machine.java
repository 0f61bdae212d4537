package dev.foldline.bench;

import java.lang.management.ManagementFactory;

/**
 * Where it was measured.
 *
 * @param processors how many processors there are
 * @param load how many threads wanted one in the minute before it began; negative when that is not known
 * @param java the version of the JVM
 * @param os the operating system
 * @param log what keeps the logs
 */
record Machine(int processors, double load, String java, String os, String log) {

    static Machine here(String log) {
        var os = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                os.getAvailableProcessors(),
                os.getSystemLoadAverage(),
                Runtime.version().toString(),
                os.getName() + " " + os.getVersion() + " " + os.getArch(),
                log);
    }
}
