package nl.samenkomst;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.kit.db.DatabaseUrl;
import nl.samenkomst.kit.mail.ImapUrl;
import nl.samenkomst.kit.mail.Sender;
import nl.samenkomst.kit.mail.SmtpUrl;
import nl.samenkomst.kit.web.AddressRange;

/**
 * Every setting of an installation, from {@code SAMENKOMST_*}.
 *
 * @param url the public address, without a slash at its end; every link is made from it
 * @param name the installation's name
 * @param host the address we listen on
 * @param port the port we listen on; a free one was picked where 0 is set
 * @param data folder of the embedded database, uploads, caught mail and the generated secret
 * @param database the external database, or none for the embedded one
 * @param smtp the mail server, or none for the embedded catcher
 * @param mailFrom whom all mail is from; its name stands where no organisation's does
 * @param replyTo the Reply-To, with {@code {token}} in it
 * @param imap the mailbox where answers arrive
 * @param secret the given key of links and form tokens; none to use the one kept in the data folder
 * @param plugins folder of plugin jars
 * @param limits whether limits per client address and on mail hold
 * @param trustedProxies whose word on the client's address is believed
 * @param managementPort health and metrics, on loopback, 0 to pick a free port
 */
public record Config(
        URI url,
        String name,
        String host,
        int port,
        Path data,
        Optional<DatabaseUrl> database,
        Optional<SmtpUrl> smtp,
        Sender mailFrom,
        Optional<String> replyTo,
        Optional<ImapUrl> imap,
        Optional<Secret> secret,
        Path plugins,
        boolean limits,
        List<AddressRange> trustedProxies,
        int managementPort) {

    private static final String FIRST_PORT = "8080";
    private static final String PORT = "a port, 0 to 65535; 0 picks a free one";

    public Config {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /**
     * Reads the environment, and {@code samenkomst.properties} in this folder.
     *
     * @throws WrongSettings naming every fault
     */
    static Config read(Map<String, String> environment, Path folder) {
        var settings = Settings.of(environment, folder);
        int wanted = settings.read("SAMENKOMST_PORT", FIRST_PORT, PORT, Config::port);
        int port = wanted == 0 ? FreePort.pick() : wanted;
        var config = new Config(
                settings.read(
                        "SAMENKOMST_URL",
                        "http://localhost:" + port,
                        "https://host[:port], nothing behind it; http:// only on loopback, such as http://localhost:8080",
                        Loopback::publicAddress),
                settings.read("SAMENKOMST_NAME", "Samenkomst", "a name of at most 80 characters", Config::name),
                settings.read("SAMENKOMST_HOST", "127.0.0.1", "an address of this machine, or 0.0.0.0", Config::host),
                port,
                settings.read("SAMENKOMST_DATA", "data", "a folder", text -> folder(folder, text)),
                settings.find(
                        "SAMENKOMST_DATABASE_URL", "postgresql://user[:password]@host:port/name", DatabaseUrl::parse),
                settings.find("SAMENKOMST_SMTP_URL", SmtpUrl.EXPECTED, SmtpUrl::parse),
                settings.read(
                        "SAMENKOMST_MAIL_FROM",
                        "Samenkomst <noreply@localhost>",
                        "an address, or Name <address>",
                        MailSettings::from),
                settings.find("SAMENKOMST_REPLY_TO", "name+{token}@host", MailSettings::replyTo),
                settings.find("SAMENKOMST_IMAP_URL", ImapUrl.EXPECTED, ImapUrl::parse),
                settings.find("SAMENKOMST_SECRET", "at least " + Secret.SHORTEST + " characters", Secret::given),
                settings.read("SAMENKOMST_PLUGINS", "plugins", "a folder", text -> folder(folder, text)),
                settings.read("SAMENKOMST_LIMITS", "on", "on or off", Config::switched),
                settings.read(
                        "SAMENKOMST_TRUSTED_PROXIES",
                        "",
                        "addresses or networks, such as 10.0.0.0/8, 2001:db8::/32, with commas between",
                        Config::ranges),
                settings.read("SAMENKOMST_MANAGEMENT_PORT", "8081", PORT, Config::port));
        config.check(settings);
        settings.refuse();
        return config;
    }

    /** What one setting asks of another. */
    private void check(Settings settings) {
        var beyond = "required, as " + url + " is not on loopback: ";
        if (!Loopback.is(url) && !settings.has("SAMENKOMST_SMTP_URL")) {
            settings.fault("SAMENKOMST_SMTP_URL", beyond + "smtp://user:password@host:587");
        }
        if (!Loopback.is(url) && !settings.has("SAMENKOMST_MAIL_FROM")) {
            settings.fault("SAMENKOMST_MAIL_FROM", beyond + "Name <address>");
        }
        if (settings.has("SAMENKOMST_DATABASE_URL") && !settings.has("SAMENKOMST_SECRET")) {
            settings.fault(
                    "SAMENKOMST_SECRET",
                    "required with an external database: at least " + Secret.SHORTEST
                            + " characters, the same on every node");
        }
        if (port == managementPort) {
            settings.fault("SAMENKOMST_MANAGEMENT_PORT", "another port than SAMENKOMST_PORT");
        }
    }

    /** Its address alone: settings hold passwords. */
    @Override
    public String toString() {
        return "settings of " + url;
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(text);
        }
        return port;
    }

    private static String name(String text) {
        if (text.length() > 80 || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String host(String text) {
        if (!text.matches("[A-Za-z0-9.:_-]+")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Path folder(Path beside, String text) {
        try {
            return beside.resolve(text);
        } catch (InvalidPathException refused) {
            throw new IllegalArgumentException(text, refused);
        }
    }

    private static boolean switched(String text) {
        if (!text.equals("on") && !text.equals("off")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("on");
    }

    private static List<AddressRange> ranges(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .map(AddressRange::parse)
                .toList();
    }
}
