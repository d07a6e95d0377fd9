package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.AnnotationSpec;
import dev.wasmledger.wit.SemanticVersion;
import dev.wasmledger.wit.Stability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Java says of an item that has a feature gate in the WIT: Javadoc tags and annotations. (WIT.md, "Feature Gates".) */
record FeatureGate(Optional<SemanticVersion> since, Optional<SemanticVersion> deprecated) {

    static final FeatureGate NONE = new FeatureGate(Optional.empty(), Optional.empty());

    static FeatureGate of(Stability stability) {
        return switch (stability) {
            case Stability.Unknown unknown -> NONE;
            case Stability.Stable stable -> new FeatureGate(Optional.of(stable.since()), stable.deprecated());
            case Stability.Unstable unstable -> new FeatureGate(Optional.empty(), unstable.deprecated());
        };
    }

    List<String> tags() {
        List<String> tags = new ArrayList<>();
        since.ifPresent(version -> tags.add("@since " + version));
        deprecated.ifPresent(version -> tags.add("@deprecated since " + version));
        return List.copyOf(tags);
    }

    /** For the item itself, as users see it. */
    List<AnnotationSpec> annotations(Model model) {
        List<AnnotationSpec> annotations = new ArrayList<>();
        since.ifPresent(version -> annotations.add(AnnotationSpec.builder(model.shared(SharedTypes.Kind.SINCE))
                .addMember("value", "$S", version)
                .build()));
        annotations.addAll(deprecation());
        return List.copyOf(annotations);
    }

    /** For code that does nothing but hand the item on: being deprecated itself, it may use it without a warning. */
    List<AnnotationSpec> deprecation() {
        return deprecated
                .map(version -> AnnotationSpec.builder(Deprecated.class)
                        .addMember("since", "$S", version)
                        .build())
                .stream()
                .toList();
    }
}
