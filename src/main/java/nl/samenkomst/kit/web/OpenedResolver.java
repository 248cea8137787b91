package nl.samenkomst.kit.web;

import com.github.jknack.handlebars.ValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads records by their accessors, and opens an Optional: an empty one is nothing, as templates expect. A map is read by its keys
 * alone, since a name such as {@code of} would else find a method of it.
 */
enum OpenedResolver implements ValueResolver {
    INSTANCE;

    @Override
    public @Nullable Object resolve(Object context, String name) {
        if (context instanceof Map) {
            return UNRESOLVED;
        }
        var value = MethodValueResolver.INSTANCE.resolve(context, name);
        return value instanceof Optional<?> box ? box.orElse(null) : value;
    }

    @Override
    public Object resolve(Object context) {
        return UNRESOLVED;
    }

    @Override
    public Set<Map.Entry<String, Object>> propertySet(Object context) {
        return Set.of();
    }
}
