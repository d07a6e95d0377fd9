package dev.wasmledger.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the side that knows and another one the same, step by step, until they differ. */
record Comparison(Supplier<Side> knowing, Supplier<Side> other) {

    /** With the oracle alone. */
    Comparison(Supplier<Side> other) {
        this(Side::oracle, other);
    }

    /**
     * The first step at which the two differ.
     *
     * @param index of the step
     */
    record Difference(int index, Step step, Object expected, Object actual) {}

    Optional<Difference> run(List<Step> steps) {
        Side expecting = knowing.get();
        Side asked = other.get();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Object expected = expecting.carryOut(step);
            Object actual = answer(asked, step);
            if (!expected.equals(actual)) {
                return Optional.of(new Difference(i, step, expected, actual));
            }
        }
        return Optional.empty();
    }

    private static Object answer(Side side, Step step) {
        try {
            return side.carryOut(step);
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** Fewer steps with fewer items that still make a difference. */
    List<Step> shrink(List<Step> steps, Difference difference) {
        List<Step> smallest = steps.subList(0, difference.index + 1);
        for (int size = smallest.size() / 2; size > 0; size /= 2) {
            smallest = withoutSteps(smallest, size);
        }
        smallest = withoutItems(smallest);
        return withoutSteps(smallest, 1);
    }

    private List<Step> withoutSteps(List<Step> steps, int size) {
        List<Step> smallest = steps;
        for (int from = 0; from + size <= smallest.size(); ) {
            List<Step> fewer = new ArrayList<>(smallest);
            fewer.subList(from, from + size).clear();
            Optional<Difference> still = run(fewer);
            if (still.isPresent()) {
                smallest = fewer.subList(0, still.get().index + 1);
            } else {
                from += size;
            }
        }
        return smallest;
    }

    private List<Step> withoutItems(List<Step> steps) {
        List<Step> smallest = steps;
        for (int index = steps.size() - 1; index >= 0; index--) {
            boolean shrunk = true;
            while (shrunk) {
                shrunk = false;
                for (Command command : smallest.get(index).command().smaller()) {
                    List<Step> fewer = new ArrayList<>(smallest);
                    fewer.set(index, new Step(smallest.get(index).now(), command));
                    if (run(fewer).isPresent()) {
                        smallest = fewer;
                        shrunk = true;
                        break;
                    }
                }
            }
        }
        return smallest;
    }

    /** What to do for seeing the difference, and both answers. */
    String report(long seed, List<Step> steps, Difference difference) {
        List<Step> smallest = shrink(steps, difference);
        Difference last = run(smallest).orElseThrow();
        StringBuilder text = new StringBuilder("seed " + seed + "; these steps are enough:\n");
        smallest.forEach(step -> text.append("  ").append(readable(step)).append('\n'));
        return text.append("oracle: ")
                .append(readable(last.expected))
                .append("\nengine: ")
                .append(readable(last.actual))
                .toString();
    }

    private static String readable(Object answer) {
        return answer.toString()
                .replaceAll("U128\\[low=(-?\\d+), high=0]", "$1")
                .replace("U128[low=-1, high=-1]", "MAX")
                .replaceAll(" \\w+=(0|\\[]|\\w+Flags\\[bits=0]),", "");
    }
}
