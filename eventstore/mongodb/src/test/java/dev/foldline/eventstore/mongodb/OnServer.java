package dev.foldline.eventstore.mongodb;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests and properties of a class against a server of their own, or skips them with a word where there is none. A
 * constructor takes the {@code MongoServer}, which ends with the class, or a {@link MongoLogFixture}, which ends with each
 * test; properties take {@link ServerOfProperties#server}.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ServerOfTests.class)
@AddLifecycleHook(ServerOfProperties.class)
@interface OnServer {

    TestServer value();
}
