package dev.wasmledger.guest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Objects by number: a number is what stands for a resource of this component outside, its representation. Numbers start
 * at 1, and those of removed objects are given again.
 *
 * @param <T> what they are
 */
public final class ObjectTable<T> {

    private final List<@Nullable T> objects = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();

    /** Puts an object in, even if it is there already, and gives its number. */
    public int add(T object) {
        if (free.isEmpty()) {
            objects.add(object);
            return objects.size();
        }
        int number = free.pop();
        objects.set(number - 1, object);
        return number;
    }

    public boolean has(int number) {
        return number >= 1 && number <= objects.size() && objects.get(number - 1) != null;
    }

    /**
     * The object of that number.
     *
     * @throws IllegalStateException if there is none
     */
    public T get(int number) {
        T object = has(number) ? objects.get(number - 1) : null;
        if (object == null) {
            throw new IllegalStateException("no object has the number " + number);
        }
        return object;
    }

    /**
     * Takes the object out.
     *
     * @throws IllegalStateException if there is none
     */
    public T remove(int number) {
        T object = get(number);
        objects.set(number - 1, null);
        free.push(number);
        return object;
    }
}
