package planted.spi;

import planted.kit.db.KnowsARoom;

/** Speaks of more than the JDK. */
final class KnowsTheKit {

    KnowsARoom kit = new KnowsARoom();
}
