package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.binary.ByteWriter;
import dev.wasmledger.component.binary.CoreSection;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.wit.ComponentTypeSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A core module with its {@code component-type} sections taken out.
 *
 * @param module without them
 * @param componentTypes the content of each
 */
record CoreSections(Bytes module, List<Bytes> componentTypes) {

    /** Takes a module apart. */
    static CoreSections of(String fileName, byte[] module) {
        var rest = new ByteWriter().raw(Bytes.of(module).slice(0, CoreSection.PREAMBLE_BYTES));
        var componentTypes = new ArrayList<Bytes>();
        for (CoreSection section : CoreSection.of(fileName, module)) {
            Optional<CustomSection> componentType =
                    section.custom().filter(custom -> ComponentTypeSection.isNamed(custom.name()));
            componentType.ifPresentOrElse(custom -> componentTypes.add(custom.data()), () -> rest.raw(section.bytes()));
        }
        return new CoreSections(Bytes.of(rest.toByteArray()), List.copyOf(componentTypes));
    }
}
