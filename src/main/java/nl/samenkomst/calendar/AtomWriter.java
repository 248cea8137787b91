package nl.samenkomst.calendar;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes news of gatherings as a feed for news readers (Atom, RFC 4287). */
final class AtomWriter {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter xml;

    private AtomWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * A feed.
     *
     * @param id a URN that stays when addresses change
     * @param author the organisation behind it
     * @param page where people read the same
     * @param self the feed's own address
     */
    record Feed(
            String id,
            String language,
            String title,
            String subtitle,
            String author,
            String page,
            String self,
            Instant updated,
            List<Entry> entries) {}

    /** A piece of news, likewise. */
    record Entry(
            String id, String title, String summary, String kind, String page, Instant published, Instant updated) {}

    /** The feed as XML 1.0 in UTF-8; what was typed can become no markup. */
    static byte[] write(Feed feed) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            new AtomWriter(xml).feed(feed);
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("not to be told in XML", broken);
        }
        return bytes.toByteArray();
    }

    private void feed(Feed feed) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(ATOM);
        xml.writeStartElement(ATOM, "feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", feed.language());
        text("id", feed.id());
        text("title", feed.title());
        if (!feed.subtitle().isEmpty()) {
            text("subtitle", feed.subtitle());
        }
        text("updated", feed.updated().toString());
        link("self", "application/atom+xml", feed.self());
        link("alternate", "text/html", feed.page());
        xml.writeStartElement(ATOM, "author");
        text("name", feed.author());
        xml.writeEndElement();
        for (var entry : feed.entries()) {
            entry(entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Entry entry) throws XMLStreamException {
        xml.writeStartElement(ATOM, "entry");
        text("id", entry.id());
        text("title", entry.title());
        text("published", entry.published().toString());
        text("updated", entry.updated().toString());
        link("alternate", "text/html", entry.page());
        xml.writeEmptyElement(ATOM, "category");
        xml.writeAttribute("term", told(entry.kind()));
        text("summary", entry.summary());
        xml.writeEndElement();
    }

    private void text(String name, String words) throws XMLStreamException {
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(told(words));
        xml.writeEndElement();
    }

    private void link(String relation, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    /** Without the few characters that XML 1.0 cannot hold (section 2.2). */
    private static String told(String words) {
        return words.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= ' ' && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
