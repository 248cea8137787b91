package nl.samenkomst.kit.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.vertx.pgclient.PgConnectOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * Where a PostgreSQL database is and who logs in to it: {@code postgresql://user[:password]@host:port/name}.
 *
 * <p>User, password and name may be percent-encoded (RFC 3986, section 2.1). The text form of this record never shows
 * the password, so it may be logged.
 */
public record DatabaseUrl(String host, int port, String name, String user, Optional<String> password) {

    private static final String EXPECTED = "expected postgresql://user[:password]@host:port/name";
    private static final int USUAL_PORT = 5432;

    public DatabaseUrl {
        requireNonNull(password);
        if (host.isBlank() || name.isBlank() || user.isBlank()) {
            throw new IllegalArgumentException(EXPECTED);
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is 1 to 65535; " + EXPECTED);
        }
    }

    /**
     * Reads the address of a database.
     *
     * @throws IllegalArgumentException saying what is expected; it never repeats the text, which may hold a password
     */
    public static DatabaseUrl parse(String text) {
        var uri = uri(text.strip());
        var path = Optional.ofNullable(uri.getRawPath()).orElse("");
        var who = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
        if (!"postgresql".equals(uri.getScheme()) || !path.startsWith("/") || path.indexOf('/', 1) >= 0) {
            throw new IllegalArgumentException(EXPECTED);
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(EXPECTED + ", with nothing after the name");
        }
        return new DatabaseUrl(
                Optional.ofNullable(uri.getHost()).orElse("").replaceAll("[\\[\\]]", ""),
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                decoded(path.substring(1)),
                decoded(who[0]),
                who.length == 2 ? Optional.of(decoded(who[1])) : Optional.empty());
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(EXPECTED + "; percent-encode special characters in the password");
        }
    }

    /** The same server and login, another database. */
    public DatabaseUrl withName(String other) {
        return new DatabaseUrl(host, port, other, user, password);
    }

    /** How Vert.x connects; prepared statements are kept, so a statement is parsed once per connection. */
    PgConnectOptions options() {
        var options = new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase(name)
                .setUser(user)
                .setPipeliningLimit(16)
                .setCachePreparedStatements(true)
                .addProperty("application_name", "samenkomst");
        password.ifPresent(options::setPassword);
        return options;
    }

    /** The same, for a connection that holds something: the server finds out within half a minute that its node is gone. */
    PgConnectOptions watched() {
        return options()
                .addProperty("tcp_keepalives_idle", "10")
                .addProperty("tcp_keepalives_interval", "5")
                .addProperty("tcp_keepalives_count", "3");
    }

    /** How JDBC finds it, without the login. */
    String jdbc() {
        var address = host.contains(":") ? "[" + host + "]" : host;
        return "jdbc:postgresql://" + address + ":" + port + "/" + URLEncoder.encode(name, UTF_8);
    }

    @Override
    public String toString() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + name;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
    }
}
