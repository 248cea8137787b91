package nl.samenkomst.registration;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Turns a list of things into the columns of a statement that takes them all at once ({@code unnest}). */
record Columns<T>(List<T> things) {

    /** One column, in the order of the things; where nothing is to stand, the value is null, as SQL says it. */
    <V> V[] of(Function<? super T, ? extends V> value, IntFunction<V[]> array) {
        return things.stream().<V>map(value).toArray(array);
    }
}
