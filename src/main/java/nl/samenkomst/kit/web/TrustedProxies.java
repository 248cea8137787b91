package nl.samenkomst.kit.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * Believes the {@code X-Forwarded-For} of the proxies in front of us, and of nobody else: from the right, the first address that is no
 * proxy of ours is the client.
 */
public final class TrustedProxies implements Proxies {

    private final List<AddressRange> trusted;

    public TrustedProxies(List<AddressRange> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    @Override
    public String client(HttpServerRequest request) {
        var nearest = Proxies.none().client(request);
        return trusted.isEmpty() || !ours(nearest)
                ? nearest
                : behind(nearest, request.headers().getAll("X-Forwarded-For"));
    }

    /** Several headers are one list (RFC 9110 section 5.3). */
    String behind(String nearest, List<String> headers) {
        var hops = String.join(",", headers).split(",", -1);
        var client = nearest;
        for (int i = hops.length - 1; i >= 0 && ours(client); i--) {
            var hop = withoutPort(hops[i].strip());
            if (AddressRange.bytes(hop).isEmpty()) {
                // What stands left of nonsense is nonsense: the last proxy that spoke sense is what we know.
                return client;
            }
            client = hop;
        }
        return client;
    }

    private boolean ours(String address) {
        return trusted.stream().anyMatch(range -> range.holds(address));
    }

    /** Some proxies add the port: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int close = hop.indexOf(']');
            return close < 0 ? hop : hop.substring(1, close);
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
