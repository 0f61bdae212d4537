package dev.foldline.functions.runtime.edge;

import java.util.HashMap;
import java.util.Map;

/**
 * What a caller gets, whatever the transport.
 *
 * @param status an HTTP status code
 * @param contentType the body's media type
 * @param headers further headers, or application properties over AMQP
 * @param body JSON
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(int status, String contentType, Map<String, String> headers, byte[] body) {

    /** Names the command's id, in a request and in its reply. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Names the business transaction, in a message and in its reply. */
    public static final String CORRELATION_ID = "Correlation-Id";

    /** Names a token, in a query and in a command's reply. */
    public static final String CONSISTENCY_TOKEN = "Consistency-Token";

    /** Says how many responders must have answered a query that several answer. */
    public static final String QUORUM = "Quorum";

    /** Says who has given a reply, of those who answer a query in part. */
    public static final String RESPONDER = "Responder";

    /** Says who is asked, by names with commas between them; all, when it is not there. */
    public static final String RESPONDERS = "Responders";

    /** Says how often a command was tried that others were faster than. */
    public static final String ATTEMPTS = "Attempts";

    /** Says after how many seconds to try again. */
    public static final String RETRY_AFTER = "Retry-After";

    /** It is done, and there is nothing to say. */
    public static final Reply NO_CONTENT = new Reply(204, "", Map.of(), new byte[0]);

    static final String JSON = "application/json";
    static final String PROBLEM_JSON = "application/problem+json";

    /** The same reply with one more header, or with that header as it is. */
    public Reply with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.putIfAbsent(name, value);
        return new Reply(status, contentType, Map.copyOf(more), body);
    }
}
