package planted.plugins.late;

import planted.kit.db.KnowsARoom;

/** A plugin that reaches past spi. */
final class KnowsTheKit {

    KnowsARoom kit = new KnowsARoom();
}
