package dev.wasmledger.component;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** An immutable set of the {@link Feature}s that are on. */
public final class Features {

    /** What the specification ships. */
    public static final Features DEFAULT = new Features(Arrays.stream(Feature.values())
            .filter(Feature::isShipped)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Feature.class))));

    /** All of them. */
    public static final Features ALL = new Features(EnumSet.allOf(Feature.class));

    private final Set<Feature> on;

    private Features(Set<Feature> on) {
        this.on = on;
    }

    public boolean has(Feature feature) {
        return on.contains(feature);
    }

    /** These and that one. */
    public Features with(Feature feature) {
        EnumSet<Feature> more = EnumSet.copyOf(on);
        more.add(feature);
        return new Features(more);
    }

    /** These but that one. */
    public Features without(Feature feature) {
        EnumSet<Feature> less = EnumSet.copyOf(on);
        less.remove(feature);
        return new Features(less);
    }

    /**
     * These, changed by a text such as {@code cm-values,cm64,-exceptions}: names of features with commas between, a name
     * after {@code -} is switched off; {@code all} stands for every feature.
     *
     * @throws IllegalArgumentException if there is no feature of such a name; the message says which names there are
     */
    public Features changedBy(String text) {
        Features features = this;
        for (String item : text.split(",", -1)) {
            String name = item.strip();
            features = name.startsWith("-") ? features.off(name.substring(1)) : features.on(name);
        }
        return features;
    }

    private Features on(String name) {
        return name.equals("all") ? ALL : with(named(name));
    }

    private Features off(String name) {
        return name.equals("all") ? new Features(EnumSet.noneOf(Feature.class)) : without(named(name));
    }

    private static Feature named(String name) {
        return Feature.of(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no feature `" + name + "`; there are all, "
                        + Arrays.stream(Feature.values()).map(Feature::text).collect(Collectors.joining(", "))));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Features that && on.equals(that.on);
    }

    @Override
    public int hashCode() {
        return on.hashCode();
    }

    /** The names, as {@link #changedBy} takes them. */
    @Override
    public String toString() {
        return on.stream().map(Feature::text).collect(Collectors.joining(","));
    }
}
