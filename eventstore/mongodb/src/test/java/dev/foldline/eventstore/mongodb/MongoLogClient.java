package dev.foldline.eventstore.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterConnectionMode;
import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.tck.LogClient;
import dev.foldline.eventstore.tck.server.TcpProxy;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A client with a network of its own to the server. */
final class MongoLogClient implements LogClient, LogClient.Network {

    private final TcpProxy proxy;
    private final MongoClient client;
    private final MongoEventStore store;
    private final MongoOptions options;

    MongoLogClient(ConnectionString server, MongoOptions options) {
        var address = new ServerAddress(server.getHosts().getFirst());
        proxy = new TcpProxy(new InetSocketAddress(address.getHost(), address.getPort()));
        this.options = options;
        var epoch = new ConnectionEpoch();
        client = MongoClients.create(
                epoch.watch(settings(server, proxy.address())).build());
        store = new MongoEventStore(client, epoch, options);
    }

    static MongoClientSettings.Builder settings(ConnectionString server, InetSocketAddress address) {
        var host = new ServerAddress(address);
        return MongoClientSettings.builder()
                .applyConnectionString(server)
                // Discovery would lead past the proxy.
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(host))
                        .mode(ClusterConnectionMode.SINGLE)
                        .serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS));
    }

    @Override
    public EventStore store() {
        return store;
    }

    MongoCheckpointStore checkpoints() {
        return new MongoCheckpointStore(client, options);
    }

    MongoSnapshotStore snapshots() {
        return new MongoSnapshotStore(client, options);
    }

    MongoDeadlineStore deadlines() {
        return new MongoDeadlineStore(client, options);
    }

    @Override
    public Network network() {
        return this;
    }

    @Override
    public void breakConnections() {
        proxy.breakConnections();
    }

    @Override
    public void loseReplies() {
        proxy.loseReplies();
    }

    @Override
    public void goDown() {
        proxy.goDown();
    }

    @Override
    public void comeBack() {
        proxy.comeBack();
    }

    @Override
    public void close() {
        proxy.close();
        client.close();
    }
}
