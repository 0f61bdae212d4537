package dev.foldline.functions.testkit.wiring;

import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.deployment.builditem.TestAnnotationBuildItem;
import io.quarkus.test.junit.buildchain.TestBuildChainCustomizerProducer;
import java.util.function.Consumer;
import org.jboss.jandex.Index;

/** Tells Quarkus that classes with {@link RealWiring} are tests: it sees annotations on them only, none on annotations. */
public final class ScenarioClasses implements TestBuildChainCustomizerProducer {

    @Override
    public Consumer<BuildChainBuilder> produce(Index testClasses) {
        return chain -> chain.addBuildStep(
                        context -> context.produce(new TestAnnotationBuildItem(RealWiring.class.getName())))
                .produces(TestAnnotationBuildItem.class)
                .build();
    }
}
