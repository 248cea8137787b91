package nl.samenkomst.registration;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.Faults;

/** Reads what somebody needs: of a form {@code needs[diet]}, of a call {@code needs: [{kind, text}]}. */
final class NeedSheet {

    static final String FIELD = "needs";
    static final int LONGEST = 500;

    private final Faults faults;
    private final List<Need> needs = new ArrayList<>();
    private final Set<Need.Kind> told = EnumSet.noneOf(Need.Kind.class);

    private NeedSheet(Faults faults) {
        this.faults = faults;
    }

    /**
     * What was told, to be believed only if no fault was found.
     *
     * @param asked whether the event asks it; what nobody asked is refused, so that it is kept nowhere
     */
    static List<Need> read(Fields fields, boolean asked) {
        var given = Optional.ofNullable(fields.body().json().getValue(FIELD));
        var sheet = new NeedSheet(fields.faults());
        given.ifPresent(value -> sheet.read(value, fields.body().typed()));
        if (!asked && !sheet.needs.isEmpty()) {
            fields.faults().add(FIELD, "registration.needs.unasked");
        }
        return List.copyOf(sheet.needs);
    }

    private void read(Object given, boolean typed) {
        if (typed && given instanceof JsonObject byKind) {
            byKind.fieldNames().forEach(kind -> typed(kind, byKind.getValue(kind)));
        } else if (!typed && given instanceof JsonArray list) {
            for (int i = 0; i < list.size(); i++) {
                called(field(i), list.getValue(i));
            }
        } else {
            faults.add(FIELD, "registration.needs.shape");
        }
    }

    private void typed(String code, Object value) {
        if (!"".equals(value)) {
            need(field(code), Need.Kind.of(code), value);
        }
    }

    private void called(String field, Object one) {
        if (!(one instanceof JsonObject need)) {
            faults.add(field, "registration.needs.shape");
            return;
        }
        need.fieldNames().stream()
                .filter(name -> !name.equals("kind") && !name.equals("text"))
                .forEach(name -> faults.add(field + "." + name, "registration.form.unknown"));
        need(field, Need.Kind.of(String.valueOf(need.getValue("kind"))), need.getValue("text", ""));
    }

    private void need(String field, Optional<Need.Kind> kind, Object value) {
        var text = value instanceof String said ? CleanText.lines(said).strip() : "";
        if (kind.isEmpty()) {
            faults.add(field, "registration.needs.kind");
        } else if (text.isEmpty()) {
            faults.add(field, "registration.form.answer.missing");
        } else if (text.codePointCount(0, text.length()) > LONGEST) {
            faults.add(field, "registration.form.long", LONGEST);
        } else if (!told.add(kind.get())) {
            faults.add(field, "registration.needs.twice");
        } else {
            needs.add(new Need(kind.get(), text));
        }
    }

    /** The public name of a field. */
    static String field(Object within) {
        return FIELD + "[" + within + "]";
    }
}
