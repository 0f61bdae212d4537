package dev.foldline.functions.runtime.write;

import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandAnswer.Rejected;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartitionWriterTest extends PartitionWriterFixture {

    @Test
    void an_accepted_command_is_answered_with_its_version_and_a_token() {
        assertThat(send("a", 5)).isEqualTo(accepted("a", 1, 1));
        assertThat(send("b", 2)).isEqualTo(accepted("b", 1, 2));
        assertThat(send("a", -5)).isEqualTo(accepted("a", 2, 3));
        assertThat(announced).isEqualTo(log.all());
    }

    @Test
    void waiting_commands_are_appended_in_one_insert_each_decided_on_what_those_before_it_leave() {
        var group = List.of(pending("a", 5), pending("a", -5), pending("a", -1), pending("b", 1));
        writer.write(group);
        assertThat(answers(group))
                .containsExactly(
                        accepted("a", 1, 1),
                        accepted("a", 2, 2),
                        new Rejected("too-small", "the counter is at 0"),
                        accepted("b", 1, 3));
        assertThat(log.appends()).isEqualTo(1);
    }

    @Test
    void nothing_to_do_is_accepted_at_the_version_there_is() {
        send("a", 5);
        assertThat(send("a", 0)).isEqualTo(accepted("a", 1, 1));
        assertThat(log.all()).hasSize(1);
    }

    @Test
    void a_command_id_sent_again_is_answered_as_the_first_time() {
        UUID id = randomUUID();
        CommandAnswer first = send("a", 5, id);
        send("a", 7);
        assertThat(send("a", 5, id)).isEqualTo(first);
        assertThat(log.all()).hasSize(2);
    }

    @Test
    void a_command_id_sent_again_is_answered_as_the_first_time_even_where_the_command_would_now_be_rejected() {
        send("a", 5);
        UUID id = randomUUID();
        CommandAnswer first = send("a", -5, id);
        assertThat(send("a", -5, id)).isEqualTo(first);
        assertThat(log.all()).hasSize(2);
    }

    @Test
    void a_command_id_twice_in_one_group_makes_one_commit_and_the_same_answer() {
        UUID id = randomUUID();
        var group = List.of(pending("a", 5, id), pending("a", 5, id), pending("b", 1));
        writer.write(group);
        assertThat(answers(group)).containsExactly(accepted("a", 1, 1), accepted("a", 1, 1), accepted("b", 1, 2));
    }

    @Test
    void a_command_id_is_not_taken_for_a_command_about_another_aggregate() {
        UUID id = randomUUID();
        send("a", 5, id);
        assertThat(send("b", 5, id)).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.code())
                .isEqualTo("idempotency-key-reused"));
    }
}
