package dev.foldline.eventstore.mongodb;

import static com.mongodb.connection.ClusterConnectionMode.MULTIPLE;
import static com.mongodb.connection.ClusterType.REPLICA_SET;
import static com.mongodb.connection.ServerConnectionState.CONNECTED;
import static com.mongodb.connection.ServerType.REPLICA_SET_PRIMARY;
import static com.mongodb.connection.ServerType.REPLICA_SET_SECONDARY;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionId;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.connection.ServerType;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ConnectionPoolClearedEvent;
import com.mongodb.event.ConnectionReadyEvent;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class ConnectionEpochTest {

    private static final ClusterId CLUSTER = new ClusterId();
    private static final ServerId SERVER = new ServerId(CLUSTER, new ServerAddress());
    private static final ObjectId FIRST_ELECTION = new ObjectId();
    private static final ObjectId SECOND_ELECTION = new ObjectId();

    private final ConnectionEpoch epoch = new ConnectionEpoch();

    @Test
    void changes_with_every_connection_made_or_lost() {
        long start = epoch.current();
        epoch.connectionReady(new ConnectionReadyEvent(new ConnectionId(SERVER), 0));
        long ready = epoch.current();
        epoch.connectionPoolCleared(new ConnectionPoolClearedEvent(SERVER));

        assertThat(ready).isNotEqualTo(start);
        assertThat(epoch.current()).isNotEqualTo(ready);
    }

    @Test
    void changes_with_another_primary_and_with_the_same_one_elected_again() {
        ClusterDescription first = cluster(REPLICA_SET_PRIMARY, FIRST_ELECTION, REPLICA_SET_SECONDARY);

        assertChanges(first, cluster(REPLICA_SET_SECONDARY, FIRST_ELECTION, REPLICA_SET_PRIMARY), true);
        assertChanges(first, cluster(REPLICA_SET_PRIMARY, SECOND_ELECTION, REPLICA_SET_SECONDARY), true);
        assertChanges(first, cluster(REPLICA_SET_SECONDARY, FIRST_ELECTION, REPLICA_SET_SECONDARY), true);
    }

    @Test
    void stays_while_the_primary_stays() {
        ClusterDescription first = cluster(REPLICA_SET_PRIMARY, FIRST_ELECTION, REPLICA_SET_SECONDARY);

        assertChanges(first, cluster(REPLICA_SET_PRIMARY, FIRST_ELECTION, ServerType.UNKNOWN), false);
    }

    private void assertChanges(ClusterDescription from, ClusterDescription to, boolean changes) {
        long before = epoch.current();
        epoch.clusterDescriptionChanged(new ClusterDescriptionChangedEvent(CLUSTER, to, from));
        assertThat(epoch.current() != before).isEqualTo(changes);
    }

    private static ClusterDescription cluster(ServerType one, ObjectId election, ServerType other) {
        return new ClusterDescription(
                MULTIPLE, REPLICA_SET, List.of(server("one", one, election), server("other", other, FIRST_ELECTION)));
    }

    private static ServerDescription server(String host, ServerType type, ObjectId election) {
        return ServerDescription.builder()
                .address(new ServerAddress(host))
                .type(type)
                .electionId(election)
                .state(CONNECTED)
                .ok(type != ServerType.UNKNOWN)
                .build();
    }
}
