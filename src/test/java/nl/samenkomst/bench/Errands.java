package nl.samenkomst.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The errands that are measured, each with people who never came before. */
final class Errands {

    /** What comes before a form token in the page of an event. */
    private static final byte[] BEFORE_TOKEN = "name=\"token\" value=\"".getBytes(US_ASCII);

    private static final AtomicLong PEOPLE = new AtomicLong();

    private Errands() {}

    private static String person() {
        return "p" + Long.toString(PEOPLE.incrementAndGet(), 36);
    }

    private static Buffer post(String path, String type, String body) {
        var bytes = body.getBytes(UTF_8);
        return Buffer.buffer("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                        + "\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                .appendBytes(bytes);
    }

    private static Buffer get(String path) {
        return Buffer.buffer("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    private static void expect(int expected, int status, Buffer body) {
        if (status != expected) {
            throw new Errand.WrongAnswer(status, body);
        }
    }

    /** Registering by the call, each time for the next of these events: answered 201 once it is committed. */
    static Errand registering(List<String> events) {
        return new Errand() {
            @Override
            public Buffer ask() {
                var person = person();
                var event = events.get((int) (PEOPLE.get() % events.size()));
                return post(
                        "/api/v1/events/" + event + "/registrations",
                        "application/json",
                        "{\"name\":\"Person " + person + "\",\"email\":\"" + person
                                + "@almere.example\",\"organisation\":\"Zorggroep Haven\",\"sector\":\"formal\","
                                + "\"attendance\":\"online\"}");
            }

            @Override
            public boolean hear(int status, Buffer body) {
                expect(201, status, body);
                return true;
            }
        };
    }

    /** Opening a page. */
    static Errand looking(String path) {
        var request = get(path).getBytes();
        return new Errand() {
            @Override
            public Buffer ask() {
                return Buffer.buffer(request);
            }

            @Override
            public boolean hear(int status, Buffer body) {
                expect(200, status, body);
                return true;
            }
        };
    }

    /** A whole visit: opening the event's page, then sending its form with the token that the page bore. */
    static Errand visiting(String event) {
        return new Visit(event);
    }

    private static final class Visit implements Errand {

        private final String path;
        private String token = "";

        Visit(String event) {
            this.path = "/events/" + event;
        }

        @Override
        public Buffer ask() {
            if (token.isEmpty()) {
                return get(path);
            }
            var person = person();
            return post(
                    path + "/registrations",
                    "application/x-www-form-urlencoded",
                    "token=" + token + "&name=Person+" + person + "&email=" + person
                            + "%40almere.example&organisation=Zorggroep+Haven&sector=formal&attendance=online&website=");
        }

        @Override
        public boolean hear(int status, Buffer body) {
            if (token.isEmpty()) {
                expect(200, status, body);
                token = token(body);
                return false;
            }
            expect(200, status, body);
            token = "";
            return true;
        }

        private static String token(Buffer page) {
            int at = Client.indexOf(page, BEFORE_TOKEN) + BEFORE_TOKEN.length;
            int close = at;
            while (page.getByte(close) != '"') {
                close++;
            }
            return page.getString(at, close);
        }
    }

    /** Answering a survey in the room, each time on another device: answered 200 once it is committed. */
    static Errand answering(String event, String code) {
        return new Answering(event, code);
    }

    /** The page is opened once; its form may be sent for a day. */
    private static final class Answering implements Errand {

        private final String path;
        private final String code;
        private String token = "";

        Answering(String event, String code) {
            this.path = "/events/" + event + "/feedback";
            this.code = code;
        }

        @Override
        public Buffer ask() {
            return token.isEmpty()
                    ? get(path + "?code=" + code)
                    : post(path, "application/x-www-form-urlencoded", answers(token, code, "device-of-" + person()));
        }

        @Override
        public boolean hear(int status, Buffer body) {
            expect(200, status, body);
            if (!token.isEmpty()) {
                return true;
            }
            token = Visit.token(body);
            return false;
        }
    }

    /** Five questions, six answers. */
    static String answers(String token, String code, String device) {
        return "token=" + token + "&code=" + code + "&version=1&device=" + device + "-0123456789"
                + "&answers%5Brating%5D=4&answers%5Bclear%5D=2&answers%5Buse%5D=0&answers%5Buse%5D=2"
                + "&answers%5Bquestion%5D=Wie+belt+wie+als+de+praktijk+dicht+is%3F&answers%5Brecommend%5D=9";
    }

    /** The form token in a page. */
    static String token(String page) {
        return Visit.token(Buffer.buffer(page));
    }
}
