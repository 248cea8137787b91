package nl.samenkomst.recap;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.account.Contact;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Network;

/**
 * What stands round each printed page of a year: whose it is on top, its address, whom to call and the number of the page at the foot
 * (CSS Paged Media, page-margin boxes). A stylesheet of its own, since pages may not bear styles and these are different for each network.
 */
final class ReviewPaper {

    private static final String HEAD = "font:8.5pt Atkinson,sans-serif;content:";
    private static final String FOOT =
            "margin-top:6mm;padding-top:2mm;border-top:1px solid #73797b;vertical-align:top;white-space:nowrap;" + HEAD;

    /** A number to call stands on one line. */
    private static final char UNBROKEN = '\u00a0';

    private static final String APART = "\u2003\u2003";

    private ReviewPaper() {}

    /** Where the stylesheet is, for a page's head. */
    record Head(String address) {}

    /** The frame of the page, with this stylesheet. */
    static Frame round(Frame frame, Network network, int year, String language) {
        var address = ReviewPages.path(network.slug(), year) + "/paper.css?lang=" + language;
        var head = new Shown(0, "head", "recap/review-head", new Head(address));
        return frame.headed(
                Stream.concat(frame.head().stream(), Stream.of(head)).toList());
    }

    static Reply sheet(Housed housed, int year, Links links, Words words) {
        var address = URI.create(links.url(ReviewPages.path(housed.network().slug(), year)));
        var page = words.say("recap.review.paper.page", "\u0001", "\u0002");
        var css = "@page{size:A4;margin:18mm;@bottom-left{width:45%;" + FOOT
                + quoted(address.getRawAuthority() + address.getRawPath())
                + "}@bottom-right{width:55%;" + FOOT + quoted(contact(housed, words) + APART) + " " + counted(page)
                + "}@top-left{" + HEAD + quoted(housed.organisation().name())
                + "}@top-right{" + HEAD + quoted(housed.network().name() + " " + year)
                + "}}@page:first{@top-left{content:none}@top-right{content:none}}";
        return Reply.bytes("text/css; charset=utf-8", Buffer.buffer(css));
    }

    private static String contact(Housed housed, Words words) {
        return housed.network()
                .contact()
                .or(() -> housed.organisation().contact())
                .map(contact -> words.say("recap.review.paper.contact", contact.name(), reached(contact)))
                .orElse("");
    }

    private static String reached(Contact contact) {
        return contact.phone().map(number -> number.replace(' ', UNBROKEN)).orElse(contact.email());
    }

    /** The two holes hold the numbers, which only the printer knows. */
    private static String counted(String text) {
        return text.chars()
                .mapToObj(letter -> switch (letter) {
                    case 1 -> "counter(page)";
                    case 2 -> "counter(pages)";
                    default -> quoted(Character.toString(letter));
                })
                .collect(Collectors.joining(" "));
    }

    /** A CSS string (CSS Syntax section 4.3.7): every letter that is none of the plain ones by its number, so that nothing ends it. */
    static String quoted(String text) {
        return text.codePoints()
                .mapToObj(letter -> (Character.isLetterOrDigit(letter) && letter < 128) || letter == ' '
                        ? Character.toString(letter)
                        : "\\%x ".formatted(letter))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
