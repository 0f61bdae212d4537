package dev.foldline.functions.testkit.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foldline.functions.Rejection;
import dev.foldline.functions.testkit.Step;

/**
 * What a command was answered over HTTP.
 *
 * @param status the HTTP status
 * @param body the JSON body
 */
record Answer(int status, JsonNode body) {

    void assertAccepted(Step<?, ?, ?> step, String aggregate, long version) {
        assertThat(status)
                .as("%s\nthen  over HTTP it is accepted (it was answered %s)", step, body)
                .isEqualTo(200);
        assertThat(body.path("aggregate").asText())
                .as("%s\nthen  the answer's aggregate", step)
                .isEqualTo(aggregate);
        assertThat(body.path("version").asLong())
                .as("%s\nthen  the answer's version", step)
                .isEqualTo(version);
    }

    void assertRejected(Step<?, ?, ?> step, Rejection rejection) {
        assertThat(status)
                .as("%s\nthen  over HTTP it is refused (it was answered %s)", step, body)
                .isEqualTo(422);
        assertThat(body.path("code").asText())
                .as("%s\nthen  the answer's code", step)
                .isEqualTo(rejection.code());
        assertThat(body.path("detail").asText())
                .as("%s\nthen  the answer's detail", step)
                .isEqualTo(rejection.detail());
    }
}
