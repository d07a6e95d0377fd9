package dev.wasmledger.component.validation;

import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An index space while it grows. */
final class Space<T> {

    private final Sort sort;
    private final Problems problems;
    private final List<Optional<T>> items = new ArrayList<>();

    Space(Sort sort, Problems problems) {
        this.sort = sort;
        this.problems = problems;
    }

    void add(T item) {
        int limit = switch (sort) {
            case CORE_MODULE, CORE_INSTANCE, COMPONENT, INSTANCE -> Limits.MODULES_COMPONENTS_INSTANCES;
            default -> Limits.DEFINITIONS;
        };
        problems.require(
                items.size() < limit, Rule.COUNT_LIMIT, "there are more than " + limit + " " + sort.text() + "s");
        items.add(Optional.of(item));
    }

    T get(Index index) {
        int value = index.value();
        if (Integer.compareUnsigned(value, items.size()) >= 0) {
            throw problems.fail(
                    Rule.missing(sort),
                    "there is no " + sort.text() + " " + Integer.toUnsignedString(value) + "; " + items.size()
                            + " are defined before this");
        }
        return items.get(value).orElseThrow(Problems.UnknownDefinition::new);
    }

    int size() {
        return items.size();
    }

    /** Adds what is unknown, because it was reported, until there are so many. */
    void fillUpTo(int size) {
        while (items.size() < size) {
            items.add(Optional.empty());
        }
    }

    /** All of it, where nothing is unknown. */
    List<T> items() {
        return items.stream().map(Optional::orElseThrow).toList();
    }
}
