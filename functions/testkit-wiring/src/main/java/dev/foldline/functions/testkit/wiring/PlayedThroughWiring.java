package dev.foldline.functions.testkit.wiring;

import dev.foldline.functions.testkit.Stage;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Makes the running application the stage of each test. */
final class PlayedThroughWiring implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        play(invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        play(invocation);
    }

    private static void play(Invocation<@Nullable Void> invocation) throws Throwable {
        ScopedValue.where(Stage.CURRENT, new WiredStage()).call(invocation::proceed);
    }
}
