package dev.foldline.functions.deployment;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.functions.Allowed;
import dev.foldline.functions.Command;
import dev.foldline.functions.EventSource;
import dev.foldline.functions.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A contract for tests: lamps that are dimmed. */
public final class Lamps {

    static final EventSource<Dimmed> STREAM = EventSource.published(
            "home",
            "lights",
            EventTable.<Dimmed>builder().event("dimmed", 1, Dimmed.class).build());

    @Allowed(minimum = 1, maximum = 99)
    public record Level(@JsonValue int percent) {}

    public enum Colour {
        WARM,
        COLD
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Period(Instant from, Instant to) {}

    @Command(context = "home", name = "dim", aggregate = "lamp")
    public record Dim(UUID lamp, Level level, Optional<Colour> colour, List<Period> when) {}

    public record Levels(Map<String, Level> levels) {}

    @Query(
            context = "home",
            name = "levels",
            responders = {"upstairs", "downstairs"},
            answer = Levels.class)
    public record FindLevels(Optional<Colour> colour) {}

    public record Dimmed(UUID lamp, Level level) {}

    private Lamps() {}
}
