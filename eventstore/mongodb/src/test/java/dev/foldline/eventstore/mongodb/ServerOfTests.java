package dev.foldline.eventstore.mongodb;

import dev.foldline.eventstore.tck.server.MongoServer;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts, hands over and stops the server of a test class. */
final class ServerOfTests implements ExecutionCondition, ParameterResolver {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(ServerOfTests.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return kind(context)
                .missing()
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("the server is there"));
    }

    /** A constructor's parameters live as long as its test. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == MongoServer.class || type == MongoLogFixture.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        MongoServer server = server(context);
        return parameter.getParameter().getType() == MongoServer.class
                ? server
                : context.getStore(OURS)
                        .computeIfAbsent("fixture", key -> new MongoLogFixture(server), MongoLogFixture.class);
    }

    private static MongoServer server(ExtensionContext context) {
        ExtensionContext ofClass = context;
        while (ofClass.getTestMethod().isPresent()) {
            ofClass = ofClass.getParent().orElseThrow();
        }
        return ofClass.getStore(OURS)
                .computeIfAbsent("server", key -> RunningServer.start(kind(context)), RunningServer.class)
                .server();
    }

    private static TestServer kind(ExtensionContext context) {
        return context.getRequiredTestClass().getAnnotation(OnServer.class).value();
    }
}
