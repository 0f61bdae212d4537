package dev.foldline.functions.testkit;

/**
 * Where scenarios are played besides in memory, such as a running application. Each step of a {@link DeciderSpec} that has
 * passed in memory is played on the stage of the thread, when there is one.
 */
public interface Stage {

    /** The stage of the scenarios that run in its scope. */
    ScopedValue<Stage> CURRENT = ScopedValue.newInstance();

    /**
     * Plays the step.
     *
     * @throws AssertionError what happens on the stage is not what the step says
     */
    void play(Step<?, ?, ?> step);
}
