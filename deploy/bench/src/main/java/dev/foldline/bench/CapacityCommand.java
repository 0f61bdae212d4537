package dev.foldline.bench;

import picocli.CommandLine.Command;

/** Prints {@code docs/capacity.md}. */
@Command(
        name = "capacity",
        mixinStandardHelpOptions = true,
        description = "Computes what 30 billion events need, from the sizes of this version: docs/capacity.md.")
final class CapacityCommand implements Runnable {

    @Override
    public void run() {
        System.out.print(new CapacityPage(CommitSizes.measured()).text());
    }
}
