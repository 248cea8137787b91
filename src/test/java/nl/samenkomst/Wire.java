package nl.samenkomst;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a server that a test can cut, mend, hold and let go. */
final class Wire {

    private final NetServer server;
    private final NetClient client;
    private final Set<NetSocket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Wire(Vertx vertx, String host, int port) {
        this.client = vertx.createNetClient();
        this.server = await(vertx.createNetServer()
                .connectHandler(near -> {
                    if (cut) {
                        near.close();
                        return;
                    }
                    near.pause();
                    client.connect(port, host).onSuccess(far -> join(near, far)).onFailure(refused -> near.close());
                })
                .listen(0, "127.0.0.1"));
    }

    private void join(NetSocket near, NetSocket far) {
        ends.add(near);
        ends.add(far);
        near.pipeTo(far).onComplete(end -> ends.remove(near));
        far.pipeTo(near).onComplete(end -> ends.remove(far));
        near.resume();
    }

    int port() {
        return server.actualPort();
    }

    void cut() {
        cut = true;
        ends.forEach(NetSocket::close);
    }

    void mend() {
        cut = false;
    }

    /** Nothing passes any more, though nothing is broken. */
    void hold() {
        ends.forEach(NetSocket::pause);
    }

    void letGo() {
        ends.forEach(NetSocket::resume);
    }
}
