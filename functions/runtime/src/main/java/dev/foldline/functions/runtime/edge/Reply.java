package dev.foldline.functions.runtime.edge;

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

    /** Names a token, in a query and in a command's reply. */
    public static final String CONSISTENCY_TOKEN = "Consistency-Token";

    /** Says after how many seconds to try again. */
    public static final String RETRY_AFTER = "Retry-After";

    /** It is done, and there is nothing to say. */
    public static final Reply NO_CONTENT = new Reply(204, "", Map.of(), new byte[0]);

    static final String JSON = "application/json";
    static final String PROBLEM_JSON = "application/problem+json";
}
