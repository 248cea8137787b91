package nl.samenkomst.kit.web;

import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Templates of the class path, each looked up once: Handlebars asks for one, and for each part of it, at every rendering. */
final class KeptTemplates extends ClassPathTemplateLoader {

    private final ConcurrentMap<String, TemplateSource> kept = new ConcurrentHashMap<>();

    KeptTemplates(String folder, String suffix) {
        super(folder, suffix);
    }

    @Override
    public TemplateSource sourceAt(String location) throws IOException {
        var there = kept.get(location);
        if (there != null) {
            return there;
        }
        var source = super.sourceAt(location);
        kept.put(location, source);
        return source;
    }
}
