package dev.foldline.local.cli;

import dev.foldline.eventstore.archive.Archive;
import dev.foldline.eventstore.archive.ArchiveCleaner;
import dev.foldline.eventstore.archive.ArchiveOptions;
import dev.foldline.eventstore.archive.Archiver;
import dev.foldline.eventstore.archive.Restorer;
import dev.foldline.eventstore.seam.ArchivableLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves the old part of logs to an archive, and back. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Moves the old part of logs to an archive, and back, e.g. archive run wallet.",
            "It may be interrupted at any moment: run it again. docs/guides/archive.md says what to do before."
        })
final class ArchiveCommand {

    private interface Work {
        void on(List<ArchivableLog> logs, Archive archive, ArchiveProgressLine progress);
    }

    @Command(name = "run", mixinStandardHelpOptions = true, description = "Moves what need not stay in MongoDB.")
    int run(
            @Mixin ArchivePlace place,
            @Option(
                            names = "--keep",
                            defaultValue = "10000",
                            description = "newest commits of each partition that stay (${DEFAULT-VALUE})")
                    long keep,
            @Option(
                            names = "--keep-for",
                            defaultValue = "PT0S",
                            description = "age below which a commit stays, e.g. P30D or PT12H (${DEFAULT-VALUE})")
                    Duration keepFor) {
        place.store().requireReaders();
        return with(place, (logs, archive, progress) -> {
            ArchiveOptions options = ArchiveOptions.defaults().withKeep(keep).withKeepFor(keepFor);
            new Archiver(place.context(), logs, archive, progress).run(options, Instant.now());
            progress.end(progress.moved(archive, options));
        });
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Says up to where each partition is archived.")
    int status(@Mixin ArchivePlace place) {
        return with(place, (logs, archive, progress) -> {
            System.out.printf("%-24s %19s %19s%n", "partition", "archived up to", "ends at");
            logs.forEach(ArchiveCommand::printStatus);
            progress.end("The archive is " + archive + ". Empty partitions are left out.");
        });
    }

    private static void printStatus(ArchivableLog log) {
        List<Long> heads = log.heads();
        for (int partition = 0; partition < heads.size(); partition++) {
            if (heads.get(partition) > 0) {
                System.out.printf(
                        "%-24s %,19d %,19d%n",
                        log.descriptor().partition(partition), log.sealNow(partition), heads.get(partition));
            }
        }
    }

    @Command(name = "verify", mixinStandardHelpOptions = true, description = "Reads all segments and checks every bit.")
    int verify(@Mixin ArchivePlace place) {
        return with(place, (logs, archive, progress) -> {
            logs.forEach(log -> new Restorer(place.context(), log, archive, progress).verify());
            progress.end(progress.verified(archive));
        });
    }

    @Command(name = "restore", mixinStandardHelpOptions = true, description = "Puts everything back into MongoDB.")
    int restore(@Mixin ArchivePlace place) {
        return with(place, (logs, archive, progress) -> {
            logs.forEach(log -> new Restorer(place.context(), log, archive, progress).restore());
            progress.end(progress.restored(archive));
        });
    }

    @Command(
            name = "clean",
            mixinStandardHelpOptions = true,
            description = {
                "Removes files that no manifest names: what was left by runs that were killed.",
                "A run that is at work on the same partition leaves it, and is to be run again."
            })
    int clean(@Mixin ArchivePlace place) {
        return with(place, (logs, archive, progress) -> {
            logs.forEach(log -> new ArchiveCleaner(place.context(), log, archive, progress).clean());
            progress.end(progress.cleaned(archive));
        });
    }

    private static int with(ArchivePlace place, Work work) {
        var progress = new ArchiveProgressLine(System.err, System.out);
        try {
            place.store().open(store -> {
                try (Archive archive = place.store().archive()) {
                    work.on(
                            place.definitions(store).stream()
                                    .map(store::openArchivable)
                                    .toList(),
                            archive,
                            progress);
                }
            });
            return 0;
        } catch (LauncherException e) {
            progress.end("");
            throw e;
        }
    }
}
