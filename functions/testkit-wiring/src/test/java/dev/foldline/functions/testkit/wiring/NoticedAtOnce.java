package dev.foldline.functions.testkit.wiring;

import dev.foldline.eventstore.mongodb.MongoOptions;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets an application notice at once what has left for the archive, so that nobody has to wait for it. */
@Alternative
@Singleton
public class NoticedAtOnce {

    @Produces
    @Singleton
    MongoOptions options(@ConfigProperty(name = "foldline.mongodb.database-prefix") String prefix) {
        return MongoOptions.defaults().withDatabasePrefix(prefix).withSealNotice(Duration.ZERO);
    }
}
