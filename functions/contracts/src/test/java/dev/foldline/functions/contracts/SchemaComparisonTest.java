package dev.foldline.functions.contracts;

import static dev.foldline.functions.contracts.Effect.ADDS_OPTIONAL_FIELD;
import static dev.foldline.functions.contracts.Effect.ADDS_REQUIRED_FIELD;
import static dev.foldline.functions.contracts.Effect.CHANGES;
import static dev.foldline.functions.contracts.Effect.NARROWS;
import static dev.foldline.functions.contracts.Effect.REMOVES_FIELD;
import static dev.foldline.functions.contracts.Effect.WIDENS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule, and that its opposite is another. */
class SchemaComparisonTest {

    private static final String COLOURS = "'type':'string','enum':['red','blue']";

    static Stream<Arguments> values() {
        return Stream.of(
                change("'type':'integer'", "'type':'string'", CHANGES),
                change("'type':'number'", "'type':'integer'", NARROWS),
                change("'type':'integer'", "'type':'number'", WIDENS),
                change("'type':'string'", "'type':['string','null']", WIDENS),
                change("'type':['string','null']", "'type':'string'", NARROWS),
                change(COLOURS, "'type':'string','enum':['red']", NARROWS),
                change(COLOURS, "'type':'string','enum':['red','blue','green']", WIDENS),
                change(COLOURS, "'type':'string','enum':['red','green']", CHANGES),
                change(COLOURS, "'type':'string'", WIDENS),
                change("'type':'string'", COLOURS, NARROWS),
                change("'minimum':1", "'minimum':2", NARROWS),
                change("'minimum':1", "'minimum':0", WIDENS),
                change("'minimum':1", "'type':'integer'", WIDENS, NARROWS),
                change("'maximum':9", "'maximum':8", NARROWS),
                change("'maximum':9", "'maximum':10", WIDENS),
                change("'minLength':1", "'minLength':2", NARROWS),
                change("'maxLength':9", "'maxLength':10", WIDENS),
                change("'minItems':1", "'minItems':0", WIDENS),
                change("'maxItems':9", "'maxItems':8", NARROWS),
                change("'pattern':'^a$'", "'pattern':'^b$'", CHANGES),
                change("'type':'string'", "'type':'string','pattern':'^b$'", NARROWS),
                change("'type':'string','pattern':'^b$'", "'type':'string'", WIDENS),
                change("'format':'int32'", "'format':'int64'", WIDENS),
                change("'format':'int64'", "'format':'int32'", NARROWS),
                change("'format':'uuid'", "'format':'date'", CHANGES),
                change("'const':1", "'const':2", CHANGES),
                change("'oneOf':[{'type':'string'}]", "'oneOf':[{'type':'integer'}]", CHANGES),
                change("'anyOf':[{'minimum':1},{}]", "'anyOf':[{'minimum':2},{}]", NARROWS),
                change("'anyOf':[{}]", "'anyOf':[{},{}]", CHANGES),
                change("'items':{'type':'string'}", "'items':{'type':'integer'}", CHANGES),
                change("'items':{'minimum':1}", "'items':{'minimum':0}", WIDENS),
                change("'prefixItems':[{'minimum':1}]", "'prefixItems':[{'minimum':2}]", NARROWS),
                change("'prefixItems':[{}]", "'prefixItems':[{},{}]", CHANGES),
                change("'additionalProperties':{'minimum':1}", "'additionalProperties':{'minimum':2}", NARROWS),
                change("'type':'object'", "'type':'object','additionalProperties':false", NARROWS),
                change("'type':'object','additionalProperties':false", "'type':'object'", WIDENS));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_changed_value_has_an_effect_wherever_it_is(String committed, String now, List<Effect> effects) {
        assertThat(effects("{" + committed + "}", "{" + now + "}")).isEqualTo(effects);
        assertThat(effects(object("'a':{" + committed + "}", "'a'"), object("'a':{" + now + "}", "'a'")))
                .isEqualTo(effects);
        assertThat(effects("{" + now + "}", "{" + now + "}")).isEmpty();
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of(object("'a':{}", "'a'"), object("", ""), REMOVES_FIELD),
                Arguments.of(object("'a':{}", ""), object("", ""), REMOVES_FIELD),
                Arguments.of(object("", ""), object("'a':{}", "'a'"), ADDS_REQUIRED_FIELD),
                Arguments.of(object("", ""), object("'a':{}", ""), ADDS_OPTIONAL_FIELD),
                Arguments.of(object("'a':{}", ""), object("'a':{}", "'a'"), NARROWS),
                Arguments.of(object("'a':{}", "'a'"), object("'a':{}", ""), WIDENS));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void a_changed_field_has_an_effect_wherever_it_is(String committed, String now, Effect effect) {
        assertThat(effects(committed, now)).containsExactly(effect);
        assertThat(effects(object("'in':" + committed, "'in'"), object("'in':" + now, "'in'")))
                .containsExactly(effect);
        assertThat(effects("{'items':" + committed + "}", "{'items':" + now + "}"))
                .containsExactly(effect);
    }

    @Test
    void the_field_is_named_by_its_way() {
        String committed = object("'lines':{'items':" + object("'price':{'minimum':1}", "'price'") + "}", "'lines'");

        assertThat(SchemaComparison.between(json(committed), json(committed.replace("1", "2"))))
                .singleElement()
                .hasToString("field 'lines[].price' has minimum 2 and had 1");
    }

    @Test
    void words_for_people_are_no_difference() {
        assertThat(effects("{'title':'a','description':'b','$id':'c'}", "{'title':'d','$id':'e'}"))
                .isEmpty();
    }

    @Test
    void the_order_of_fields_and_of_values_is_no_difference() {
        assertThat(effects(object("'a':{},'b':{}", "'a','b'"), object("'b':{},'a':{}", "'b','a'")))
                .isEmpty();
        assertThat(effects("{'enum':['a','b']}", "{'enum':['b','a']}")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void who_writes_a_message_may_be_allowed_more_and_never_less(Effect effect) {
        boolean harmless = effect == WIDENS || effect == ADDS_OPTIONAL_FIELD;

        assertThat(Promise.brokenBy(effect, MessageKind.COMMAND).isEmpty()).isEqualTo(harmless);
        assertThat(Promise.brokenBy(effect, MessageKind.QUERY).isEmpty()).isEqualTo(harmless);
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void who_reads_an_answer_may_be_told_more_and_nothing_unforeseen(Effect effect) {
        boolean harmless = effect == NARROWS || effect == ADDS_REQUIRED_FIELD || effect == ADDS_OPTIONAL_FIELD;

        assertThat(Promise.brokenBy(effect, MessageKind.ANSWER).isEmpty()).isEqualTo(harmless);
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void a_published_event_may_get_optional_fields_and_nothing_else(Effect effect) {
        assertThat(Promise.brokenBy(effect, MessageKind.EVENT).isEmpty()).isEqualTo(effect == ADDS_OPTIONAL_FIELD);
    }

    private static Arguments change(String committed, String now, Effect... effects) {
        return Arguments.of(committed, now, List.of(effects));
    }

    private static String object(String properties, String required) {
        return "{'type':'object','properties':{" + properties + "},'required':[" + required + "]}";
    }

    private static List<Effect> effects(String committed, String now) {
        return SchemaComparison.between(json(committed), json(now)).stream()
                .map(Difference::effect)
                .toList();
    }

    private static JsonNode json(String text) {
        return Texts.read(text.replace('\'', '"'), "a schema");
    }
}
