package nl.samenkomst.kit.rule;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while a form or a JSON body is read, so that all of it is told at once. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    public void add(String field, String text, Object... values) {
        if (found.stream().noneMatch(fault -> fault.field().equals(field))) {
            found.add(Fault.of(field, text, values));
        }
    }

    public boolean none() {
        return found.isEmpty();
    }

    public List<Fault> list() {
        return List.copyOf(found);
    }

    /** Ends here with a 422 that names every field, when anything was wrong. */
    public void refuse() {
        if (!none()) {
            throw Refusal.invalid(list());
        }
    }
}
