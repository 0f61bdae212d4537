package dev.foldline.functions.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.functions.PublishedStream;
import dev.foldline.functions.Publisher;
import dev.foldline.functions.runtime.publish.StreamCatalog.Stream;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.io.IOException;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

class PublisherFinderTest {

    @Test
    void a_publisher_its_stream_and_its_events_are_found() throws IOException {
        FoundPublishers found = new PublisherFinder(
                        index(Bulletins.SwitchPublisher.class, Bulletins.Bulletin.class, Bulletins.LightsOn.class))
                .find();
        assertThat(found.publishers()).containsExactly(DotName.createSimple(Bulletins.SwitchPublisher.class));
        assertThat(found.streams()).containsExactly(new Stream("home", "bulletins"));
        assertThat(found.events()).containsExactly(DotName.createSimple(Bulletins.LightsOn.class));
    }

    @Test
    void streams_of_others_are_found() throws IOException {
        FoundPublishers found = new PublisherFinder(index(Bulletins.Bulletin.class)).find();
        assertThat(found.publishers()).isEmpty();
        assertThat(found.streams()).containsExactly(new Stream("home", "bulletins"));
    }

    @Test
    void an_application_may_have_a_publisher_and_nothing_else() throws IOException {
        FoundFunctions found =
                new FunctionFinder(index(Bulletins.SwitchPublisher.class, Bulletins.Bulletin.class)).find(false);
        assertThat(found.isEmpty()).isTrue();
    }

    @Test
    void two_publishers_of_one_stream_are_not_built() {
        assertThatThrownBy(() -> new PublisherFinder(index(
                                Bulletins.SwitchPublisher.class,
                                Bulletins.SecondSwitchPublisher.class,
                                Bulletins.Bulletin.class))
                        .find())
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("bulletins")
                .hasMessageContaining("two publishers")
                .hasMessageContaining("SecondSwitchPublisher");
    }

    @Test
    void a_publisher_whose_stream_has_no_name_is_not_built() {
        assertThatThrownBy(() ->
                        new PublisherFinder(index(Bulletins.NamelessPublisher.class, Switches.State.class)).find())
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("needs @PublishedStream");
    }

    private static IndexView index(Class<?>... classes) throws IOException {
        Class<?>[] all = new Class<?>[classes.length + 2];
        System.arraycopy(classes, 0, all, 0, classes.length);
        all[classes.length] = Publisher.class;
        all[classes.length + 1] = PublishedStream.class;
        return Index.of(all);
    }
}
