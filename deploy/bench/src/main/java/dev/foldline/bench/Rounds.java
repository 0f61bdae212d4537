package dev.foldline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of one contest. The side that begins takes turns. */
final class Rounds {

    private final Contest contest;
    private final List<Contest.Outcome> outcomes = new ArrayList<>();

    Rounds(Contest contest) {
        this.contest = contest;
    }

    /** Measures once and forgets it: code is compiled and caches are warm afterwards. */
    void warmUp() {
        contest.duel().fight(true);
    }

    void play() {
        outcomes.add(contest.duel().fight(outcomes.size() % 2 == 1));
    }

    LogReport.Row result() {
        return new LogReport.Row(
                contest.name(),
                contest.unit(),
                contest.against(),
                spread(Contest.Outcome::ours),
                spread(Contest.Outcome::other),
                spread(Contest.Outcome::ratio),
                contest.aim());
    }

    private Spread spread(ToDoubleFunction<Contest.Outcome> what) {
        return Spread.of(outcomes.stream().mapToDouble(what).boxed().toList());
    }
}
