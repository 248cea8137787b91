package nl.samenkomst.quote;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;

/**
 * The second form, after the survey is sent; shown by the template {@code quote/give}.
 *
 * @param scope of its form token
 * @param sentences those that can be picked, which come back with the form
 */
record GiveForm(
        String action, String scope, Optional<String> code, List<String> sentences, QuoteFields fields, boolean again) {

    static GiveForm of(Door door, QuoteForm form, Words words) {
        var fields = QuoteFields.of(form, door.asksAddress(), words);
        return new GiveForm(
                door.action(),
                door.scope(),
                door.code(),
                form.sentences(),
                fields,
                fields.wrong().isPresent() || !fields.worries().isEmpty());
    }
}
