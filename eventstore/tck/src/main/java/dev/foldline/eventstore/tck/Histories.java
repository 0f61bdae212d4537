package dev.foldline.eventstore.tck;

import dev.foldline.eventstore.tck.Step.Answer;
import dev.foldline.eventstore.tck.Step.Wish;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Steps in any order, those that matter most most often. */
final class Histories {

    static final int WRITERS = 3;
    static final int AGGREGATES = 5;

    private static final int LONGEST = 40;
    private static final int LARGEST_GROUP = 6;

    private Histories() {}

    static Arbitrary<List<Step>> any() {
        return Arbitraries.frequencyOf(
                        Tuple.of(10, appends()),
                        Tuple.of(5, catchUps()),
                        Tuple.of(2, reads()),
                        Tuple.of(2, loads()),
                        Tuple.of(2, finds()),
                        Tuple.of(2, writers().map(Step.Crash::new)),
                        Tuple.of(1, Arbitraries.create(Step.Restart::new)))
                .list()
                .ofMaxSize(LONGEST);
    }

    private static Arbitrary<Step> appends() {
        Arbitrary<Answer> answers = Arbitraries.frequency(Tuple.of(9, Answer.ARRIVES), Tuple.of(1, Answer.IS_LOST));
        return Combinators.combine(
                        writers(), seldom(1, 4), wishes().list().ofMinSize(1).ofMaxSize(LARGEST_GROUP), answers)
                .as(Step.Append::new);
    }

    private static Arbitrary<Wish> wishes() {
        Arbitrary<Boolean> mistakes = Arbitraries.frequency(Tuple.of(14, false), Tuple.of(1, true));
        return Combinators.combine(upTo(AGGREGATES - 1), Arbitraries.integers().between(1, 3), seldom(1, 8), mistakes)
                .as(Wish::new);
    }

    private static Arbitrary<Step> catchUps() {
        return Combinators.combine(writers(), Arbitraries.integers().between(1, 30))
                .as(Step.CatchUp::new);
    }

    private static Arbitrary<Step> reads() {
        return Combinators.combine(writers(), upTo(30), Arbitraries.integers().between(1, 20))
                .as(Step.Read::new);
    }

    private static Arbitrary<Step> loads() {
        return Combinators.combine(writers(), upTo(AGGREGATES - 1), upTo(5)).as(Step.Load::new);
    }

    private static Arbitrary<Step> finds() {
        return Combinators.combine(writers(), upTo(30)).as(Step.Find::new);
    }

    private static Arbitrary<Integer> writers() {
        return upTo(WRITERS - 1);
    }

    /** Mostly 0. */
    private static Arbitrary<Integer> seldom(int from, int to) {
        return Arbitraries.frequencyOf(
                Tuple.of(7, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(from, to)));
    }

    private static Arbitrary<Integer> upTo(int most) {
        return Arbitraries.integers().between(0, most);
    }
}
