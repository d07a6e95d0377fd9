package dev.wasmledger.integration;

import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.model.Export;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Instance;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.type.ExternName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two components in one: what the first one exports is what the second one imports. */
final class Plugged {

    private final List<Section> sections = new ArrayList<>();

    private Plugged() {}

    /**
     * Puts them together.
     *
     * @param between the interface that the first one exports and the second one imports
     * @param outside the interface that the second one exports, and the whole does
     */
    static byte[] into(byte[] maker, byte[] user, String between, String outside) {
        Plugged whole = new Plugged();
        whole.add(Section.Kind.COMPONENT, ComponentDecoder.decode("maker", maker));
        whole.add(Section.Kind.COMPONENT, ComponentDecoder.decode("user", user));
        whole.add(Section.Kind.INSTANCE, new Instance.Instantiate(component(0), List.of()));
        whole.add(Section.Kind.ALIAS, new Alias.InstanceExport(Sort.INSTANCE, instance(0), between));
        whole.add(
                Section.Kind.INSTANCE,
                new Instance.Instantiate(component(1), List.of(new Instance.Argument(between, instance(1)))));
        whole.add(Section.Kind.ALIAS, new Alias.InstanceExport(Sort.INSTANCE, instance(2), outside));
        whole.add(Section.Kind.EXPORT, new Export(ExternName.of(outside), instance(3), Optional.empty()));
        return ComponentEncoder.encode(new Component(whole.sections));
    }

    private void add(Section.Kind kind, Definition definition) {
        sections.add(new Section(kind, 0, List.of(new Section.Entry(0, definition))));
    }

    private static Index.Component component(int index) {
        return (Index.Component) Sort.COMPONENT.index(index);
    }

    private static Index.Instance instance(int index) {
        return (Index.Instance) Sort.INSTANCE.index(index);
    }
}
