package dev.foldline.eventstore.mongodb;

import com.mongodb.WriteConcern;
import java.util.Optional;

/** When a write counts, as configured, and what that can lose. */
final class Durability {

    static final String WRITE_CONCERN = "foldline.mongodb.write-concern";
    static final String JOURNAL = "foldline.mongodb.journal";
    static final String MAJORITY = "majority";

    private Durability() {}

    /**
     * The write concern of these values.
     *
     * @param acknowledgedBy {@code majority}, or a number of members from 1
     * @param journaled {@code true} or {@code false}
     * @throws IllegalArgumentException they are something else
     */
    static WriteConcern of(String acknowledgedBy, String journaled) {
        return members(acknowledgedBy).withJournal(isJournaled(journaled));
    }

    /** What can become of acknowledged writes; empty when a majority has them in its journal. */
    static Optional<String> risk(WriteConcern concern) {
        boolean majority = MAJORITY.equals(concern.getWObject());
        boolean journaled = Boolean.TRUE.equals(concern.getJournal());
        if (majority && journaled) {
            return Optional.empty();
        }
        return Optional.of((majority ? "" : lostByFailover(concern)) + (journaled ? "" : lostByPowerCut()));
    }

    private static WriteConcern members(String acknowledgedBy) {
        if (acknowledgedBy.equals(MAJORITY)) {
            return WriteConcern.MAJORITY;
        }
        if (!acknowledgedBy.matches("[1-9][0-9]?")) {
            throw new IllegalArgumentException(WRITE_CONCERN + " is '" + MAJORITY
                    + "' or how many members acknowledge a write, 1 to 99, not '" + acknowledgedBy
                    + "': without an acknowledgement nobody could tell a commit from a lost race");
        }
        return new WriteConcern(Integer.parseInt(acknowledgedBy));
    }

    private static boolean isJournaled(String journaled) {
        return switch (journaled) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(JOURNAL + " is 'true' or 'false', not '" + journaled + "'");
        };
    }

    private static String lostByFailover(WriteConcern concern) {
        return WRITE_CONCERN + " is " + concern.getWObject() + " and not " + MAJORITY
                + ": a failover can take back commands that were answered 'accepted', and writers then stop until the log"
                + " is restored. Readers see a commit only when a majority has it. ";
    }

    private static String lostByPowerCut() {
        return JOURNAL + " is not true: a power cut can lose commands that were answered 'accepted' within the last"
                + " tenth of a second or so, on every member that it hits. ";
    }
}
