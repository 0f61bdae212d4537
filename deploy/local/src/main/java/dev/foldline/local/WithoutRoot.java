package dev.foldline.local;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a program is started that refuses to run as root, as PostgreSQL does, where we are root (in a container, say).
 *
 * @param prefix what goes before the program and its arguments
 * @param owner the user id the program's data must belong to; negative when that is our own
 */
record WithoutRoot(List<String> prefix, int owner) {

    private static final int NOBODY = 65534;
    private static final WithoutRoot ORDINARY_USER = new WithoutRoot(List.of(), -1);

    /** In a user namespace the process is nobody, and owns what we own. Not every container allows it. */
    static final WithoutRoot USER_NAMESPACE = new WithoutRoot(List.of("unshare", "-U"), -1);

    /**
     * Another user that may still pass through directories that only root can read; access(2) would not let it without
     * the securebit.
     */
    static final WithoutRoot OTHER_USER = new WithoutRoot(
            List.of(
                    "setpriv",
                    "--reuid=" + NOBODY,
                    "--regid=" + NOBODY,
                    "--clear-groups",
                    "--securebits=+no_setuid_fixup",
                    "--inh-caps=+dac_override",
                    "--ambient-caps=+dac_override"),
            NOBODY);

    /** The way that works here. */
    static WithoutRoot here() {
        if (new UnixSystem().getUid() != 0) {
            return ORDINARY_USER;
        }
        return Stream.of(USER_NAMESPACE, OTHER_USER)
                .filter(WithoutRoot::works)
                .findFirst()
                .orElseThrow(() -> new LocalServerException("PostgreSQL refuses to run as root, and neither unshare nor"
                        + " setpriv can start it as somebody else here. Run as another user, or give the URL of a"
                        + " PostgreSQL of your own in FOLDLINE_POSTGRES_URL."));
    }

    boolean works() {
        try {
            Process process = new ProcessBuilder(command(List.of("id", "-un")))
                    .redirectErrorStream(true)
                    .start();
            String name = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && !name.equals("root");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<String> command(List<String> programAndArguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(programAndArguments);
        return command;
    }

    /** Gives the directory and all in it to the user the program runs as. */
    void own(Path directory) throws IOException {
        int wanted = Math.max(owner, (int) new UnixSystem().getUid());
        if (wanted == ownerOf(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", wanted, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static int ownerOf(Path directory) throws IOException {
        return (int) Files.getAttribute(directory, "unix:uid");
    }
}
