/** Measures how fast registering goes, by {@code bin/bench}; no test, and no part of the jar. */
package nl.samenkomst.bench;
