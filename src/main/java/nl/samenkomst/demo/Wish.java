package nl.samenkomst.demo;

/** Whether the demo data is wanted in this database. */
public enum Wish {
    /** No. */
    NEVER,
    /** Only where there is nothing else. */
    IF_EMPTY,
    /** Also beside what is there. */
    ALWAYS
}
