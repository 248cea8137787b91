package nl.samenkomst.event;

import java.util.Optional;

/** Who speaks, in what role, for whom, about what. */
public record Speaker(String name, Optional<String> role, Optional<String> organisation, Optional<String> subject) {}
