package dev.foldline.eventstore;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A position vector, "at least this far": what a caller hands to a query to read its own writes.
 *
 * <p>Written {@code wallet/7@4211,wallet/9@12}: for each partition the position of the last commit that must be seen.
 * A partition that is not named asks for nothing; a token without any is {@link #NONE} and is written as nothing.
 *
 * @param positions position per partition, each at least 1; unmodifiable and sorted
 */
public record Token(SortedMap<Partition, Long> positions) {

    /** Asks for nothing. */
    public static final Token NONE = new Token(new TreeMap<>());

    /** The most partitions that one token may name. */
    public static final int MAX_PARTITIONS = 1_024;

    private static final Pattern ENTRY = Pattern.compile("([a-z][a-z0-9-]{0,62})/(\\d{1,5})@(\\d{1,18})");

    public Token {
        if (positions.size() > MAX_PARTITIONS) {
            throw new IllegalArgumentException("a token names at most " + MAX_PARTITIONS + " partitions");
        }
        if (positions.values().stream().anyMatch(position -> position < 1)) {
            throw new IllegalArgumentException("a token's positions start at 1");
        }
        positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
    }

    /** The token of one commit; position 0 of an empty partition gives {@link #NONE}. */
    public static Token of(Partition partition, long position) {
        return position == 0 ? NONE : new Token(new TreeMap<>(Map.of(partition, position)));
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException the text is no token; the message is fit for the caller who sent it
     */
    public static Token parse(String text) {
        var positions = new TreeMap<Partition, Long>();
        for (String entry : text.isBlank() ? new String[0] : text.split(",", -1)) {
            Matcher matcher = ENTRY.matcher(entry.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("a consistency token looks like wallet/7@4211");
            }
            var partition = new Partition(matcher.group(1), Integer.parseInt(matcher.group(2)));
            positions.merge(partition, Long.valueOf(matcher.group(3)), Math::max);
        }
        return new Token(positions);
    }

    /** The least token that asks for everything that this one and the other ask for. */
    public Token merge(Token other) {
        var merged = new TreeMap<>(positions);
        other.positions.forEach((partition, position) -> merged.merge(partition, position, Math::max));
        return new Token(merged);
    }

    @Override
    public String toString() {
        return positions.entrySet().stream()
                .map(entry -> entry.getKey() + "@" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
