package dev.foldline.functions.runtime;

import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.functions.runtime.write.SnapshotSettings;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this process takes snapshots, if it has a store for them. */
@Singleton
final class SnapshotSettingsProducer {

    @Produces
    @Singleton
    SnapshotSettings snapshotSettings(
            Instance<SnapshotStore> store,
            PayloadSettings payloads,
            @ConfigProperty(name = "foldline.log.snapshot-after", defaultValue = "" + SnapshotSettings.DEFAULT_AFTER)
                    int after) {
        return new SnapshotSettings(
                store.isResolvable() ? Optional.of(store.get()) : Optional.empty(), after, payloads);
    }
}
