package dev.foldline.functions.runtime.write;

import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import java.util.List;

/**
 * What became of an append: as if the caller had first read {@code news} and then appended behind them.
 *
 * @param news commits of others directly after the caller's tail, without a hole; none when it was appended at the tail, or
 *     when there are more than are worth telling: then the caller reads them
 * @param result what became of the commits, behind the news
 * @param uncertain whether commits that are not stored may be stored yet, by somebody who was asked to and did not answer
 */
public record Appended(List<Commit> news, AppendResult result, boolean uncertain) {

    public Appended {
        news = List.copyOf(news);
    }

    /** By the caller itself, at its tail. */
    public static Appended directly(AppendResult result) {
        return new Appended(List.of(), result, false);
    }

    /** Behind commits of others. */
    public static Appended behind(List<Commit> news, AppendResult result) {
        return new Appended(news, result, false);
    }
}
