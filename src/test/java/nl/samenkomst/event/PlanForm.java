package nl.samenkomst.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of the workspace as a browser fills it in: what the page put into it, and what somebody types over that. */
public final class PlanForm {

    private static final Pattern INPUT = Pattern.compile("<input([^>]*)>");
    private static final Pattern TEXT = Pattern.compile("<textarea[^>]*name=\"([^\"]+)\"[^>]*>\\n?([^<]*)</textarea>");
    private static final Pattern PICK = Pattern.compile("(?s)<select[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");

    private final Map<String, String> fields = new LinkedHashMap<>();

    private PlanForm() {}

    /** The form of the page that is posted to this path. */
    public static PlanForm on(String page, String action) {
        var start = page.indexOf("<form method=\"post\" action=\"" + action);
        if (start < 0) {
            throw new AssertionError("no form to " + action + " on " + page);
        }
        var form = new PlanForm();
        form.read(page.substring(start, page.indexOf("</form>", start)));
        return form;
    }

    private void read(String html) {
        INPUT.matcher(html).results().forEach(found -> input(found.group(1)));
        TEXT.matcher(html).results().forEach(found -> fields.put(text(found.group(1)), text(found.group(2))));
        PICK.matcher(html).results().forEach(found -> {
            Matcher chosen = CHOSEN.matcher(found.group(2));
            fields.put(text(found.group(1)), chosen.find() ? text(chosen.group(1)) : "");
        });
    }

    private void input(String attributes) {
        var ticks = attributes.contains("type=\"checkbox\"") || attributes.contains("type=\"radio\"");
        if (!ticks || attributes.contains(" checked")) {
            fields.put(attribute(attributes, "name"), attribute(attributes, "value"));
        }
    }

    private static String attribute(String attributes, String name) {
        var found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? text(found.group(1)) : "";
    }

    private static String text(String html) {
        return html.replace("&#x3D;", "=")
                .replace("&quot;", "\"")
                .replace("&#x27;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    public PlanForm typing(String field, String text) {
        fields.put(field, text);
        return this;
    }

    /** With the button that says this. */
    public Map<String, String> pressing(String deed) {
        var sent = new LinkedHashMap<>(fields);
        sent.put("do", deed);
        return sent;
    }

    public String found(String field) {
        return fields.getOrDefault(field, "nothing");
    }
}
