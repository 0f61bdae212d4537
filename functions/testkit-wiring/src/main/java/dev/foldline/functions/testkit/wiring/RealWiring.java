package dev.foldline.functions.testkit.wiring;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Has the scenarios of a test class run through real wiring: the function's application is started, and each step of a
 * {@code DeciderSpec} that has passed in memory is then played in it. The given events are appended to the log in MongoDB, the
 * command is sent over HTTP, and its answer and the events that are read back from the log must be those of the scenario.
 *
 * <p>Nothing needs to be configured: HTTP is on a free port, there is no broker, and MongoDB is one in the test's process unless
 * {@code FOLDLINE_TEST_MONGODB_URL} names another. Starting takes a few seconds, so one class of a module has this annotation.
 *
 * <p>Each step is about an aggregate of its own: the id in the command's field that {@code @Command(aggregate = …)} names is replaced,
 * and so is text in events that is the same as the id.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(PlayedThroughWiring.class)
@QuarkusTest
@QuarkusTestResource(ServersForScenarios.class)
public @interface RealWiring {}
