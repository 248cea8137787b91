package nl.samenkomst;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.web.Accent;
import nl.samenkomst.kit.web.FormTokens;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.TrustedProxies;

/** What the site stands in: its languages, its keys, its templates, whose word about addresses it takes. */
final class Surroundings {

    private static final Duration YOUNGEST_FORM = Duration.ofSeconds(2);

    private Surroundings() {}

    static Site.Surroundings of(House house) {
        var config = house.config();
        var renderer = house.furniture().renderer();
        return new Site.Surroundings(
                renderer.languages(),
                house.links(),
                new FormTokens(house.links(), house.clock(), config.limits() ? YOUNGEST_FORM : Duration.ZERO),
                renderer,
                new TrustedProxies(config.trustedProxies()),
                new Frame("", config.name(), "/", Accent.PETROL, List.of(), Optional.empty(), Languages.TAGS, true));
    }
}
