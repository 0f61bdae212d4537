package dev.foldline.functions.runtime.subscribe;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets a bounded number of questions be asked at a time, in the order of their coming: when everything may have changed, all
 * ask again, and the database has others to answer. Thread-safe.
 */
final class AskQueue {

    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int underWay;

    AskQueue(int most) {
        this.most = most;
    }

    /** Runs the question, which calls {@link #answered} once it is. */
    void ask(Runnable question) {
        synchronized (this) {
            if (underWay == most) {
                waiting.add(question);
                return;
            }
            underWay++;
        }
        question.run();
    }

    void answered() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                underWay--;
                return;
            }
        }
        next.run();
    }
}
