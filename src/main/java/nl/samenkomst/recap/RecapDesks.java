package nl.samenkomst.recap;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.image.Pictures;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Site;

/** The workspace of a recap: its words, its photos and its files, on one page. */
public final class RecapDesks implements Feature {

    private final RecapDesk words;
    private final PhotosDesk photos;
    private final DownloadsDesk files;

    /** What it is made of. */
    public RecapDesks(
            Vertx vertx,
            Pool pool,
            Formats formats,
            RecapReading reading,
            Recaps recaps,
            Photos photos,
            Pictures pictures,
            Clock clock) {
        var page = new RecapDeskPage(pool, reading, recaps, formats, clock);
        this.words = new RecapDesk(page, reading, recaps);
        this.photos = new PhotosDesk(pool, page, photos, pictures);
        this.files = new DownloadsDesk(vertx, pool, page, reading, clock);
    }

    @Override
    public void mount(Site site) {
        words.mount(site);
        photos.mount(site);
        files.mount(site);
    }
}
