package dev.foldline.functions.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
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

/** A contract with everything that a contract can have. */
final class Shop {

    @Allowed(pattern = "^[a-z]{1,8}$")
    record ArticleId(@JsonValue String value) {}

    @Allowed(minimum = 1, maximum = 99)
    record Pieces(@JsonValue int number) {}

    enum Colour {
        RED,
        @JsonProperty("dark-blue")
        BLUE
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"minor", "currency"})
    record Price(long minor, String currency) {}

    record Line(ArticleId article, Pieces pieces) {}

    @Command(context = "shop", name = "place-order", aggregate = "order")
    record PlaceOrder(UUID order, List<Line> lines, Optional<String> note, Colour colour, Instant until) {}

    @Query(context = "shop", name = "order", answer = Order.class)
    record FindOrder(UUID order, Optional<Colour> colour) {}

    record Order(UUID order, Price price, Map<String, Line> lines, boolean paid) {}

    @Query(
            context = "shop",
            name = "overview",
            responders = {"stock", "sales"},
            answer = Overview.class)
    record FindOverview(ArticleId article) {}

    record Overview(Optional<Price> price) {}

    interface ShopEvent {}

    record OrderPlaced(UUID order, Price price) implements ShopEvent {}

    record OrderShipped(UUID order) implements ShopEvent {}

    static final EventTable<ShopEvent> EVENTS = EventTable.<ShopEvent>builder()
            .event("order-placed", 2, OrderPlaced.class)
            .event("order-shipped", 1, OrderShipped.class)
            .alias("order-sent", 1, OrderShipped.class)
            .build();

    static final EventSource<ShopEvent> ORDERS = EventSource.published("shop", "orders", EVENTS);

    private Shop() {}

    static Contract contract() {
        return new ContractReader()
                .read(List.of(PlaceOrder.class, FindOrder.class, FindOverview.class), List.of(ORDERS))
                .firstEntry()
                .getValue();
    }
}
