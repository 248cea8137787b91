package nl.samenkomst.event;

import java.time.LocalTime;

/** One line of the programme of an evening. */
public record AgendaItem(LocalTime time, String title) {}
