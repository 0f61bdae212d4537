package dev.foldline.local.apps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A module of which the build makes an application.
 *
 * @param name its name in the platform, e.g. {@code wallet/place-bet}, {@code projections/wallet-balance} or {@code gateway}
 * @param context the bounded context it belongs to; empty for the platform's own
 * @param module the module's directory
 * @param artifactId the module's artifact id
 * @param size how much of the machine it may have
 */
public record Deployable(String name, String context, Path module, String artifactId, Size size) {

    /** The jar that a JVM starts; it is there after a build with {@code -Ddeployable}. */
    public Path jar() {
        return module.resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The native executable, if a build with {@link #buildOfExecutable} has made one. */
    public Optional<Path> executable() {
        Path target = module.resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner"))
                    .filter(Files::isExecutable)
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The property that has the build make the executable. */
    public String buildOfExecutable() {
        return size.equals(Size.LARGE) ? "-Dnative-all-in-one" : "-Dnative";
    }

    /** The executable where it is preferred and there, the jar otherwise. */
    public Packaging packaging(boolean preferNative) {
        return preferNative && executable().isPresent() ? Packaging.NATIVE : Packaging.JVM;
    }

    /**
     * The command that starts it.
     *
     * @param properties system properties, as {@code -Dname=value}
     * @throws IllegalStateException it was not built in that way
     */
    public List<String> command(Packaging packaging, List<String> properties) {
        List<String> command = new ArrayList<>();
        switch (packaging) {
            case NATIVE -> {
                command.add(executable()
                        .orElseThrow(() -> notBuilt(buildOfExecutable()))
                        .toString());
                command.addAll(properties);
            }
            case JVM -> {
                if (Files.notExists(jar())) {
                    throw notBuilt("-Ddeployable");
                }
                command.add(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
                command.addAll(properties);
                command.addAll(size.jvmOptions());
                command.addAll(List.of("-jar", jar().toString()));
            }
        }
        return command;
    }

    private IllegalStateException notBuilt(String how) {
        return new IllegalStateException(
                name + " is not built: ./mvnw -pl " + module + " -am package -DskipTests " + how);
    }
}
