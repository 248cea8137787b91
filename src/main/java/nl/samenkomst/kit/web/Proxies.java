package nl.samenkomst.kit.web;

import io.vertx.core.http.HttpServerRequest;

/** Knows where a request really came from. */
public interface Proxies {

    /** The client's address as text; never a name. */
    String client(HttpServerRequest request);

    /** Believes nobody: the address is that of the connection. */
    static Proxies none() {
        return request ->
                request.remoteAddress() == null || request.remoteAddress().hostAddress() == null
                        ? "unknown"
                        : request.remoteAddress().hostAddress();
    }
}
