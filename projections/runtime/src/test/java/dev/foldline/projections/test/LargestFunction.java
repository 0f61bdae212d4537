package dev.foldline.projections.test;

import dev.foldline.functions.QueryFunction;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Answers {@link FindLargest} from no row in particular. */
public class LargestFunction implements QueryFunction<FindLargest, TallyCount> {

    private final Pool pool;

    public LargestFunction(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String projection() {
        return "tally";
    }

    @Override
    public CompletionStage<Optional<TallyCount>> answer(FindLargest query) {
        return pool.preparedQuery("SELECT events, sum FROM tally WHERE starts_with(id, $1) ORDER BY sum DESC LIMIT 1")
                .execute(Tuple.of(query.prefix()))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(new TallyCount(row.getLong(0), row.getLong(1)));
                    }
                    return Optional.<TallyCount>empty();
                })
                .subscribeAsCompletionStage();
    }
}
