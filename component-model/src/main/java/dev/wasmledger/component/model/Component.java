package dev.wasmledger.component.model;

import java.util.List;
import java.util.stream.Stream;

/** A component, at the top or within another one. */
public record Component(List<Section> sections) implements Definition {

    public Component {
        sections = List.copyOf(sections);
    }

    /** All definitions in sequence, whatever sections they lie in. */
    public Stream<Definition> definitions() {
        return sections.stream().flatMap(section -> section.entries().stream()).map(Section.Entry::definition);
    }
}
