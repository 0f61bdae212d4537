package dev.foldline.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class ContractTest {

    @Test
    void fails_as_a_whole_against_a_store_that_does_nothing() {
        assertFailsAsAWhole(AgainstNothing.class, 50);
    }

    static void assertFailsAsAWhole(Class<?> contract, int atLeast) {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute();

        long tests = results.testEvents().started().count();
        assertThat(tests).isGreaterThanOrEqualTo(atLeast);
        assertThat(results.testEvents().finished().stream())
                .hasSize((int) tests)
                .allSatisfy(ContractTest::failedByAnAssertion);
    }

    private static void failedByAnAssertion(Event event) {
        TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
        assertThat(result.getStatus())
                .as(event.getTestDescriptor().getDisplayName())
                .isEqualTo(TestExecutionResult.Status.FAILED);
        assertThat(result.getThrowable())
                .as(event.getTestDescriptor().getDisplayName())
                .containsInstanceOf(AssertionError.class);
    }

    static class AgainstNothing extends EventLogContract {

        @Override
        protected LogFixture newFixture() {
            return new NothingFixture();
        }
    }
}
