package dev.wasmledger.bindgen.internal;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The names of one Java scope. A name that is reserved or taken gets a low line at its end, another one where that is
 * taken too: the first come keeps the plain name.
 */
final class UniqueNames {

    private final Set<String> taken = new HashSet<>();
    private final UnaryOperator<String> key;

    private UniqueNames(UnaryOperator<String> key) {
        this.key = key;
    }

    /** Names of fields, methods and variables. */
    static UniqueNames ofMembers() {
        return new UniqueNames(name -> name);
    }

    /** Names of classes: file systems may not tell {@code Foo.java} from {@code FOO.java}. */
    static UniqueNames ofClasses() {
        return new UniqueNames(name -> name.toLowerCase(Locale.ROOT));
    }

    /** A scope within this one: it starts with the same names taken. */
    UniqueNames copy() {
        UniqueNames copy = new UniqueNames(key);
        copy.taken.addAll(taken);
        return copy;
    }

    /** Takes names that are not to be given. */
    UniqueNames reserve(Iterable<String> names) {
        names.forEach(name -> taken.add(key.apply(name)));
        return this;
    }

    /** The name itself, or the next one like it that is free. */
    String take(String wanted) {
        String name = wanted;
        while (JavaNames.isKeyword(name) || !taken.add(key.apply(name))) {
            name += "_";
        }
        return name;
    }
}
