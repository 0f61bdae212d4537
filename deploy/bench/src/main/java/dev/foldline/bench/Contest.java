package dev.foldline.bench;

/**
 * Something of ours that is measured beside something to compare it with.
 *
 * @param name what is measured
 * @param unit of both
 * @param against what it is compared with
 * @param aim what the ratio, ours by the other, should be
 * @param duel measures both once
 */
record Contest(String name, String unit, String against, Aim aim, Duel duel) {

    /** Measures one thing once. */
    @FunctionalInterface
    interface Sample {
        double take();
    }

    /** Measures both sides once. */
    @FunctionalInterface
    interface Duel {

        /**
         * Measures.
         *
         * @param oursFirst who begins, where one comes after the other
         */
        Outcome fight(boolean oursFirst);

        /** One right after the other. */
        static Duel of(Sample ours, Sample other) {
            return oursFirst -> {
                double first = oursFirst ? ours.take() : other.take();
                double second = oursFirst ? other.take() : ours.take();
                return oursFirst ? new Outcome(first, second) : new Outcome(second, first);
            };
        }
    }

    /**
     * What was measured of both sides at one time.
     *
     * @param ours in the contest's unit
     * @param other in the contest's unit
     */
    record Outcome(double ours, double other) {

        double ratio() {
            return ours / other;
        }
    }

    /**
     * What a ratio should be.
     *
     * @param sense whether more or less is better
     * @param value the bound; not a number when it is measured without one
     */
    record Aim(Sense sense, double value) {

        /** Which side of the bound is good. */
        enum Sense {
            AT_LEAST,
            AT_MOST
        }

        static Aim atLeast(double value) {
            return new Aim(Sense.AT_LEAST, value);
        }

        static Aim atMost(double value) {
            return new Aim(Sense.AT_MOST, value);
        }

        static Aim none() {
            return new Aim(Sense.AT_LEAST, Double.NaN);
        }

        boolean isBound() {
            return !Double.isNaN(value);
        }

        boolean isMet(double ratio) {
            return switch (sense) {
                case AT_LEAST -> ratio >= value;
                case AT_MOST -> ratio <= value;
            };
        }
    }
}
